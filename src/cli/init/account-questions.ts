import type { AccountAnswers } from '../../config/setup/fresh-desk.js';
import type { Account, Asked, Known } from './asked.js';
import { askBluesky } from './bluesky-questions.js';
import type { Prompts } from './prompts.js';
import { askX } from './x-questions.js';

/** An account before anything is known of it. */
export const fresh: Readonly<Record<'x' | 'bluesky', AccountAnswers>> = {
  x: { x: { practice: true, handle: '', secrets: 'MAIN', plan: 'self-serve', ownsApp: true } },
  bluesky: { bluesky: { practice: true, handle: '', secrets: 'MAIN', service: 'https://bsky.social' } },
};

/** Asks on which network a new desk is. */
export async function askNetwork(prompts: Prompts): Promise<AccountAnswers> {
  const chosen = await prompts.one<'x' | 'bluesky'>('Which network is the desk for?', [
    { name: 'X', value: 'x', description: '  It bills what is read and written. Practice costs nothing.' },
    { name: 'Bluesky', value: 'bluesky', description: '  It bills nothing, and takes one app password.' },
  ]);
  return fresh[chosen];
}

/** Asks for the account of a desk. Whoever can't go live yet practises on. */
export async function askAccount(asked: Asked, known: Known<AccountAnswers>): Promise<Account> {
  const { bluesky, x } = known.account;
  if (x) {
    const { account, ...more } = await askX(asked, { ...known, account: x });
    return { ...more, account: { x: account } };
  }
  const { account, ...more } = await askBluesky(asked, { ...known, account: bluesky });
  return { ...more, account: { bluesky: account } };
}
