import type { Command } from 'commander';
import { readBlueskyUrl } from '../config/env.js';
import type { PresentDesk } from '../config/setup/changed-desk.js';
import { ConfigError } from '../errors.js';
import { createLog } from '../log.js';
import { interview } from './init/interview.js';
import { nextSteps, typedCommand } from './init/next-steps.js';
import { type Files, type PresentFiles, readPresentFiles } from './init/present-files.js';
import { createPrompts, type Prompts, type Terminal } from './init/prompts.js';
import { proposeFiles } from './init/propose.js';
import { writeFiles } from './init/write-files.js';

/** What a shell answers for a program that Ctrl-C ended. */
const interrupted = 130;
const nothingWritten = '\nStopped. Nothing was written.';

/** Adds `init`, which asks what a desk needs and writes desk.yaml and .env. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description(
      'ask what a desk needs, test each answer, and write desk.yaml and .env; begins with practice',
    )
    .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
    .option('--env <file>', 'secrets and addresses', '.env')
    .action(async (files: Files) => {
      if (!process.stdin.isTTY || !process.stdout.isTTY) {
        throw new ConfigError([
          'init asks questions and needs a terminal for them; without one, fill in copies of desk.example.yaml and .env.example.',
        ]);
      }
      // Between two questions Ctrl-C is a signal.
      process.once('SIGINT', () => {
        console.log(nothingWritten);
        process.exit(interrupted);
      });
      const terminal = { input: process.stdin, output: process.stdout };
      const command = typedCommand(process.argv[1] ?? 'greeting-desk', process.cwd());
      const code = await setUp(files, terminal, process.env, command);
      // A question to Slack may still be under way.
      if (code === interrupted) process.exit(code);
      process.exitCode = code;
    });
}

/**
 * Asks at this terminal and writes the two files. Gives the exit code: 0, or 130 when somebody pressed Ctrl-C; then nothing was
 * written. Throws ConfigError for files that can't be used or written.
 */
export async function setUp(
  files: Files,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  command: string,
): Promise<number> {
  const present = readPresentFiles(files, environment);
  const [prompts, { createSetup }] = await Promise.all([createPrompts(terminal), import('../app/setup.js')]);
  const { REDIS_PREFIX, SLACK_API_URL, X_API_URL } = present.variables;
  const setup = createSetup({
    slackApiUrl: SLACK_API_URL?.replace(/\/*$/u, '/'),
    xApiUrl: X_API_URL,
    blueskyUrl: readBlueskyUrl(present.variables),
    redisPrefix: REDIS_PREFIX || 'greeting-desk',
    log: createLog('silent'),
  });
  try {
    prompts.say(beginning(files, present));
    const desk = await chosenDesk(prompts, present.desks);
    const asked = { prompts, setup };
    const outcome = await interview(asked, {
      secret: present.secret,
      desks: present.desks,
      ...(desk ? { desk } : {}),
    });
    const wanted = await proposeFiles(prompts, files, present, { desk, outcome });
    await writeFiles(wanted);
    const { answers, channelName, notes, variables } = outcome;
    for (const { mode, path } of wanted)
      prompts.say(`Written: ${path}${mode ? ', for your eyes only (0600)' : ''}`);
    for (const line of [...notes, ...shadowed(variables, environment)]) prompts.say(`Note: ${line}`);
    const channel = channelName === undefined ? 'the channel' : `#${channelName}`;
    prompts.say(nextSteps(command, files, { channel, account: answers.account }));
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    prompts.say(nothingWritten);
    return interrupted;
  }
}

const beginning = ({ desk, env }: Files, { deskText }: PresentFiles): string =>
  deskText === undefined
    ? `Greeting Desk: from nothing to a first practice card. Each answer is tested when you give it.
Nothing is written before the end. It makes ${desk} and ${env}; Ctrl-C leaves everything as it is.`
    : `Greeting Desk: ${desk} and ${env} are there. Nothing changes before you have seen what.`;

async function chosenDesk(prompts: Prompts, desks: readonly PresentDesk[]): Promise<PresentDesk | undefined> {
  if (desks.length < 2) return desks[0];
  return prompts.one(
    'Which desk?',
    desks.map((desk) => ({ name: desk.id, value: desk })),
  );
}

/** What the environment of this shell says otherwise than .env, and so wins over it. */
function shadowed(
  variables: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
): readonly string[] {
  const names = Object.keys(variables).filter(
    (name) => environment[name] !== undefined && environment[name] !== variables[name],
  );
  return names.map((name) => `this shell sets ${name}, and that wins over .env. Take it out there.`);
}
