import type { Colleague } from './colleague.js';
import { type CoverRequest, taken } from './cover.js';
import type { Desk } from './desk.js';
import type { DatedShift } from './rota.js';

/** What holds beside desk.yaml at a moment. */
export interface Known {
  readonly covers: readonly CoverRequest[];
  /** The members of the channel, as last read. */
  readonly colleagues?: readonly Colleague[];
  /** The rota that is kept elsewhere, as last read. */
  readonly dated?: readonly DatedShift[];
}

/** The desk as it stands: desk.yaml, and what people and feeds said since. */
export function deskNow(desk: Desk, { covers, dated }: Known): Desk {
  const { rota } = desk;
  const keyOf = (person: string) => rota.staff.find(({ slackId }) => slackId === person)?.key;
  return {
    ...desk,
    rota: {
      ...rota,
      dated: dated ?? rota.dated,
      covers: [...rota.covers, ...taken(covers, keyOf)],
    },
  };
}
