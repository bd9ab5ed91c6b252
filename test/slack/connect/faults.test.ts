import { expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../src/errors.js';
import { slackFault } from '../../../src/slack/connect/faults.js';

it('a mistake of ours in a call to Slack shows as what it is', () => {
  const mistake = new TypeError('no such field');
  expect(slackFault(mistake, 'chat.update', 0)).toBe(mistake);
});

it('what nobody foresaw of Slack leaves open what became of the call', () => {
  expect(slackFault(new Error('strange'), 'chat.update', 0)).toBeInstanceOf(OutcomeUnknown);
});
