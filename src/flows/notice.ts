import { panelId } from '../core/ids.js';
import type { Ports } from '../ports.js';

/** Says something about the desk in its channel, once for each key. */
export async function notice(
  { clock, panels }: Pick<Ports, 'clock' | 'panels'>,
  key: string,
  text: string,
): Promise<void> {
  const id = panelId(`notice-${key}`);
  const startedAt = clock.now();
  await panels.change(id, (said) => ({
    next: said ?? { id, format: 1, kind: 'notice', version: 1, startedAt, closed: true, text },
    give: undefined,
  }));
}
