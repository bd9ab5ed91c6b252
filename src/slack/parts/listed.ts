import type { Written } from '../../core/card/join.js';
import type { Desk } from '../../core/desk/desk.js';
import { say } from '../../core/words/words.js';
import { shortText } from './patron.js';

/**
 * What somebody wrote, in one line of a list or a notification: of a private message only that there is one. Its words stand
 * on its card and in its editor.
 */
export const listedText = (act: Written, desk: Desk, max: number): string =>
  act.kind === 'private' ? say(desk.words, 'private.listed') : shortText(act, desk, max);
