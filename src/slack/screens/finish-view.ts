import type { Button, KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { replyTarget } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { findingSentence } from '../../core/sentences/finding-sentences.js';
import { fitsLink, replyUrl } from '../../core/sentences/links.js';
import { say } from '../../core/words/words.js';
import type { Checked } from '../../core/writing/check-words.js';
import { actionIds, callbackIds, fitsButton } from '../ids.js';
import { actions, button, line, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal, patronBlocks } from '../parts/modal.js';

export interface Finishing {
  readonly card: Card;
  readonly desk: Desk;
  /** Exactly what is approved by the press on the link, signed; undefined while nothing is written. */
  readonly text?: string | undefined;
  /** Why these words can't go out. */
  readonly stopped?: string | undefined;
  /** What a colleague would say of them. */
  readonly warned?: readonly string[];
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
    stopped: stop && findingSentence(desk, stop, card),
    warned: stop ? [] : warnings.map((warning) => findingSentence(desk, warning, card)),
  });
}

/** The words as X will show them, and the one link that opens them there. */
export function finishView({ card, desk, text, stopped, warned = [], now }: Finishing): ModalView {
  const post = replyTarget(card);
  return modal({
    callbackId: callbackIds.finish,
    ref: refTo(card, desk),
    desk,
    title: 'finish.title',
    close: 'draft.close',
    blocks: [
      ...patronBlocks(card, desk, now),
      rich(
        ...(text === undefined ? [line(nothingYet(desk))] : [line(howTo(desk, post, text)), quoted(text)]),
      ),
      ...warned.map((said) => rich(line(said))),
      ...linkOrStop(card, desk, post, text, stopped),
    ],
  });
}

const nothingYet = (desk: Desk) => say(desk.words, 'finish.nothing', { account: desk.x.handle });

function howTo(desk: Desk, post: PostId | undefined, text: string): string {
  const said = say(desk.words, 'finish.said', { account: desk.x.handle });
  return post && !fitsLink(desk, post, text) ? `${said} ${say(desk.words, 'finish.too-long')}` : said;
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

/** X's composer with these words, as the library; the press tells the desk which words they are, unless they are too long. */
export function openInXButton(card: Card, desk: Desk, post: PostId, text?: string): Button {
  const ref = refTo(card, desk, text === undefined ? post : `${post} ${text}`);
  return button({
    id: actionIds.openInX,
    label: say(desk.words, 'button.open-in-x'),
    ref: fitsButton(ref) ? ref : refTo(card, desk, post),
    url: replyUrl(desk, post, text ?? ''),
  });
}
