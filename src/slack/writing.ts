import { type PostId, postId } from '../core/ids.js';

/** What an editor is about besides its card: the post that it shows as the one to answer, and its opening. */
export interface Writing {
  readonly shown?: PostId | undefined;
  readonly opening: string;
}

export const encodeWriting = ({ shown, opening }: Writing): string => `${shown ?? '-'} ${opening}`;

export function decodeWriting(extra: string | undefined): Writing {
  const [, shown, opening = ''] = /^(\S+) (.*)$/su.exec(extra ?? '') ?? [];
  return { opening, ...(shown && shown !== '-' ? { shown: postId(shown) } : {}) };
}
