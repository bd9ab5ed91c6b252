import type { Entry } from '../../src/sandbox/world/journal.js';
import type { Sign, Stage } from './stage.js';

// What a story looks for in Slack.

export const shows = (entry: Entry, ...texts: readonly string[]): boolean => {
  const all = JSON.stringify(entry);
  return texts.every((text) => all.includes(JSON.stringify(text).slice(1, -1)));
};

/** The editor opens for whoever is called so. */
export const editorFor =
  (first: string): Sign =>
  (entry) =>
    entry.kind === 'views.open' && shows(entry, `Answer ${first}`);

/** Somebody's card is posted. */
export const cardOf =
  (name: string): Sign =>
  (entry) =>
    entry.kind === 'chat.postMessage' && !entry.thread_ts && shows(entry, name);

/** A message shows all these texts now. */
export const updateOf =
  (ts: string, ...texts: readonly string[]): Sign =>
  (entry) =>
    entry.kind === 'chat.update' && entry.ts === ts && shows(entry, ...texts);

/** Where somebody's card stands. */
export async function tsOf(stage: Stage, name: string): Promise<string> {
  const [card] = await stage.soFar(cardOf(name));
  return String(card?.ts);
}
