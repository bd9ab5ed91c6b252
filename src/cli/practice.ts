import { randomBytes } from 'node:crypto';
import type { DeskConfig } from '../config/desk-file.js';
import { entryOf } from '../config/desk-names.js';
import type { Env } from '../config/env.js';
import { ConfigError } from '../errors.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { PracticeNetwork } from './practice-network.js';

/** The port of the first practice page. It is a fixed one, so that links in Slack work after a restart too. */
const usualPort = 4400;
/** Addresses at which a page answers to this machine's own names, also from outside a container. */
const ownAddress = /^(?:0\.0\.0\.0|::1?|localhost|127\.[\d.]+)$/i;

interface Practice {
  readonly desks: readonly DeskConfig[];
  readonly env: Env;
  /** By desk, how to reach the page where people of the town can be made to say something. */
  readonly pages: readonly { readonly desk: string; readonly said: string }[];
  /** A first question, a thank-you and a follower for each of these desks that practises, once it is there to see them. */
  begin(fresh: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Throws ConfigError where a desk that practises is started as one half: its network is in this process, for both halves. */
export function refuseHalves(desks: readonly DeskConfig[], roles: readonly string[]): void {
  const practising = desks.filter(({ account }) => account.practice);
  if (practising.length === 0 || roles.length === 2) return;
  throw new ConfigError(
    practising.map(
      (desk) =>
        `desks.${entryOf(desk)}.${desk.network.id}.practice: true; allowed: with \`greeting-desk run\` alone.`,
    ),
  );
}

/**
 * Gives each desk that practises a network of its own, in this process. The others stay as they are. What happens there
 * reaches a real Slack channel, so its page opens only for who has the token. Throws ConfigError for a page that nobody
 * could open where the environment puts it.
 */
export async function startPractice(desks: readonly DeskConfig[], env: Env): Promise<Practice> {
  const practising = desks.filter(({ account }) => account.practice);
  if (practising.length === 0) return { desks, env, pages: [], begin: async () => {}, close: async () => {} };
  refuseUnnamed(practising, env);
  const { practiceNetworks } = await import('./practice-network.js');
  const started = new Map<string, Sandbox>();
  const accounts = new Map<string, DeskConfig['account']>();
  let entered: Env = env;
  const token = env.practice.token ?? randomBytes(24).toString('base64url');
  const close = async () => {
    await Promise.all([...started.values()].map((sandbox) => sandbox.close()));
  };
  try {
    for (const desk of practising) {
      const there = practiceNetworks[desk.network.id];
      const sandbox = await startSandbox(desk, there, started.size, { ...env.practice, token });
      started.set(desk.id, sandbox);
      const { account, env: its } = there.enter(sandbox, desk.account, entered);
      accounts.set(desk.id, { ...account, page: account.page ?? sandbox.controlUrl });
      entered = { ...entered, ...its };
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    desks: desks.map((desk) => ({ ...desk, account: accounts.get(desk.id) ?? desk.account })),
    env: entered,
    // A secret of the environment is in no log.
    pages: practising.map((desk) => ({
      desk: desk.id,
      said: `${accounts.get(desk.id)?.page}/?token=${env.practice.token === undefined ? token : '… (PRACTICE_TOKEN)'}`,
    })),
    begin: async (fresh) => {
      for (const { account, id, network } of practising) {
        const sandbox = started.get(id);
        if (sandbox && fresh.includes(id))
          await practiceNetworks[network.id].firstNews(sandbox, account.handle);
      }
    },
    close,
  };
}

/** An address of this machine that others reach is no name that its page answers to, unless desk.yaml says so. */
function refuseUnnamed(practising: readonly DeskConfig[], { practice: { host } }: Env): void {
  if (host === undefined || ownAddress.test(host)) return;
  const unnamed = practising.filter(({ account }) => account.page === undefined);
  if (unnamed.length === 0) return;
  throw new ConfigError(
    unnamed.map(
      (desk) =>
        `PRACTICE_HOST is ${host}, without desks.${entryOf(desk)}.${desk.network.id}.practicePage; allowed: with the address under which colleagues open the page, such as https://practice.library.example.`,
    ),
  );
}

async function startSandbox(
  { account, network }: DeskConfig,
  { library, prepare }: PracticeNetwork,
  nth: number,
  { host, port = usualPort, token }: Env['practice'] & { readonly token: string },
): Promise<Sandbox> {
  const { createSandbox } = await import('../sandbox/sandbox.js');
  const make = (control: number) =>
    createSandbox({
      ...library(account),
      token,
      ...(host === undefined ? {} : { controlHost: host }),
      ...(account.page === undefined ? {} : { publicOrigin: account.page }),
      ports: { control },
    });
  const wanted = port === 0 ? 0 : port + nth;
  const sandbox = await make(wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    // A port that somebody chose is what a proxy or a bookmark leads to: another one would be found by nobody.
    if (port !== usualPort || account.page !== undefined)
      throw new ConfigError([`PRACTICE_PORT: ${wanted} is taken by another program; allowed: a free port.`]);
    return make(0);
  });
  sandbox.direct({ alone: network.id, notice: `Practice: nobody on the real ${network.name} sees this` });
  await prepare(sandbox, account.handle);
  return sandbox;
}
