import { ana } from '../e2e/desk.js';
import type { Directed } from './directed.js';
import type { History } from './history.js';
import type { Offence } from './offence.js';

export const minutes = (count: number) => count * 60_000;
export const words = 'Yes Maya, until eight.';

/** One guard: the fault that it prevents, and a story in which the fault happens without it. */
export interface Guard {
  readonly fault: Offence['fault'];
  /** Plays the story without the guard `rule`, or with all guards when it is undefined. */
  play(rule: string | undefined): Promise<History>;
}

export async function played(scene: Directed, acts: (scene: Directed) => Promise<void>): Promise<History> {
  try {
    await acts(scene);
    return await scene.history();
  } finally {
    await scene.end();
  }
}

export async function anaSends(scene: Directed): Promise<void> {
  await scene.asks();
  await scene.claims(ana);
  await scene.sends(ana, words);
}
