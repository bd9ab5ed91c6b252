import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ordinary, posted, trouble } from './a-history.js';
import { readHistory, writeLine } from './history.js';
import { countsIn, judge, sumOf } from './judge.js';

describe('the verdict', () => {
  it('is one line, counts what happened, and fails where nothing did', () => {
    const quiet = judge(ordinary());
    expect(quiet.line).toBe(
      'chaos: acts 1, approved 1, posted 1, kills 0, faults 0, doubled 0, lost 0, unapproved 0, stale 0, stuck 0, unsure 0 (really posted 0)',
    );
    expect(quiet.passed).toBe(false);
    expect(judge([...ordinary(), trouble('kill', 1), trouble('x', 2)]).passed).toBe(true);
  });

  it('tells the story of the first offender alone', () => {
    const { story } = judge([...ordinary(), posted(110_000), trouble('x', 1)]);
    expect(story.map(({ line }) => line)).toEqual(['submitted', 'posted', 'posted']);
  });

  it('of several runs is their sum', () => {
    const { counts } = judge(ordinary());
    expect(sumOf([counts, counts])).toMatchObject({ acts: 2, posted: 2, doubled: 0 });
  });

  it('can be read back from its line', () => {
    const { counts, line } = judge(ordinary());
    expect(countsIn(line)).toEqual(counts);
    expect(() => countsIn('What was waited for did not come.')).toThrow('not with its counts');
  });

  it('on a kept history is the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'greeting-desk-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'history.jsonl');
    for (const one of ordinary()) writeLine(file, one);
    expect(judge(readHistory(file))).toEqual(judge(ordinary()));
  });
});
