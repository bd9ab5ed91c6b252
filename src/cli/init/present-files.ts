import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';
import { readEnv } from '../../config/env.js';
import { createEnvReader } from '../../config/env-reader.js';
import { type PresentDesk, presentDesks } from '../../config/setup/changed-desk.js';
import { readTextFile } from '../../config/text-file.js';
import { ConfigError } from '../../errors.js';

/** Where the two files are, or shall be. */
export interface Files {
  readonly desk: string;
  readonly env: string;
}

/** The two files before anything is asked. A text is undefined where there is no file. */
export interface PresentFiles {
  readonly deskText: string | undefined;
  readonly desks: readonly PresentDesk[];
  readonly envText: string | undefined;
  /** The rights of .env, such as 0o644. */
  readonly envMode: number | undefined;
  /** What the desk would read now: .env, and the environment, which wins. */
  readonly variables: NodeJS.ProcessEnv;
  /** The secret of a variable, also where it comes from a file. */
  secret(name: string): string | undefined;
}

/** Reads both files. Throws ConfigError where one can't be read or used as it is, or could not be written at the end. */
export function readPresentFiles(files: Files, environment: NodeJS.ProcessEnv): PresentFiles {
  for (const path of [files.desk, files.env]) refuseUnwritable(path);
  const deskText = present(files.desk);
  const envText = present(files.env);
  const variables = { ...parseEnv(envText ?? ''), ...environment };
  refuseWrong(variables);
  return {
    deskText,
    desks: deskText === undefined ? [] : presentDesks(deskText, files.desk),
    envText,
    envMode: envText === undefined ? undefined : statSync(files.env).mode & 0o777,
    variables,
    secret: (name) => createEnvReader(variables).secret(name, 0),
  };
}

/** What is wrong in .env besides what is asked for is said before anything is asked. */
function refuseWrong(variables: NodeJS.ProcessEnv): void {
  const others = Object.entries(variables).filter(
    ([name]) => !/^(?:SLACK_(?:BOT|APP)_TOKEN|REDIS_URL)(?:_FILE)?$/u.test(name),
  );
  readEnv({ ...Object.fromEntries(others), SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' }, []);
}

const present = (path: string): string | undefined =>
  existsSync(path) ? readTextFile(path, { mostBytes: 256 * 1024, usual: path, example: path }) : undefined;

/** Nobody shall answer twenty questions for a folder that takes no file. */
function refuseUnwritable(path: string): void {
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `${folder}: no file can be written there (${code}). Go to a folder of your own, or name the files with --desk and --env.`,
    ]);
  }
}
