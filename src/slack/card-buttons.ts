import type { Button, KnownBlock } from '@slack/web-api';
import { type ActionName, isLegal } from '../core/actions.js';
import { type Card, isFollow } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { waitsWith } from '../core/next.js';
import { startersFor } from '../core/starters.js';
import { say, type WordKey } from '../core/words.js';
import { actions, button, overflow } from './blocks.js';
import { actionIds, type MoreOption, type Ref, starterActionId } from './ids.js';

interface Choice {
  /** The action that the press leads to: without it being legal there is no button. */
  readonly needs: ActionName;
  /** What else has to be true. */
  readonly when?: (card: Card) => boolean;
  readonly as: 'starters' | { readonly id: string; readonly label: WordKey } | MoreOption;
}

const notSeen = (card: Card) => card.state === 'unsure' && card.reply?.notSeen === true;
const isHandedOff = (card: Card) => card.state === 'handed-off';
const isNewFollower = (card: Card) => isFollow(card) && card.state === 'open';

/** In the order of the screen. What is legal stands in the rules and nowhere else. */
const choices: readonly Choice[] = [
  { needs: 'claim', as: 'starters' },
  { needs: 'dismiss', when: isNewFollower, as: { id: actionIds.skip, label: 'button.skip' } },
  { needs: 'save-draft', as: { id: actionIds.open, label: 'button.open' } },
  { needs: 'undo', as: { id: actionIds.undo, label: 'button.undo' } },
  {
    needs: 'it-is-there',
    when: (card) => notSeen(card) || isHandedOff(card),
    as: { id: actionIds.itIsThere, label: 'button.it-is-there' },
  },
  { needs: 'not-there', when: notSeen, as: { id: actionIds.notThere, label: 'button.not-there' } },
  { needs: 'not-there', when: isHandedOff, as: 'not-there' },
  { needs: 'release', as: 'release' },
  // Somebody else's draft is taken over by whoever reads it: there the button stands beside it.
  { needs: 'take-over', when: (card) => card.state !== 'claimed', as: 'take-over' },
  { needs: 'dismiss', when: (card) => !isNewFollower(card), as: 'dismiss' },
  { needs: 'reopen', as: 'reopen' },
];

export const refTo = (card: Card, desk: Desk, extra?: string): Ref => ({
  desk: desk.id,
  card: card.id,
  ...(extra === undefined ? {} : { extra }),
});

/** A card's row of buttons and its overflow menu; nothing when nothing can be done. */
export function cardButtons(card: Card, desk: Desk): KnownBlock[] {
  const offered = choices.filter(({ needs, when }) => isLegal(needs, card.state) && (when?.(card) ?? true));
  const more = offered.flatMap(({ as }) => (typeof as === 'string' && as !== 'starters' ? [as] : []));
  const menu = more.map((option) => ({
    label: say(desk.words, `button.${option}`),
    ref: refTo(card, desk, option),
  }));
  return actions(
    ...offered.flatMap(({ as }) => buttonsFor(as, card, desk)),
    ...(menu.length > 0 ? [overflow(actionIds.more, menu)] : []),
  );
}

function buttonsFor(as: Choice['as'], card: Card, desk: Desk): Button[] {
  if (as === 'starters') return starterButtons(card, desk);
  if (typeof as === 'string') return [];
  return [button({ id: as.id, label: say(desk.words, as.label), ref: refTo(card, desk) })];
}

/** The first starter stands out, but not where no answer is fine. */
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

/** The draft-reply buttons that a card offers while it is open. */
export function startersOf(card: Card, desk: Desk) {
  const act = waitsWith(card);
  return startersFor(act.kind, act.kind === 'mention' ? act.topic : undefined, desk.words);
}
