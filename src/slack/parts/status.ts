import type { KnownBlock } from '@slack/web-api';
import type { Answer, Card, Closed } from '../../core/card/card.js';
import { writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { timings } from '../../core/due/timings.js';
import type { SlackUserId } from '../../core/ids.js';
import { postUrl, profileUrl } from '../../core/sentences/links.js';
import { duration, moment, nameOf, toTheSecond } from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say, type WordKey } from '../../core/words/words.js';
import { cut, type Inline, line, link, quoted, rich } from './blocks.js';
import { answered } from './patron.js';

/** How a card stands: one sentence, a link where looking helps, and our words that it is about. */
export interface Status {
  readonly said: string;
  readonly aside?: string;
  readonly look?: Inline;
  readonly words?: string;
}

const MAX_WORDS = 1000;
const lookForMs = timings.settleLooksMs.at(-1) ?? 0;

/** Undefined while a card is open or folded away: then its buttons say enough. */
export function statusOf(card: Card, desk: Desk, now: number, looksForMs = lookForMs): Status | undefined {
  const { rota, words } = desk;
  const time = (at: number) => moment(desk, at, now);
  const { reply, closed, handOff } = card;
  const name = nameOf(desk, card.holder?.id ?? reply?.approvedBy ?? '');
  const writer = nameOf(desk, reply?.writtenBy ?? reply?.approvedBy ?? '');
  const approved = reply ? { words: cut(reply.text, MAX_WORDS) } : {};
  switch (card.state) {
    case 'open':
      return undefined;
    case 'claimed':
      return {
        said: say(words, 'state.claimed', { name, time: time(card.holder?.since ?? card.changedAt) }),
      };
    case 'sending': {
      const goes = {
        name: writer,
        reviewer: nameOf(desk, reply?.approvedBy ?? ''),
        time: toTheSecond(rota, reply?.dueAt ?? now),
      };
      const key = reply?.writtenBy ? 'state.sending-checked' : 'state.sending';
      return { said: noticeSentence(desk, card) ?? say(words, key, goes), ...approved };
    }
    case 'posting':
      return { said: say(words, 'state.posting', { name: writer }), ...approved };
    case 'unsure': {
      if (reply?.notSeen) {
        const ours = link(`${profileUrl(desk, desk.x.handle)}/with_replies`, say(words, 'state.look'));
        return { said: say(words, 'state.not-seen', { name: writer }), look: ours, ...approved };
      }
      const until = (reply?.unsureSince ?? card.changedAt) + looksForMs;
      return { said: say(words, 'state.unsure', { name: writer, time: time(until) }), ...approved };
    }
    case 'handed-off':
      return {
        said: say(words, 'state.handed-off', { name, time: time(handOff?.openedAt ?? card.changedAt) }),
      };
    case 'in-review': {
      const { reviewer } = card.review ?? {};
      const said = reviewer
        ? say(words, 'state.checking', { name, reviewer: nameOf(desk, reviewer) })
        : say(words, 'state.in-review', { name });
      return { said };
    }
    case 'dismissed': {
      const by = closed?.by ? { name: nameOf(desk, closed.by) } : {};
      return { said: say(words, closedKey(closed), { ...by, time: time(closed?.at ?? card.changedAt) }) };
    }
    case 'expired':
      return undefined;
    case 'withdrawn':
      return { said: say(words, 'state.withdrawn', { time: time(card.changedAt) }) };
    case 'sent': {
      const answer = card.answers.at(-1);
      return answer && sent(card, answer, desk, now);
    }
  }
}

function closedKey(closed: Closed | undefined): WordKey {
  if (closed?.reason === 'hello') return 'state.hello';
  if (closed?.reason === 'muted') return closed.by ? 'state.muted' : 'state.muted-by-desk';
  return closed?.by ? 'state.dismissed' : 'state.dismissed-by-desk';
}

function sent(card: Card, answer: Answer, desk: Desk, now: number): Status {
  const { words } = desk;
  return {
    said: whoAnswered(card, answer, desk, now),
    ...aside(
      checkedBy(answer.writtenBy, answer.by, desk),
      answer.how === 'changed-in-x' ? say(words, 'state.sent-changed') : '',
    ),
    ...(answer.postId ? { look: link(postUrl(desk, answer.postId), say(words, 'state.view-reply')) } : {}),
    words: answered(card, answer),
  };
}

/** The second name where a colleague checked the words. */
const checkedBy = (writer: SlackUserId | undefined, by: SlackUserId | undefined, desk: Desk): string =>
  writer && by ? say(desk.words, 'state.checked-by', { name: nameOf(desk, by) }) : '';

function aside(...said: readonly string[]): Pick<Status, 'aside'> {
  const one = said.filter((part) => part !== '').join(' · ');
  return one ? { aside: one } : {};
}

/** "Ana answered at 10:44, after 2 minutes". */
export function whoAnswered(card: Card, answer: Answer, desk: Desk, now: number): string {
  const { words } = desk;
  const time = moment(desk, answer.at, now);
  if (!answer.by) return say(words, 'state.sent-elsewhere', { time });
  const name = nameOf(desk, writerOf(answer) ?? answer.by);
  if (answer.how === 'in-x') return say(words, 'state.sent-in-x', { name, time });
  const since = waitedSince(card, answer);
  return since === undefined
    ? say(words, 'state.sent', { name, time })
    : say(words, 'state.sent-after', { name, time, duration: duration(desk, answer.at - since) });
}

/** When the patron first said what the answer covers: a post that X shows late changes nothing that was said of it. */
const waitedSince = ({ acts }: Card, { at, covers }: Answer): number | undefined =>
  acts.find((act) => covers.includes(act.id) && act.at <= at)?.at;

/** A standing on the screen: the sentence with its link, then our words. */
export function statusBlocks({ said, aside, look, words }: Status) {
  return rich(
    line(said, aside ? ` · ${aside}` : '', ...(look ? [' · ', look] : [])),
    words ? quoted(words) : undefined,
  );
}

const MAX_NOTE = 500;

/** What colleagues put on a card besides answering it: "don't answer yet", "not now". */
export function marks(card: Card, desk: Desk, now: number): readonly string[] {
  const { words } = desk;
  const { flag, snoozedUntil } = card;
  return [
    ...(flag
      ? [say(words, 'state.flagged', { name: nameOf(desk, flag.by), time: moment(desk, flag.at, now) })]
      : []),
    ...(snoozedUntil === undefined
      ? []
      : [say(words, 'state.snoozed', { time: moment(desk, snoozedUntil, now) })]),
  ];
}

/** For whoever reads a draft: the marks, and the note of the colleague who passed the card on or sent words back. */
export function noteBlocks(card: Card, desk: Desk, now: number): KnownBlock[] {
  const { note } = card;
  return [
    ...marks(card, desk, now).map((mark) => rich(line(mark))),
    ...(note
      ? [
          rich(
            line(
              say(desk.words, noteKey(note), {
                name: nameOf(desk, note.by),
                time: moment(desk, note.at, now),
              }),
            ),
            quoted(cut(note.text, MAX_NOTE)),
          ),
        ]
      : []),
  ];
}

const noteKey = ({ back, text }: NonNullable<Card['note']>) =>
  !back ? 'state.note' : text ? 'state.sent-back' : 'state.sent-back-bare';

const MAX_KEPT = 500;
const SHOWN_KEPT = 3;

/** Words of colleagues who lost the card, under their names. */
export function keptWords(card: Card, desk: Desk, now: number): KnownBlock[] {
  return card.keptWords.slice(-SHOWN_KEPT).map(({ by, at, text: words }) => {
    const when = { name: nameOf(desk, by), time: moment(desk, at, now) };
    return rich(line(say(desk.words, 'editor.kept', when)), quoted(cut(words, MAX_KEPT)));
  });
}
