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

/** What the environment says, checked and grouped. */
export interface Env {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl?: string };
  /** `secrets` by the name that a desk's `x.secrets` gives; `apiUrl` is an origin. */
  readonly x: { readonly secrets: Readonly<Record<string, XSecrets>>; readonly apiUrl?: string };
  /** One server or a cluster, in a form that `core/redis-address.ts` reads. */
  readonly redisUrl: string;
  /** The first part of every key in Redis. Deployments that share one Redis need different prefixes. */
  readonly redisPrefix: string;
  readonly logLevel: LogLevel;
  /** Where health is served; port 0 takes a free one. Undefined: nowhere. */
  readonly health?: { readonly host: string; readonly port: number };
}

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
 * Reads the environment; `deskSecretNames` are the `x.secrets` of all desks. Each secret may also come from the file
 * that `<its name>_FILE` names. Throws ConfigError with every problem at once; no secret's value is ever in one.
 */
export function readEnv(env: NodeJS.ProcessEnv, deskSecretNames: readonly string[]): Env {
  const reader = createEnvReader(env);
  const botToken = reader.required('SLACK_BOT_TOKEN', "the Slack app's bot token, xoxb-…", 'xoxb-');
  const appToken = reader.required('SLACK_APP_TOKEN', "the Slack app's app-level token, xapp-…", 'xapp-');
  const slackApiUrl = reader.url('SLACK_API_URL', ['https:', 'http:'])?.href.replace(/\/*$/, '/');
  const xApiUrl = readOrigin(reader, 'X_API_URL');
  const secrets = Object.fromEntries(deskSecretNames.map((name) => [name, readXSecrets(reader, name)]));
  const isRedis = (text: string) => parseRedisAddress(text) !== undefined;
  const redisUrl = reader.secretAddress('REDIS_URL', isRedis, redisAddressForms) ?? 'redis://127.0.0.1:6379';
  const redisPrefix =
    reader.text('REDIS_PREFIX', /^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens') ?? 'greeting-desk';
  const logLevel = reader.oneOf('LOG_LEVEL', logLevels) ?? 'info';
  const healthPort = reader.port('HEALTH_PORT');
  const healthHost =
    reader.text(
      'HEALTH_HOST',
      /^(?:[\d.]+|[\da-f:.]+|localhost)$/i,
      'an IP address of this machine, or localhost',
    ) ?? '127.0.0.1';
  if (reader.problems.length) throw new ConfigError(reader.problems);
  return {
    slack: { botToken, appToken, ...(slackApiUrl !== undefined && { apiUrl: slackApiUrl }) },
    x: { secrets, ...(xApiUrl !== undefined && { apiUrl: xApiUrl }) },
    redisUrl,
    redisPrefix,
    logLevel,
    ...(healthPort !== undefined && { health: { host: healthHost, port: healthPort } }),
  };
}

function readXSecrets(reader: EnvReader, name: string): XSecrets {
  const secret = (part: string, what: string) =>
    reader.required(`X_${name}_${part}`, `the ${what} of the X developer app (desk.yaml: secrets: ${name})`);
  return {
    appKey: secret('APP_KEY', 'API key'),
    appSecret: secret('APP_SECRET', 'API key secret'),
    accessToken: secret('ACCESS_TOKEN', 'access token'),
    accessSecret: secret('ACCESS_SECRET', 'access token secret'),
  };
}

/** Requests are signed for https://api.x.com/2/…, so only scheme, host and port can change. */
function readOrigin(reader: EnvReader, name: string): string | undefined {
  const url = reader.url(name, ['https:', 'http:']);
  if (!url || url.href === `${url.origin}/`) return url?.origin;
  return reader.refuse(`${name} has more than an origin; allowed: ${url.origin}, without path or name.`);
}
