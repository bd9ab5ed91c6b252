/** What all desks need. */
export type Dependency = 'slack' | 'redis';

/**
 * Records an outage with the desks: that one is under way since `from`, or with `until` that it is over (Unix ms by the
 * desks' clock). Without `from` this process saw none, but one before it may have. Rejects while that can't be stored.
 */
export type RecordOutage = (what: Dependency, from: number | undefined, until?: number) => Promise<void>;

interface PastOutage {
  readonly what: Dependency;
  readonly from: number | undefined;
  readonly until: number;
}

/**
 * Follows whether Slack and Redis are out of reach, and records it: Slack's outages while they last, so that they survive
 * a restart; Redis's once there is a Redis again to store them. What can't be stored yet is stored after a later look.
 */
export function createOutages(
  now: () => number,
  record: RecordOutage,
): { seen(what: Dependency, isDown: boolean): Promise<void> } {
  const since = new Map<Dependency, number>();
  // Slack may have been out of reach for a process before this one.
  const known = new Set<Dependency>(['redis']);
  let past: readonly PastOutage[] = [];
  return {
    async seen(what, isDown) {
      const from = since.get(what);
      if (isDown) {
        since.set(what, from ?? now());
        known.add(what);
        if (what === 'slack') await record(what, from ?? now()).catch(() => {});
        return;
      }
      if (from !== undefined || !known.has(what)) past = [...past, { what, from, until: now() }];
      since.delete(what);
      known.add(what);
      for (const one of past) {
        const isStored = await record(one.what, one.from, one.until).then(
          () => true,
          () => false,
        );
        if (isStored) past = past.filter((other) => other !== one);
      }
    },
  };
}
