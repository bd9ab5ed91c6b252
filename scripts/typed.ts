import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The values that somebody typed behind a script's name, as `parseArgs` reads them. Throws a RangeError of one line for what it does
 * not know, with what is `allowed` there.
 */
export function typed<Config extends ParseArgsConfig>(
  config: Config,
  allowed: string,
): ReturnType<typeof parseArgs<Config>>['values'] {
  try {
    return parseArgs(config).values;
  } catch (error) {
    // Node adds advice for the writer of the program behind the first sentence.
    const [what] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new RangeError(`${what}; allowed: ${allowed}.`);
  }
}

/** The same for a script that reads it first of all: it ends with 2, and says how it is called. */
export function typedOrEnd<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>>['values'] {
  try {
    return typed(config, usage);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
