import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { environmentOf } from '../../dev-desk.js';
import { fromRounds } from '../ratio.js';
import type { BenchContext, Row } from '../row.js';
import { runBare, runDesk, up } from './process.js';

const deskFile = fileURLToPath(new URL('../../dev-desk.yaml', import.meta.url));

/** How long the whole desk takes from its start until it first reads X, and a process with Bolt and one worker until it is up. */
export async function startRows({ redisUrl, quick, say }: BenchContext): Promise<readonly Row[]> {
  const sandbox = await createSandbox();
  const [desks, bares]: [number[], number[]] = [[], []];
  try {
    for (let round = 1; round <= (quick ? 3 : 9); round++) {
      say(`round ${round}`);
      // A prefix of its own each time: a first start, with nothing stored.
      const env = environmentOf(sandbox, redisUrl, `bench-${randomUUID()}`);
      desks.push(await untilFirstRead(sandbox, env));
      bares.push(await untilUp(env));
    }
  } finally {
    await sandbox.close();
  }
  const rounds = (values: readonly number[]) => fromRounds(values.map((measured) => ({ measured })));
  return [
    {
      ...{ group: 'start', row: 'start of the process to the first read of X', unit: 'ms' },
      ...{ ...rounds(desks), goal: { atMost: 1_500 } },
    },
    { group: 'start', row: "… of Bolt and one worker to Slack's hello", unit: 'ms', ...rounds(bares) },
  ];
}

async function untilFirstRead(sandbox: Sandbox, env: Readonly<Record<string, string>>): Promise<number> {
  const before = sandbox.journal.read().length;
  const read = new Promise<number>((resolve) => {
    const stop = sandbox.journal.watch(() => {
      if (!sandbox.journal.read(before).some(({ side, kind }) => side === 'x' && kind.startsWith('GET ')))
        return;
      stop();
      resolve(performance.now());
    });
  });
  const desk = runDesk(deskFile, env);
  try {
    // A desk that ends before it reads has said why.
    const readAt = await Promise.race([read, desk.said(up).then(() => read)]);
    return readAt - desk.startedAt;
  } finally {
    await desk.end();
  }
}

async function untilUp(env: Readonly<Record<string, string>>): Promise<number> {
  const bare = runBare(env);
  try {
    await bare.said(up);
    return performance.now() - bare.startedAt;
  } finally {
    await bare.end();
  }
}
