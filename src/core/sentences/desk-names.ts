import type { Desk } from '../desk/desk.js';
import { say } from '../words/words.js';

/** What a desk is called where somebody sees several: its account, or that it is about the account's private messages. */
export const deskName = ({
  account,
  inPrivate,
  words,
}: Pick<Desk, 'account' | 'inPrivate' | 'words'>): string =>
  inPrivate ? say(words, 'home.in-private', { account: account.handle }) : `@${account.handle}`;
