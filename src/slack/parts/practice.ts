import type { KnownBlock } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { say } from '../../core/words/words.js';
import { cutEscaped, type Message, note, sentenceMessage } from './blocks.js';

// Nobody may mistake practice for the real network. Modals and Homes begin with the mark where they are built; every message
// gets it here, as the last thing before it is sent, whatever it is about.

type MarkedDesk = Pick<Desk, 'account' | 'network' | 'words'>;

/** Above all that a practice desk shows; no block for any other desk. */
export const practiceMark = ({ words, account }: MarkedDesk): KnownBlock[] =>
  account.practice ? [note(say(words, 'practice.mark'))] : [];

/** A message as its desk sends it: where people practise, its blocks and its `text`, which a notification shows, say so. */
export function marked({ text, blocks }: Message, desk: MarkedDesk): Message {
  if (!desk.account.practice) return { text, blocks };
  const marked = cutEscaped(`${say(desk.words, 'practice.in-text')} ${text}`);
  return { text: marked, blocks: [...practiceMark(desk), ...blocks] };
}

/** The same for one sentence, such as the answer to a command. */
export const markedSentence = (sentence: string, desk: MarkedDesk): Message =>
  marked(sentenceMessage(sentence, desk), desk);
