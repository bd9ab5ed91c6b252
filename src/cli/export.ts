import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OpenRecords } from '../app/export.js';
import { secretNames } from '../config/account.js';
import { type DeskConfig, loadDeskFile } from '../config/desk-file.js';
import { entryOf, isAccountId, isCalled } from '../config/desk-names.js';
import { loadEnvFile, readEnv } from '../config/env.js';
import { ConfigError } from '../errors.js';

interface Where {
  readonly desk: string;
  readonly env: string;
  readonly deskId?: string;
  readonly out?: string;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** What is written is for its owner's eyes, and never takes the place of another file. */
const ofOwnFile = { flag: 'wx', mode: 0o600 } as const;

/** Adds `export person` and `export replies`, which write to a file what the desks keep. They read Redis alone. */
export function addExport(program: Command): void {
  const group = program
    .command('export')
    .description('write what the desks keep to a file; reads Redis alone');
  place(group.command('person'))
    .description('everything that is known of one person, as JSON')
    .argument('<who>', '@handle, or the id of the account')
    .action(person);
  place(group.command('replies'))
    .description("the library's own replies and who approved them, by date")
    .requiredOption('--from <date>', 'the first day, such as 2026-01-01', isoDate)
    .requiredOption('--to <date>', 'the last day', isoDate)
    .addOption(
      new Option('--format <format>', 'JSON Lines or CSV').choices(['jsonl', 'csv']).default('jsonl'),
    )
    .action(replies);
}

const place = (command: Command): Command =>
  command
    .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
    .option('--env <file>', 'secrets and addresses', '.env')
    .option('--desk-id <id>', 'one desk of the file instead of all')
    .option('--out <file>', 'a new file, which only you may read, instead of the terminal');

async function person(who: string, where: Where): Promise<void> {
  await withRecords(where, async (records) => {
    const found = await records.person(who);
    if ('accounts' in found) throw new ConfigError([whyNot(who, found.accounts)]);
    const text = `${JSON.stringify({ exportedAt: new Date().toISOString(), ...found }, null, 2)}\n`;
    await write(where.out, [text]);
  });
}

function whyNot(who: string, accounts: readonly string[]): string {
  if (accounts.length > 0)
    return `${who} names several accounts; allowed: the id of one: ${accounts.join(', ')}.`;
  if (isAccountId(who)) return `Nothing is known of the account ${who}.`;
  return `Nothing is known of ${who}. A handle is kept no longer than what its person wrote; the id of the account leads further.`;
}

async function replies(where: Where & Days & { readonly format: 'jsonl' | 'csv' }): Promise<void> {
  const { format, from, out, to } = where;
  if (from > to)
    throw new ConfigError([`--from ${from} is after --to ${to}; allowed: the same day or an earlier one.`]);
  await withRecords(where, (records) => write(out, records.replies({ from, to }, format)));
}

async function withRecords(where: Where, use: (records: OpenRecords) => Promise<void>): Promise<void> {
  const { desks } = await loadDeskFile(where.desk);
  const env = readEnv(
    loadEnvFile(where.env, process.env),
    secretNames(desks, 'x'),
    secretNames(desks, 'bluesky'),
  );
  const chosen = chosenDesks(desks, where.deskId);
  const { openRecords } = await import('../app/export.js');
  const records = await openRecords({ env, desks: chosen });
  try {
    await use(records);
  } finally {
    records.close();
  }
}

function chosenDesks(desks: readonly DeskConfig[], name: string | undefined): readonly DeskConfig[] {
  const chosen = name === undefined ? desks : desks.filter((desk) => isCalled(desk, name));
  if (chosen.length > 0) return chosen;
  throw new ConfigError([`--desk-id ${name}; allowed: ${desks.map(entryOf).join(', ')}.`]);
}

/** Writes the parts one after the other, each when it is there. A file that could not be finished is taken away. */
async function write(
  file: string | undefined,
  parts: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  if (file === undefined) return pipeline(Readable.from(parts), process.stdout, { end: false });
  await writeFile(file, '', ofOwnFile).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError([
      `${file}: ${error.code === 'EEXIST' ? 'there is one; allowed: a new file' : error.message}`,
    ]);
  });
  try {
    await pipeline(Readable.from(parts), createWriteStream(file, { flags: 'a' }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

function isoDate(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text) return text;
  throw new InvalidArgumentError('Allowed: a day such as 2026-01-31.');
}
