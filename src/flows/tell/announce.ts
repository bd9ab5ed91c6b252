import { bumpVersion, type Panel } from '../../core/board/panel.js';
import { type CardId, panelId, type SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/** Says something about the desk once for each key: in its channel, or to one person in the app's private conversation. */
export function announce(
  ports: Pick<Ports, 'clock' | 'panels'>,
  key: string,
  text: string,
  to?: SlackUserId,
  about?: CardId,
): Promise<void> {
  return notice(ports, { key, text, to, about }, (said) => said);
}

/**
 * The same for something that changes: what was said under the key is edited, which notifies nobody. `version` is that of what is
 * told: a worker that was held up says nothing over what another one knows to be later.
 */
export function announceNow(
  ports: Pick<Ports, 'clock' | 'panels'>,
  key: string,
  text: string,
  version: number,
  to?: SlackUserId,
): Promise<void> {
  return notice(ports, { key, text, to, textOf: version }, (said) => {
    if ((said.textOf ?? version) > version) return said;
    const next = said.textOf === version ? said : { ...said, textOf: version };
    return said.text === text ? next : { ...bumpVersion(next), text };
  });
}

interface Notice {
  readonly key: string;
  readonly text: string;
  readonly to: SlackUserId | undefined;
  readonly about?: CardId | undefined;
  readonly textOf?: number;
}

async function notice(
  { clock, panels }: Pick<Ports, 'clock' | 'panels'>,
  { key, text, to, about, textOf }: Notice,
  again: (said: Panel) => Panel,
): Promise<void> {
  const id = panelId(to ? `notice-${key}-${to}` : `notice-${key}`);
  const startedAt = clock.now();
  await panels.change(id, (said) => ({
    next: (said && again(said)) ?? {
      id,
      format: 1,
      kind: 'notice',
      version: 1,
      startedAt,
      closed: true,
      text,
      ...(to ? { to } : {}),
      ...(about ? { about } : {}),
      ...(textOf === undefined ? {} : { textOf }),
    },
    result: undefined,
  }));
}
