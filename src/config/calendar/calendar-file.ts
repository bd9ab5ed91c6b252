import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { textOf } from './bytes.js';
import { Unreadable } from './unreadable.js';

/** The text of a calendar in a file. Throws Unreadable when there is none, or when it is too large. */
export async function readCalendarFile(path: string): Promise<string> {
  const file = await opened(path);
  try {
    // A pipe or a device may never end.
    if (!(await file.stat()).isFile()) throw new Unreadable('it is no file');
    return await textOf(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK the opening of a pipe waits until somebody writes into it.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreadable(code === 'ENOENT' ? 'there is no such file' : message);
  }
}
