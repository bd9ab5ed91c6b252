import { createHash } from 'node:crypto';
import type { DeskFinding } from '../../core/doctor/findings.js';
import { say, sayCount } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { announce } from './announce.js';

/** How many findings one message names. `doctor` tells all. */
const mostAtOnce = 8;
/** How many keys are remembered, the newest. */
const mostKept = 500;

/** Tells the channel of findings, each finding once for as long as the desk exists. */
export async function tellFindings(
  ports: Pick<Ports, 'clock' | 'snapshots' | 'desk' | 'panels' | 'settings'>,
  findings: readonly DeskFinding[],
): Promise<void> {
  const { snapshots, desk, settings } = ports;
  // An earlier version noted them among the snapshots.
  const before = (await snapshots.get('told'))?.value ?? [];
  const known = new Set([...before, ...((await settings.get()).told ?? [])]);
  const fresh = findings.filter(({ key, note }, index) => {
    const isFirst = findings.findIndex((one) => one.key === key) === index;
    return isFirst && !note && !known.has(key);
  });
  if (fresh.length === 0) return;
  const keys = fresh.map(({ key }) => key);
  const left = fresh.length - mostAtOnce;
  const lines = [
    say(desk.words, 'rota.head'),
    ...fresh.slice(0, mostAtOnce).map(({ said }) => `• ${said}`),
    ...(left > 0 ? [`• ${sayCount(desk, 'rota.more', left)}`] : []),
  ];
  // What is told twice because a worker died in between has the same name, so it is one message.
  const name = createHash('sha256').update(keys.toSorted().join('\n')).digest('hex').slice(0, 16);
  await announce(ports, `findings-${name}`, lines.join('\n'));
  await settings.change((now) => ({
    next: { ...now, told: [...new Set([...(now.told ?? []), ...keys])].slice(-mostKept) },
    result: undefined,
  }));
}
