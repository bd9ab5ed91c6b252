import { afterAll, beforeAll, beforeEach, onTestFailed, onTestFinished } from 'vitest';
import type { DevDeskOptions } from '../../scripts/dev-desk.js';
import { type Scene, startScene } from './desk.js';
import { changedDeskFile } from './desk-file.js';
import { handsIn } from './hands.js';

export interface SceneOptions extends Partial<DevDeskOptions> {
  /** Changes the text of the demo's desk file. */
  readonly desk?: (text: string) => string;
  /** Whether the test may lose the ledger. Otherwise it must be X's bill at the end. */
  readonly mayLoseBooks?: boolean;
}

/**
 * When a scene begins: on a Tuesday morning, whenever the tests run. In the evening an hour that a test passes would
 * lead into the next day, and the screens would name it.
 */
export const tuesdayMorning = Date.UTC(2026, 10, 24, 10);

/** The scene that was started last and is not closed. */
export let scene: Scene;
export const hands = handsIn(() => scene);

/** Starts one scene for all tests of the calling file or `describe`. Only `pass` and `advance` move its clock. */
export function useScene(options: SceneOptions = {}): void {
  const ends: (() => Promise<void>)[] = [];
  beforeAll(() => begin(options, (end) => ends.push(end)));
  beforeEach(() => tellOnFailure(() => scene));
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
}

/** Starts a scene for the running test. */
export async function openScene(options: SceneOptions = {}): Promise<void> {
  await begin(options, onTestFinished);
  const opened = scene;
  tellOnFailure(() => opened);
}

async function begin(
  { desk, mayLoseBooks, ...options }: SceneOptions,
  whenDone: (end: () => Promise<void>) => void,
): Promise<void> {
  const deskFile = desk ? { deskFile: await changedDeskFile(desk, whenDone) } : {};
  const before = scene;
  // Time passes only where a test says so: on a slow machine an answer would go out in the middle of a test.
  const sandbox = { speed: 0, startAt: tuesdayMorning, ...options.sandbox };
  const begun = await startScene({ ...options, ...deskFile, sandbox });
  whenDone(() => {
    scene = before;
    return mayLoseBooks ? begun.end() : begun.close();
  });
  scene = begun;
}

/** When the test fails, prints what the sandboxes saw. */
function tellOnFailure(scene: () => Scene): void {
  onTestFailed(() => {
    const entries = scene()
      .sandbox.journal.read()
      .filter(({ kind }) => !kind.startsWith('GET'));
    for (const entry of entries.slice(-30)) console.log(JSON.stringify(entry).slice(0, 300));
  });
}
