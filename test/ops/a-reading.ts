import type { DeskReading, Reading } from '../../src/ops/readings.js';

/** A desk with everything that can be measured. */
export const aDeskReading: DeskReading = {
  desk: 'central',
  cards: {
    ...{ open: 3, claimed: 1, 'in-review': 0, sending: 0, posting: 0, sent: 9, unsure: 1 },
    ...{ 'handed-off': 0, dismissed: 2, expired: 0, withdrawn: 0 },
  },
  oldestQuestionOpenMs: 90_000,
  targetOpenMs: 14_400_000,
  costMicroUsd: 1_250_000,
  budgetUsd: 20,
  isPaused: false,
  refusals: ['channel'],
  polls: [{ poll: 'mentions', ageMs: 12_400, isSeen: true, intervalMs: 60_000 }],
};

export const aReading: Reading = {
  desks: [aDeskReading],
  together: { budgetUsd: 30, costMicroUsd: 2_500_000 },
  jobs: { waiting: 4, active: 2 },
  slackConnections: 2,
  problems: 1,
  lastPress: { at: 1_796_000_000_000, isAnswered: true },
};
