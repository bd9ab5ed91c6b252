import type { Desk, SentenceDesk } from '../desk/desk.js';
import type { Colleague } from '../desk/desk-now.js';
import { quote } from '../post/plain.js';
import type { FeedProblem } from '../rota/feed.js';
import type { StaffMember } from '../rota/rota.js';
import { momentText } from '../sentences/phrases.js';
import { say, type WordKey } from '../words/words.js';

/** How much of a title, and of a detail, one finding quotes (code points): several findings stand in one message. */
const MAX_SAID = 80;
const MAX_DETAIL = 200;

/** A problem in a calendar as a finding. */
export function feedFinding(desk: SentenceDesk, problem: FeedProblem): DeskFinding {
  const { words } = desk;
  const event = quote(problem.event, MAX_SAID) || say(words, 'rota.untitled');
  switch (problem.kind) {
    case 'nobody-of-that-name': {
      const { name, atMs = 0 } = problem;
      const said = say(words, 'finding.feed-name', {
        name: quote(name, MAX_SAID),
        event,
        time: momentText(desk, atMs, 0),
      });
      return { key: `calendar name ${name}`, said };
    }
    case 'unknown-zone': {
      const { zone } = problem;
      return {
        key: `calendar zone ${zone}`,
        said: say(words, 'finding.feed-zone', { event, zone: quote(zone, MAX_SAID) }),
      };
    }
    case 'not-understood': {
      const { detail } = problem;
      const said = say(words, 'finding.feed-event', { event, detail: quote(detail, MAX_DETAIL) });
      return { key: `calendar event ${event} ${detail}`, said };
    }
  }
}

/** Something about a desk that somebody should look at. */
export interface DeskFinding {
  /** What it is about, without dates, so that what comes again every week is told once. */
  readonly key: string;
  /** One sentence for people. */
  readonly said: string;
  /** `greeting-desk doctor` prints it, but nobody is told of it. */
  readonly note?: true;
}

/** Why a staff member can't answer for the library, by what Slack says of them; undefined when they can. */
export function personFinding(
  desk: Pick<Desk, 'channel' | 'channelName' | 'words'>,
  { name, slackId: id, unsaid }: StaffMember,
  seen: { readonly person: Colleague | undefined; readonly inChannel: boolean },
): DeskFinding | undefined {
  const why = personProblem(seen);
  if (!why) return undefined;
  const called = (unsaid?.includes('name') && seen.person?.name) || name;
  const said = say(desk.words, why, { name: called, id, channel: desk.channelName ?? desk.channel });
  return { key: `person ${id} ${why}`, said };
}

function personProblem({
  person,
  inChannel,
}: {
  readonly person: Colleague | undefined;
  readonly inChannel: boolean;
}): WordKey | undefined {
  if (!person) return 'finding.unknown';
  if (person.deactivated) return 'finding.deactivated';
  if (person.guest) return 'finding.guest';
  return inChannel ? undefined : 'finding.outside';
}
