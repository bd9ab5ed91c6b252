import { type FailingLook, type Look, looks, type Silence } from '../core/desk/outages.js';
import { channelCure } from '../core/desk/slack-refusals.js';
import { isExposure } from '../core/private/private-channel.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import type { Logger } from '../log.js';
import type { Ports } from '../ports.js';
import { createIncidents } from './incidents.js';
import { createWatch } from './watch.js';

/** What one desk can't reach now. */
export interface DeskIncident {
  readonly desk: string;
  readonly look: Look;
  /** What, since when, why, and the cure where there is one. */
  readonly line: string;
  /** It concerns one desk alone, and starting the program again repairs nothing. */
  readonly isNote: boolean;
}

type SilentDesk = Pick<Ports, 'clock' | 'settings'>;

/**
 * What the desks can't reach now, from what is stored: whichever process saw it, and also after a restart. Keys that are
 * refused are left out, because each process says those itself, with their cure. Nothing while the store is away.
 */
export async function deskIncidents(
  desks: ReadonlyMap<string, SilentDesk>,
): Promise<readonly DeskIncident[]> {
  const all = [...desks].map(async ([desk, { clock, settings }]) => {
    const silence = await settings.get().catch(undefinedIf(isStorageFault));
    return silence ? incidentsOf(desk, silence, clock.now()) : [];
  });
  return (await Promise.all(all)).flat();
}

/** What one desk can't reach at `now` (Unix ms). */
export function incidentsOf(desk: string, { failing = {} }: Silence, now: number): readonly DeskIncident[] {
  return looks.flatMap((look) => {
    const failure = failing[look];
    if (!failure || failure.incidentAt > now || look === 'slack' || isSaidByItself(failure)) return [];
    const isNote = look === 'rota' || look === 'channel' || look === 'private-channel';
    return [{ desk, look, line: `${desk}: ${lineOf(look, failure)}`, isNote }];
  });
}

const isSaidByItself = ({ reason }: FailingLook): boolean =>
  reason === 'sign-in' || reason === 'not-permitted';

function lineOf(look: Look, { detail = '', reason, since }: FailingLook): string {
  const at = new Date(since).toISOString();
  if (look === 'channel') {
    return `Slack doesn't let the desk write in its channel since ${at} (${detail}). ${cures[channelCure(detail)]} It is tried again every ten minutes.`;
  }
  if (look === 'private-channel') {
    const cure = isExposure(detail)
      ? 'Private messages are not read until it is a private channel, without guests and not shared.'
      : cures[channelCure(detail)];
    return `no private message is shown in its channel since ${at} (${detail}). ${cure}`;
  }
  return `${look} not read since ${at}: ${detail || reason}`;
}

const cures: Readonly<Record<ReturnType<typeof channelCure>, string>> = {
  invite: 'Invite the app to the channel, or correct the channel in desk.yaml.',
  unarchive: 'Unarchive the channel and invite the app, or name another channel in desk.yaml.',
  scope: 'Install the app again with the scopes of slack-manifest.yaml.',
  restricted: 'Let apps post in the channel: its settings, or those of the workspace, forbid it.',
  other: 'See https://docs.slack.dev/reference/methods/chat.postMessage#errors.',
};

/** Says in the log what a desk can't reach: once when it begins and once when it is over. It looks every `everyMs`. */
export function watchSilence(
  desks: ReadonlyMap<string, SilentDesk>,
  log: Logger,
  everyMs: number,
): ReturnType<typeof createWatch> {
  const incidents = createIncidents(log);
  let before: readonly string[] = [];
  return createWatch(async () => {
    const found = await deskIncidents(desks).catch((fault: Error) => {
      log.warn({ error: fault.message }, 'silence');
      return undefined;
    });
    if (!found) return;
    const names = found.map(({ desk, look }) => `${desk}: ${look}`);
    for (const { desk, look, line } of found) incidents.set(`${desk}: ${look}`, [line]);
    for (const name of before) if (!names.includes(name)) incidents.set(name, []);
    before = names;
  }, everyMs);
}
