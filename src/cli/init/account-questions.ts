import type { Setup } from '../../app/setup.js';
import type { AccountAnswers, MemberAnswers } from '../../config/setup/fresh-desk.js';
import { askBluesky } from './bluesky-questions.js';
import type { Prompts } from './prompts.js';
import { askX } from './x-questions.js';

export interface Asked {
  readonly prompts: Prompts;
  readonly setup: Setup;
}

/** What is known before the account is asked for. */
export interface Known<Answers> {
  readonly account: Answers;
  readonly staff: readonly MemberAnswers[];
  /** The secret of a variable; undefined when it is not set. */
  secret(name: string): string | undefined;
  /** Somebody has chosen the real network already. */
  readonly isLive: boolean;
}

export interface Account<Answers = AccountAnswers> {
  readonly account: Answers;
  readonly staff: readonly MemberAnswers[];
  /** What .env has to say of it; nothing while people practise. */
  readonly variables: Readonly<Record<string, string>>;
}

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

/** Asks whether people practise first. */
export function askPractice(
  prompts: Prompts,
  usual: boolean,
  { network, live }: { readonly network: string; readonly live: string },
): Promise<boolean> {
  return prompts.one(
    'How do you begin?',
    [
      {
        name: `Practise: with ${network === 'X' ? 'an' : 'a'} ${network} of the desk's own`,
        value: true,
        description: `  Real Slack, played patrons: nothing goes to the real ${network}, and no ${network} account is needed. Go live later with init.`,
      },
      { name: `Go live: with the real ${network}`, value: false, description: `  ${live}` },
    ],
    usual,
  );
}
