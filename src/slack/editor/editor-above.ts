import type { KnownBlock } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { hasHandOff, newestAct, reachOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import { usd } from '../../core/money/bill.js';
import type { Patron } from '../../core/post/post.js';
import { firstOf, newPostUrl } from '../../core/sentences/phrases.js';
import { noticeSentence, refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { isBoundByBytes, linksIn, weighLength } from '../../core/writing/post-text.js';
import { actions, line, link, note, quoted, rich } from '../parts/blocks.js';
import { deskNotes, pauseBlocks } from '../parts/desk-notes.js';
import { patronBlocks } from '../parts/modal.js';
import { pictureBlocks } from '../parts/pictures.js';
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
  /** The words in the input; the card's draft, or else the opening, unless given. */
  readonly draft?: string | undefined;
  readonly opening?: string | undefined;
}

/** What stands above the input: what the writer must know first, what the patron wrote, what colleagues say of it. */
export function aboveInput({ card, desk, by, now, context, draft, opening = '' }: Above) {
  const refusal = refusalToWrite(card, desk, by, now);
  const keptByOthers = card.keptWords.filter((one) => one.by !== by);
  return {
    news: refusal ? [rich(line(refusalSentence(desk, refusal, now)))] : pauseBlocks(desk, now),
    patron: [...patronBlocks(card, desk, now, { context }), ...pictureBlocks(card, newestAct(card), desk)],
    around: [
      ...deskNotes(desk, now),
      ...noticeBlocks(card, desk, by, now),
      ...signInBlocks(card, desk, by, now),
      ...noteBlocks(card, desk, now),
      // Whoever lost the card has those words in the input.
      ...keptWords(refusal ? { ...card, keptWords: keptByOthers } : card, desk, now),
      ...priceBlocks(card, desk, draft ?? card.draft?.text ?? opening),
      ...bytesBlocks(desk, draft ?? card.draft?.text ?? opening),
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

/** An id that changes with the people whom a hello greets: somebody may follow while it is written. */
export const greetsId = (greets: readonly Patron[]): string =>
  `greets-${digest(greets.map(({ id }) => id).join(' '))}`;

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

/** What a link to a page of ours costs; *Send* warns of other links. */
function priceBlocks(card: Card, desk: Desk, words: string): KnownBlock[] {
  const isPriced = reachOf(card, desk) === 'api' && !desk.inPrivate;
  const price = isPriced ? desk.network.prices?.createWithLink : undefined;
  const isOurs = linksIn(words, desk.checks.ours).some(({ ours }) => ours);
  return price !== undefined && isOurs ? [note(say(desk.words, 'check.price', { price: usd(price) }))] : [];
}

/** Where a text has many bytes for its length, its characters alone would not say how long it may be. */
function bytesBlocks({ account, network, words }: Desk, text: string): KnownBlock[] {
  const { bytes: most } = network.characters;
  const binds = most !== undefined && isBoundByBytes(weighLength(text, network, account.longPosts));
  return binds ? [note(say(words, 'editor.bytes', { most }))] : [];
}

/** Why the last approval did not go out; where X takes the words from a person only, a link opens them there. */
function noticeBlocks(card: Card, desk: Desk, by: SlackUserId, now: number): KnownBlock[] {
  const why = noticeSentence(desk, card, now);
  const { notice, reply, patron } = card;
  // The pause itself stands at the top.
  if (why === undefined || (notice?.kind === 'paused' && desk.pause)) return [];
  if (notice?.kind === 'rejected' && notice.reason === 'private-closed')
    return [rich(line(why)), ...inPublicInstead(card, desk)];
  const notSummoned = hasHandOff(desk) && notice?.kind === 'rejected' && notice.reason === 'not-summoned';
  if (!notSummoned || !reply?.replyTo || refusalFor(card, { do: 'hand-off' }, actorFor(desk, by), now)) {
    return [rich(line(why))];
  }
  const fill = { first: firstOf(patron), account: desk.account.handle };
  return [
    rich(line(say(desk.words, 'editor.finish-in-x', fill)), quoted(reply.text)),
    ...actions(openInXButton(card, desk, reply.replyTo, reply.text)),
  ];
}

/** Where somebody takes no message from us: a new post to them, in the network's own composer, without any of the words. */
function inPublicInstead({ patron }: Card, desk: Desk): KnownBlock[] {
  const { words } = desk;
  const there = link(newPostUrl(desk, `@${patron.handle} `), say(words, 'private.in-public'));
  return [rich(line(there)), note(say(words, 'private.in-public-hint', { first: firstOf(patron) }))];
}

/** FNV-1a: short, and different for different words. */
export function digest(words: string): string {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
