import { localTime } from '../../core/local-time.js';
import { leadOf, nameOf } from '../../core/phrases.js';
import { isRefusal } from '../../core/refusal.js';
import { sentence } from '../../core/sentences.js';
import { say } from '../../core/words.js';
import { pause, pauseFill, resume } from '../../flows/pause.js';
import type { Screen } from '../press.js';

/** `/greet pause <reason>`: anybody on the staff may stop all sending. Gives what the person is told. */
export async function pauseSending({ desk, ports, who }: Screen, reason: string): Promise<string> {
  if (reason === '') return say(desk.words, 'command.no-reason');
  const result = await pause(ports, who, reason);
  if (isRefusal(result)) return sentence(desk, result);
  const fill = { ...pauseFill(ports, result.pause), lead: leadOf(desk) };
  return say(desk.words, result.begun ? 'command.paused' : 'command.paused-already', fill);
}

/** `/greet resume`: the lead lets it go on. Gives what the person is told. */
export async function resumeSending({ desk, ports, who, user }: Screen): Promise<string> {
  const result = await resume(ports, who);
  if (isRefusal(result)) return sentence(desk, result);
  const fill = { name: nameOf(desk, user), time: localTime(desk.rota, ports.clock.now()) };
  return result.ended ? say(desk.words, 'command.resumed', fill) : say(desk.words, 'command.not-paused');
}
