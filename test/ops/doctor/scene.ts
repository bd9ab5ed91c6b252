import { afterAll, beforeEach } from 'vitest';
import { environmentOf } from '../../../scripts/dev-desk.js';
import { sectionsOf } from '../../../src/app/doctor.js';
import { type DeskConfig, loadDeskFile } from '../../../src/config/desk-file.js';
import { readEnv } from '../../../src/config/env.js';
import type { Check } from '../../../src/core/doctor/check.js';
import { look, type Talk } from '../../../src/ops/doctor/probe.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { silent } from '../../store/connect.js';

export const nobody: Talk = { tell: () => {}, confirm: async () => undefined };

interface Examination {
  /** More of the environment, such as a wrong token. */
  readonly env?: Readonly<Record<string, string>>;
  readonly change?: (desk: DeskConfig) => DeskConfig;
  readonly pressWithinMs?: number;
  readonly talk?: Talk;
  /** Other sandboxes than those of `useSandbox`. */
  readonly within?: Sandbox;
}

export let sandbox: Sandbox;

/** Both sandboxes as they are at first, for each test of the file that calls this. */
export function useSandbox(): void {
  let opened: Sandbox | undefined;
  beforeEach(async () => {
    opened ??= await createSandbox();
    sandbox = opened;
    await sandbox.reset();
  });
  afterAll(() => opened?.close());
}

export const act = (name: string, args: Record<string, unknown> = {}) =>
  Promise.resolve(sandbox.slack.acts[name]?.(args)) as Promise<Record<string, unknown>>;

/** What `doctor` finds of those checks whose ids begin with `about`, of the desk of the tests. */
export async function examine(about: string, asked: Examination = {}): Promise<readonly Check[]> {
  const { desks } = await loadDeskFile('scripts/dev-desk.yaml');
  const { within = sandbox } = asked;
  const env = readEnv({ ...environmentOf(within, 'redis://127.0.0.1:1', 'doctor'), ...asked.env }, [
    'SANDBOX',
  ]);
  const { change = (desk: DeskConfig) => desk, pressWithinMs } = asked;
  const sections = sectionsOf(
    { env, desks: desks.map(change) },
    { log: silent, ...(pressWithinMs === undefined ? {} : { pressWithinMs }) },
  );
  const found: Check[] = [];
  for (const probe of sections.flatMap(({ probes }) => probes))
    if (probe.id.startsWith(about)) found.push(...(await look(probe, asked.talk ?? nobody)));
  return found;
}
