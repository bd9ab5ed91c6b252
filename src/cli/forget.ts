import type { Erasure } from '../app/forget.js';
import type { DeskConfig } from '../config/desk-file.js';
import { canKnow, entryOf, isCalled } from '../config/desk-names.js';
import type { Env } from '../config/env.js';
import { ConfigError } from '../errors.js';
import { createLog } from '../log.js';

export interface ForgetOptions {
  /** One desk of the file; all of them unless told. */
  readonly deskId?: string;
  /** X is asked whose handle it is, where the desk does not know. */
  readonly askX?: boolean;
}

/**
 * `forget`: erases what each desk has of somebody, and says so in a line for each. Gives the code to end with: 0 when all is
 * erased, 1 when somebody could not be told from the handle, 2 when messages in Slack are left that the running desk takes out.
 */
export async function forgetSomebody(
  { desks, env }: { readonly desks: readonly DeskConfig[]; readonly env: Env },
  typed: string,
  { askX = false, deskId }: ForgetOptions,
): Promise<number> {
  if (env.forget.key === undefined) {
    throw new ConfigError([
      'FORGET_KEY is not set: nobody can be forgotten without the key of the hashes. .env.example says what it is.',
    ]);
  }
  const chosen = chosenDesks(desks, typed, deskId);
  const { forgetAtDesks } = await import('../app/forget.js');
  const erasures = await forgetAtDesks({ env, desks: chosen }, { typed, asks: askX }, createLog('silent'));
  for (const desk of chosen) {
    const erasure = erasures.get(desk.id);
    if (erasure) console.log(`${desk.id}: ${said(erasure, typed, desk.network)}`);
  }
  return Math.max(...[...erasures.values()].map(codeOf));
}

/** Those that know real people, on a network where what was typed can be somebody's. */
function chosenDesks(
  desks: readonly DeskConfig[],
  typed: string,
  name: string | undefined,
): readonly DeskConfig[] {
  const named = desks.filter((desk) => name === undefined || isCalled(desk, name));
  const real = named.filter(({ account }) => !account.practice);
  const chosen = real.filter((desk) => canKnow(desk, typed));
  if (chosen.length > 0) return chosen;
  if (real.length > 0) {
    const examples = [...new Set(real.map(({ network }) => `@${network.exampleHandle}`))].join(' or ');
    throw new ConfigError([
      `${typed} is no account; allowed: a handle such as ${examples}, or the account's id.`,
    ]);
  }
  throw new ConfigError([
    named.length > 0
      ? `People practise at ${named.map(({ id }) => id).join(', ')}: nobody there is real.`
      : `No desk '${name}'. There are: ${desks.map(entryOf).join(', ')}.`,
  ]);
}

const codeOf = (erasure: Erasure): number => (erasure.became !== 'erased' ? 1 : erasure.left > 0 ? 2 : 0);

function said(erasure: Erasure, name: string, network: DeskConfig['network']): string {
  switch (erasure.became) {
    case 'unknown':
      return `knows nobody called ${name}. Give the id of the account, or let ${network.name} say whose name it is with --ask-x (${'prices' in network && network.prices ? '$0.01 a desk' : 'free'}).`;
    case 'nobody':
      return `${network.name} shows nobody called ${name}.`;
    case 'not-asked':
      return `${network.name} did not say who ${name} is; try again in a minute.`;
    case 'erased': {
      const what = erasure.conversations === 1 ? '1 conversation' : `${erasure.conversations} conversations`;
      const left =
        erasure.left > 0
          ? ` Slack still has messages of ${erasure.left} of them: the desk takes them out as soon as it runs.`
          : '';
      return `erased ${what}; they are not greeted or remembered again.${left}`;
    }
  }
}
