import type { Button, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isLegal, isSentAgain } from '../../core/card/rules.js';
import { checkersOf } from '../../core/desk/checker.js';
import type { Desk } from '../../core/desk/desk.js';
import { isOpen } from '../../core/rota/open-hours.js';
import { firstOf, nameOf, timeWithSeconds } from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, line, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { modal } from '../parts/modal.js';

interface AfterSend {
  readonly card: Card;
  readonly desk: Desk;
  /** How many other cards wait that this person can take. */
  readonly waiting: number;
  readonly now: number;
}

/** After *Send*: when the approved words go out, *Undo*, and *Next* when other cards wait. */
export function outgoingView({ card, desk, waiting, now }: AfterSend): ModalView {
  const { words, rota } = desk;
  const { reply } = card;
  const going = say(words, 'going.at', { time: timeWithSeconds(rota, reply?.dueAt ?? card.changedAt) });
  const undo = button({ id: actionIds.undo, label: say(words, 'button.undo'), ref: refTo(card, desk) });
  return modal({
    callbackId: callbackIds.going,
    ref: refTo(card, desk),
    desk,
    title: desk.pause ? 'outcome.not-sent-title' : 'going.title',
    close: 'going.close',
    blocks: [
      ...pauseBlocks(desk, now),
      // While sending is paused it does not go out at its time.
      rich(
        desk.pause ? undefined : line(noticeSentence(desk, card, now) ?? going),
        quoted(reply?.text ?? ''),
      ),
      ...actions(
        ...(isLegal('undo', card.state) && !isSentAgain(card) ? [undo] : []),
        ...nextButton(card, desk, waiting),
      ),
    ],
  });
}

/** After *Ask for a check*: who checks, and *Next* when other cards wait. */
export function askedView({ card, desk, waiting, now }: AfterSend): ModalView {
  return modal({
    callbackId: callbackIds.going,
    ref: refTo(card, desk),
    desk,
    title: 'asked.title',
    about: firstOf(card.patron),
    close: 'going.close',
    blocks: [
      ...pauseBlocks(desk, now),
      rich(line(whoChecks(card, desk, now)), quoted(card.draft?.text ?? '')),
      ...actions(...nextButton(card, desk, waiting)),
    ],
  });
}

function whoChecks({ holder }: Card, desk: Desk, now: number): string {
  const [asked] = checkersOf(desk, holder?.id, now);
  return asked && isOpen(desk.rota, now)
    ? say(desk.words, 'asked.said-by', { name: nameOf(desk, asked) })
    : say(desk.words, 'asked.said');
}

/** *Next*, where other cards wait. */
export function nextButton(card: Card, desk: Desk, count: number, primary = true): Button[] {
  if (count === 0) return [];
  const label = say(desk.words, 'button.next-waiting', { count });
  return [button({ id: actionIds.next, label, ref: refTo(card, desk), primary })];
}
