import { quotedIn } from '../../src/core/board/panel.js';
import { cardId, panelId } from '../../src/core/ids.js';
import type { Ports } from '../../src/ports.js';

/** What is stored of a message: its card or panel, the cards that it lists, and the panels that speak for it or that it says. */
export async function recordsOf(
  all: readonly Ports[],
  { desk, of }: { readonly desk?: string; readonly of?: string },
): Promise<unknown[]> {
  const own = all.find((one) => one.desk.id === desk);
  if (!own || !of) return [];
  const panel = await own.panels.get(panelId(of));
  if (!panel) return [await own.cards.get(cardId(of))];
  const refs = [...(panel.parts ?? []), ...(panel.saidBy ? [panel.saidBy] : [])];
  const others = await Promise.all(
    refs.map((ref) => all.find((one) => one.desk.id === ref.desk)?.panels.get(ref.panel)),
  );
  const listed = [panel, ...others].flatMap((one) => (one ? quotedIn(one) : []));
  const cards = await Promise.all(all.flatMap((one) => listed.map((id) => one.cards.get(id))));
  return [panel, ...others, ...cards].filter((one) => one !== undefined);
}
