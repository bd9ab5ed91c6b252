import type { RespondFn } from '@slack/bolt';
import { defaultWords, say } from '../../core/words/words.js';
import type { Logger } from '../../log.js';
import { escapeText } from '../parts/blocks.js';

/** For buttons and modals of a desk that was renamed or removed in desk.yaml: it has no words of its own any more. */
export const notServed = say(defaultWords, 'told.not-served');

/** Tells whoever pressed such a button. Only one in a message has a place for that; a Home is made anew. */
export async function tellNotServed(
  log: Logger,
  action: string,
  respond: RespondFn | undefined,
): Promise<void> {
  log.warn({ action }, 'a button of no desk that is served here');
  await respond?.({ response_type: 'ephemeral', replace_original: false, text: escapeText(notServed) });
}
