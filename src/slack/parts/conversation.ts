import type { RichTextSection } from '@slack/web-api';
import { picturesOf } from '../../core/board/pictures.js';
import type { Act, Answer, Card, Mention } from '../../core/card/card.js';
import { hasHandOff, isWritten, newestAct, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import { firstOf, momentText, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { line } from './blocks.js';
import { contextLines, oursBehind } from './context.js';
import { answerText, postLines, shortText, shownName } from './patron.js';

/** How many earlier posts and answers are shown, and at most how many characters of each. */
const earlierOn = {
  card: { shown: 4, most: 200 },
  /** What a person opens to read all: still under 9,000 characters. */
  full: { shown: 14, most: 400 },
};

interface Told {
  /** The screen shows anyway what the newest post answers or quotes. */
  readonly hasContext?: boolean;
  /** Also earlier posts and answers are read here, and not only recalled. */
  readonly inFull?: boolean;
}

/**
 * What was said on a card: one line for each earlier post and answer, oldest first, then what the newest post answers or
 * quotes, and the newest post in full.
 */
export function conversation(card: Card, desk: Desk, now: number, { hasContext, inFull }: Told = {}) {
  const { shown: mostShown, most } = inFull ? earlierOn.full : earlierOn.card;
  const newest = newestAct(card);
  const settling = card.state === 'sent' ? card.answers.at(-1) : undefined;
  const earlier = [
    ...card.acts.filter((act) => act !== newest && isWritten(act)),
    ...card.answers.filter((answer) => answer !== settling && answer.text !== ''),
  ].sort((a, b) => a.at - b.at);
  const skipped = earlier.length - mostShown;
  const shown = earlier.slice(-mostShown);
  const isShown = (post: PostId) =>
    shown.some((one) =>
      isAnswer(one) ? one.postId === post : isWritten(one) && one.versions.includes(post),
    );
  return [
    ...(skipped > 0 ? [line(sayCount(desk, 'card.earlier', skipped))] : []),
    ...shown.map((one) => earlierLine(one, card, desk, now, { most, isShown })),
    ...(isWritten(newest) && !newest.gone
      ? [
          ...(hasContext || newest.kind === 'private'
            ? []
            : contextLines(newest, card.patron.id, { desk, isShown })),
          ...postLines(newest, desk, now),
        ]
      : []),
    ...(isWritten(newest) && newest.partial ? [line(say(desk.words, 'card.partial'))] : []),
    ...(newest.kind === 'mention' && newest.closed
      ? [
          line(
            say(desk.words, hasHandOff(desk) ? 'card.closed' : 'card.closed-here', {
              first: firstOf(card.patron),
            }),
          ),
        ]
      : []),
    ...(newest.kind === 'mention' ? moderatedLines(newest, desk) : []),
    ...(newest.kind === 'mention' && newest.unnamed ? [line(say(desk.words, 'card.unnamed'))] : []),
    ...(newest.gone && card.state !== 'withdrawn' ? [line(say(desk.words, 'card.removed'))] : []),
  ];
}

/** What the network says of a post or its writer, by its moderators or by the writer's own labels, where no picture waits for it. */
function moderatedLines({ media, sensitive, suspect }: Mention, desk: Desk): RichTextSection[] {
  const isSaidBelow = picturesOf(media, desk).length > 0;
  return [
    ...(sensitive && !isSaidBelow ? [line(say(desk.words, 'picture.sensitive'))] : []),
    ...(suspect ? [line(say(desk.words, `card.suspect.${suspect}`))] : []),
  ];
}

interface Recalled {
  /** Characters. */
  readonly most: number;
  readonly isShown: (post: PostId) => boolean;
}

function earlierLine(
  one: Act | Answer,
  card: Card,
  desk: Desk,
  now: number,
  { most, isShown }: Recalled,
): RichTextSection {
  const time = momentText(desk, one.at, now);
  if (isAnswer(one)) {
    const lead = say(desk.words, 'card.said-by-us', { time, name: nameOf(desk, writerOf(one) ?? '') });
    return line(lead, quote(answerText(card, one), most));
  }
  const lead = say(desk.words, 'card.said', { time, name: shownName(card.patron) });
  if (one.gone) return line(lead, say(desk.words, 'card.removed'));
  if (one.purged) return line(lead, say(desk.words, 'kept.post'));
  if (!isWritten(one)) return line(lead);
  const isUnderShown = one.kind === 'mention' && one.repliedTo !== undefined && isShown(one.repliedTo);
  const behind = one.kind === 'private' || isUnderShown ? '' : oursBehind(one, desk);
  return line(lead, shortText(one, desk, most), behind);
}

const isAnswer = (one: Act | Answer): one is Answer => 'how' in one;
