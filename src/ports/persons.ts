import type { PanelRef } from '../core/board/panel.js';
import type { SlackUserId } from '../core/ids.js';

/** Which message speaks to a person for all their desks, and since when (Unix ms). */
export interface Voice extends PanelRef {
  readonly at: number;
}

/** What counts for a person and not for a desk: all desks of a deployment share it. */
export interface Persons {
  /** Atomic: counts up under a name and gives the new count. The count begins again `forMs` after it began. */
  count(person: SlackUserId, name: string, forMs: number): Promise<number>;
  /**
   * Atomic: of several messages that would say the same kind of thing (`what`) to a person, one may speak. Gives which: this
   * one, unless another was given within `everyMs` before `now` (Unix ms) and is not `instead`, which can't speak any more.
   * Idempotent for the one that may.
   */
  voice(
    person: SlackUserId,
    what: string,
    mine: PanelRef,
    now: number,
    everyMs: number,
    instead?: PanelRef,
  ): Promise<Voice>;
}
