import type { RespondFn } from '@slack/bolt';
import type { Desk } from '../../core/desk/desk.js';
import { defaultWords, say } from '../../core/words/words.js';
import type { Logger } from '../../log.js';
import { escapeText } from '../parts/blocks.js';

/** For buttons and modals of a desk that was renamed or removed in desk.yaml: it has no words of its own any more. */
export const notServed = say(defaultWords, 'told.not-served');

/** Tells the person who pressed such a button. Only a message has a place for that; a Home is made anew. */
export async function tellNotServed(
  log: Logger,
  action: string,
  respond: RespondFn | undefined,
): Promise<void> {
  log.warn({ action }, 'a button of no desk that is served here');
  await respond?.({ response_type: 'ephemeral', replace_original: false, text: escapeText(notServed) });
}

/** Does something that writes. Where that fails, `tell` says that nothing was saved, and the fault goes on to the log. */
export async function orTellNotSaved<T>(
  { words }: Pick<Desk, 'words'>,
  tell: (text: string) => Promise<void>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (fault) {
    await tell(say(words, 'told.not-saved'));
    throw fault;
  }
}
