import { homeEntry } from '../../src/core/due/due-entries.js';
import type { SlackUserId } from '../../src/core/ids.js';
import type { Homes } from '../../src/ports/board.js';
import { type FakeDue, fakeDue } from './due.js';

export interface FakeHomes extends Homes {
  /** Marks that something which Homes show was written. */
  written(): void;
}

/** The people whose Homes are kept up to date, in memory. */
export function fakeHomes(due: FakeDue = fakeDue()): FakeHomes {
  const opened = new Map<SlackUserId, number>();
  const shown = new Map<SlackUserId, string>();
  const published = new Map<SlackUserId, readonly number[]>();
  let changes = 0;
  let heldUntil = 0;
  const forget = async (user: SlackUserId) => {
    for (const one of [opened, shown, published]) one.delete(user);
    if (opened.size === 0) due.remove(homeEntry);
  };
  const isDue = (at: number) => due.put({ ...homeEntry, at });
  const written = () => {
    changes += 1;
    if (opened.size > 0) isDue(0);
  };
  return {
    written,
    forget,
    changed: async () => written(),
    async opened(user, at) {
      opened.set(user, at);
      shown.delete(user);
      written();
    },
    async visitors() {
      const people = [...opened].map(([user, openedAt]) => {
        const one = shown.get(user);
        return {
          user,
          openedAt,
          ...(one === undefined ? {} : { shown: one }),
          recent: published.get(user) ?? [],
        };
      });
      return { people, mark: String(changes), heldUntil };
    },
    async waitUntil(until) {
      heldUntil = until;
    },
    async published(user, now, recent) {
      shown.set(user, now);
      published.set(user, recent);
    },
    async done(mark, nextAt) {
      if (opened.size > 0) await isDue(mark === String(changes) ? nextAt : 0);
    },
  };
}
