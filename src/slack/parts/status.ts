import type { KnownBlock } from '@slack/web-api';
import type { Answer, Card, Closed } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { isHello, isPrivate, urgentWordOf, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { timings } from '../../core/due/timings.js';
import type { PostId, SlackUserId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { flagSentence } from '../../core/sentences/flag-sentences.js';
import { keptOutcome, mayQuoteMarks, whoOf } from '../../core/sentences/kept-sentences.js';
import { linkedWhat } from '../../core/sentences/link-only-sentences.js';
import {
  conversationUrl,
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
import { helloText } from './hello.js';
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
  if (isPurged(card)) return { sentence: keptOutcome(card, desk) };
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
      const held = noticeSentence(desk, card, now);
      const sentence =
        held === undefined ? say(words, key, goes) : say(words, 'state.sending-held', { said: held });
      return { sentence, ...approved };
    }
    case 'posting':
      return { sentence: say(words, 'state.posting', { name: writer }), ...approved };
    case 'unsure': {
      if (reply?.notSeen) {
        const where = isPrivate(card) ? conversationUrl(desk, card.id) : ourRepliesUrl(desk);
        const ours = link(where, say(words, 'state.look'));
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
      const by = { first: whoOf(card, desk), ...(closed?.by ? { name: nameOf(desk, closed.by) } : {}) };
      return { sentence: say(words, closedKey(closed), { ...by, time: time(closed?.at ?? card.changedAt) }) };
    }
    case 'expired':
      return undefined;
    case 'withdrawn':
      if (closed?.reason === 'stop') {
        const stopped = { first: firstOf(card.patron), time: time(closed.at) };
        return { sentence: say(words, 'state.stopped', stopped) };
      }
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
  const detail = answerDetail(answer, desk);
  return {
    sentence: whoAnswered(card, answer, desk, now),
    ...(detail ? { detail } : {}),
    ...(answer.postId ? { link: answerLink(card, answer.postId, desk) } : {}),
    words: answerText(card, answer),
  };
}

/** "View reply on X". */
export const answerLink = (card: Card, post: PostId, desk: Desk): Inline =>
  link(answerUrl(card, post, desk), say(desk.words, isHello(card) ? 'card.view' : 'state.view-reply'));

/** Where an answer of a card stands on the network: a private one in its conversation. */
export const answerUrl = (card: Card, post: PostId, desk: Desk): string =>
  isPrivate(card) ? conversationUrl(desk, card.id) : postUrl(desk, post);

/** "Checked by Carla", where a colleague checked the words; else nothing. */
const checkedBy = (writer: SlackUserId | undefined, by: SlackUserId | undefined, desk: Desk): string =>
  writer && by ? say(desk.words, 'state.checked-by', { name: nameOf(desk, by) }) : '';

/** "checked by Carla · changed in X": what else is to be known of an answer; "" for nothing. */
export const answerDetail = ({ by, how, writtenBy }: Answer, desk: Desk): string =>
  [checkedBy(writtenBy, by, desk), how === 'changed-in-x' ? say(desk.words, 'state.sent-changed') : '']
    .filter((part) => part !== '')
    .join(' · ');

/** "Ana answered at 10:44, after 2 minutes"; `briefly` without how long it took. */
export function whoAnswered(
  card: Card,
  answer: Answer,
  desk: Desk,
  now: number,
  how: 'in full' | 'briefly' = 'in full',
): string {
  const { words } = desk;
  const hello = helloText(card, answer, desk, now);
  if (hello !== undefined) return hello;
  const time = momentText(desk, answer.at, now);
  if (!answer.by) return say(words, 'state.sent-elsewhere', { time });
  const name = nameOf(desk, writerOf(answer) ?? answer.by);
  if (answer.how === 'in-x') return say(words, 'state.sent-in-x', { name, time });
  const since = how === 'briefly' ? undefined : waitedSince(card, answer);
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
  if (found === undefined) return [];
  // A notification shows it too, and no word of a private message.
  if (card.linkOnly) return [say(words, 'link-only.urgent')];
  return [isPrivate(card) ? say(words, 'card.urgent-private') : say(words, 'card.urgent', { found })];
}

/** The marks on a card: that its words may quote what was removed, and what colleagues set: "don't answer yet", "not now". */
export function marks(card: Card, desk: Desk, now: number): readonly string[] {
  const { words } = desk;
  const { flag, snoozedUntil } = card;
  return [
    ...mayQuoteMarks(card, desk),
    ...(flag ? [flagSentence(desk, flag, now)] : []),
    ...(snoozedUntil === undefined
      ? []
      : [say(words, 'state.snoozed', { time: momentText(desk, snoozedUntil, now) })]),
  ];
}

/** A flagged card in a list: "Maya Ortiz · Don't answer yet: Carla was asked by Ben · since 10:43", with a link to it. */
export const flaggedLine = (card: Card, desk: Desk, now: number, permalink?: string) =>
  line(
    bold(card.linkOnly ? linkedWhat(card, desk) : shownName(card.patron)),
    ...(card.flag ? [` · ${flagSentence(desk, card.flag, now)}`] : []),
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
