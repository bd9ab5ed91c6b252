#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import type { App, Role } from './app.js';
import { addDoctor } from './cli/doctor.js';
import { addExport } from './cli/export.js';
import { type ForgetOptions, forgetSomebody } from './cli/forget.js';
import { addInit } from './cli/init.js';
import { refuseHalves, startPractice } from './cli/practice.js';
import { addSignIn } from './cli/sign-in.js';
import { secretNames } from './config/account.js';
import { createRotaFeed } from './config/calendar/rota-feed.js';
import { loadDeskFile } from './config/desk-file.js';
import { loadEnvFile, readEnv } from './config/env.js';
import { refuseUnsaidGovernmentUse } from './config/government-use.js';
import { ConfigError } from './errors.js';
import { createLog } from './log.js';
import { outcomesLine } from './ops/outcomes-line.js';
import { asIfInChannel, rotaReport, withFeed } from './ops/rota-report.js';
import { version } from './version.js';

// Each command loads what it alone needs: the whole desk takes three times as long as all that `check` needs.

interface Files {
  readonly desk: string;
  readonly env: string;
}

/** Runs the desk, or one half of it, until it is asked to end. */
async function run(files: Files, roles: readonly Role[]): Promise<void> {
  const { desks, warnings } = await loadDeskFile(files.desk);
  refuseHalves(desks, roles);
  const env = readEnv(
    loadEnvFile(files.env, process.env),
    secretNames(desks, 'x'),
    secretNames(desks, 'bluesky'),
  );
  refuseUnsaidGovernmentUse(desks, env.x.apiUrl);
  const log = createLog(env.logLevel);
  for (const warning of warnings) log.warn(warning);
  const practice = await startPractice(desks, env);
  for (const { desk, said } of practice.pages)
    log.warn({ desk }, `practice: you play the patrons of this desk at ${said}`);
  const startsAt = Date.now();
  const { createApp } = await import('./app.js');
  const app = createApp(practice, { roles, log });
  // A Slack connection that can't be made again ends as a rejection that nobody can catch: the supervisor starts anew.
  process.on('unhandledRejection', (reason) => {
    log.fatal({ error: String(reason) }, 'ended by an unexpected error');
    void end(app, 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(app, 0));
  let fresh: readonly string[];
  try {
    await app.start();
    fresh = await app.introduce(startsAt);
  } catch (error) {
    await app.close();
    await practice.close();
    throw error;
  }
  if (practice.pages.length > 0) {
    await app.idle();
    await practice.begin(fresh);
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
    if (desk.privateMessages) {
      const { channel } = desk.privateMessages;
      console.log(
        `${desk.id}: private messages are read as long as ${channel} is a private channel, without guests and not shared; \`doctor\` looks whether it is, \`check\` does not.`,
      );
    }
    if (desk.network.id === 'bluesky') {
      console.log(
        `${desk.id}: on Bluesky, which bills nothing: no budget slows it. Private messages are not read there.`,
      );
    }
    if (desk.keep.hold) {
      console.log(
        `${desk.id}: the library's replies and who approved them are kept as long as keep.hold is true; without it each goes 90 days after it was sent.`,
      );
    }
    const outcomes = outcomesLine(desk);
    if (outcomes) console.log(outcomes);
    if (desk.like) {
      console.log(`${desk.id}: the next two weeks are those of ${desk.like}, whose people and rota it has.`);
      continue;
    }
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

/** Erases what the desks have of somebody who asked for it. */
async function forget(typed: string, { deskId, askX, ...files }: Files & ForgetOptions): Promise<void> {
  const { desks } = await loadDeskFile(files.desk);
  const env = readEnv(
    loadEnvFile(files.env, process.env),
    secretNames(desks, 'x'),
    secretNames(desks, 'bluesky'),
  );
  process.exitCode = await forgetSomebody({ desks, env }, typed, {
    ...(deskId === undefined ? {} : { deskId }),
    ...(askX ? { askX } : {}),
  });
}

async function sandbox(ports: { slack: number; x: number; bluesky: number; control: number }): Promise<void> {
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
  "A Slack desk for a library's X or Bluesky account: a person approves every word.",
);
program.version(version);

function halves(name: string, description: string, roles: readonly Role[]): void {
  program
    .command(name)
    .description(description)
    .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
    .option('--env <file>', 'secrets and addresses', '.env')
    .action((files: Files) => run(files, roles));
}

addInit(program);
halves('run', 'run the whole desk', ['slack', 'worker']);
halves('slack', 'run the half that answers people in Slack', ['slack']);
halves('worker', 'run the half that watches, shows and sends', ['worker']);
program
  .command('check')
  .description('say what is wrong with a desk file, and who is on shift in the next two weeks; offline')
  .argument('[file]', 'the desk file', 'desk.yaml')
  .action(check);
addDoctor(program);
addExport(program);
addSignIn(program);
program
  .command('forget')
  .description('erase what the desks have of somebody who asks for it, and never greet them again')
  .argument('<account>', 'their @handle, or the id of their account')
  .option('--desk-id <id>', 'one desk of the file instead of all')
  .option('--ask-x', 'let the network say whose handle it is, on X for $0.01, where a desk does not know')
  .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
  .option('--env <file>', 'secrets and addresses', '.env')
  .action(forget);
program
  .command('sandbox')
  .description('serve a Slack, an X and a Bluesky to run against, on this machine')
  .option('--slack <port>', "Slack's port; 0 takes a free one", port, 0)
  .option('--x <port>', "X's port; 0 takes a free one", port, 0)
  .option('--bluesky <port>', "Bluesky's port; 0 takes a free one", port, 0)
  .option('--control <port>', "the controls' port; 0 takes a free one", port, 0)
  .action(sandbox);

try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
