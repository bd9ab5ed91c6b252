import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readArguments } from '../../scripts/bench/arguments.js';
import { stagesOf } from '../../scripts/bench/groups.js';
import { groups } from '../../scripts/bench/row.js';

it('without words everything is measured at length; words choose less', () => {
  expect(readArguments([])).toEqual({ quick: false, help: false, only: groups });
  expect(readArguments(['--quick', '--only', 'press, cost', '--json', 'a.json'])).toEqual({
    quick: true,
    help: false,
    only: ['press', 'cost'],
    json: 'a.json',
  });
});

it.each([
  [['--quik'], "Unknown option '--quik'; allowed: --quick,"],
  [['press'], "Unexpected argument 'press'"],
  [['--json'], "Option '--json <value>' argument missing"],
  [['--only', 'presses'], "There is no group 'presses' of rows; allowed: press, cards,"],
])('%j is refused with what is allowed', (words, line) => {
  expect(() => readArguments(words)).toThrow(line);
});

it('a wrong word ends the command at once with 2 and one line, and nothing is measured', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench.ts', '--quik']);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(2);
  expect(said.trim().split('\n')).toEqual([expect.stringContaining("Unknown option '--quik'")]);
});

it('what waits for the same minute waits at once, and all else one after the other', () => {
  expect(stagesOf(['press', 'scale', 'idle', 'page'])).toEqual([['press'], ['scale', 'idle'], ['page']]);
  expect(stagesOf(['idle', 'cost'])).toEqual([['idle'], ['cost']]);
});
