import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { followThanks } from '../../../src/core/languages/languages.js';
import { checkReasons } from '../../../src/core/writing/finding.js';
import { ConfigError } from '../../../src/errors.js';
import { usualChecks } from '../../build.js';
import { deskText } from '../desk-text.js';

const read = (more: string) => readDeskFile(`${deskText()}${more}`, 'desk.yaml');

function problemsOf(more: string): readonly string[] {
  try {
    read(more);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('a desk sets each check, its own words, and what is its own', () => {
  const { checks } = read(`
    checks: { links: off, emoji: warn }
    ours: ["020 7946 0000"]
    blockedWords: ["stupid*"]
    personalWords: ["deine Vormerkung"]
`).desks[0] ?? { checks: undefined };
  expect(checks).toEqual({
    settings: { ...usualChecks.settings, links: 'off', emoji: 'warn' },
    ours: ['020 7946 0000'],
    blockedWords: ['stupid*'],
    personalWords: ['deine Vormerkung'],
    followThanks,
  });
});

describe('each problem is told with its place, what was found and what is allowed', () => {
  test.each([
    ['    checks: { links: loud }', ':22: desks.central.checks.links: "loud"; allowed: stop, warn or off'],
    ['    checks: { links: true }', ':22: desks.central.checks.links: true; allowed: stop, warn or off'],
    ['    checks: { link: off }', ':15: desks.central.checks.link: not known. Did you mean `links`?'],
    [
      '    checks: { spelling: off }',
      `:15: desks.central.checks.spelling: not known; allowed: ${Object.keys(checkReasons).join(', ')}`,
    ],
    [
      '    ours: ["our desk"]',
      ':12: desks.central.ours[0]: "our desk"; allowed: a telephone number, an e-mail address or a web address of ours, such as "020 7946 0000"',
    ],
    [
      '    ours: centrallibrary.org',
      ':11: desks.central.ours: "centrallibrary.org"; allowed: a list of our own numbers and addresses',
    ],
    [
      '    blockedWords: ["rude", "*"]',
      ':28: desks.central.blockedWords[1]: "*"; allowed: words, such as "rude" or "rude*" for each word that begins so',
    ],
    ['    personalWords: yours', ':20: desks.central.personalWords: "yours"; allowed: a list of words'],
  ])('%s', (more, problem) => {
    expect(problemsOf(`${more}\n`)).toEqual([`desk.yaml:15${problem}`]);
  });
});
