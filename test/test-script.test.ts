import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { chooseTests } from '../scripts/test-choice.js';

describe('npm test with words of ours', () => {
  it.each([
    [['test/cluster/failover.test.ts']],
    [['TEST/Cluster/failover']],
    [[`${process.cwd()}/test/cluster`]],
    [['./test/cluster/failover.test.ts:12']],
    [['test/cluster', '-t', 'nowhere', '--exclude', 'elsewhere']],
  ])('%j takes the files whose paths have them', async (words) => {
    expect(await chooseTests(words)).toEqual(['test/cluster/failover.test.ts']);
  });

  it.each([[[]], [['--retry=0', '-t', 'a name']]])('%j takes every file', async (words) => {
    expect(await chooseTests(words)).toContain('test/test-script.test.ts');
    expect((await chooseTests(words)).length).toBeGreaterThan(150);
  });

  it.each([
    [['test/nowhere'], 'No test file has test/nowhere in its path'],
    [
      ['test/config', 'test/nowhere', 'elsewhere.ts'],
      'No test file has test/nowhere or elsewhere.ts in its path',
    ],
    [['test/config', '--retyr=1'], 'Unknown option `--retyr`'],
  ])('%j is refused with what is allowed', async (words, line) => {
    await expect(chooseTests(words)).rejects.toThrow(`${line}; allowed: `);
  });

  it('ends at once, with that one line, when one of two filters matches no file', async () => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'scripts/test.ts',
      'test/config',
      'test/nowhere',
    ]);
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect(out).toBe('');
    expect(err).toMatch(
      /^No test file has test\/nowhere in its path; allowed: [^\n]* test\/config, [^\n]*\.\n$/,
    );
    expect(code).toBe(1);
  });
});
