import type { SlackUserId } from '../ids.js';
import type { Answer } from './card.js';

/** Whose answer it is to everybody: whoever wrote it, also where a colleague checked and sent it. */
export const writerOf = ({ by, writtenBy }: Pick<Answer, 'by' | 'writtenBy'>): SlackUserId | undefined =>
  writtenBy ?? by;
