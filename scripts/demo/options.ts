import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly help: boolean;
  /** Plays one story and ends; otherwise the page is served until Ctrl-C. */
  readonly once: boolean;
  /** Whose story is played, or whose channel the page's address opens. */
  readonly network: 'x' | 'bluesky';
  /** Whether X takes an answer to a plain reply to us, which X's documents leave open. By default the stricter reading. */
  readonly plainRepliesSummon: boolean;
}

export const usage = `npm run demo                              serves the page: Slack, X and Bluesky of our own, and a desk on each network
npm run demo -- --network bluesky         the same; the address opens the channel of the desk on Bluesky
npm run demo -- --once                    plays one story on X instead, and ends
npm run demo -- --once --network bluesky  plays one on Bluesky
npm run demo -- --plain-replies-summon    X takes an answer to a plain reply to us`;

/** What stands after `npm run demo --`. Throws an Error that says what was found and what is allowed. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parse(args);
  const { network } = values;
  if (network !== 'x' && network !== 'bluesky')
    throw new Error(`--network is '${network}'; it can be x (the default) or bluesky.`);
  return {
    help: values.help,
    once: values.once,
    network,
    plainRepliesSummon: values['plain-replies-summon'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        once: { type: 'boolean', default: false },
        network: { type: 'string', default: 'x' },
        'plain-replies-summon': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Error(`${found}\n${usage}`);
  }
}
