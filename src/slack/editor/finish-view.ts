import type { Button, KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { replyTarget } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { findingSentence } from '../../core/sentences/finding-sentences.js';
import { fitsLink, replyUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Checked } from '../../core/writing/check-words.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, line, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { modal, patronBlocks } from '../parts/modal.js';
import { statusBlocks, statusOf } from '../parts/status.js';
import { fitsButton } from '../values.js';

interface FinishContent {
  readonly card: Card;
  readonly desk: Desk;
  /** The signed words that the press on the link approves; undefined while nothing is written. */
  readonly text?: string | undefined;
  /** A sentence about why these words can't go out. */
  readonly stop?: string | undefined;
  /** Sentences about what to think over first. */
  readonly warnings?: readonly string[];
  /** They opened the network by this screen's link, and finish the answer there. */
  readonly isOpened?: true;
  readonly now: number;
}

/** The screen for words that were checked: where nothing is written yet, X opens without words. */
export function handOffView(card: Card, desk: Desk, checked: Checked, now: number): ModalView {
  const { text, stop, warnings } = checked;
  if (stop?.check === 'empty' || stop?.check === 'nothingAdded') return finishView({ card, desk, now });
  return finishView({
    card,
    desk,
    now,
    text,
    stop: stop && findingSentence(desk, stop, card),
    warnings: stop ? [] : warnings.map((warning) => findingSentence(desk, warning, card)),
  });
}

/** The same for somebody who opened X by its link: the words stay to be copied, and what came of it can be said. */
export const finishingView = (card: Card, desk: Desk, now: number): ModalView =>
  finishView({ card, desk, now, text: card.handOff?.text, isOpened: true });

/** The words as X will show them, and the one link that opens them there. */
export function finishView({
  card,
  desk,
  text,
  stop,
  warnings = [],
  isOpened,
  now,
}: FinishContent): ModalView {
  const post = replyTarget(card);
  return modal({
    callbackId: callbackIds.finish,
    ref: refTo(card, desk),
    desk,
    title: 'finish.title',
    close: 'draft.close',
    blocks: [
      ...pauseBlocks(desk, now),
      ...patronBlocks(card, desk, now),
      ...(isOpened ? openedBlocks(card, desk, now) : []),
      rich(
        ...(text === undefined ? [line(nothingYet(desk))] : [line(howTo(desk, post, text)), quoted(text)]),
      ),
      ...warnings.map((warning) => rich(line(warning))),
      ...linkOrStop(card, desk, post, text, stop),
    ],
  });
}

/** That they are finishing it since when, and what they may have seen there. */
function openedBlocks(card: Card, desk: Desk, now: number): KnownBlock[] {
  const status = statusOf(card, desk, now);
  const ref = refTo(card, desk);
  return [
    ...(status ? [statusBlocks(status)] : []),
    ...actions(
      button({ id: actionIds.itIsThere, label: say(desk.words, 'button.it-is-there'), ref }),
      button({ id: actionIds.notThere, label: say(desk.words, 'button.not-there'), ref }),
    ),
  ];
}

const nothingYet = (desk: Desk) => say(desk.words, 'finish.nothing', { account: desk.account.handle });

function howTo(desk: Desk, post: PostId | undefined, text: string): string {
  const how = say(desk.words, 'finish.said', { account: desk.account.handle });
  return post && !fitsLink(desk, post, text) ? `${how} ${say(desk.words, 'finish.too-long')}` : how;
}

function linkOrStop(
  card: Card,
  desk: Desk,
  post: PostId | undefined,
  text: string | undefined,
  stopped: string | undefined,
): KnownBlock[] {
  if (stopped) return [rich(line(stopped))];
  return post ? actions(openInXButton(card, desk, post, text)) : [];
}

/** A link to X's composer with these words. The press tells the desk which words, unless they are too long for a button. */
export function openInXButton(card: Card, desk: Desk, post: PostId, text?: string): Button {
  const ref = refTo(card, desk, text === undefined ? post : `${post} ${text}`);
  return button({
    id: actionIds.openInX,
    label: say(desk.words, 'button.open-in-x'),
    ref: fitsButton(ref) ? ref : refTo(card, desk, post),
    url: replyUrl(desk, post, text ?? ''),
  });
}
