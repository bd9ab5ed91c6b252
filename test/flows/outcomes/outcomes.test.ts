import { beforeEach, describe, expect, it } from 'vitest';
import { followCardId } from '../../../src/core/card/select.js';
import { dayMs, hourMs } from '../../../src/core/durations.js';
import { type AccountId, accountId, actId, postId } from '../../../src/core/ids.js';
import { lookAt } from '../../../src/core/outcomes/looks.js';
import { sampleSize } from '../../../src/core/outcomes/outcome-month.js';
import { Unreachable } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { exportPerson } from '../../../src/flows/keep/export-person.js';
import { forget, forgetAgain } from '../../../src/flows/keep/forget.js';
import { watchKeeping } from '../../../src/flows/keep/keeping.js';
import { lookAtOutcomes } from '../../../src/flows/outcomes/look.js';
import { outcomesOf } from '../../../src/flows/outcomes/read-outcomes.js';
import { recheck } from '../../../src/flows/watch/recheck.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aCard, aDesk, aFollower, aMention, ana, aPatron, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const month = '2026-11';
const maya = aFollower({ id: accountId('301'), handle: 'maya' });
const jo = aFollower({ id: accountId('302'), handle: 'jo', automated: true });
const dayOf = (days: number) => lookAt({ at: tuesday, ...(days === 30 && { after7: 'follows' }) });

let ports: FakePorts;
beforeEach(async () => {
  ports = fakePorts({ desk: aDesk({ outcomes: true }) });
  await watch(ports, 'followers');
});

const follow = async (...people: (typeof maya)[]) => {
  ports.network.followedBy.unshift(...people);
  await watch(ports, 'followers');
};
const unfollow = (id: AccountId) => {
  const at = ports.network.followedBy.findIndex((one) => one.id === id);
  ports.network.followedBy.splice(at, 1);
};
const passTo = (at: number) => ports.clock.pass(at - ports.clock.now());
/** Does all of this that is due by then, each at its time, by two workers at once. */
async function worksUntil(then: number): Promise<void> {
  for (;;) {
    const next = ports.due.all().find(({ job }) => job === 'outcomes');
    if (!next || next.at > then) break;
    passTo(Math.max(next.at, ports.clock.now()));
    await Promise.all([lookAtOutcomes(ports, next.id), lookAtOutcomes(ports, next.id)]);
  }
  passTo(Math.max(then, ports.clock.now()));
}
const kept = async () => (await ports.outcomes.get(month)) ?? { followed: [], counts: {}, ended: [] };
const counts = async () => (await kept()).counts;
const writes = (person: AccountId, at: number) => {
  const card = aCard({
    id: `mention-77-${person}` as never,
    patron: aPatron({ id: person }),
    acts: [aMention({ id: actId(`77${at}`), versions: [postId(`77${at}`)], at })],
  });
  return ports.cards.change(card.id, () => ({ next: card, result: undefined }));
};

describe('what came of a follow', () => {
  it('is counted after 7 and 30 days with what was done about it, and then nobody can tell whose it was', async () => {
    await follow(maya, jo);
    await act(ports, followCardId(maya.id), { do: 'dismiss' }, {
      kind: 'staff',
      id: ana,
      name: 'Ana',
      lead: true,
      trainee: false,
    } as never);
    await writes(maya.id, tuesday + 9 * dayMs);
    await writes(jo.id, tuesday + 2 * hourMs);
    await worksUntil(dayOf(7));
    expect((await kept()).followed.map(({ after7, group, wrote7 }) => [after7, group, wrote7])).toEqual([
      ['follows', 'skipped', undefined],
      ['follows', 'automated', true],
    ]);
    unfollow(maya.id);
    await worksUntil(dayOf(30));
    expect(await counts()).toEqual({ 'skipped follows left 30': 1, 'automated follows follows 7': 1 });
    expect(JSON.stringify(await kept())).not.toMatch(/30[12]"/u);
  });

  it('counts once where a worker ended between the look and its record, and where the follow is read again', async () => {
    const { remember } = ports.watermarks;
    ports.watermarks.remember = async () => {
      throw new Error('killed');
    };
    await expect(follow(maya)).rejects.toThrow('killed');
    ports.watermarks.remember = remember;
    await watch(ports, 'followers');
    expect((await kept()).followed).toHaveLength(1);
    const { change } = ports.outcomes;
    ports.outcomes.change = async () => {
      throw new Error('killed');
    };
    passTo(dayOf(7));
    await expect(lookAtOutcomes(ports, month)).rejects.toThrow('killed');
    ports.outcomes.change = change;
    await worksUntil(dayOf(30));
    expect(await counts()).toEqual({ 'expired follows follows no': 1 });
  });

  it('is that of 40 of a month, and of all months apart', async () => {
    await follow(
      ...Array.from({ length: 90 }, (_, n) =>
        aFollower({ id: accountId(String(1_000 + n)), handle: `f${n}` }),
      ),
    );
    expect((await kept()).followed).toHaveLength(sampleSize);
    passTo(Date.UTC(2026, 11, 1, 0, 1));
    await follow(maya);
    expect((await ports.outcomes.all()).map(({ followed, id }) => [id, followed.length])).toEqual([
      [month, sampleSize],
      ['2026-12', 1],
    ]);
  });

  it('of those who got no message after the desk stood still is counted as that', async () => {
    passTo(tuesday + 3 * hourMs);
    ports = { ...ports, timings: { ...ports.timings, followCatchUp: 1 } };
    await follow(maya, jo);
    await worksUntil(lookAt({ at: tuesday + 3 * hourMs, after7: 'follows' }));
    expect(await counts()).toEqual({ 'expired follows follows no': 1, 'unseen follows follows no': 1 });
  });
});

describe('whose it was goes', () => {
  it('at once with whoever asks to be forgotten, and a restored copy forgets them again', async () => {
    await follow(maya, jo);
    const copy = await ports.outcomes.get(month);
    expect(JSON.stringify(await exportPerson([ports], maya.id))).toContain(
      '"lookedAtAgain":{"followedAt":"2026-11-24T',
    );
    await forget(ports, maya.id);
    expect((await kept()).followed.map(({ person }) => person)).toEqual([jo.id]);
    expect(JSON.stringify(await exportPerson([ports], maya.id))).not.toContain('lookedAtAgain');
    await ports.outcomes.change(month, () => ({ next: copy, result: undefined }));
    await ports.cards.change(followCardId(maya.id), () => ({ next: undefined, result: undefined }));
    await forgetAgain(ports);
    await worksUntil(dayOf(30));
    expect(await counts()).toEqual({
      'not-known not-known not-known not-known': 1,
      'automated follows follows no': 1,
    });
  });

  it('where the account is gone, which is not to leave us', async () => {
    await follow(maya, jo);
    unfollow(jo.id);
    unfollow(maya.id);
    ports.network.goneAccounts.add(maya.id);
    passTo(tuesday + 2 * dayMs);
    await recheck(ports);
    expect((await kept()).followed.map(({ person }) => person)).toEqual([jo.id]);
    await worksUntil(dayOf(30));
    expect(await counts()).toEqual({ 'expired gone gone no': 1, 'automated left left no': 1 });
  });

  it('where desk.yaml says no more that anybody is looked at', async () => {
    await follow(maya);
    const off = { ...ports, desk: aDesk() };
    await watchKeeping(off);
    expect((await kept()).followed).toEqual([]);
    expect(await outcomesOf(off, { fromMs: 0, toMs: tuesday * 2 })).toBeUndefined();
  });
});

describe('where it cannot be looked at', () => {
  const spends = (usd: number) =>
    ports.ledger.charge({
      call: 'GET /2/tweets',
      priceMicroUsd: usd * 1_000_000,
      count: 1,
      at: ports.clock.now(),
    });
  const forbidLooks = () => {
    ports.network.stillFollowing = async () => expect.unreachable('nobody is looked at');
  };

  it('near the end of the budget looks wait for three days, and are given up then', async () => {
    ports = { ...ports, desk: aDesk({ outcomes: true, budget: { monthlyUsd: 10 } }) };
    await follow(maya);
    passTo(dayOf(7));
    await spends(8.5);
    forbidLooks();
    await worksUntil(dayOf(7) + 3 * dayMs);
    expect((await kept()).followed[0]?.after7).toBeUndefined();
    await worksUntil(dayOf(7) + 3 * dayMs + 7 * hourMs);
    expect((await kept()).followed[0]).toMatchObject({ after7: 'not-known', group: 'expired' });
  });

  it('while X is away it is asked again hours later, and the look counts', async () => {
    await follow(maya);
    const { stillFollowing } = ports.network;
    ports.network.stillFollowing = async () => {
      throw new Unreachable('X', new Error('ECONNREFUSED'));
    };
    passTo(dayOf(7));
    await lookAtOutcomes(ports, month);
    expect(ports.due.all().find(({ job }) => job === 'outcomes')?.at).toBe(dayOf(7) + 6 * hourMs);
    ports.network.stillFollowing = stillFollowing;
    await worksUntil(dayOf(7) + dayMs);
    expect((await kept()).followed[0]?.after7).toBe('follows');
  });

  it('a desk that says nothing of it keeps nothing and asks nothing', async () => {
    ports = { ...ports, desk: aDesk() };
    forbidLooks();
    await follow(maya, jo);
    expect(await ports.outcomes.all()).toEqual([]);
    expect(ports.due.all().filter(({ job }) => job === 'outcomes')).toEqual([]);
  });
});

it('counts are there until 400 days after their month, whatever was purged', async () => {
  await follow(maya);
  await worksUntil(dayOf(30));
  const end = (await ports.outcomes.get(month))?.toMs ?? 0;
  await worksUntil(end + 399 * dayMs);
  expect(await counts()).toEqual({ 'expired follows follows no': 1 });
  await worksUntil(end + 400 * dayMs);
  expect(await ports.outcomes.all()).toEqual([]);
});
