import type { Speaking } from '../desk/desk.js';
import type { DatedShift } from '../rota/rota.js';
import { moment } from '../sentences/phrases.js';
import { say } from '../words/words.js';
import type { DeskFinding } from './desk-finding.js';

/** Somebody as an event of a calendar names them. */
export interface Named {
  readonly name?: string;
  readonly email?: string;
}

/** What cannot be understood in a calendar, with the event that it stands in. */
export type FeedProblem = { readonly event: string; readonly atMs?: number } & (
  | { readonly kind: 'nobody-of-that-name'; readonly name: string }
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'not-understood'; readonly detail: string }
);

/** A calendar, read: its shifts in a window of time, and what was wrong; each name and zone once. */
export interface FeedReading {
  readonly shifts: readonly DatedShift[];
  readonly problems: readonly FeedProblem[];
}

/** What is wrong in a calendar, in words. */
export function feedFinding(desk: Speaking, problem: FeedProblem): DeskFinding {
  const { words } = desk;
  const event = problem.event || say(words, 'rota.untitled');
  switch (problem.kind) {
    case 'nobody-of-that-name': {
      const { name, atMs = 0 } = problem;
      const said = say(words, 'finding.feed-name', { name, event, time: moment(desk, atMs, 0) });
      return { key: `calendar name ${name}`, said };
    }
    case 'unknown-zone': {
      const { zone } = problem;
      return { key: `calendar zone ${zone}`, said: say(words, 'finding.feed-zone', { event, zone }) };
    }
    case 'not-understood': {
      const { detail } = problem;
      const said = say(words, 'finding.feed-event', { event, detail });
      return { key: `calendar event ${event} ${detail}`, said };
    }
  }
}
