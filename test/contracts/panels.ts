import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Panel } from '../../src/core/board/panel.js';
import { panelEntries } from '../../src/core/due/due-entries.js';
import { cardId, panelId, postId, token } from '../../src/core/ids.js';
import type { Panels } from '../../src/ports/documents.js';
import type { Due } from '../../src/ports/due.js';
import { aDesk, tuesday } from '../build.js';

const endOfTime = Number.MAX_SAFE_INTEGER;

function aFold(given: Partial<Panel> = {}): Panel {
  return {
    id: panelId('fold-5001'),
    format: 1,
    kind: 'fold',
    version: 1,
    conversation: postId('5001'),
    startedAt: tuesday,
    closed: false,
    ...given,
  };
}

/** What every store of the panels promises. */
export function panelsContract(
  open: () => Promise<{ panels: Panels; due: Due; close(): Promise<void> }>,
): void {
  let panels: Panels;
  let due: Due;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ panels, due, close } = await open());
  });
  afterEach(() => close());

  const put = (panel: Panel) => panels.change(panel.id, () => ({ next: panel, result: undefined }));

  it('gives back what was stored, and nothing else', async () => {
    expect(await panels.get(panelId('fold-5001'))).toBeUndefined();
    await put(aFold());
    expect(await panels.get(panelId('fold-5001'))).toEqual(aFold());
  });

  it('is due while its message shows something older', async () => {
    await put(aFold());
    expect(await due.take(endOfTime, 0, 10)).toEqual(panelEntries(aFold(), aDesk()));
    await put(aFold({ message: { token: token('t'), slotAt: 0, ts: '1.1', shown: 1 } }));
    expect((await due.take(endOfTime, 0, 10)).map(({ job }) => job)).toEqual(['purge-panel']);
  });

  it('a private message is found by each card that it lists, until it lists none or is removed', async () => {
    const told = (lists: readonly string[]) =>
      aFold({ id: panelId('told-1'), kind: 'told', lists: lists.map((card) => ({ card: cardId(card) })) });
    const listing = (card: string) => panels.listing(cardId(card));
    await put(told(['mention-1-1', 'mention-2-1', 'mention-1-1']));
    expect(await listing('mention-1-1')).toEqual(['told-1']);
    await put(told(['mention-2-1']));
    expect(await listing('mention-1-1')).toEqual([]);
    expect(await listing('mention-2-1')).toEqual(['told-1']);
    await panels.change(panelId('told-1'), () => ({ next: undefined, result: undefined }));
    expect(await listing('mention-2-1')).toEqual([]);
    expect(await panels.get(panelId('told-1'))).toBeUndefined();
  });

  it('the newest of its series stands until it is closed', async () => {
    const inConversation = { kind: 'fold', conversation: postId('5001') } as const;
    const standing = async () => (await panels.current(inConversation))?.id;
    expect(await standing()).toBeUndefined();
    await put(aFold({ id: panelId('fold-5001-2'), startedAt: tuesday + 1 }));
    await put(aFold());
    await put(aFold({ id: panelId('fold-5002'), conversation: postId('5002'), startedAt: tuesday + 2 }));
    expect(await standing()).toBe('fold-5001-2');
    await put(aFold({ id: panelId('fold-5001-2'), startedAt: tuesday + 1, closed: true }));
    expect(await standing()).toBe('fold-5001');
    expect(await panels.current({ kind: 'digest' })).toBeUndefined();
  });
}
