import type { Actor } from '../../core/card/actions.js';
import { notStaff } from '../../core/card/authorize.js';
import type { Pause } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { localTime } from '../../core/rota/local-time.js';
import { leadOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { announce } from '../tell/announce.js';

type Pausing = Pick<Ports, 'clock' | 'desk' | 'panels' | 'settings'>;

/** Stops all sending, for a reason that everybody sees; gives the pause that holds, and whether it is this one. */
export async function pause(
  ports: Pausing,
  actor: Actor,
  reason: string,
): Promise<{ readonly pause: Pause; readonly begun: boolean } | Refusal> {
  if (actor.kind !== 'staff') return notStaff(actor);
  const mine: Pause = { by: actor.id, at: ports.clock.now(), reason };
  const result = await ports.settings.change<{ pause: Pause; begun: boolean }>((settings) =>
    settings.pause
      ? { next: settings, result: { pause: settings.pause, begun: false } }
      : { next: { ...settings, pause: mine }, result: { pause: mine, begun: true } },
  );
  if ('refused' in result) return result;
  // Said once for each pause, also when whoever began it could not go on to say it.
  const fill = { ...pauseFill(ports, result.pause), lead: leadOf(ports.desk) };
  await announce(ports, `paused-${result.pause.at}`, say(ports.desk.words, 'command.paused', fill));
  return result;
}

/** Sending goes on; gives the pause that ended, if there was one. */
export async function resume(
  ports: Pausing,
  actor: Actor,
): Promise<{ readonly ended: Pause | undefined } | Refusal> {
  if (actor.kind !== 'staff') return notStaff(actor);
  if (!actor.lead) return { refused: 'lead-only' };
  const result = await ports.settings.change<{ ended: Pause | undefined }>((settings) => {
    const { pause: ended, ...next } = settings;
    return { next: ended ? next : settings, result: { ended } };
  });
  if (!('refused' in result) && result.ended) {
    const { clock, desk } = ports;
    const fill = { name: nameOf(desk, actor.id), time: localTime(desk.rota, clock.now()) };
    await announce(ports, `resumed-${result.ended.at}`, say(desk.words, 'command.resumed', fill));
  }
  return result;
}

export const pauseFill = ({ desk }: Pick<Ports, 'desk'>, { by, at, reason }: Pause) => ({
  name: nameOf(desk, by),
  time: localTime(desk.rota, at),
  reason,
});
