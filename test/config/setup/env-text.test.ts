import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { withVariables } from '../../../src/config/setup/env-text.js';

it('a new file has the variables beneath the comments that say what they are', () => {
  const text = withVariables(undefined, { SLACK_BOT_TOKEN: 'xoxb-1', FORGET_KEY: 'abc' });
  expect(text).toContain('OAuth & Permissions has the bot token.\nSLACK_BOT_TOKEN=xoxb-1\n');
  expect(parseEnv(text)).toMatchObject({ SLACK_BOT_TOKEN: 'xoxb-1', FORGET_KEY: 'abc', REDIS_URL: '' });
});

it('all other lines stay as they are, with the comment behind a value', () => {
  const before = '# ours\nexport A = "x y"   # why\r\n\nB=1 # two\n  C=3';
  expect(withVariables(before, { B: '2', D: '4' })).toBe(
    '# ours\nexport A = "x y"   # why\r\n\nB=2 # two\n  C=3\nD=4\n',
  );
  expect(withVariables(before, { B: '1' })).toBe(before);
});

it('the later of two lines counts, as it does when the desk starts', () => {
  expect(withVariables('A=1\nA=2\n', { A: '3' })).toBe('A=1\nA=3\n');
});

it.each(['with space', "it's", 'a#b', '"quoted"', 'redis://:p%40ss@host:1/2'])(
  '%j is read as it was meant',
  (value) => {
    expect(parseEnv(withVariables('A=1\n', { A: value, B: value }))).toEqual({ A: value, B: value });
  },
);

it('a secret that came from a file no longer does once it is set', () => {
  const text = withVariables('SLACK_BOT_TOKEN_FILE=/run/secrets/bot\n', { SLACK_BOT_TOKEN: 'xoxb-1' });
  expect(parseEnv(text)).toEqual({ SLACK_BOT_TOKEN_FILE: '', SLACK_BOT_TOKEN: 'xoxb-1' });
});

it('says which variable it can not set alone, and changes nothing else', () => {
  expect(() => withVariables('A="1\nB=2\n3"\n', { B: '7' })).toThrow("can't be set alone");
});
