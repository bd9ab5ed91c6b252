import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { slackWireTimes } from '../../src/sandbox/slack/socket/wire.js';
import { oddKinds } from '../../src/sandbox/world/shapes.js';
import { control } from './control/controls.js';

const readme = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

/** The code words in the first column of the table under a heading. */
function firstColumn(heading: string): string[] {
  const [, section = ''] = readme.split(`${heading}\n`);
  const [text = ''] = section.split(/\n##/);
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

test('the README names every act of all sides, and no other', () => {
  expect(firstColumn("### What Slack's people do").sort()).toEqual(Object.keys(sandbox.slack.acts).sort());
  expect(firstColumn("### What X's people do").sort()).toEqual(Object.keys(sandbox.x.acts).sort());
  expect(firstColumn("### What Bluesky's people do").sort()).toEqual(
    Object.keys(sandbox.bluesky.acts).sort(),
  );
});

test('the README names every call of the controls, every fault and every option', async () => {
  const { body } = await control(sandbox, 'GET', '/nothing');
  const [, there = ''] = /There is: (.*)\.$/.exec(String(body.error)) ?? [];
  const named = firstColumn('## Controls').map((call) => call.replace(/\?.*/, ''));
  expect(named.filter((call) => call.includes(' /')).sort()).toEqual(there.split(', ').sort());
  const fault = await control(sandbox, 'POST', '/faults', { side: 'x', how: '' });
  const [, hows = ''] = /not one of (.*)\.$/.exec(String(fault.body.error)) ?? [];
  expect(firstColumn('### Faults').sort()).toEqual(hows.split(', ').sort());
  expect(firstColumn('### Odd posts').sort()).toEqual([...oddKinds].sort());
  for (const name of Object.keys(slackWireTimes)) expect(readme).toContain(`\`${name}\``);
});
