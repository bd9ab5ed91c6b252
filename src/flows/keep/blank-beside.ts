import type { Card } from '../../core/card/card.js';
import { withoutHandle } from '../../core/desk/desk-settings.js';
import { withoutNames } from '../../core/writing/blank-names.js';
import type { Ports } from '../../ports.js';

/** Takes the patron's name out of what is kept beside their card: our words to them, and the list of muted people. */
export async function blankBeside(
  { ourPosts, settings }: Pick<Ports, 'ourPosts' | 'settings'>,
  { answers, patron }: Card,
): Promise<void> {
  for (const { postId } of answers) {
    if (postId) await ourPosts.change(postId, (text) => withoutNames(text, patron));
  }
  await settings.change((now) => ({ next: withoutHandle(now, patron.id), result: undefined }));
}
