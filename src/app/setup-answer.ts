import { Busy, isRemoteFault, Rejected } from '../errors.js';

/** What was asked for, or a sentence that says why not and what to do. */
export type Answer<T> = { readonly found: T } | { readonly refused: string };

/**
 * Every fault of Slack and the networks becomes a sentence: whoever is asked can try again, and nothing typed is lost. `own` has those
 * of one of them; it gives undefined for the others.
 */
export async function answer<T>(
  ask: () => Promise<Answer<T>>,
  own: (fault: Error) => string | undefined,
): Promise<Answer<T>> {
  try {
    return await ask();
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    return { refused: own(fault) ?? usual(fault) };
  }
}

function usual(fault: Error): string {
  if (fault instanceof Busy) return 'It is busy and asks to wait. Press Enter in a minute.';
  if (fault instanceof Rejected) return `It refuses: ${fault.detail}.`;
  return 'It gives no answer. Look whether this machine reaches the internet, then press Enter again.';
}
