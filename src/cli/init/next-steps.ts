import { basename, relative } from 'node:path';
import type { AccountAnswers } from '../../config/setup/fresh-desk.js';
import type { Files } from './present-files.js';

/** The command by which the program was started, as one types it: `greeting-desk`, or `node dist/cli.js`. */
export function typedCommand(script: string, folder: string): string {
  const name = basename(script);
  return name.endsWith('.js') ? `node ${relative(folder, script)}` : name;
}

/** What to type now, and what will happen. */
export function nextSteps(
  command: string,
  files: Files,
  { account, channel }: { readonly account: AccountAnswers; readonly channel: string },
): string {
  const options = [
    files.desk === 'desk.yaml' ? '' : ` --desk ${files.desk}`,
    files.env === '.env' ? '' : ` --env ${files.env}`,
  ].join('');
  const { practice } = account.x ?? account.bluesky;
  const needed = account.x ? 'four keys of X' : 'an app password of Bluesky';
  const then = practice
    ? `  Within two minutes ${channel} has cards to practise on. The log shows the address of the page
  where you play the patrons. Later: ${command} init${options}, to go live. It asks for
  ${needed}; INSTALL.md says where each is made.`
    : `  Whatever people write to the library from now on comes to ${channel} as a card. Nothing is sent by itself.`;
  return `
Next:
  ${command} doctor${options}
  looks whether all of it works together, and says what to repair.

  ${command} run${options}
  starts the desk; Ctrl-C ends it.
${then}
`;
}
