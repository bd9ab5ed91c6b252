import { fileURLToPath } from 'node:url';
import { type App, createApp, type Overrides } from '../src/app.js';
import { type DeskConfig, loadDeskFile } from '../src/config/desk-file.js';
import { readEnv } from '../src/config/env.js';
import { createLog } from '../src/log.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../src/sandbox/sandbox.js';

export interface DevDesk {
  readonly desks: readonly DeskConfig[];
  /** The environment of a process of this desk. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sandbox: Sandbox;
  readonly app: App;
  /**
   * Another process of the same desk, not started yet, or one after a crash; `changed` has another desk file, and other
   * variables of the environment.
   */
  another(overrides?: Overrides, changed?: Changed): App;
  close(): Promise<void>;
}

interface Changed {
  readonly desks?: readonly DeskConfig[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface DevDeskOptions {
  readonly redisUrl: string;
  /** Separates desks that share a Redis. */
  readonly prefix: string;
  readonly sandbox?: SandboxOptions;
  readonly overrides?: Overrides;
  readonly deskFile?: string;
  /** More variables of the environment, such as the secrets of a second desk. */
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the sandboxes before the desk reads them for the first time. */
  readonly prepare?: (sandbox: Sandbox) => Promise<void>;
}

export const devDeskFile = fileURLToPath(new URL('dev-desk.yaml', import.meta.url));

/** The environment of a desk that runs against the sandboxes with `dev-desk.yaml`. */
export function environmentOf(sandbox: Sandbox, redisUrl: string, prefix: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-sandbox',
    SLACK_APP_TOKEN: 'xapp-sandbox',
    SLACK_API_URL: sandbox.slackUrl,
    X_API_URL: sandbox.xUrl,
    X_SANDBOX_APP_KEY: 'sandbox-app-key',
    X_SANDBOX_APP_SECRET: 'sandbox-app-secret',
    X_SANDBOX_ACCESS_TOKEN: '1200000000000000001-sandbox-access-token',
    X_SANDBOX_ACCESS_SECRET: 'sandbox-access-secret',
    BLUESKY_SANDBOX_APP_PASSWORD: 'sand-boxa-pppa-sswd',
    REDIS_URL: redisUrl,
    REDIS_PREFIX: prefix,
  };
}

/** The server of a Bluesky account that names none. */
const usualService = 'https://bsky.social';

/** A desk whose Bluesky account names no server of its own is on that of the sandbox. */
const onSandbox = (desk: DeskConfig, { blueskyUrl }: Sandbox): DeskConfig =>
  desk.network.id === 'bluesky' && desk.account.service === usualService
    ? { ...desk, account: { ...desk.account, service: blueskyUrl } }
    : desk;

/** Starts the sandboxes and a desk against them, by the sandboxes' clock. The demo and the tests use it. */
export async function startDevDesk(options: DevDeskOptions): Promise<DevDesk> {
  const sandbox = await createSandbox(options.sandbox);
  try {
    await options.prepare?.(sandbox);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  const { desks: asWritten } = await loadDeskFile(options.deskFile ?? devDeskFile);
  const desks = asWritten.map((desk) => onSandbox(desk, sandbox));
  const environment = { ...environmentOf(sandbox, options.redisUrl, options.prefix), ...options.env };
  const clock = { now: () => sandbox.clock.now(), monotonic: () => performance.now() };
  const apps: App[] = [];
  const another = (overrides: Overrides = {}, changed: Changed = {}): App => {
    const served = changed.desks?.map((desk) => onSandbox(desk, sandbox)) ?? desks;
    const names = (network: 'x' | 'bluesky') =>
      served.filter((desk) => desk.network.id === network).map(({ account }) => account.secrets);
    const env = readEnv({ ...environment, ...changed.env }, names('x'), names('bluesky'));
    const app = createApp(
      { env, desks: served },
      { clock, log: createLog('warn'), ...options.overrides, ...overrides },
    );
    apps.push(app);
    return app;
  };
  const app = another();
  const close = async () => {
    await Promise.all(apps.map((one) => one.close()));
    await sandbox.close();
  };
  try {
    await app.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { desks, environment, sandbox, app, another, close };
}
