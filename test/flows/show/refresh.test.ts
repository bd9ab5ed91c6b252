import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId, cardId, panelId, postId } from '../../../src/core/ids.js';
import { Busy, Rejected } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { show } from '../../../src/flows/show/show.js';
import { aCard, aMention, ana, minutes } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';

let ports: FakePorts;
let changesAt: number;
beforeEach(() => {
  ports = fakePorts();
  const begun = ports.clock.now();
  changesAt = begun + minutes(10);
  // All that is shown before then shows something else from then on.
  ports.board.changes = () => (ports.clock.now() < changesAt ? changesAt : 0);
});

const works = (count: number) => worksUntil(ports, changesAt + minutes(count), 1);
const shown = () => ports.board.channel.filter(({ key }) => key === 'card');
const updates = () => shown().reduce((sum, one) => sum + one.updates, 0);

/** Cards of so many patrons, shown by now. */
async function cards(count: number): Promise<readonly Card['id'][]> {
  const ids = Array.from({ length: count }, (_, n) => cardId(`mention-${7_000 + n}-2001`));
  for (const [n, id] of ids.entries()) {
    const post = String(7_000 + n);
    const mention = aMention({
      id: actId(post),
      versions: [postId(post)],
      at: ports.clock.now(),
      topic: 'praise',
    });
    await ports.cards.change(id, () => ({ next: aCard({ id, acts: [mention] }), result: undefined }));
  }
  await works(-5);
  return ids;
}

describe('texts that change with the time alone', () => {
  it('are updated by themselves, at most twenty in a minute, and then no more', async () => {
    await cards(25);
    const before = updates();
    const at: number[] = [];
    ports.board.meanwhile = async () => {
      at.push(ports.clock.now() - changesAt);
    };
    await works(10);
    expect(updates() - before).toBe(25);
    for (const from of at) {
      expect(at.filter((one) => one >= from && one < from + minutes(1)).length).toBeLessThanOrEqual(20);
    }
    expect(ports.due.all().filter(({ job }) => job === 'show')).toEqual([]);
  });

  it('hold up no press: its card is shown at once, and not once more', async () => {
    const ids = await cards(25);
    await works(0);
    const last = ids.at(-1) ?? cardId('');
    await act(ports, last, { do: 'dismiss' }, actorFor(ports.desk, ana));
    await show(ports, last);
    const card = () => shown().find(({ of, key }) => of === last && key === 'card');
    expect(card()).toMatchObject({ version: 2, updates: 1 });
    await works(10);
    expect(card()).toMatchObject({ version: 2, updates: 1 });
  });

  it('are tried again when Slack asks to wait', async () => {
    await cards(1);
    ports.board.next(new Busy(changesAt + minutes(3), 'Slack'));
    const all = () => ports.board.channel.map((one) => one.updates);
    await works(2);
    expect(all()).toContain(0);
    await works(4);
    expect(new Set(all())).toEqual(new Set([1]));
  });

  it('are left as they are where Slack refuses to edit the message', async () => {
    const [id = cardId('')] = await cards(1);
    ports.clock.pass(changesAt - ports.clock.now());
    ports.board.next(new Rejected('other', 'edit_window_closed'));
    await expect(show(ports, id)).rejects.toThrow('edit_window_closed');
    await works(20);
    expect(shown()).toMatchObject([{ of: id, updates: 0 }]);
    expect(ports.due.all().filter(({ job }) => job === 'show')).toEqual([]);
  });

  it('of a digest are updated too', async () => {
    const id = panelId('digest-2026-11-24');
    const startedAt = ports.clock.now();
    await ports.panels.change(id, () => ({
      next: { id, format: 1, kind: 'digest', version: 1, startedAt, closed: true },
      result: undefined,
    }));
    await works(5);
    expect(ports.board.channel).toMatchObject([{ of: id, updates: 1 }]);
    expect(ports.due.all().filter(({ job }) => job === 'panel')).toEqual([]);
  });
});
