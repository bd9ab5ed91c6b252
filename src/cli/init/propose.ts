import { parseEnv } from 'node:util';
import { secretNames } from '../../config/account.js';
import { readDeskFile } from '../../config/desk-file.js';
import { readEnv } from '../../config/env.js';
import { changedDeskText, type PresentDesk } from '../../config/setup/changed-desk.js';
import { withVariables } from '../../config/setup/env-text.js';
import { deskIdFrom, freshDeskText } from '../../config/setup/fresh-desk.js';
import { lineChanges } from '../../config/setup/line-changes.js';
import { withSecondDesk } from '../../config/setup/second-desk.js';
import type { Outcome } from './interview.js';
import type { Files, PresentFiles } from './present-files.js';
import type { Prompts } from './prompts.js';
import type { WantedFile } from './write-files.js';

/** Only who runs the desk reads its secrets. */
const ownEyesOnly = 0o600;

/**
 * The files to write for these answers. What would change in a file that is there is shown, without values of secrets, and asked.
 * Throws ConfigError where the answers make no file that the desk can use.
 */
export async function proposeFiles(
  prompts: Prompts,
  files: Files,
  present: PresentFiles,
  { desk, outcome }: { readonly desk: PresentDesk | undefined; readonly outcome: Outcome },
): Promise<readonly WantedFile[]> {
  const { answers, channelName = '', isSecond, variables } = outcome;
  const deskText =
    desk && present.deskText !== undefined
      ? isSecond
        ? withSecondDesk(present.deskText, present.desks, desk.id, { answers, channelName })
        : changedDeskText(present.deskText, desk, answers)
      : freshDeskText(deskIdFrom(channelName), answers);
  const envText = withVariables(present.envText, variables);
  const { desks } = readDeskFile(deskText, files.desk);
  readEnv(parseEnv(envText), secretNames(desks, 'x'), secretNames(desks, 'bluesky'));

  const wanted: WantedFile[] = [];
  prompts.say('');
  if (present.deskText === undefined) wanted.push({ path: files.desk, text: deskText });
  else if (deskText === present.deskText) prompts.say(`${files.desk} stays as it is.`);
  else if (await agreed(prompts, files.desk, lineChanges(present.deskText, deskText))) {
    wanted.push({ path: files.desk, text: deskText });
  }
  const env = { path: files.env, text: envText, mode: ownEyesOnly };
  if (present.envText === undefined) wanted.push(env);
  else {
    const changes = envChanges(present, envText);
    if (changes.length === 0) prompts.say(`${files.env} stays as it is.`);
    else if (await agreed(prompts, files.env, changes)) wanted.push(env);
  }
  return wanted;
}

async function agreed(prompts: Prompts, path: string, changes: readonly string[]): Promise<boolean> {
  prompts.say(`${path} would change:\n${changes.map((line) => `  ${line}`).join('\n')}`);
  const isAgreed = await prompts.yes(`Change ${path}? All else in it stays.`, true);
  if (!isAgreed) prompts.say(`${path} stays as it was.`);
  return isAgreed;
}

/** What changes in .env, by the names of its variables alone. */
function envChanges(
  { envMode = ownEyesOnly, envText = '' }: PresentFiles,
  changed: string,
): readonly string[] {
  const [before, after] = [parseEnv(envText), parseEnv(changed)];
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const lines = names.map((name) => `${before[name] ? 'changed' : 'new'}: ${name}`);
  const isWide = (envMode & ~ownEyesOnly) !== 0;
  const rights = `from 0${envMode.toString(8)} to 0600: others on this machine could read its secrets`;
  return isWide ? [...lines, rights] : lines;
}
