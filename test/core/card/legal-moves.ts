import type { ActionName, Actor } from '../../../src/core/card/actions.js';
import type { CardState } from '../../../src/core/card/card.js';
import type { SlackUserId } from '../../../src/core/ids.js';

/** `back` is where the answer was approved: claimed, or in review when a reviewer approved it. */
type Leads = Partial<Record<CardState, CardState | 'back'>>;

interface Moves {
  readonly who: keyof typeof may;
  /** From which state to which, for a card with one act that nobody answered yet. */
  readonly leads: Leads;
  /** Also while the card is flagged. */
  readonly flagged?: true;
}

const staysIn = <State extends CardState>(...states: readonly State[]) =>
  Object.fromEntries(states.map((state) => [state, state])) as Record<State, State>;
const from = <State extends CardState, To extends CardState | 'back'>(
  states: readonly State[],
  to: To,
): Record<State, To> => Object.fromEntries(states.map((state) => [state, to])) as Record<State, To>;

export const states: readonly CardState[] = [
  ...(['open', 'claimed', 'in-review', 'sending', 'posting', 'sent'] as const),
  ...(['unsure', 'handed-off', 'dismissed', 'expired', 'withdrawn'] as const),
];
const anywhere = staysIn(...states);
const inHand = ['claimed', 'in-review', 'handed-off'] as const;

/** What may be done with a card, written down apart from the program: what is not here is refused. */
const legalMoves: Readonly<Record<ActionName, Moves>> = {
  // A person takes it, and lets it go.
  claim: { who: 'staff', leads: { open: 'claimed' } },
  'take-over': {
    who: 'staff',
    leads: { claimed: 'claimed', 'in-review': 'claimed', unsure: 'unsure', 'handed-off': 'claimed' },
  },
  release: { who: 'the holder, or the desk', leads: from(inHand, 'open') },
  keep: { who: 'the holder, or the reviewer', leads: staysIn(...inHand) },
  pass: { who: 'the holder', leads: from(['open', ...inHand], 'claimed') },
  start: { who: 'staff', leads: from(['open', 'expired', 'dismissed'], 'claimed') },

  // A person sets it aside.
  flag: { who: 'staff', leads: staysIn('open', ...inHand) },
  unflag: { who: 'the lead', leads: staysIn('open', ...inHand), flagged: true },
  dismiss: { who: 'the holder', leads: from(['open', ...inHand], 'dismissed') },
  reopen: { who: 'staff', leads: from(['dismissed', 'expired'], 'open') },
  snooze: { who: 'staff', leads: staysIn('open', 'claimed') },
  wake: { who: 'staff, or the desk', leads: staysIn('open', 'claimed') },
  mute: { who: 'staff', leads: { open: 'dismissed' } },

  // A person writes, and a colleague checks.
  'save-draft': { who: 'the holder, or the reviewer', leads: staysIn('claimed', 'in-review'), flagged: true },
  'keep-words': { who: 'staff', leads: anywhere, flagged: true },
  'ask-review': { who: 'the holder', leads: { claimed: 'in-review' } },
  check: { who: 'a colleague who may check', leads: staysIn('in-review') },
  'send-back': { who: 'the reviewer', leads: { 'in-review': 'claimed' } },

  // A person approves it; the desk sends it once.
  approve: { who: 'whoever may approve', leads: from(['claimed', 'in-review'], 'sending') },
  undo: { who: 'staff', leads: { sending: 'back' } },
  begin: { who: 'the desk', leads: { sending: 'posting' } },
  'put-back': { who: 'the desk', leads: { posting: 'sending' } },
  // A yes of X counts however late. Without a call under way there is no token that could fit.
  publish: {
    who: 'the desk',
    leads: { ...from(states, 'sent'), ...staysIn('sending', 'withdrawn') },
    flagged: true,
  },
  reject: { who: 'the desk', leads: from(['posting', 'unsure'], 'back') },
  'mark-unknown': { who: 'the desk', leads: { posting: 'unsure' } },
  'not-found': { who: 'the desk', leads: staysIn('unsure') },

  // A person finishes it in X.
  'hand-off': {
    who: 'whoever may approve, signed in to X',
    leads: from(['open', 'claimed', 'in-review', 'handed-off'], 'handed-off'),
  },
  'timeline-checked': { who: 'the desk', leads: staysIn('handed-off'), flagged: true },
  'it-is-there': { who: 'the holder, or staff who looked', leads: from(['unsure', 'handed-off'], 'sent') },
  'not-there': { who: 'the holder, or staff who looked', leads: from(['unsure', 'handed-off'], 'claimed') },

  // What X brings.
  seen: { who: 'the desk', leads: { ...from(states, 'sent'), withdrawn: 'withdrawn' }, flagged: true },
  'another-act': {
    who: 'the desk',
    leads: { ...anywhere, ...from(['sent', 'dismissed', 'expired', 'withdrawn'], 'open') },
    flagged: true,
  },
  edited: { who: 'the desk', leads: { ...anywhere, sending: 'back' }, flagged: true },
  withdraw: {
    who: 'the desk',
    leads: { ...from(states, 'withdrawn'), ...staysIn('posting', 'sent') },
    flagged: true,
  },
  expire: { who: 'the desk', leads: { open: 'expired' } },
  greeted: { who: 'the desk', leads: { open: 'dismissed' } },
  'follow-back': { who: 'staff', leads: staysIn(...states.filter((state) => state !== 'withdrawn')) },
  hold: { who: 'the lead', leads: anywhere, flagged: true },
  'end-hold': { who: 'the lead', leads: anywhere, flagged: true },
  'delete-from-x': { who: 'whoever approved the answer, or the lead', leads: { sent: 'claimed' } },
};

export const actions = Object.keys(legalMoves) as ActionName[];

/** All that a bystander has to know of a card to say what may be done. */
export interface Situation {
  readonly state: CardState;
  /** Who has it; undefined where nobody does. */
  readonly holder?: SlackUserId | undefined;
  readonly reviewer?: SlackUserId | undefined;
  readonly approvedIn: 'claimed' | 'in-review';
  /** Whose answer it was last. */
  readonly answeredBy?: SlackUserId | undefined;
  readonly flagged: boolean;
}

type Staff = Extract<Actor, { kind: 'staff' }>;
interface Asked extends Situation {
  readonly action: ActionName;
  /** They said that they looked at our posts on X. */
  readonly looked: boolean;
}
type Says = (who: Staff, asked: Asked) => string | undefined;

const nobody: Says = () => 'desk-only';
const staff: Says = () => undefined;

const holder: Says = (who, { action, holder }) => {
  if (!holder || holder === who.id) return undefined;
  return ['save-draft', 'approve', 'hand-off'].includes(action) ? 'taken' : 'not-yours';
};

/** Not whoever wrote it, nor a trainee; and one colleague only. */
const checker: Says = (who, { holder, reviewer }) => {
  if (holder === who.id) return 'own-check';
  if (who.trainee) return 'trainee-check';
  return reviewer === undefined || reviewer === who.id ? undefined : 'in-review';
};

const reviewer: Says = (who, asked) =>
  checker(who, asked) ?? (asked.reviewer === who.id ? undefined : 'in-review');

const approver: Says = (who, asked) =>
  asked.state === 'in-review'
    ? reviewer(who, asked)
    : (holder(who, asked) ?? (who.trainee ? 'trainee' : undefined));

/** Why somebody of the staff may not. */
const may = {
  staff,
  'staff, or the desk': staff,
  'the desk': nobody,
  'the holder': holder,
  'the holder, or the desk': holder,
  'the holder, or the reviewer': (who, asked) => (asked.reviewer === who.id ? undefined : holder(who, asked)),
  'the holder, or staff who looked': (who, asked) => (asked.looked ? undefined : holder(who, asked)),
  'the reviewer': reviewer,
  'a colleague who may check': checker,
  'whoever may approve': approver,
  'whoever may approve, signed in to X': (who, asked) =>
    approver(who, asked) ?? (who.xSignIn ? undefined : 'no-sign-in'),
  'whoever approved the answer, or the lead': (who, { answeredBy }) =>
    who.lead || answeredBy === who.id ? undefined : 'not-deleter',
  'the lead': (who) => (who.lead ? undefined : 'lead-only'),
} satisfies Record<string, Says>;

/** What somebody is told who tries what the state does not allow. */
const refusalIn: Readonly<Record<CardState, string>> = {
  open: 'nobody-answers',
  claimed: 'taken',
  'in-review': 'in-review',
  sending: 'going',
  posting: 'too-late',
  sent: 'answered',
  unsure: 'checking',
  'handed-off': 'finishing',
  dismissed: 'closed',
  expired: 'expired',
  withdrawn: 'removed',
};

/** The state that an action leads to, or `refused: …`. */
export function expected(action: ActionName, actor: Actor, card: Situation, looked = false): string {
  const { who: allowed, leads, flagged } = legalMoves[action];
  if (actor.kind === 'outsider') return 'refused: not-staff';
  if (actor.kind === 'desk' && !allowed.includes('the desk')) return 'refused: not-staff';
  if (actor.kind === 'staff' && allowed === 'the desk') return 'refused: desk-only';
  const to = leads[card.state];
  if (!to) return `refused: ${tooLate(action, card) ? 'too-late' : refusalIn[card.state]}`;
  if (card.flagged && !flagged) return 'refused: flagged';
  const refusal = actor.kind === 'staff' ? may[allowed](actor, { ...card, action, looked }) : undefined;
  if (refusal) return `refused: ${refusal}`;
  // Who has the card has it already.
  if (action === 'take-over' && actor.kind === 'staff' && actor.id === card.holder) return card.state;
  return to === 'back' ? card.approvedIn : to;
}

const tooLate = (action: ActionName, { state }: Situation) => action === 'undo' && state === 'sent';
