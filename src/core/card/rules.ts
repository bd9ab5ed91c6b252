import type { ActionName } from './actions.js';
import type { CardState } from './card.js';

/**
 * Who may: *holder* is the person who has the card, or any staff member while nobody has it; *writer* the holder or the
 * reviewer; *witness* the holder, or staff who confirmed what they say; *approver* a holder who is no trainee, or in
 * review the reviewer; *checker* a colleague of the writer's who is no trainee; *deleter* whoever approved the last
 * answer, or the lead.
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

export interface Rule {
  readonly from: readonly CardState[];
  readonly by: Role;
  /** The desk may do it too. */
  readonly orDesk?: true;
  readonly needsXSignIn?: true;
  /** Also while the card is flagged: "don't answer yet". */
  readonly flagged?: true;
}

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

const inHand: readonly CardState[] = ['claimed', 'in-review', 'handed-off'];

/** What is legal from where, for whom. Buttons, refusals and tests read this table and nothing else. */
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
  // X's own yes counts however late it comes, also when somebody said meanwhile that the answer isn't there.
  publish: { from: everyState, by: 'desk', flagged: true },
  reject: { from: ['posting', 'unsure'], by: 'desk' },
  'mark-unknown': { from: ['posting'], by: 'desk' },
  'not-found': { from: ['unsure'], by: 'desk' },
  // Also from a hand-off: its holder may open another post after all.
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
  scrub: { from: everyState, by: 'desk', flagged: true },
};

export const isLegal = (action: ActionName, state: CardState): boolean => rules[action].from.includes(state);
