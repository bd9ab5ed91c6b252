import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { ConfigError } from '../errors.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { deskKeys } from '../sandbox/x/seed.js';

/** Where the first X to practise on has its page, so that links in Slack stay good over restarts. */
const firstPort = 4400;
/** Who is signed in on the page: it knows nobody of the real Slack. */
const browser = 'U0ANA0001';

export interface Practice {
  readonly desks: readonly DeskConfig[];
  readonly env: Env;
  /** Where somebody in town can be made to say something; by desk. */
  readonly pages: readonly { readonly desk: string; readonly url: string }[];
  /** A first question, a thank-you and a follower, once the desk is there to see them. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** The names under which real secrets have to be in the environment: who only practises needs none. */
export function secretNames(desks: readonly DeskConfig[]): string[] {
  return [...new Set(desks.filter(({ x }) => !x.practice).map(({ x }) => x.secrets))];
}

/** Its X lives in one process, so the halves of the desk must be in it too. */
export function refuseHalves(desks: readonly DeskConfig[], roles: readonly string[]): void {
  const practising = desks.filter(({ x }) => x.practice);
  if (practising.length === 0 || roles.length === 2) return;
  throw new ConfigError(
    practising.map(({ id }) => `desks.${id}.x.practice: true; allowed: with \`greeting-desk run\` alone.`),
  );
}

/** Gives each desk that practises an X of its own, in this process. The others stay as they are. */
export async function startPractice(desks: readonly DeskConfig[], env: Env): Promise<Practice> {
  const started = new Map<string, Sandbox>();
  const secrets = { ...env.x.secrets };
  const close = async () => {
    await Promise.all([...started.values()].map((sandbox) => sandbox.close()));
  };
  try {
    for (const desk of desks.filter(({ x }) => x.practice)) {
      const sandbox = await startX(desk, firstPort + started.size);
      started.set(desk.id, sandbox);
      secrets[desk.x.secrets] = { ...deskKeys, origin: sandbox.xUrl };
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    desks: desks.map((desk) => {
      const page = started.get(desk.id)?.controlUrl;
      return page === undefined ? desk : { ...desk, x: { ...desk.x, page } };
    }),
    env: { ...env, x: { ...env.x, secrets } },
    pages: [...started].map(([desk, { controlUrl }]) => ({ desk, url: controlUrl })),
    begin: async () => {
      await Promise.all([...started.values()].map(firstNews));
    },
    close,
  };
}

async function startX({ x }: DeskConfig, port: number): Promise<Sandbox> {
  const { createSandbox } = await import('../sandbox/sandbox.js');
  const make = (control: number) =>
    createSandbox({ library: { handle: x.handle, name: x.handle }, ports: { control } });
  const sandbox = await make(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return make(0);
  });
  sandbox.direct({ xAlone: true, notice: 'Practice: nobody on the real X sees this' });
  await sandbox.x.acts.signIn?.({ browser, as: x.handle });
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
