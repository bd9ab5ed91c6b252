import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, NotSeen } from '../../scripts/demo/stage.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

it('a step is told with the place in the journal where it was seen, and counts', async () => {
  const lines: string[] = [];
  const stage = createStage(sandbox.controlUrl, (line) => lines.push(line));
  await stage.x('addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  await stage.see('Maya is on X.', ({ kind, handle }) => kind === 'addAccount' && handle === 'maya_reads');
  expect(lines).toEqual([expect.stringMatching(/^ {2}1\. +\d+\.\d s {2}Maya is on X\. {2}\[x \d+\]$/)]);
  expect(stage.seen()).toBe(1);
});

it('a step that does not happen is named, and does not count', async () => {
  const stage = createStage(sandbox.controlUrl, () => {}, { patienceMs: 60 });
  await expect(stage.see('Pigs fly.', ({ kind }) => kind === 'fly')).rejects.toEqual(
    new NotSeen('Pigs fly.'),
  );
  await expect(stage.seeWithin(0, 'Pigs fly at once.', () => true)).rejects.toEqual(
    new NotSeen('Pigs fly at once.'),
  );
  expect(stage.seen()).toBe(0);
});
