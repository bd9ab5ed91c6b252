import { expect, it } from 'vitest';
import { feedFinding } from '../../../src/core/doctor/findings.js';
import { aDesk, tuesday } from '../../build.js';

const long = 'Desk '.repeat(1000);

it.each([
  { kind: 'nobody-of-that-name', event: long, name: long, atMs: tuesday },
  { kind: 'unknown-zone', event: long, zone: long },
  { kind: 'not-understood', event: long, detail: long },
] as const)('what a calendar says is told shortly: $kind', (problem) => {
  // Eight findings stand in one message of 4,000 characters.
  expect(feedFinding(aDesk(), problem).said.length).toBeLessThan(450);
});
