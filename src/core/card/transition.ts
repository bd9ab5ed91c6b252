import type { SlackUserId } from '../ids.js';
import type { Action, ActionName, Who } from './actions.js';
import type { Card } from './card.js';
import type { Refusal } from './refusal.js';

/** What somebody should be told besides what the card shows. */
export type CardEvent =
  | { readonly event: 'taken-over'; readonly from: SlackUserId; readonly by: SlackUserId }
  | { readonly event: 'passed'; readonly to: SlackUserId; readonly by: SlackUserId }
  | { readonly event: 'sent-back'; readonly to: SlackUserId; readonly by: SlackUserId }
  /** The patron changed or removed what the person is answering. */
  | { readonly event: 'changed' | 'removed'; readonly to: SlackUserId };

export interface Step {
  readonly card: Card;
  /** It changes nothing that the card's message shows. */
  readonly quiet?: true;
  readonly events?: readonly CardEvent[];
}

/** What some actions make of a card. The rules have been asked already: state and person are right. */
export type Steps<Names extends ActionName> = {
  readonly [Name in Names]: (
    card: Card,
    action: Extract<Action, { do: Name }>,
    who: Who,
    now: number,
  ) => Step | Refusal;
};
