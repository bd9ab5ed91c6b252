import type { Command } from 'commander';
import { secretNames } from '../config/account.js';
import { loadDeskFile } from '../config/desk-file.js';
import { loadEnvFile, readEnv } from '../config/env.js';
import type { Check } from '../core/doctor/check.js';
import { ConfigError } from '../errors.js';
import { createLog } from '../log.js';
import { look, type Section, type Talk, wrong } from '../ops/doctor/probe.js';
import { checkLine, summaryLine } from './doctor-lines.js';
import { endOnRequest, interruptedCode } from './ending.js';
import { createTerminal } from './terminal.js';

interface Asked {
  readonly desk: string;
  readonly env: string;
  readonly press?: true;
  readonly send?: true;
  readonly json?: true;
}

/** How long whoever runs `doctor --press` has for it (ms). */
const pressWithinMs = 120_000;

/** Adds `doctor`, which proves that what was installed works. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('prove that what was installed works: Slack, its channel and people, Redis, the rota, X')
    .option('--press', 'ask for a press, a command and the Home tab in Slack, and wait two minutes for them')
    .option('--send', 'write one post on X and delete it, after a question that says what X bills for it')
    .option('--json', 'one JSON document instead of lines')
    .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
    .option('--env <file>', 'secrets and addresses', '.env')
    .action(doctor);
}

/** Looks at everything and says of each thing how it is, as it is found. Ends with 1 when something is wrong. */
async function doctor(asked: Asked): Promise<void> {
  const { json } = asked;
  // Whoever reads the lines may have had enough: then what is under way still ends.
  process.stdout.on('error', () => {});
  const interrupted = () => process.exit(interruptedCode);
  const terminal = createTerminal(process, { mayAsk: !json, interrupted });
  const { guard, stopped } = endOnRequest(() =>
    terminal.tell(
      'Stopping, after what stands in Slack or on the network is taken away. Ctrl-C again: at once.',
    ),
  );
  const talk: Talk = { tell: terminal.tell, confirm: terminal.confirm, stopped };
  const { sections, warnings } = await sectionsFor(asked);
  const print = json ? () => {} : terminal.print;
  for (const line of warnings) print(terminal.paint('yellow', line));
  const found: Found[] = [];
  for (const { desk: of, title, probes } of sections) {
    if (stopped.aborted) break;
    print(`${found.length > 0 || warnings.length > 0 ? '\n' : ''}${terminal.paint('bold', title)}`);
    const checks: Check[] = [];
    found.push({ ...(of && { desk: of }), checks });
    for (const probe of probes) {
      if (stopped.aborted) break;
      terminal.progress(`${probe.what}…`);
      const some = await (probe.undoes ? guard(() => look(probe, talk)) : look(probe, talk));
      terminal.progress(undefined);
      for (const check of some) print(checkLine(check, terminal));
      checks.push(...some);
    }
  }
  const all = found.flatMap(({ checks }) => checks);
  const fine = !stopped.aborted && !all.some(({ mark }) => mark === 'wrong');
  print(`\n${stopped.aborted ? 'Stopped.' : summaryLine(all)}`);
  if (json) terminal.print(JSON.stringify(documentOf(found, warnings, fine), null, 2));
  // A question to Slack may still be under way.
  if (stopped.aborted) process.exit(interruptedCode);
  if (!fine) process.exitCode = 1;
}

/** What to look at; where the files can't be used, what is wrong with them is all that is. */
async function sectionsFor({ desk, env: envFile, press, send }: Asked): Promise<{
  readonly sections: readonly Section[];
  readonly warnings: readonly string[];
}> {
  const file = await loadDeskFile(desk).catch(problemsOf);
  const isRead = 'desks' in file;
  const namesOf = (network: 'x' | 'bluesky') => (isRead ? secretNames(file.desks, network) : []);
  const env = readOr(() => readEnv(loadEnvFile(envFile, process.env), namesOf('x'), namesOf('bluesky')));
  if (!isRead || 'problems' in env) {
    const problems = [...(isRead ? [] : file.problems), ...('problems' in env ? env.problems : [])];
    const run = async () => problems.map((one) => wrong('files', one, fixOf(one)));
    return {
      sections: [{ title: 'Files', probes: [{ id: 'files', what: 'The files', run }] }],
      warnings: [],
    };
  }
  const { sectionsOf } = await import('../app/doctor.js');
  const asked = { ...(press && { pressWithinMs }), ...(send && { sends: true }) };
  const examining = { log: createLog('silent'), ...asked };
  return { sections: sectionsOf({ env, desks: file.desks }, examining), warnings: file.warnings };
}

/** A problem says what is allowed; a file that is not there can also be made. */
const fixOf = (problem: string): string | undefined =>
  problem.includes(': not found') ? 'Or let greeting-desk init write it.' : undefined;

interface Unusable {
  readonly problems: readonly string[];
}

function problemsOf(error: unknown): Unusable {
  if (!(error instanceof ConfigError)) throw error;
  return { problems: error.problems };
}

function readOr<T>(read: () => T): T | Unusable {
  try {
    return read();
  } catch (error) {
    return problemsOf(error);
  }
}

/** What was found under one heading. */
interface Found {
  readonly desk?: string;
  readonly checks: readonly Check[];
}

/** What `--json` prints: what all desks share under `checks`, and each desk by itself. */
function documentOf(found: readonly Found[], warnings: readonly string[], fine: boolean) {
  return {
    fine,
    warnings,
    checks: found.filter(({ desk }) => desk === undefined).flatMap(({ checks }) => checks),
    desks: found.filter(({ desk }) => desk !== undefined),
  };
}
