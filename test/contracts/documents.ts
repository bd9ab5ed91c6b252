import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../src/core/board/panel.js';
import type { Refusal } from '../../src/core/card/refusal.js';
import { panelId, postId } from '../../src/core/ids.js';
import type { Cards, Panels, Settings } from '../../src/ports/documents.js';
import { aCard, carla, tuesday } from '../build.js';

export type OpenDocuments = Pick<OpenKinds, 'cards' | 'panels' | 'settings'>;

interface OpenKinds {
  readonly cards: Cards;
  readonly panels: Panels;
  readonly settings: Settings;
  /** From now on somebody else writes first each time. */
  othersFirst(): void;
  close(): Promise<void>;
}

const card = aCard({ version: 0 });
export const aPanel: Panel = {
  id: panelId('fold-5001'),
  format: 1,
  kind: 'fold',
  version: 0,
  conversation: postId('5001'),
  startedAt: tuesday,
  closed: false,
};
const note = { text: 'Central closes at 16:00', by: carla, at: tuesday, until: tuesday + 1 };

/** A document of each kind with a counter. */
export const kinds: readonly [
  string,
  {
    /** Its name in messages. */
    readonly named: string;
    /** Adds one and gives the new count. */
    raise(stores: OpenDocuments): Promise<number | Refusal>;
    refuse(stores: OpenDocuments): Promise<unknown>;
    count(stores: OpenDocuments): Promise<number>;
  },
][] = [
  [
    'a card',
    {
      named: `Card ${card.id}`,
      raise: ({ cards }) =>
        cards.change<number>(card.id, (now = card) => ({
          next: { ...now, version: now.version + 1 },
          result: now.version + 1,
        })),
      refuse: ({ cards }) => cards.change(card.id, () => ({ refused: 'gone' })),
      count: async ({ cards }) => (await cards.get(card.id))?.version ?? 0,
    },
  ],
  [
    'a panel',
    {
      named: `Panel ${aPanel.id}`,
      raise: ({ panels }) =>
        panels.change<number>(aPanel.id, (now = aPanel) => ({
          next: { ...now, version: now.version + 1 },
          result: now.version + 1,
        })),
      refuse: ({ panels }) => panels.change(aPanel.id, () => ({ refused: 'gone' })),
      count: async ({ panels }) => (await panels.get(aPanel.id))?.version ?? 0,
    },
  ],
  [
    'the settings',
    {
      named: "The document of the desk's settings",
      raise: ({ settings }) =>
        settings.change<number>((now) => ({
          next: { ...now, notes: [...now.notes, note] },
          result: now.notes.length + 1,
        })),
      refuse: ({ settings }) => settings.change(() => ({ refused: 'gone' })),
      count: async ({ settings }) => (await settings.get()).notes.length,
    },
  ],
];

/** What every store of documents promises, for each kind. */
export function documentsContract(open: () => Promise<OpenKinds>): void {
  let stores: OpenKinds;
  beforeEach(async () => {
    stores = await open();
  });
  afterEach(() => stores.close());

  describe.each(kinds)('%s', (_kind, { named, raise, refuse, count }) => {
    it('changes at the same time all count, each on the newest document', async () => {
      const raised = await Promise.all(Array.from({ length: 20 }, () => raise(stores)));
      expect(raised.sort((a, b) => Number(a) - Number(b))).toEqual(raised.map((_, at) => at + 1));
      expect(await count(stores)).toBe(20);
    });

    it('a refusal comes back and changes nothing', async () => {
      await raise(stores);
      expect(await refuse(stores)).toEqual({ refused: 'gone' });
      expect(await count(stores)).toBe(1);
    });

    it('a change that always loses ends, and says what could not be written, and how often that was tried', async () => {
      await raise(stores);
      stores.othersFirst();
      await expect(raise(stores)).rejects.toThrow(`${named} could not be written in 200 tries.`);
      expect(await count(stores)).toBe(1);
    });
  });
}
