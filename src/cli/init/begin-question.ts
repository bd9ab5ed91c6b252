import type { Prompts } from './prompts.js';

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
