import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The desk file of the demo, changed; for as long as the test runs. */
export async function changedDeskFile(change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'desk.yaml');
  await writeFile(path, change(await readFile('scripts/dev-desk.yaml', 'utf8')));
  return path;
}
