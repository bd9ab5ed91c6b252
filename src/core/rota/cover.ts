import type { PanelId, SlackUserId } from '../ids.js';
import { panelId } from '../ids.js';
import type { Cover } from './rota.js';

/** Somebody can't do a shift, or a part of it, and asks for cover. One request is taken once. */
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
  /** Nobody takes or undoes it any more. */
  readonly over?: CoverOver;
  /** Rises with every change that its messages should show. */
  readonly version: number;
  /** The version that its messages know of. */
  readonly told: number;
}

export interface CoverOver {
  /**
   * `undone`: whoever took it doesn't do it after all; `withdrawn`: it is not asked any more; `everyone`: they are asked
   * in place of one colleague; `past`: its time is over.
   */
  readonly how: 'undone' | 'withdrawn' | 'everyone' | 'past';
  readonly by?: SlackUserId;
  readonly at: number;
  /** Everyone is asked anew. */
  readonly again?: true;
}

/** `asked`: where it is taken; `taken`: tells those whom it concerns; `undone`: tells them that it does not hold. */
export type CoverPart = 'asked' | 'taken' | 'undone';

/** One message about a request. */
export interface CoverMessage {
  readonly id: PanelId;
  readonly part: CoverPart;
  /** Undefined: in the desk's channel. */
  readonly to?: SlackUserId;
}

/** What somebody waits for that one colleague alone was asked: nobody else sees it, so nobody else could end it. */
export const askedAlone = (
  requests: readonly CoverRequest[],
  person: SlackUserId,
  now: number,
): readonly CoverRequest[] =>
  requests.filter(
    ({ asked, askedBy, over, takenBy, toMs, whose }) =>
      asked && !over && !takenBy && toMs > now && [whose, askedBy].includes(person),
  );

/** The covers that hold, by keys of staff; `keyOf` knows who is on the staff. */
export const taken = (
  requests: readonly CoverRequest[],
  keyOf: (person: SlackUserId) => string | undefined,
): readonly Cover[] =>
  requests.flatMap(({ fromMs, toMs, whose, takenBy, over }) => {
    const of = keyOf(whose);
    const by = takenBy && keyOf(takenBy);
    return of && by && over?.how !== 'undone' ? [{ fromMs, toMs, of, by }] : [];
  });

/** All messages that a request has by now: where it was asked, to those whom a take concerns, and to whom it was undone. */
export function coverMessages({ id, whose, asked, askedBy, takenBy, over }: CoverRequest): CoverMessage[] {
  const told = takenBy ? [...new Set([whose, askedBy, takenBy])].filter((one) => one !== asked) : [];
  const undone = over?.how === 'undone' ? [...new Set([whose, askedBy, takenBy])] : [];
  return [
    { id: panelId(`cover-${id}`), part: 'asked', ...(asked ? { to: asked } : {}) },
    ...told.map((to) => ({ id: panelId(`cover-${id}-taken-${to}`), part: 'taken' as const, to })),
    // Whoever undid it sees that where they pressed.
    ...undone.flatMap((to) =>
      to && to !== over?.by ? [{ id: panelId(`cover-${id}-undone-${to}`), part: 'undone' as const, to }] : [],
    ),
  ];
}
