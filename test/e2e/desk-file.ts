import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A changed copy of the demo's desk file, which is removed after the test, or when `whenDone` runs. */
export async function changedDeskFile(
  change: (text: string) => string,
  whenDone: (clean: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
  whenDone(() => rm(folder, { recursive: true }));
  const path = join(folder, 'desk.yaml');
  await writeFile(path, change(await readFile('scripts/dev-desk.yaml', 'utf8')));
  return path;
}
