import type { SlackUserId } from './ids.js';
import type { Cover } from './rota.js';

/** Somebody can't do a shift, or a part of it, and asks for cover. */
export interface CoverRequest {
  readonly id: string;
  /** Whose shift it is. */
  readonly whose: SlackUserId;
  readonly fromMs: number;
  readonly toMs: number;
  /** Asked one colleague; undefined: everyone. */
  readonly asked?: SlackUserId;
  readonly askedBy: SlackUserId;
  readonly askedAt: number;
  readonly takenBy?: SlackUserId;
  readonly takenAt?: number;
}

/** The covers that colleagues took, by keys of staff; `keyOf` knows who is on the staff. */
export const taken = (
  requests: readonly CoverRequest[],
  keyOf: (person: SlackUserId) => string | undefined,
): readonly Cover[] =>
  requests.flatMap(({ fromMs, toMs, whose, takenBy }) => {
    const of = keyOf(whose);
    const by = takenBy && keyOf(takenBy);
    return of && by ? [{ fromMs, toMs, of, by }] : [];
  });
