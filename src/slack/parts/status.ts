import type { KnownBlock } from '@slack/web-api';
import type { Answer, Card, Closed } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { urgentWordOf, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { timings } from '../../core/due/timings.js';
import type { SlackUserId } from '../../core/ids.js';
import { flagSentence } from '../../core/sentences/flag-sentences.js';
import {
  durationText,
  firstOf,
  momentText,
  nameOf,
  ourRepliesUrl,
  postUrl,
  timeWithSeconds,
} from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say, type WordKey } from '../../core/words/words.js';
import { bold, cut, type Inline, line, link, quoted, rich } from './blocks.js';
import { answerText, shownName } from './patron.js';

/** The status of a card as people read it. */
interface Status {
  readonly sentence: string;
  /** What is added to the sentence, as "checked by Carla". */
  readonly detail?: string;
  /** Where on X to look. */
  readonly link?: Inline;
  /** Our words that the sentence is about. */
  readonly words?: string;
}

const MAX_WORDS = 1000;
/** How long the desk looks on X for an answer of unknown outcome (ms). */
export const lookForMs = timings.settleLooksMs.at(-1) ?? 0;

/** The status of a card; undefined while it is open or expired, because its buttons say enough then. */
export function statusOf(card: Card, desk: Desk, now: number, looksForMs = lookForMs): Status | undefined {
  const { rota, words } = desk;
  const time = (at: number) => momentText(desk, at, now);
  const { reply, closed, handOff } = card;
  const name = nameOf(desk, card.holder?.id ?? reply?.approvedBy ?? '');
  const writer = nameOf(desk, reply?.writtenBy ?? reply?.approvedBy ?? '');
  const approved = reply ? { words: cut(reply.text, MAX_WORDS) } : {};
  switch (card.state) {
    case 'open':
      return undefined;
    case 'claimed':
      return {
        sentence: say(words, 'state.claimed', { name, time: time(card.holder?.since ?? card.changedAt) }),
      };
    case 'sending': {
      const goes = {
        name: writer,
        reviewer: nameOf(desk, reply?.approvedBy ?? ''),
        time: timeWithSeconds(rota, reply?.dueAt ?? now),
      };
      const key = reply?.writtenBy ? 'state.sending-checked' : 'state.sending';
      return { sentence: noticeSentence(desk, card, now) ?? say(words, key, goes), ...approved };
    }
    case 'posting':
      return { sentence: say(words, 'state.posting', { name: writer }), ...approved };
    case 'unsure': {
      if (reply?.notSeen) {
        const ours = link(ourRepliesUrl(desk), say(words, 'state.look'));
        return { sentence: say(words, 'state.not-seen', { name: writer }), link: ours, ...approved };
      }
      const until = (reply?.unsureSince ?? card.changedAt) + looksForMs;
      return { sentence: say(words, 'state.unsure', { name: writer, time: time(until) }), ...approved };
    }
    case 'handed-off':
      return {
        sentence: say(words, 'state.handed-off', { name, time: time(handOff?.openedAt ?? card.changedAt) }),
      };
    case 'in-review': {
      const { reviewer } = card.review ?? {};
      const sentence = reviewer
        ? say(words, 'state.checking', { name, reviewer: nameOf(desk, reviewer) })
        : say(words, 'state.in-review', { name });
      return { sentence };
    }
    case 'dismissed': {
      const by = { first: firstOf(card.patron), ...(closed?.by ? { name: nameOf(desk, closed.by) } : {}) };
      return { sentence: say(words, closedKey(closed), { ...by, time: time(closed?.at ?? card.changedAt) }) };
    }
    case 'expired':
      return undefined;
    case 'withdrawn':
      return { sentence: say(words, 'state.withdrawn', { time: time(card.changedAt) }) };
    case 'sent': {
      const answer = card.answers.at(-1);
      return answer && answeredStatus(card, answer, desk, now);
    }
  }
}

function closedKey(closed: Closed | undefined): WordKey {
  if (closed?.reason === 'hello') return 'state.hello';
  if (closed?.reason === 'muted-person')
    return closed.by ? 'state.muted-person' : 'state.muted-person-by-desk';
  if (closed?.reason === 'muted') return closed.by ? 'state.muted' : 'state.muted-by-desk';
  return closed?.by ? 'state.dismissed' : 'state.dismissed-by-desk';
}

function answeredStatus(card: Card, answer: Answer, desk: Desk, now: number): Status {
  const { words } = desk;
  return {
    sentence: whoAnswered(card, answer, desk, now),
    ...detailOf(
      checkedBy(answer.writtenBy, answer.by, desk),
      answer.how === 'changed-in-x' ? say(words, 'state.sent-changed') : '',
    ),
    ...(answer.postId ? { link: link(postUrl(desk, answer.postId), say(words, 'state.view-reply')) } : {}),
    words: answerText(card, answer),
  };
}

/** "Checked by Carla", where a colleague checked the words; else nothing. */
const checkedBy = (writer: SlackUserId | undefined, by: SlackUserId | undefined, desk: Desk): string =>
  writer && by ? say(desk.words, 'state.checked-by', { name: nameOf(desk, by) }) : '';

function detailOf(...parts: readonly string[]): Pick<Status, 'detail'> {
  const one = parts.filter((part) => part !== '').join(' · ');
  return one ? { detail: one } : {};
}

/** "Ana answered at 10:44, after 2 minutes". */
export function whoAnswered(card: Card, answer: Answer, desk: Desk, now: number): string {
  const { words } = desk;
  const time = momentText(desk, answer.at, now);
  if (!answer.by) return say(words, 'state.sent-elsewhere', { time });
  const name = nameOf(desk, writerOf(answer) ?? answer.by);
  if (answer.how === 'in-x') return say(words, 'state.sent-in-x', { name, time });
  const since = waitedSince(card, answer);
  return since === undefined
    ? say(words, 'state.sent', { name, time })
    : say(words, 'state.sent-after', { name, time, duration: durationText(desk, answer.at - since) });
}

/** When the patron first asked what the answer covers (Unix ms). A post that X shows only after the answer does not count. */
const waitedSince = ({ acts }: Card, { at, covers }: Answer): number | undefined =>
  acts.find((act) => covers.includes(act.id) && act.at <= at)?.at;

/** A status on the screen: the sentence with its link, then our words. */
export function statusBlocks({ sentence, detail, link, words }: Status) {
  return rich(
    line(sentence, detail ? ` · ${detail}` : '', ...(link ? [' · ', link] : [])),
    words ? quoted(words) : undefined,
  );
}

const MAX_NOTE = 500;

/** "🚨 Urgent: 'collapsed'" for a card that waits with such a word, also while somebody answers it; else nothing. */
export function urgentMark(card: Card, { words }: Desk): readonly string[] {
  const found = isDone(card) ? undefined : urgentWordOf(card);
  return found === undefined ? [] : [say(words, 'card.urgent', { found })];
}

/** The marks that colleagues set on a card: "don't answer yet", "not now". */
export function marks(card: Card, desk: Desk, now: number): readonly string[] {
  const { words } = desk;
  const { flag, snoozedUntil } = card;
  return [
    ...(flag ? [flagSentence(desk, flag, now)] : []),
    ...(snoozedUntil === undefined
      ? []
      : [say(words, 'state.snoozed', { time: momentText(desk, snoozedUntil, now) })]),
  ];
}

/** A flagged card in a list: "Maya Ortiz · Don't answer yet: Carla was asked by Ben · since 10:43", with a link to it. */
export const flaggedLine = ({ flag, patron }: Card, desk: Desk, now: number, permalink?: string) =>
  line(
    bold(shownName(patron)),
    ...(flag ? [` · ${flagSentence(desk, flag, now)}`] : []),
    ...(permalink ? [' · ', link(permalink, say(desk.words, 'waiting.open'))] : []),
  );

/** Above a draft: the marks, and the note of the colleague who passed the card on or sent the words back. */
export function noteBlocks(card: Card, desk: Desk, now: number): KnownBlock[] {
  const { note } = card;
  return [
    ...[...urgentMark(card, desk), ...marks(card, desk, now)].map((mark) => rich(line(mark))),
    ...(note
      ? [
          rich(
            line(
              say(desk.words, noteKey(note), {
                name: nameOf(desk, note.by),
                time: momentText(desk, note.at, now),
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

/** The words of colleagues who lost the card, with their names; the newest three. */
export function keptWords(card: Card, desk: Desk, now: number): KnownBlock[] {
  return card.keptWords.slice(-SHOWN_KEPT).map(({ by, at, text: words }) => {
    const when = { name: nameOf(desk, by), time: momentText(desk, at, now) };
    return rich(line(say(desk.words, 'editor.kept', when)), quoted(cut(words, MAX_KEPT)));
  });
}
