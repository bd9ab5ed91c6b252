import { typed } from '../typed.js';
import { type Group, groups } from './row.js';

export const usage = `npm run bench [-- --quick] [-- --only GROUP,…] [-- --json FILE]

  --quick       fewer and shorter rounds: done within four minutes, and less firm
  --only GROUP  some groups of rows alone, by commas: ${groups.join(', ')}
  --json FILE   writes everything to a file as well, the single rounds too
  --help        this text

The table says what the desk takes, what a bare program beside it takes, and how the two compare; OPERATE.md explains
it ("How to read the bench"). It ends with 1 when a goal does not hold, and with 2 when nothing was measured.`;

const options = {
  quick: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  only: { type: 'string' },
  json: { type: 'string' },
} as const;

export interface Given {
  readonly quick: boolean;
  readonly help: boolean;
  readonly only: readonly Group[];
  readonly json?: string;
}

/** What was typed behind `npm run bench --`. Throws a RangeError of one line that says what is allowed. */
export function readArguments(words: readonly string[]): Given {
  const values = typed({ args: [...words], options }, '--quick, --only GROUP, --json FILE, --help');
  const only = values.only?.split(',').map((name) => {
    const group = groups.find((one) => one === name.trim());
    if (!group) throw new RangeError(`There is no group '${name}' of rows; allowed: ${groups.join(', ')}.`);
    return group;
  });
  return {
    quick: values.quick,
    help: values.help,
    only: only ?? groups,
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
