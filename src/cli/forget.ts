import type { Erasure } from '../app/forget.js';
import type { DeskConfig } from '../config/desk-file.js';
import { entryOf, isCalled } from '../config/desk-names.js';
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
  const chosen = chosenDesks(desks, deskId);
  const { forgetAtDesks } = await import('../app/forget.js');
  const erasures = await forgetAtDesks({ env, desks: chosen }, { typed, asks: askX }, createLog('silent'));
  for (const [desk, erasure] of erasures) console.log(`${desk}: ${said(erasure, typed)}`);
  return Math.max(...[...erasures.values()].map(codeOf));
}

/** Those that know real people. */
function chosenDesks(desks: readonly DeskConfig[], name: string | undefined): readonly DeskConfig[] {
  const named = desks.filter((desk) => name === undefined || isCalled(desk, name));
  const real = named.filter(({ account }) => !account.practice);
  if (real.length > 0) return real;
  throw new ConfigError([
    named.length > 0
      ? `People practise at ${named.map(({ id }) => id).join(', ')}: nobody there is real.`
      : `No desk '${name}'. There are: ${desks.map(entryOf).join(', ')}.`,
  ]);
}

const codeOf = (erasure: Erasure): number => (erasure.became !== 'erased' ? 1 : erasure.left > 0 ? 2 : 0);

function said(erasure: Erasure, name: string): string {
  switch (erasure.became) {
    case 'unknown':
      return `knows nobody called ${name}. Give the id of the account, or let X say whose name it is with --ask-x ($0.01 a desk).`;
    case 'nobody':
      return `X shows nobody called ${name}.`;
    case 'not-asked':
      return `X did not say who ${name} is; try again in a minute.`;
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
