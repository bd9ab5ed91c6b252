import { type CardId, panelId, type SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/** Says something about the desk once for each key: in its channel, or to one person in the app's private conversation. */
export async function announce(
  { clock, panels }: Pick<Ports, 'clock' | 'panels'>,
  key: string,
  text: string,
  to?: SlackUserId,
  about?: CardId,
): Promise<void> {
  const id = panelId(to ? `notice-${key}-${to}` : `notice-${key}`);
  const startedAt = clock.now();
  await panels.change(id, (said) => ({
    next: said ?? {
      id,
      format: 1,
      kind: 'notice',
      version: 1,
      startedAt,
      closed: true,
      text,
      ...(to ? { to } : {}),
      ...(about ? { about } : {}),
    },
    result: undefined,
  }));
}
