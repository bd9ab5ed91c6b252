import type { DueEntry } from '../../src/core/due/due-entries.js';
import type { Due, DueLists } from '../../src/ports/due.js';

export interface FakeDue extends Due {
  /** The whole list, earliest first. */
  all(): readonly DueEntry[];
  remove(entry: Pick<DueEntry, 'job' | 'id'>): void;
}

/** A due list in memory. Its counters never begin anew. */
export function fakeDue(): FakeDue {
  const list = new Map<string, DueEntry>();
  const counts = new Map<string, number>();
  const polls = new Map<string, number>();
  const lastSlots = new Map<string, number>();
  const nameOf = ({ job, id }: Pick<DueEntry, 'job' | 'id'>) => `${job}:${id}`;
  const all = () => [...list.values()].sort((a, b) => a.at - b.at || (nameOf(a) < nameOf(b) ? -1 : 1));

  return {
    all,
    remove: (entry) => {
      list.delete(nameOf(entry));
    },
    async take(now, leaseMs, limit) {
      const taken = all()
        .filter(({ at }) => at <= now)
        .slice(0, limit);
      for (const entry of taken) list.set(nameOf(entry), { ...entry, at: now + leaseMs });
      return taken;
    },
    async drop(entry) {
      list.delete(nameOf(entry));
    },
    async put(entry) {
      list.set(nameOf(entry), entry);
    },
    async postpone(entry) {
      if (list.has(nameOf(entry))) list.set(nameOf(entry), entry);
    },
    async ensure(entry, latest) {
      const known = list.get(nameOf(entry)) ?? entry;
      list.set(nameOf(entry), { ...known, at: Math.min(known.at, latest) });
    },
    async hasten(jobs, at) {
      for (const entry of all()) {
        if (entry.at > at && jobs.includes(entry.job)) list.set(nameOf(entry), { ...entry, at });
      }
    },
    overdue: async (job, by) =>
      all()
        .filter((entry) => entry.job === job && entry.at <= by)
        .map(({ id }) => id),
    async count(name) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count;
    },
    async polled(poll, at) {
      polls.set(poll, at);
    },
    polledAt: async () => new Map(polls),
    async reserveSlot(now, everyMs, kind = 'post') {
      const last = lastSlots.get(kind) ?? 0;
      const slot = last > now + 60 * 60_000 ? now : Math.max(now, last + everyMs);
      lastSlots.set(kind, slot);
      return slot;
    },
  };
}

/** The lists of these desks, as one node has them. */
export function fakeDueLists(lists: ReadonlyMap<string, FakeDue>): DueLists {
  return {
    desks: [...lists.keys()],
    look: async () => {
      const nextAt = [...lists].flatMap(([id, due]) =>
        due
          .all()
          .slice(0, 1)
          .map(({ at }) => [id, at] as const),
      );
      return { boot: 'boot', nextAt: new Map(nextAt) };
    },
  };
}
