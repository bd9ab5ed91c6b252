import { randomBytes } from 'node:crypto';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { ConfigError } from '../errors.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { deskKeys } from '../sandbox/x/seed.js';

/** The port of the first practice page. It is a fixed one, so that links in Slack work after a restart too. */
const firstPort = 4400;
/** The person of the sandbox's Slack who is signed in to X on the page: it knows nobody of the real Slack. */
const browser = 'U0ANA0001';

interface Practice {
  readonly desks: readonly DeskConfig[];
  readonly env: Env;
  /** By desk, the address of the page where people of the town can be made to say something; it holds the token. */
  readonly pages: readonly { readonly desk: string; readonly url: string }[];
  /** A first question, a thank-you and a follower, once the desk is there to see them. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** The `x.secrets` of all desks that are on the real X; a desk that practises needs none in the environment. */
export function secretNames(desks: readonly DeskConfig[]): string[] {
  return [...new Set(desks.filter(({ account }) => !account.practice).map(({ account }) => account.secrets))];
}

/** Throws ConfigError where a desk that practises is started as one half: its X is in this process, for both halves. */
export function refuseHalves(desks: readonly DeskConfig[], roles: readonly string[]): void {
  const practising = desks.filter(({ account }) => account.practice);
  if (practising.length === 0 || roles.length === 2) return;
  throw new ConfigError(
    practising.map(({ id }) => `desks.${id}.x.practice: true; allowed: with \`greeting-desk run\` alone.`),
  );
}

/**
 * Gives each desk that practises an X of its own, in this process. The others stay as they are. What happens on such an X
 * reaches a real Slack channel, so its page opens only for who has the token in its address.
 */
export async function startPractice(desks: readonly DeskConfig[], env: Env): Promise<Practice> {
  const started = new Map<string, Sandbox>();
  const secrets = { ...env.x.secrets };
  const token = randomBytes(24).toString('base64url');
  const close = async () => {
    await Promise.all([...started.values()].map((sandbox) => sandbox.close()));
  };
  try {
    for (const desk of desks.filter(({ account }) => account.practice)) {
      const sandbox = await startX(desk, firstPort + started.size, token);
      started.set(desk.id, sandbox);
      secrets[desk.account.secrets] = { ...deskKeys, origin: sandbox.xUrl };
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    desks: desks.map((desk) => {
      const page = desk.account.page ?? started.get(desk.id)?.controlUrl;
      return page === undefined ? desk : { ...desk, account: { ...desk.account, page } };
    }),
    env: { ...env, x: { ...env.x, secrets } },
    pages: desks.flatMap(({ id, account }) => {
      const page = started.get(id) && (account.page ?? started.get(id)?.controlUrl);
      return page === undefined ? [] : [{ desk: id, url: `${page}/?token=${token}` }];
    }),
    begin: async () => {
      await Promise.all([...started.values()].map(firstNews));
    },
    close,
  };
}

async function startX({ account }: DeskConfig, port: number, token: string): Promise<Sandbox> {
  const { createSandbox } = await import('../sandbox/sandbox.js');
  const make = (control: number) =>
    createSandbox({
      library: { handle: account.handle, name: account.handle },
      token,
      ...(account.page === undefined ? {} : { publicOrigin: account.page }),
      ports: { control },
    });
  const sandbox = await make(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return make(0);
  });
  sandbox.direct({ xAlone: true, notice: 'Practice: nobody on the real X sees this' });
  await sandbox.x.acts.signIn?.({ browser, as: account.handle });
  return sandbox;
}

async function firstNews({ x }: Sandbox): Promise<void> {
  const act = async (name: string, args: Record<string, unknown>) => x.acts[name]?.(args);
  const { accounts } = (await act('accounts', {})) as { accounts: readonly { handle: string }[] };
  const [ours] = accounts;
  if (!ours) return;
  const people = [
    ['maya_reads', 'Maya Ortiz', "Do you have large-print crime novels? My mum can't get out."],
    ['priya_knits', 'Priya Nair', 'Lovely knitting group on Saturday, thank you all!'],
  ] as const;
  for (const [handle, name, text] of people) {
    await act('addAccount', { handle, name, messagesFrom: 'everyone' });
    await act('post', { by: handle, text: `@${ours.handle} ${text}` });
  }
  await act('addAccount', { handle: 'samokafor', name: 'Sam Okafor', messagesFrom: 'everyone' });
  await act('post', { by: 'samokafor', text: 'Any good allotment books? The slugs are winning.' });
  await act('follow', { by: 'samokafor' });
}
