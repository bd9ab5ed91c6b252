import { access, constants, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Check } from '../../core/doctor/check.js';
import { ConfigError, isStorageFault } from '../../errors.js';
import { note, ok, wrong } from './probe.js';

interface Forgetting {
  /** FORGET_KEY is set. */
  readonly hasKey: boolean;
  /** ERASURES_FILE. */
  readonly path: string;
  /** For each desk: throws ConfigError where somebody was forgotten under another key, or under one that is not set. */
  readonly checkKey: readonly (() => Promise<void>)[];
}

/** Whether whoever asks for it can be forgotten, and stays so after a restored copy. Changes nothing. */
export async function forgetChecks({ checkKey, hasKey, path }: Forgetting): Promise<readonly Check[]> {
  const refusals = await Promise.all(checkKey.map(refusalOf));
  const refused = refusals.filter((refusal) => refusal !== undefined);
  if (refused.length > 0) return refused.map((refusal) => wrong('forget.key', refusal));
  if (!hasKey) {
    const found = 'FORGET_KEY is not set: nobody who asks for it can be forgotten.';
    const fix =
      'Set FORGET_KEY in .env to what `openssl rand -hex 32` gives; keep a copy apart from the backups.';
    return [note('forget.key', found, fix)];
  }
  return [ok('forget.key', 'FORGET_KEY is set.'), await fileCheck(path)];
}

async function refusalOf(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.problems.join(' ');
    // What is wrong with Redis has lines of its own.
    if (isStorageFault(fault)) return undefined;
    throw fault;
  }
}

/** A file that is not there yet is made by the first who is forgotten: by whoever runs the desk, not by whoever runs the doctor. */
async function fileCheck(path: string): Promise<Check> {
  const id = 'forget.file';
  try {
    const file = await open(path, 'r+');
    await file.close();
    return ok(id, `ERASURES_FILE: ${path} can be read and written.`);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return cannot(id, path, error);
  }
  const folder = dirname(path);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return ok(id, `ERASURES_FILE: ${path} is not there yet, and can be made.`);
  } catch (error) {
    return cannot(id, path, error);
  }
}

function cannot(id: string, path: string, error: unknown): Check {
  const code = codeOf(error);
  const found = `ERASURES_FILE: ${path} cannot be written (${reasons[code] ?? code}).`;
  return wrong(id, found, 'Name a file in a folder that the desk may write to, in .env.');
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  EACCES: 'whoever runs doctor has no right to',
  EROFS: 'it is on a disk that takes no writes',
  EISDIR: 'it is a folder',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
