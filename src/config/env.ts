import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parseRedisAddress, redisAddressForms } from '../core/redis-address.js';
import { ConfigError } from '../errors.js';
import { createEnvReader, type EnvReader } from './env-reader.js';
import { readTextFile } from './text-file.js';

/** The four OAuth 1.0a secrets of one X account. */
interface XSecrets {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
  /** The origin of the X that these secrets belong to, where it is not the X of the other desks. */
  readonly origin?: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** The keys of an X developer app, and where its X is. */
export interface AppKeys {
  readonly appKey: string;
  readonly appSecret: string;
  readonly apiUrl: string | undefined;
}

/** What the environment says, checked and grouped. */
export interface Env {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl?: string };
  /** `secrets` by the name that a desk's `x.secrets` gives; `apiUrl` is an origin. */
  readonly x: { readonly secrets: Readonly<Record<string, XSecrets>>; readonly apiUrl?: string };
  /** App passwords by the name that a desk's `bluesky.secrets` gives. */
  readonly bluesky: { readonly passwords: Readonly<Record<string, string>> };
  /** One server or a cluster, in a form that `core/redis-address.ts` reads. */
  readonly redisUrl: string;
  /** The first part of every key in Redis. Deployments that share one Redis need different prefixes. */
  readonly redisPrefix: string;
  readonly logLevel: LogLevel;
  /** The secret of the hashes of whoever asked to be forgotten, and the file of these hashes. */
  readonly forget: { readonly key: string | undefined; readonly path: string };
  /** Where the pages of desks that practise are served, and what lets people in; without a token there is a new one each time. */
  readonly practice: { readonly host?: string; readonly port?: number; readonly token?: string };
  /** Where health is served; port 0 takes a free one. Undefined: nowhere. */
  readonly health?: { readonly host: string; readonly port: number };
}

/** A shorter key can be guessed: account ids are numbers that anybody can count through (characters). */
const shortestForgetKey = 32;

/** Who has this token speaks as anybody on the practice X, and so in the channel (characters). */
const shortestPracticeToken = 32;

/** A `.env` file takes about 2 KB. */
const envFile = { mostBytes: 64 * 1024, usual: '.env', example: '.env.example' };

/**
 * `env` with the variables of a `.env` file; where both have one, the environment wins. The file may be missing when
 * the environment has the Slack token. Throws ConfigError when the file is missing otherwise, or cannot be read.
 */
export function loadEnvFile(path: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hasToken = (env.SLACK_BOT_TOKEN ?? env.SLACK_BOT_TOKEN_FILE) !== undefined;
  if (hasToken && !existsSync(path)) return env;
  return { ...parseEnv(readTextFile(path, envFile)), ...env };
}

/**
 * Reads the environment; `xNames` are the `x.secrets` of all desks, `blueskyNames` their `bluesky.secrets`. Each secret may also come from the file
 * that `<its name>_FILE` names. Throws ConfigError with every problem at once; no secret's value is ever in one.
 */
export function readEnv(
  env: NodeJS.ProcessEnv,
  xNames: readonly string[],
  blueskyNames: readonly string[] = [],
): Env {
  const reader = createEnvReader(env);
  const botToken = reader.required('SLACK_BOT_TOKEN', "the Slack app's bot token, xoxb-…", 'xoxb-');
  const appToken = reader.required('SLACK_APP_TOKEN', "the Slack app's app-level token, xapp-…", 'xapp-');
  const slackApiUrl = reader.url('SLACK_API_URL', ['https:', 'http:'])?.href.replace(/\/*$/, '/');
  const xApiUrl = readOrigin(reader, 'X_API_URL');
  const secrets = Object.fromEntries(xNames.map((name) => [name, readXSecrets(reader, name)]));
  const passwords = Object.fromEntries(blueskyNames.map((name) => [name, readAppPassword(reader, name)]));
  const isRedis = (text: string) => parseRedisAddress(text) !== undefined;
  const redisUrl = reader.secretAddress('REDIS_URL', isRedis, redisAddressForms) ?? 'redis://127.0.0.1:6379';
  const redisPrefix =
    reader.text('REDIS_PREFIX', /^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens') ?? 'greeting-desk';
  const logLevel = reader.oneOf('LOG_LEVEL', logLevels) ?? 'info';
  const forgetKey = reader.secret('FORGET_KEY', shortestForgetKey);
  const erasuresFile = reader.text('ERASURES_FILE', /^.+$/u, 'the path of a file') ?? './erasures.txt';
  const healthPort = reader.port('HEALTH_PORT');
  const healthHost = readHost(reader, 'HEALTH_HOST') ?? '127.0.0.1';
  const practice = readPractice(reader);
  if (reader.problems.length) throw new ConfigError(reader.problems);
  return {
    slack: { botToken, appToken, ...(slackApiUrl !== undefined && { apiUrl: slackApiUrl }) },
    bluesky: { passwords },
    x: { secrets, ...(xApiUrl !== undefined && { apiUrl: xApiUrl }) },
    redisUrl,
    redisPrefix,
    logLevel,
    forget: { key: forgetKey, path: erasuresFile },
    practice,
    ...(healthPort !== undefined && { health: { host: healthHost, port: healthPort } }),
  };
}

const readHost = (reader: EnvReader, name: string): string | undefined =>
  reader.text(name, /^(?:[\d.]+|[\da-f:.]+|localhost)$/i, 'an IP address of this machine, or localhost');

function readPractice(reader: EnvReader): Env['practice'] {
  const host = readHost(reader, 'PRACTICE_HOST');
  const port = reader.port('PRACTICE_PORT');
  const token = reader.secret('PRACTICE_TOKEN', shortestPracticeToken);
  // It stands in an address and in a cookie.
  if (token !== undefined && !/^[\w-]+$/.test(token))
    reader.refuse('PRACTICE_TOKEN has other signs in it; allowed: letters, digits, - and _.');
  return {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(token !== undefined && { token }),
  };
}

/** Reads the app's keys alone, for an account that has no access token yet. Throws ConfigError like `readEnv`. */
export function readAppKeys(env: NodeJS.ProcessEnv, name: string): AppKeys {
  const reader = createEnvReader(env);
  const { appKey, appSecret } = readAppOf(reader, name);
  const apiUrl = readOrigin(reader, 'X_API_URL');
  if (reader.problems.length) throw new ConfigError(reader.problems);
  return { appKey, appSecret, apiUrl };
}

/** Where accounts of Bluesky are looked for in place of the real network, as an origin. Throws ConfigError like `readEnv`. */
export function readBlueskyUrl(env: NodeJS.ProcessEnv): string | undefined {
  const reader = createEnvReader(env);
  const url = readOrigin(reader, 'BLUESKY_API_URL');
  if (reader.problems.length) throw new ConfigError(reader.problems);
  return url;
}

/** Whether a part of an account's access token is set. */
export const hasAccessToken = (env: NodeJS.ProcessEnv, name: string): boolean =>
  [`X_${name}_ACCESS_TOKEN`, `X_${name}_ACCESS_SECRET`].some(
    (one) => env[one]?.trim() || env[`${one}_FILE`]?.trim(),
  );

function readXSecrets(reader: EnvReader, name: string): XSecrets {
  const secret = secretOf(reader, name);
  return {
    ...readAppOf(reader, name),
    accessToken: secret('ACCESS_TOKEN', 'access token'),
    accessSecret: secret('ACCESS_SECRET', 'access token secret'),
  };
}

function readAppOf(reader: EnvReader, name: string): Pick<XSecrets, 'appKey' | 'appSecret'> {
  const secret = secretOf(reader, name);
  return { appKey: secret('APP_KEY', 'API key'), appSecret: secret('APP_SECRET', 'API key secret') };
}

const secretOf = (reader: EnvReader, name: string) => (part: string, what: string) =>
  reader.required(`X_${name}_${part}`, `the ${what} of the X developer app (desk.yaml: secrets: ${name})`);

/** Bluesky makes it as four groups of four letters or digits. */
const readAppPassword = (reader: EnvReader, name: string): string =>
  reader.required(
    `BLUESKY_${name}_APP_PASSWORD`,
    `an app password of the Bluesky account (desk.yaml: secrets: ${name})`,
  );

/** Requests are signed for https://api.x.com/2/…, so only scheme, host and port can change. */
function readOrigin(reader: EnvReader, name: string): string | undefined {
  const url = reader.url(name, ['https:', 'http:']);
  if (!url || url.href === `${url.origin}/`) return url?.origin;
  return reader.refuse(`${name} has more than an origin; allowed: ${url.origin}, without path or name.`);
}
