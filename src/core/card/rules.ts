import type { ActionName } from './actions.js';
import type { CardState } from './card.js';

/**
 * Who may do something:
 * - *staff*: any staff member; *lead*: a lead; *desk*: the desk itself, and no person.
 * - *holder*: the person who has the card, or any staff member while nobody has it.
 * - *writer*: the holder or the reviewer.
 * - *witness*: the holder, or any staff member who confirmed that they looked.
 * - *approver*: a holder who is no trainee; while the card is in review, the reviewer.
 * - *checker*: a staff member who is neither the holder nor a trainee, while no other colleague checks.
 * - *reviewer*: the checker who pressed *Check*.
 * - *deleter*: the person who sent the last answer, or a lead.
 */
export type Role =
  | 'staff'
  | 'holder'
  | 'writer'
  | 'witness'
  | 'approver'
  | 'checker'
  | 'reviewer'
  | 'deleter'
  | 'lead'
  | 'desk';

/** When an action is legal. */
interface Rule {
  readonly from: readonly CardState[];
  readonly by: Role;
  /** The desk may do it too. */
  readonly orDesk?: true;
  readonly needsXSignIn?: true;
  /** Legal also while the card is flagged "don't answer yet". */
  readonly flagged?: true;
}

/** All states of a card. */
export const everyState: readonly CardState[] = [
  'open',
  'claimed',
  'in-review',
  'sending',
  'posting',
  'sent',
  'unsure',
  'handed-off',
  'dismissed',
  'expired',
  'withdrawn',
];

/** States in which a person works on the card. */
const inHand: readonly CardState[] = ['claimed', 'in-review', 'handed-off'];

/** Which action is legal in which states, and for whom. Buttons, refusals and tests read this table and no other. */
export const rules: { readonly [Name in ActionName]: Rule } = {
  claim: { from: ['open'], by: 'staff' },
  'take-over': { from: [...inHand, 'unsure'], by: 'staff' },
  release: { from: inHand, by: 'holder', orDesk: true },
  keep: { from: inHand, by: 'writer' },
  pass: { from: ['open', ...inHand], by: 'holder' },
  flag: { from: ['open', ...inHand], by: 'staff' },
  unflag: { from: ['open', ...inHand], by: 'lead', flagged: true },
  'save-draft': { from: ['claimed', 'in-review'], by: 'writer', flagged: true },
  'keep-words': { from: everyState, by: 'staff', flagged: true },
  'ask-review': { from: ['claimed'], by: 'holder' },
  check: { from: ['in-review'], by: 'checker' },
  'send-back': { from: ['in-review'], by: 'reviewer' },
  approve: { from: ['claimed', 'in-review'], by: 'approver' },
  undo: { from: ['sending'], by: 'staff' },
  begin: { from: ['sending'], by: 'desk' },
  'put-back': { from: ['posting'], by: 'desk' },
  // X's own "published" counts however late it comes, also after a person said that the answer is not there.
  publish: { from: everyState, by: 'desk', flagged: true },
  reject: { from: ['posting', 'unsure'], by: 'desk' },
  'mark-unknown': { from: ['posting'], by: 'desk' },
  'not-found': { from: ['unsure'], by: 'desk' },
  // Also during a hand-off: its holder may open another post instead.
  'hand-off': {
    from: ['open', 'claimed', 'in-review', 'handed-off'],
    by: 'approver',
    needsXSignIn: true,
  },
  'timeline-checked': { from: ['handed-off'], by: 'desk', flagged: true },
  seen: { from: everyState, by: 'desk', flagged: true },
  'it-is-there': { from: ['unsure', 'handed-off'], by: 'witness' },
  'not-there': { from: ['unsure', 'handed-off'], by: 'witness' },
  'another-act': { from: everyState, by: 'desk', flagged: true },
  edited: { from: everyState, by: 'desk', flagged: true },
  dismiss: { from: ['open', ...inHand], by: 'holder' },
  reopen: { from: ['dismissed', 'expired'], by: 'staff' },
  snooze: { from: ['open', 'claimed'], by: 'staff' },
  wake: { from: ['open', 'claimed'], by: 'staff', orDesk: true },
  mute: { from: ['open'], by: 'staff' },
  start: { from: ['open', 'dismissed', 'expired'], by: 'staff' },
  greeted: { from: ['open'], by: 'desk' },
  'delete-from-x': { from: ['sent'], by: 'deleter' },
  expire: { from: ['open'], by: 'desk' },
  withdraw: { from: everyState, by: 'desk', flagged: true },
};

/** Whether an action is legal in a state, for at least one role. */
export const isLegal = (action: ActionName, state: CardState): boolean => rules[action].from.includes(state);
