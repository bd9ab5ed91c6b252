#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import type { App, Role } from './app.js';
import { refuseHalves, secretNames, startPractice } from './cli/practice.js';
import { createRotaFeed } from './config/calendar/rota-feed.js';
import { loadDeskFile } from './config/desk-file.js';
import { loadEnvFile, readEnv } from './config/env.js';
import { refuseUnsaidGovernmentUse } from './config/government-use.js';
import { ConfigError } from './errors.js';
import { createLog } from './log.js';
import { asIfInChannel, rotaReport, withFeed } from './ops/rota-report.js';

// Each command loads what it alone needs: the whole desk takes three times as long as all that `check` needs.

interface Files {
  readonly desk: string;
  readonly env: string;
}

/** Runs the desk, or one half of it, until it is asked to end. */
async function run(files: Files, roles: readonly Role[]): Promise<void> {
  const { desks, warnings } = await loadDeskFile(files.desk);
  refuseHalves(desks, roles);
  const env = readEnv(loadEnvFile(files.env, process.env), secretNames(desks));
  refuseUnsaidGovernmentUse(desks, env.x.apiUrl);
  const log = createLog(env.logLevel);
  for (const warning of warnings) log.warn(warning);
  const practice = await startPractice(desks, env);
  for (const { desk, url } of practice.pages) log.warn({ desk }, `practice: the X of this desk is ${url}`);
  const { createApp } = await import('./app.js');
  const app = createApp(practice, { roles, log });
  // A Slack connection that can't be made again ends as a rejection that nobody can catch: the supervisor starts anew.
  process.on('unhandledRejection', (reason) => {
    log.fatal({ error: String(reason) }, 'ended by an unexpected error');
    void end(app, 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(app, 0));
  try {
    await app.start();
  } catch (error) {
    await app.close();
    await practice.close();
    throw error;
  }
  if (practice.pages.length > 0) {
    await app.idle();
    await practice.begin();
  }
}

async function end(app: App, exitCode: number): Promise<void> {
  process.exitCode = exitCode;
  await app.close();
  // A call that hangs would hold the process longer than who stops it waits.
  process.exit();
}

/** Says whether a desk file can be used, every problem a line, and then how the next two weeks will be. */
async function check(path: string): Promise<void> {
  const { desks, warnings } = await loadDeskFile(path);
  for (const warning of warnings) console.log(warning);
  console.log(`${path}: ${desks.map(({ id }) => id).join(', ')}: no problems.`);
  const now = Date.now();
  for (const desk of desks) {
    console.log('');
    if (desk.feed?.from.includes('://')) {
      console.log(
        `${desk.id}: the rota is in a calendar on the network; \`doctor\` reads it, \`check\` does not.`,
      );
      continue;
    }
    const feed = desk.feed ? createRotaFeed(desk.feed) : undefined;
    const read = await withFeed(asIfInChannel(desk), feed, now);
    console.log(rotaReport(read.desk, read.findings, now).join('\n'));
  }
}

/** Says of each desk, as Slack, X and its calendar have it now, what is fine and what is wrong; ends with 1 for the latter. */
async function doctor(files: Files): Promise<void> {
  const { desks, warnings } = await loadDeskFile(files.desk);
  const env = readEnv(loadEnvFile(files.env, process.env), secretNames(desks));
  for (const warning of warnings) console.log(warning);
  const real = desks.filter(({ account }) => !account.practice);
  for (const { id } of desks.filter(({ account }) => account.practice)) {
    console.log(
      `note  ${id}: people practise here, on an X that \`run\` starts; nothing of it was looked at`,
    );
  }
  const { examineDesks } = await import('./app/doctor.js');
  for (const [desk, checks] of await examineDesks({ env, desks: real }, createLog('silent'))) {
    for (const { isFine, isNote, said } of checks) {
      console.log(`${isNote ? 'note ' : isFine ? 'ok   ' : 'WRONG'} ${desk}: ${said}`);
    }
    if (checks.some(({ isFine }) => !isFine)) process.exitCode = 1;
  }
}

async function sandbox(ports: { slack: number; x: number; control: number }): Promise<void> {
  const [{ createSandbox }, { introduce }] = await Promise.all([
    import('./sandbox/sandbox.js'),
    import('./sandbox/introduce.js'),
  ]);
  const sandboxes = await createSandbox({ ports });
  console.log(introduce(sandboxes));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandboxes.close());
}

/** People's mistakes and what the network says are lines; only our own mistakes show where they were made. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  return error instanceof Error ? error.message : String(error);
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError(`"${text}" is no port; allowed: 0 to 65535.`);
}

const program = new Command('greeting-desk').description(
  "A Slack desk for a library's X account: a person approves every word.",
);

function halves(name: string, description: string, roles: readonly Role[]): void {
  program
    .command(name)
    .description(description)
    .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
    .option('--env <file>', 'secrets and addresses', '.env')
    .action((files: Files) => run(files, roles));
}

halves('run', 'run the whole desk', ['slack', 'worker']);
halves('slack', 'run the half that answers people in Slack', ['slack']);
halves('worker', 'run the half that watches, shows and sends', ['worker']);
program
  .command('check')
  .description('say what is wrong with a desk file, and who is on shift in the next two weeks; offline')
  .argument('[file]', 'the desk file', 'desk.yaml')
  .action(check);
program
  .command('doctor')
  .description('say what is wrong with a desk, its people and its rota, as Slack has them now')
  .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
  .option('--env <file>', 'secrets and addresses', '.env')
  .action(doctor);
program
  .command('sandbox')
  .description('serve a Slack and an X to run against, on this machine')
  .option('--slack <port>', "Slack's port; 0 takes a free one", port, 0)
  .option('--x <port>', "X's port", port, 0)
  .option('--control <port>', "the controls' port", port, 0)
  .action(sandbox);

try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
