import type { Random } from '../../world/random.js';
import { elementsOf } from './find.js';
import { type Fields, fieldsList } from './json.js';

const idAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Gives blocks and elements without an id one, as Slack does. */
export function complete(blocks: unknown, random: Random): Fields[] {
  const completed = structuredClone(fieldsList(blocks));
  for (const block of completed) {
    block.block_id ??= random.text(5, idAlphabet);
    for (const element of elementsOf(block)) {
      if (element.type !== 'image') element.action_id ??= random.text(5, idAlphabet);
    }
  }
  return completed;
}
