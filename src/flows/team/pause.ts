import type { Actor } from '../../core/card/actions.js';
import type { Pause } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import type { PauseToTell } from '../../core/desk/desk-settings.js';
import { quote } from '../../core/post/plain.js';
import { leadOf, momentText, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { announce } from '../tell/announce.js';

/** How much of a reason is shown (code points): in the channel, on each card that it stops and on everybody's Home. */
const mostOfReason = 300;

/** The reason of a pause as colleagues read it. */
export const pauseReason = (written: string): string => quote(written, mostOfReason);

type Pausing = Pick<Ports, 'clock' | 'settings'>;

/**
 * Stops all sending, for a reason that everybody sees; gives the pause that holds, and whether it is this one. The
 * channel is told by the due list.
 */
export async function pause(
  { clock, settings }: Pausing,
  actor: Actor,
  reason: string,
): Promise<{ readonly pause: Pause; readonly begun: boolean } | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const mine: Pause = { by: actor.id, at: clock.now(), reason: pauseReason(reason) };
  return settings.change<{ pause: Pause; begun: boolean }>((now) => {
    if (now.pause) return { next: now, result: { pause: now.pause, begun: false } };
    const pausesToTell = [...(now.pausesToTell ?? []), { pause: mine }];
    return { next: { ...now, pause: mine, pausesToTell }, result: { pause: mine, begun: true } };
  });
}

/** Sending goes on; gives the pause that ended, if there was one. The channel is told by the due list. */
export async function resume(
  { clock, settings }: Pausing,
  actor: Actor,
): Promise<{ readonly ended: Pause | undefined } | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  if (!actor.lead) return { refused: 'lead-only' };
  const ended = { by: actor.id, at: clock.now() };
  return settings.change<{ ended: Pause | undefined }>((now) => {
    const { pause, ...rest } = now;
    if (!pause) return { next: now, result: { ended: undefined } };
    const pausesToTell = [...(now.pausesToTell ?? []), { pause, ended }];
    return { next: { ...rest, pausesToTell }, result: { ended: pause } };
  });
}

/** Tells the channel, and the private one, of each pause that began or ended, once. May be cut off anywhere and run again. */
export async function tellPauses(
  ports: Pick<Ports, 'clock' | 'desk' | 'inPrivate' | 'panels' | 'settings'>,
): Promise<void> {
  const { pausesToTell = [] } = await ports.settings.get();
  for (const one of pausesToTell) {
    const key = `${one.ended ? 'resumed' : 'paused'}-${one.pause.at}`;
    for (const side of [ports, ports.inPrivate]) if (side) await announce(side, key, pauseText(ports, one));
  }
  const isTold = (one: PauseToTell) =>
    pausesToTell.some(({ pause, ended }) => pause.at === one.pause.at && ended?.at === one.ended?.at);
  await ports.settings.change(({ pausesToTell: known = [], ...rest }) => {
    const left = known.filter((one) => !isTold(one));
    return { next: left.length > 0 ? { ...rest, pausesToTell: left } : rest, result: undefined };
  });
}

function pauseText(ports: Pick<Ports, 'clock' | 'desk'>, { pause, ended }: PauseToTell): string {
  const { clock, desk } = ports;
  if (!ended) return say(desk.words, 'command.paused', { ...pauseFill(ports, pause), lead: leadOf(desk) });
  const fill = { name: nameOf(desk, ended.by), time: momentText(desk, ended.at, clock.now()) };
  return say(desk.words, 'command.resumed', fill);
}

/** What the sentences about a pause name: who, when and why. */
export const pauseFill = ({ clock, desk }: Pick<Ports, 'clock' | 'desk'>, { by, at, reason }: Pause) => ({
  name: nameOf(desk, by),
  time: momentText(desk, at, clock.now()),
  reason,
});
