import type { Speaking } from '../desk/desk.js';
import type { FeedProblem } from '../rota/feed.js';
import { moment } from '../sentences/phrases.js';
import { say } from '../words/words.js';
import type { DeskFinding } from './desk-finding.js';

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
