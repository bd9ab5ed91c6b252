import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadEnvFile, readEnv } from '../../src/config/env.js';
import { ConfigError } from '../../src/errors.js';

const folder = mkdtempSync(join(tmpdir(), 'greeting-desk-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const main = {
  X_MAIN_APP_KEY: 'key',
  X_MAIN_APP_SECRET: 'secret',
  X_MAIN_ACCESS_TOKEN: 'token',
  X_MAIN_ACCESS_SECRET: 'token secret',
};

function problemsOf(env: NodeJS.ProcessEnv, names: readonly string[] = []): readonly string[] {
  try {
    readEnv(env, names);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('what is not said has a default or is left out', () => {
  expect(readEnv({ ...slack, ...main, LOG_LEVEL: '', X_API_URL: ' ' }, ['MAIN'])).toEqual({
    slack: { botToken: 'xoxb-1', appToken: 'xapp-1' },
    bluesky: { passwords: {} },
    x: {
      secrets: {
        MAIN: { appKey: 'key', appSecret: 'secret', accessToken: 'token', accessSecret: 'token secret' },
      },
    },
    redisUrl: 'redis://127.0.0.1:6379',
    redisPrefix: 'greeting-desk',
    logLevel: 'info',
    forget: { key: undefined, path: './erasures.txt' },
    practice: {},
  });
});

test('everything can be said', () => {
  const env = readEnv(
    {
      ...slack,
      SLACK_API_URL: 'http://127.0.0.1:4001/api',
      X_API_URL: 'http://127.0.0.1:4002/',
      REDIS_URL: 'rediss://desk:pass@redis.example:6380/2',
      LOG_LEVEL: 'debug',
      HEALTH_PORT: '0',
    },
    [],
  );
  expect(env.slack.apiUrl).toBe('http://127.0.0.1:4001/api/');
  expect(env.x.apiUrl).toBe('http://127.0.0.1:4002');
  expect(env.redisUrl).toBe('rediss://desk:pass@redis.example:6380/2');
  expect(env.logLevel).toBe('debug');
  expect(env.health).toEqual({ host: '127.0.0.1', port: 0 });
});

test('health is served on this machine alone, unless HEALTH_HOST says otherwise', () => {
  const health = (more: Record<string, string>) =>
    readEnv({ ...slack, HEALTH_PORT: '8080', ...more }, []).health;
  expect(health({})).toEqual({ host: '127.0.0.1', port: 8080 });
  expect(health({ HEALTH_HOST: '0.0.0.0' })).toEqual({ host: '0.0.0.0', port: 8080 });
  expect(health({ HEALTH_HOST: '::1' })).toEqual({ host: '::1', port: 8080 });
  expect(problemsOf({ ...slack, HEALTH_HOST: 'health.example:80' }, [])).toEqual([
    'HEALTH_HOST is "health.example:80"; allowed: an IP address of this machine, or localhost.',
  ]);
});

test('a secret may come from a file, without its last line end', () => {
  const env = { SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN_FILE: file('bot', 'xoxb-from-file\n') };
  expect(readEnv(env, []).slack.botToken).toBe('xoxb-from-file');
});

test('all problems come at once', () => {
  expect(
    problemsOf({ SLACK_BOT_TOKEN: 'xapp-swapped', LOG_LEVEL: 'loud', HEALTH_PORT: '70000' }, ['MAIN']),
  ).toEqual([
    "SLACK_BOT_TOKEN does not start with xoxb-; allowed: the Slack app's bot token, xoxb-….",
    "SLACK_APP_TOKEN is not set; set it or SLACK_APP_TOKEN_FILE to the Slack app's app-level token, xapp-….",
    'X_MAIN_APP_KEY is not set; set it or X_MAIN_APP_KEY_FILE to the API key of the X developer app (desk.yaml: secrets: MAIN).',
    'X_MAIN_APP_SECRET is not set; set it or X_MAIN_APP_SECRET_FILE to the API key secret of the X developer app (desk.yaml: secrets: MAIN).',
    'X_MAIN_ACCESS_TOKEN is not set; set it or X_MAIN_ACCESS_TOKEN_FILE to the access token of the X developer app (desk.yaml: secrets: MAIN).',
    'X_MAIN_ACCESS_SECRET is not set; set it or X_MAIN_ACCESS_SECRET_FILE to the access token secret of the X developer app (desk.yaml: secrets: MAIN).',
    'LOG_LEVEL is "loud"; allowed: trace, debug, info, warn, error, fatal, silent.',
    'HEALTH_PORT is "70000"; allowed: 0 to 65535 (0 takes a free port).',
  ]);
});

test('REDIS_URL may be a cluster, and what is none of its forms is told with those that are', () => {
  const cluster = 'redis+cluster://desk:pass@10.0.0.1:7000,10.0.0.2:7000';
  expect(readEnv({ ...slack, REDIS_URL: cluster }, []).redisUrl).toBe(cluster);
  expect(problemsOf({ ...slack, REDIS_URL: '10.0.0.1:7000' })).toEqual([
    'REDIS_URL is no address; allowed: redis://host:port or rediss://host:port, with /number for a database, or redis+cluster://host:port,host:port,… for a cluster.',
  ]);
});

test.each([
  [
    'https://api.x.com/2',
    'X_API_URL has more than an origin; allowed: https://api.x.com, without path or name.',
  ],
  ['api.x.com', 'X_API_URL is no address; allowed: one that starts with https:// or http://.'],
])('X_API_URL is an origin: %s is refused', (X_API_URL, problem) => {
  expect(problemsOf({ ...slack, X_API_URL })).toEqual([problem]);
});

test.each(['SLACK_API_URL', 'X_API_URL'])('%s has no name and password: nobody would send them', (name) => {
  expect(problemsOf({ ...slack, [name]: 'http://desk:hunter2@127.0.0.1:4001' })).toEqual([
    `${name} has a name or a password in it; allowed: the address without them.`,
  ]);
});

test('a secret file may begin with a byte order mark, and one in UTF-16 is told', () => {
  const bom = file('bom', '\uFEFFxoxb-from-file\n');
  expect(readEnv({ ...slack, SLACK_BOT_TOKEN: '', SLACK_BOT_TOKEN_FILE: bom }, []).slack.botToken).toBe(
    'xoxb-from-file',
  );
  const path = join(folder, 'utf16');
  writeFileSync(path, Buffer.from('\uFEFFxoxb-hunter2', 'utf16le'));
  expect(problemsOf({ ...slack, SLACK_BOT_TOKEN: '', SLACK_BOT_TOKEN_FILE: path })).toEqual([
    `SLACK_BOT_TOKEN_FILE: ${path}: saved as UTF-16; allowed: a text saved as UTF-8.`,
  ]);
});

test('a problem is one line without what a terminal obeys', () => {
  expect(problemsOf({ ...slack, LOG_LEVEL: 'in\u202efo\u009b', REDIS_PREFIX: 'a\nb' })).toEqual([
    'REDIS_PREFIX is "a\\nb"; allowed: lower-case letters, digits and hyphens.',
    'LOG_LEVEL is "in\\u202efo\\u009b"; allowed: trace, debug, info, warn, error, fatal, silent.',
  ]);
});

test('secret files that do not help are told by name', () => {
  const env = {
    ...slack,
    SLACK_BOT_TOKEN_FILE: file('twice', 'xoxb-2'),
    X_MAIN_APP_KEY_FILE: join(folder, 'missing'),
    X_MAIN_APP_SECRET_FILE: file('empty', '\n'),
    X_MAIN_ACCESS_TOKEN: 'token',
    X_MAIN_ACCESS_SECRET: 'token secret',
  };
  expect(problemsOf(env, ['MAIN'])).toEqual([
    'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set; allowed: one of them.',
    `X_MAIN_APP_KEY_FILE: ${join(folder, 'missing')} cannot be read (ENOENT).`,
    `X_MAIN_APP_SECRET_FILE: ${join(folder, 'empty')} is empty.`,
  ]);
});

test('no problem holds the value of a secret', () => {
  const hidden = 'hunter2';
  const problems = problemsOf({
    SLACK_BOT_TOKEN: hidden,
    SLACK_APP_TOKEN_FILE: file('wrong', hidden),
    REDIS_URL: `http://desk:${hidden}@redis.example`,
    X_API_URL: `https://desk:${hidden}@x.example`,
  });
  expect(problems).toHaveLength(4);
  expect(problems.join('\n')).not.toContain(hidden);
});

test('a .env file adds what the environment does not say', () => {
  const path = file('.env', '# comment\nLOG_LEVEL=debug\nSLACK_BOT_TOKEN="xoxb-2"\n');
  expect(loadEnvFile(path, { LOG_LEVEL: 'warn' })).toEqual({ LOG_LEVEL: 'warn', SLACK_BOT_TOKEN: 'xoxb-2' });
  expect(() => loadEnvFile(folder, {})).toThrow(ConfigError);
});

test('a .env file that is missing matters only where the environment says nothing either', () => {
  const path = join(folder, 'nowhere');
  expect(loadEnvFile(path, { SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual({ SLACK_BOT_TOKEN: 'xoxb-1' });
  expect(() => loadEnvFile(path, { LOG_LEVEL: 'warn' })).toThrow(`${path}: not found`);
});

test('the key of those who asked to be forgotten is a long one, and never in a problem', () => {
  const key = 'a-key-of-thirty-two-characters-or';
  expect(readEnv({ ...slack, FORGET_KEY: key, ERASURES_FILE: '/b/erasures.txt' }, []).forget).toEqual({
    key,
    path: '/b/erasures.txt',
  });
  expect(problemsOf({ ...slack, FORGET_KEY: 'short-secret' })).toEqual([
    'FORGET_KEY is too short; allowed: 32 characters or more.',
  ]);
});

test('where the practice page stands may be said, with a long token that an address takes', () => {
  const token = 'a-token-of-ours-that-nobody-guesses';
  const said = {
    PRACTICE_HOST: '0.0.0.0',
    PRACTICE_PORT: '4500',
    PRACTICE_TOKEN_FILE: file('token', `${token}\n`),
  };
  expect(readEnv({ ...slack, ...said }, []).practice).toEqual({ host: '0.0.0.0', port: 4500, token });
  expect(problemsOf({ ...slack, PRACTICE_HOST: 'desk.example', PRACTICE_TOKEN: 'short' }, [])).toEqual([
    'PRACTICE_HOST is "desk.example"; allowed: an IP address of this machine, or localhost.',
    'PRACTICE_TOKEN is too short; allowed: 32 characters or more.',
  ]);
  expect(problemsOf({ ...slack, PRACTICE_TOKEN: `${token}; Domain=example` }, [])).toEqual([
    'PRACTICE_TOKEN has other signs in it; allowed: letters, digits, - and _.',
  ]);
});
