import type { PanelId, SlackUserId } from '../ids.js';
import { panelId } from '../ids.js';
import type { Cover } from './rota.js';

/** Somebody can't do a shift or a part of it, and asks for cover. One colleague takes a request. */
export interface CoverRequest {
  readonly id: string;
  /** Whose shift it is. */
  readonly whose: SlackUserId;
  readonly fromMs: number;
  readonly toMs: number;
  /** The one colleague who is asked; undefined: everyone. */
  readonly asked?: SlackUserId;
  readonly askedBy: SlackUserId;
  readonly askedAt: number;
  readonly takenBy?: SlackUserId;
  readonly takenAt?: number;
  /** How it ended, after which nobody can take or undo it. */
  readonly over?: CoverEnd;
  /** Grows with every change that its messages should show. */
  readonly version: number;
  /** The version for which all its messages were made or marked out of date. */
  readonly told: number;
}

/** How a request ended. */
export interface CoverEnd {
  /**
   * `undone`: the cover does not hold any more; `withdrawn`: nobody is asked any more; `everyone`: a new request asks
   * everyone in place of one colleague; `past`: the shift is over and nobody took it.
   */
  readonly how: 'undone' | 'withdrawn' | 'everyone' | 'past';
  readonly by?: SlackUserId;
  readonly at: number;
  /** A new request asks everyone again. */
  readonly again?: true;
}

/** `asked`: the message with the button to take it; `taken`, `undone`: tell the people concerned. */
export type CoverPart = 'asked' | 'taken' | 'undone';

/** One message about a request. */
export interface CoverMessage {
  readonly id: PanelId;
  readonly part: CoverPart;
  /** Undefined: in the desk's channel. */
  readonly to?: SlackUserId;
}

/** Open requests of one person that only one colleague was asked. Nobody else sees them, so this person can end them on Home. */
export const askedAlone = (
  requests: readonly CoverRequest[],
  person: SlackUserId,
  now: number,
): readonly CoverRequest[] =>
  requests.filter(
    ({ asked, askedBy, over, takenBy, toMs, whose }) =>
      asked && !over && !takenBy && toMs > now && [whose, askedBy].includes(person),
  );

/** The covers that colleagues took, by keys of staff members. `keyOf` gives undefined for somebody who is not on the staff. */
export const agreedCovers = (
  requests: readonly CoverRequest[],
  keyOf: (person: SlackUserId) => string | undefined,
): readonly Cover[] =>
  requests.flatMap(({ fromMs, toMs, whose, takenBy, over }) => {
    const of = keyOf(whose);
    const by = takenBy && keyOf(takenBy);
    return of && by && over?.how !== 'undone' ? [{ fromMs, toMs, of, by }] : [];
  });

/** All messages that a request has so far: the question, and what tells people that it was taken or undone. */
export function coverMessages({ id, whose, asked, askedBy, takenBy, over }: CoverRequest): CoverMessage[] {
  const told = takenBy ? [...new Set([whose, askedBy, takenBy])].filter((one) => one !== asked) : [];
  const undone = over?.how === 'undone' ? [...new Set([whose, askedBy, takenBy])] : [];
  return [
    { id: panelId(`cover-${id}`), part: 'asked', ...(asked ? { to: asked } : {}) },
    ...told.map((to) => ({ id: panelId(`cover-${id}-taken-${to}`), part: 'taken' as const, to })),
    // The person who undid it sees that where they pressed.
    ...undone.flatMap((to) =>
      to && to !== over?.by ? [{ id: panelId(`cover-${id}-undone-${to}`), part: 'undone' as const, to }] : [],
    ),
  ];
}
