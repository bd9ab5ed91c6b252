import type { Button, KnownBlock, Overflow } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { ActionName } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { isLegal, isSentAgain, rules } from '../../core/card/rules.js';
import {
  hasHandOff,
  isFollow,
  isHello,
  isPrivate,
  isWritten,
  lastAnswer,
  takesNoReply,
  waitingAct,
} from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say, type WordKey } from '../../core/words/words.js';
import { greetLabel, type Starter, startersFor } from '../../core/writing/starters.js';
import {
  actionIds,
  type MoreOption,
  moreActionId,
  type PanelOption,
  panelActionId,
  starterActionId,
} from '../ids.js';
import type { PanelRef, Ref } from '../values.js';
import { actions, button, type Confirm, overflow } from './blocks.js';

interface Choice {
  /** The action that the press leads to; the button is there only while it is legal. Undefined where nothing is changed. */
  readonly needs?: ActionName;
  /** What else has to be true of the card. */
  readonly when?: (card: Card, desk: Desk) => boolean;
  readonly as: 'starters' | { readonly id: string; readonly label: WordKey } | MoreOption;
}

const inStates =
  (...states: readonly Card['state'][]) =>
  (card: Card) =>
    states.includes(card.state);
const isNotSeen = (card: Card) => card.state === 'unsure' && card.reply?.notSeen === true;
const isHandedOff = inStates('handed-off');
const isNewFollower = (card: Card) => isFollow(card) && card.state === 'open';
const isUnderReview = (card: Card) => card.review?.reviewer !== undefined;
const hasMore = ({ state }: Card) => state !== 'sending' && state !== 'posting';
const isBeingWritten = (card: Card) => card.state === 'claimed' || isUnderReview(card);

/** In the order of the screen. Only the rules say what is legal. */
const choices: readonly Choice[] = [
  { needs: 'claim', as: 'starters' },
  { needs: 'claim', when: isHello, as: { id: starterActionId('hello'), label: 'button.write' } },
  {
    needs: 'dismiss',
    when: (card) => isNewFollower(card) && !card.linkOnly,
    as: { id: actionIds.skip, label: 'button.skip' },
  },
  { needs: 'dismiss', when: isClosedHere, as: { id: actionIds.skip, label: 'button.dismiss' } },
  {
    needs: 'check',
    when: (card) => !isUnderReview(card),
    as: { id: actionIds.check, label: 'button.check' },
  },
  { needs: 'save-draft', when: isBeingWritten, as: { id: actionIds.open, label: 'button.open' } },
  {
    needs: 'unflag',
    when: (card) => card.flag !== undefined && !isBeingWritten(card) && !card.linkOnly,
    as: { id: actionIds.open, label: 'button.open' },
  },
  { needs: 'undo', when: (card) => !isSentAgain(card), as: { id: actionIds.undo, label: 'button.undo' } },
  {
    needs: 'it-is-there',
    when: (card) => isNotSeen(card) || isHandedOff(card),
    as: { id: actionIds.itIsThere, label: 'button.it-is-there' },
  },
  { needs: 'not-there', when: isNotSeen, as: { id: actionIds.notThere, label: 'button.not-there' } },
  { needs: 'unflag', when: (card) => card.flag !== undefined, as: 'unflag' },
  { needs: 'save-draft', when: (card) => !isBeingWritten(card) && !card.flag, as: 'open' },
  { needs: 'not-there', when: isHandedOff, as: 'not-there' },
  { needs: 'pass', as: 'pass' },
  {
    needs: 'dismiss',
    when: (card, desk) =>
      !isNewFollower(card) &&
      !isClosedHere(card, desk) &&
      !card.linkOnly &&
      inStates('open', 'claimed')(card),
    as: 'dismiss',
  },
  { needs: 'release', when: isHandedOff, as: 'release' },
  { needs: 'snooze', when: (card) => card.snoozedUntil === undefined, as: 'snooze' },
  { needs: 'wake', when: (card) => card.snoozedUntil !== undefined, as: 'wake' },
  { needs: 'hand-off', when: canFinishInX, as: 'finish' },
  { needs: 'flag', when: (card) => card.linkOnly === true, as: 'flag' },
  { when: (card) => isDone(card) && !card.linkOnly, as: 'show-all' },
  { when: isWorthSaving, as: 'save-starter' },
  { needs: 'delete-from-x', when: isDeletable, as: 'delete' },
  { when: (card) => hasMore(card) && !card.linkOnly, as: 'more' },
  { when: (card) => isDone(card) || card.linkOnly === true, as: 'history' },
  { needs: 'reopen', as: 'reopen' },
];

/** Whether somebody waits for an answer that can't be sent: *No reply needed* is what is left to press. */
function isClosedHere(card: Card, desk: Desk): boolean {
  return takesNoReply(card, desk) && inStates('open', 'claimed')(card);
}

/** Only a mention can be finished in X: a greeting is written there anyway, and a hello answers nobody. */
function canFinishInX(card: Card, desk: Desk): boolean {
  return (
    hasHandOff(desk) &&
    !isFollow(card) &&
    !isHello(card) &&
    !isPrivate(card) &&
    inStates('open', 'claimed', 'in-review')(card)
  );
}

/** Whether the last answer has words that could begin another answer; a hello could not, and private words stay private. */
function isWorthSaving(card: Card): boolean {
  return card.state === 'sent' && !isHello(card) && !isPrivate(card) && (lastAnswer(card)?.text ?? '') !== '';
}

/** Whether we know the post of the last answer, and so can delete it. X deletes a private message for us alone. */
export function isDeletable(card: Card): boolean {
  return !isPrivate(card) && lastAnswer(card)?.postId !== undefined;
}

/** What a button of a card is about. */
export const refTo = (card: Card, desk: Desk, extra?: string): Ref => ({
  desk: desk.id,
  card: card.id,
  ...(extra === undefined ? {} : { extra }),
});

/** Whether the rules let anybody do this to the card now. */
function isOffered(card: Card, needs: ActionName): boolean {
  return (
    isLegal(needs, card.state) &&
    (!card.flag || rules[needs].flagged === true) &&
    (!card.linkOnly || rules[needs].linkOnly === true)
  );
}

const offeredOf = (card: Card, desk: Desk): readonly Choice['as'][] =>
  choices
    .filter(
      ({ needs, when }) => (needs === undefined || isOffered(card, needs)) && (when?.(card, desk) ?? true),
    )
    .map(({ as }) => as);

/** A card's row of buttons with its menu; no block when nothing can be done. */
export function cardButtons(card: Card, desk: Desk): KnownBlock[] {
  return actions(
    ...offeredOf(card, desk).flatMap((as) => buttonsFor(as, card, desk)),
    ...cardMenu(card, desk),
  );
}

/** The menu of a card, as a list of one; of none when nothing is in it. */
export function cardMenu(card: Card, desk: Desk): Overflow[] {
  const inMenu = offeredOf(card, desk)
    .filter((as) => typeof as === 'string')
    .filter((as) => as !== 'starters');
  if (inMenu.length === 0) return [];
  const options = inMenu.map((option) => ({
    label: optionLabel(option, desk),
    ref: refTo(card, desk, option),
  }));
  return [overflow(actionIds.more, options)];
}

/** What an option of a menu is called; `lead` is the name of the lead whom it asks. */
export const optionLabel = (option: MoreOption, desk: Desk, lead = leadOf(desk)): string =>
  say(desk.words, `button.${option}`, { lead });

/** *Lift*: the flag ends. */
export const liftButton = (card: Card, desk: Desk): Button =>
  button({
    id: moreActionId('unflag'),
    label: optionLabel('unflag', desk),
    ref: refTo(card, desk, 'unflag'),
  });

function buttonsFor(as: Choice['as'], card: Card, desk: Desk): Button[] {
  if (as === 'starters') return starterButtons(card, desk);
  if (typeof as === 'string') return [];
  return [button({ id: as.id, label: say(desk.words, as.label), ref: refTo(card, desk) })];
}

/** The first starter stands out; for a new follower none does, because no answer is fine there. */
function starterButtons(card: Card, desk: Desk): Button[] {
  return startersOf(card, desk).map(({ id, label }, index) =>
    button({
      id: id === 'greet' ? actionIds.greet : starterActionId(id),
      label,
      ref: refTo(card, desk),
      primary: index === 0 && id !== 'greet',
    }),
  );
}

/** The starters of an open card. A greeting has its openings beside the follower's posts, so its card has only *Greet*. */
export function startersOf(card: Card, desk: Desk): readonly Pick<Starter, 'id' | 'label'>[] {
  const act = waitingAct(card);
  if (act.kind === 'follow') return [{ id: 'greet', label: greetLabel(desk) }];
  return isWritten(act) && !takesNoReply(card, desk) ? startersFor(act.topic, act.text, desk) : [];
}

/** A button of a panel; `extra` is what else it says, such as a page. */
export const panelButton = (
  option: PanelOption,
  label: string,
  panel: Pick<Panel, 'id'>,
  desk: Desk,
  extra?: string,
  confirm?: Confirm,
) => button({ id: panelActionId(option), label, ref: panelRef(panel, desk, extra), confirm });

/** What a button of a panel is about. */
export const panelRef = ({ id }: Pick<Panel, 'id'>, desk: Desk, extra?: string): PanelRef => ({
  desk: desk.id,
  panel: id,
  ...(extra === undefined ? {} : { extra }),
});
