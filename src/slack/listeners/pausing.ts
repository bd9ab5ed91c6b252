import { isRefusal } from '../../core/card/refusal.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { sentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { pause, pauseFill, resume } from '../../flows/team/pause.js';
import type { Screen } from './press.js';

/** `/greet pause <reason>`: anybody on the staff may stop all sending. Gives what the person is told. */
export async function pauseSending({ desk, ports, actor }: Screen, reason: string): Promise<string> {
  if (reason === '') return say(desk.words, 'command.no-reason');
  const result = await pause(ports, actor, reason);
  if (isRefusal(result)) return sentence(desk, result);
  if (result.begun) return say(desk.words, 'command.paused-by-you');
  return say(desk.words, 'command.paused-already', {
    ...pauseFill(ports, result.pause),
    lead: leadOf(desk),
  });
}

/** `/greet resume`: the lead lets it go on. Gives what the person is told. */
export async function resumeSending({ desk, ports, actor }: Screen): Promise<string> {
  const result = await resume(ports, actor);
  if (isRefusal(result)) return sentence(desk, result);
  return say(desk.words, result.ended ? 'command.resumed-by-you' : 'command.not-paused');
}
