import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Sandbox } from '../../../src/sandbox/sandbox.js';

/** Desks of one organisation: each has an account on X and a channel, and all have the same people. */
export interface Libraries {
  /** The accounts, by their handles. */
  readonly handles: readonly string[];
  readonly deskFile: string;
  /** The keys of their accounts. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes the desk file. */
  remove(): Promise<void>;
}

const staff = ['U0ANA0001', 'U0BEN0002', 'U0CARLA03', 'U0DEV0004'];
const secretParts = {
  appKey: 'APP_KEY',
  appSecret: 'APP_SECRET',
  accessToken: 'ACCESS_TOKEN',
  accessSecret: 'ACCESS_SECRET',
};

/** Founds so many libraries in a sandbox; `name` (of letters) keeps them apart from others there. */
export async function foundLibraries(sandbox: Sandbox, name: string, count: number): Promise<Libraries> {
  const { desks } = parse(await readFile(new URL('../../dev-desk.yaml', import.meta.url), 'utf8'));
  const named: Record<string, unknown> = {};
  const env: Record<string, string> = {};
  const handles: string[] = [];
  for (let n = 1; n <= count; n++) {
    const [id, handle] = [`${name}${n}`, `${name}_${n}`];
    const channel = `C0${name.toUpperCase()}${String(n).padStart(4, '0')}`;
    await sandbox.slack.acts.addChannel?.({ id: channel, name: `x-${id}`, members: staff, bot: true });
    const credentials = Object.fromEntries(Object.keys(secretParts).map((part) => [part, `${id}-${part}`]));
    await sandbox.x.acts.addAccount?.({ handle, name: `Library ${n}`, credentials });
    for (const [part, key] of Object.entries(secretParts))
      env[`X_${id.toUpperCase()}_${key}`] = `${id}-${part}`;
    named[id] = { ...desks.central, channel, x: { handle, secrets: id.toUpperCase(), plan: 'self-serve' } };
    handles.push(handle);
  }
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-bench-'));
  const deskFile = join(folder, 'desk.yaml');
  // JSON is YAML too.
  await writeFile(deskFile, JSON.stringify({ desks: named }));
  return { handles, deskFile, env, remove: () => rm(folder, { recursive: true, force: true }) };
}
