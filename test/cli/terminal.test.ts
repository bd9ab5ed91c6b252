import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkLine, summaryLine } from '../../src/cli/doctor-lines.js';
import { createTerminal } from '../../src/cli/terminal.js';

/** A process whose streams are terminals, or pipes. */
function aProcess(isTTY: boolean) {
  const stream = () => Object.assign(new PassThrough(), { isTTY, columns: 40, getColorDepth: () => 8 });
  const streams = { stdin: stream(), stdout: stream(), stderr: stream() };
  const said = ({ readableLength }: PassThrough) => readableLength;
  return {
    ...streams,
    said: (of: 'stdout' | 'stderr') => (said(streams[of]) ? `${streams[of].read()}` : ''),
  };
}

beforeEach(() => {
  vi.stubEnv('NO_COLOR', undefined);
  vi.stubEnv('FORCE_COLOR', undefined);
});
afterEach(() => vi.unstubAllEnvs());

const red = '\u001b[31m';
const check = {
  id: 'a',
  mark: 'wrong',
  found: 'The app is not in #x-desk.',
  fix: 'In #x-desk, type: /invite @Greeting Desk',
} as const;

it('on a terminal a check is coloured, and what helps stands below where one line has no room for both', () => {
  const terminal = createTerminal(aProcess(true), { mayAsk: true });
  const [first, ...others] = checkLine(check, terminal).split('\n');
  expect(first).toContain(red);
  expect(others).toEqual(['    → In #x-desk, type: /invite', '    @Greeting Desk']);
});

it('elsewhere it is one plain line', () => {
  const terminal = createTerminal(aProcess(false), { mayAsk: true });
  expect(checkLine(check, terminal)).toBe(
    '  ✗ The app is not in #x-desk. → In #x-desk, type: /invite @Greeting Desk',
  );
});

it('what is under way is written over on a terminal, and not said elsewhere', () => {
  for (const isTTY of [true, false]) {
    const { said, ...streams } = aProcess(isTTY);
    const { progress } = createTerminal(streams, { mayAsk: true });
    progress('The scopes…');
    progress(undefined);
    progress(undefined);
    expect(said('stderr')).toBe(isTTY ? '\r\u001b[2K  The scopes…\r\u001b[2K' : '');
    expect(said('stdout')).toBe('');
  }
});

it.each([
  ['\n', true],
  ['n\n', false],
  ['perhaps\nYES\n', true],
])('a question is answered by yes, no, or Enter alone for the usual: %j', async (typed, answer) => {
  const { said, ...streams } = aProcess(true);
  const asked = createTerminal(streams, { mayAsk: true }).confirm('Is it so?', true);
  streams.stdin.write(typed);
  expect(await asked).toBe(answer);
  expect(said('stderr')).toContain('Is it so? [Y/n]');
});

it('a script, or who closes the input, is answered for by nobody', async () => {
  expect(await createTerminal(aProcess(false), { mayAsk: true }).confirm('?', true)).toBeUndefined();
  expect(await createTerminal(aProcess(true), { mayAsk: false }).confirm('?', true)).toBeUndefined();
  const gone = aProcess(true);
  const asked = createTerminal(gone, { mayAsk: true }).confirm('?', true);
  gone.stdin.end();
  expect(await asked).toBeUndefined();
});

it('the last line counts what was found', () => {
  const marked = (mark: 'ok' | 'wrong' | 'unknown') => ({ id: 'a', mark, found: '' });
  expect(summaryLine([marked('ok'), marked('unknown')])).toBe('Nothing is wrong (1 ✓, 1 ?).');
  expect(summaryLine([marked('ok'), marked('wrong')])).toBe('1 thing is wrong (1 ✗, 1 ✓).');
});
