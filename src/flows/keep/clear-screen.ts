import { KeysRefused, Rejected } from '../../errors.js';
import type { Ports } from '../../ports.js';

/**
 * Clears a modal that was shown long ago: nobody knows whether it is still open, and it may quote a patron. What somebody
 * typed in it is stored. One that is closed, or shows something else by now, is left alone. Idempotent.
 */
export async function clearScreen({ board, due }: Pick<Ports, 'board' | 'due'>, id: string): Promise<void> {
  await board.clearView(id).catch((fault: unknown) => {
    // Slack would refuse it for ever.
    if (!(fault instanceof Rejected) || fault instanceof KeysRefused) throw fault;
  });
  await due.drop({ job: 'screen', id });
}
