import type { ActionName, Who } from '../../src/core/actions.js';
import type { CardState } from '../../src/core/card.js';

interface Moves {
  /** `holder` means any staff member where nobody holds the card. */
  readonly who: 'staff' | 'holder' | 'holder, no trainee' | 'holder, no trainee, signed in to X' | 'desk';
  /** From which state to which, for a card with one act that nobody answered yet. */
  readonly leads: Partial<Record<CardState, CardState>>;
}

const stays = {
  open: 'open',
  claimed: 'claimed',
  sending: 'sending',
  posting: 'posting',
  sent: 'sent',
  unsure: 'unsure',
  'handed-off': 'handed-off',
  dismissed: 'dismissed',
} as const;

const becomesSent = {
  open: 'sent',
  claimed: 'sent',
  sending: 'sent',
  posting: 'sent',
  sent: 'sent',
  unsure: 'sent',
  'handed-off': 'sent',
  dismissed: 'sent',
} as const;

/** What may be done with a card, written down apart from the program: what is not here is refused. */
const legalMoves: Readonly<Record<ActionName, Moves>> = {
  claim: { who: 'staff', leads: { open: 'claimed' } },
  'take-over': {
    who: 'staff',
    leads: { claimed: 'claimed', unsure: 'unsure', 'handed-off': 'claimed' },
  },
  release: { who: 'holder', leads: { claimed: 'open', 'handed-off': 'open' } },
  'save-draft': { who: 'holder', leads: { claimed: 'claimed' } },
  'keep-words': { who: 'staff', leads: stays },
  approve: { who: 'holder, no trainee', leads: { claimed: 'sending' } },
  undo: { who: 'staff', leads: { sending: 'claimed' } },
  begin: { who: 'desk', leads: { sending: 'posting' } },
  'put-back': { who: 'desk', leads: { posting: 'sending' } },
  // Without a call under way there is no token that could fit.
  publish: { who: 'desk', leads: { ...becomesSent, sending: 'sending' } },
  reject: { who: 'desk', leads: { posting: 'claimed', unsure: 'claimed' } },
  'lose-sight': { who: 'desk', leads: { posting: 'unsure' } },
  'look-in-vain': { who: 'desk', leads: { unsure: 'unsure' } },
  'hand-off': {
    who: 'holder, no trainee, signed in to X',
    leads: { open: 'handed-off', claimed: 'handed-off', 'handed-off': 'handed-off' },
  },
  seen: { who: 'desk', leads: becomesSent },
  'it-is-there': { who: 'holder', leads: { unsure: 'sent', 'handed-off': 'sent' } },
  'not-there': { who: 'holder', leads: { unsure: 'claimed', 'handed-off': 'claimed' } },
  'another-act': { who: 'desk', leads: { ...stays, sent: 'open', dismissed: 'open' } },
  edited: { who: 'desk', leads: { ...stays, sending: 'claimed' } },
  dismiss: {
    who: 'holder',
    leads: { open: 'dismissed', claimed: 'dismissed', 'handed-off': 'dismissed' },
  },
  reopen: { who: 'staff', leads: { dismissed: 'open' } },
};

/** What somebody is told who tries what the state does not allow. */
const refusalIn: Readonly<Record<CardState, string>> = {
  open: 'nobody-answers',
  claimed: 'taken',
  sending: 'going',
  posting: 'too-late',
  sent: 'answered',
  unsure: 'checking',
  'handed-off': 'finishing',
  dismissed: 'closed',
};

export const states = Object.keys(refusalIn) as CardState[];
export const actions = Object.keys(legalMoves) as ActionName[];

const unheld: readonly CardState[] = ['open', 'dismissed', 'sent'];

/** The state that an action leads to, or `refused: …`. */
export function expected(action: ActionName, state: CardState, who: Who, holds: boolean): string {
  const { who: allowed, leads } = legalMoves[action];
  if (who.kind === 'outsider') return 'refused: not-staff';
  if (allowed === 'desk' && who.kind !== 'desk') return 'refused: desk-only';
  if (allowed !== 'desk' && who.kind === 'desk') return 'refused: not-staff';
  const to = leads[state];
  if (!to) return `refused: ${action === 'undo' && state === 'sent' ? 'too-late' : refusalIn[state]}`;
  // Who has the card has it already.
  if (action === 'take-over' && holds) return state;
  if (who.kind !== 'staff' || allowed === 'staff') return to;
  if (!holds && !unheld.includes(state)) {
    const writes = action === 'approve' || action === 'hand-off' || action === 'save-draft';
    return `refused: ${writes ? 'taken' : 'not-yours'}`;
  }
  if (allowed.includes('no trainee') && who.trainee) return 'refused: trainee';
  if (allowed.includes('signed in to X') && !who.xSignIn) return 'refused: no-sign-in';
  return to;
}
