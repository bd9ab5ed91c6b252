import { z } from 'zod';

const asked = z.object({ ask: z.string(), id: z.number(), what: z.unknown() });

/** What a program of the bench does when its parent asks, by name. */
export type Does = Readonly<Record<string, (what: never) => unknown>>;

/** Tells the parent that this program is up, and answers it from then on. It ends with its parent. */
export function ready(does: Does): void {
  const all: Does = { cpuMs, ...does };
  process.on('message', async (message) => {
    const { ask, id, what } = asked.parse(message);
    try {
      process.send?.({ id, answer: (await all[ask]?.(what as never)) ?? null });
    } catch (error) {
      process.send?.({ id, fault: String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ up: true });
}

/** The processor time of this process since its start. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
