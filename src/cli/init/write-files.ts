import { chmodSync, chownSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { ConfigError } from '../../errors.js';

/** A file as it shall be. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
  /** Its rights, such as 0o600; undefined leaves those of the file that is there. */
  readonly mode?: number;
}

/**
 * Writes files whole: each is written beside its place first, and all take their places at the end, in one turn of the event
 * loop. So whatever ends the process before leaves all of them as they were. A link stays a link. A file keeps its owner.
 */
export async function writeFiles(files: readonly WantedFile[]): Promise<void> {
  const placed = await Promise.all(
    files.map(async (file) => ({ ...file, target: await realpath(file.path).catch(() => file.path) })),
  );
  const made: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const { mode, target, text } of placed) {
      const temporary = `${target}.new-${process.pid}`;
      const before = statOf(target);
      made.push({ temporary, target });
      const rights = mode ?? (before ? before.mode & 0o777 : 0o644);
      writeFileSync(temporary, text, { flag: 'wx', mode: rights });
      // The process may mask rights away.
      chmodSync(temporary, rights);
      if (before && before.uid !== process.getuid?.()) chownSync(temporary, before.uid, before.gid);
    }
    for (const { temporary, target } of made) renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of made) rmSync(temporary, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ConfigError([`Nothing was written, because a file can't be: ${message}.`]);
  }
}

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });
