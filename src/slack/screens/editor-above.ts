import type { KnownBlock } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { isFollow, isHello, reachOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { noticeSentence, refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { actions, line, note, quoted, rich } from '../parts/blocks.js';
import { deskNotes, pauseBlocks } from '../parts/desk-notes.js';
import { patronBlocks } from '../parts/modal.js';
import { postDetails } from '../parts/patron.js';
import { keptWords, noteBlocks } from '../parts/status.js';
import { openInXButton } from './finish-view.js';

interface Above {
  readonly card: Card;
  readonly desk: Desk;
  /** The person who writes, or who checks a colleague's words. */
  readonly by: SlackUserId;
  readonly now: number;
  /** What the newest post answers or quotes, where it was read for this person. */
  readonly context?: KnownBlock | undefined;
}

/** What stands above the input: what the writer must know first, what the patron wrote, what colleagues say of it. */
export function aboveInput({ card, desk, by, now, context }: Above) {
  const refusal = refusalToWrite(card, desk, by, now);
  const keptByOthers = card.keptWords.filter((one) => one.by !== by);
  return {
    news: refusal ? [rich(line(refusalSentence(desk, refusal, now)))] : pauseBlocks(desk, now),
    patron: [
      ...patronBlocks(card, desk, now, context),
      ...(isFollow(card) || isHello(card) ? [] : [note(postDetails(card, desk).join(' · '))]),
    ],
    around: [
      ...deskNotes(desk, now),
      ...noticeBlocks(card, desk, by, now),
      ...signInBlocks(card, desk, by, now),
      ...noteBlocks(card, desk, now),
      // Whoever lost the card has those words in the input.
      ...keptWords(refusal ? { ...card, keptWords: keptByOthers } : card, desk, now),
    ],
  };
}

/**
 * An id that changes with what stands above the input. A view with words in it is not changed by itself: by this id the
 * next key finds out whether the editor still tells the truth. A writer's own words that are kept beside a draft are no
 * news to them, and change with each key; nor is what was read for them alone.
 */
export function aboveId({ card, ...rest }: Above): string {
  const keptByOthers = card.keptWords.filter(({ by }) => by !== rest.by);
  return `above-${digest(JSON.stringify(aboveInput({ ...rest, context: undefined, card: { ...card, keptWords: keptByOthers } })))}`;
}

/** Why this person's words can't go out now, whatever they write: they lost the card, or it is answered. */
function refusalToWrite(card: Card, desk: Desk, by: SlackUserId, now: number): Refusal | undefined {
  const refusal = refusalFor(card, { do: 'save-draft' }, actorFor(desk, by), now);
  // *Send* takes a card that nobody has.
  return refusal?.refused === 'nobody-answers' ? undefined : refusal;
}

/** Where only a person can post the answer, a writer who is not signed in to X is told so before they write. */
function signInBlocks(card: Card, desk: Desk, by: SlackUserId, now: number): KnownBlock[] {
  if (reachOf(card, desk) === 'api') return [];
  const refusal = refusalFor(card, { do: 'hand-off' }, actorFor(desk, by), now);
  return refusal?.refused === 'no-sign-in' ? [rich(line(refusalSentence(desk, refusal, now)))] : [];
}

/** Why the last approval did not go out; where X takes the words from a person only, a link opens them there. */
function noticeBlocks(card: Card, desk: Desk, by: SlackUserId, now: number): KnownBlock[] {
  const why = noticeSentence(desk, card, now);
  const { notice, reply, patron } = card;
  // The pause itself stands at the top.
  if (why === undefined || (notice?.kind === 'paused' && desk.pause)) return [];
  const notSummoned = notice?.kind === 'rejected' && notice.reason === 'not-summoned';
  if (!notSummoned || !reply?.replyTo || refusalFor(card, { do: 'hand-off' }, actorFor(desk, by), now)) {
    return [rich(line(why))];
  }
  const fill = { first: firstOf(patron), account: desk.account.handle };
  return [
    rich(line(say(desk.words, 'editor.finish-in-x', fill)), quoted(reply.text)),
    ...actions(openInXButton(card, desk, reply.replyTo, reply.text)),
  ];
}

/** FNV-1a: short, and different for different words. */
export function digest(words: string): string {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
