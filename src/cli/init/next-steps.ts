import { basename, relative } from 'node:path';
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
  { channel, practice }: { readonly channel: string; readonly practice: boolean },
): string {
  const options = [
    files.desk === 'desk.yaml' ? '' : ` --desk ${files.desk}`,
    files.env === '.env' ? '' : ` --env ${files.env}`,
  ].join('');
  const then = practice
    ? `  Within two minutes ${channel} has cards to practise on. The log shows the address of the page
  where you play the patrons. Later: ${command} init${options}, to go live.`
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
