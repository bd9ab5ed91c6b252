import type { Desk } from '../../core/desk/desk.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { bullets, escapeText, line, type Message, rich } from '../parts/blocks.js';

const commands = ['waiting', 'next', 'handle', 'note', 'notes', 'pause', 'resume', 'budget', 'rota'] as const;

/** `/greet help`: each command in one line. */
export function helpMessage(desk: Desk): Message {
  const lines = commands.map((one) => say(desk.words, `help.${one}`, { lead: leadOf(desk) }));
  return { text: escapeText(lines.join('\n')), blocks: [rich(bullets(lines.map((one) => line(one))))] };
}
