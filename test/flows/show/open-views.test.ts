import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { OpenView } from '../../../src/core/card/open-views.js';
import { hourMs } from '../../../src/core/durations.js';
import { Busy, OutcomeUnknown, Rejected } from '../../../src/errors.js';
import { rememberView, showOpenViews, showPauseInViews } from '../../../src/flows/show/open-views.js';
import { ana, ben } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  card = aCardIn('sending');
  await store(card);
});

const store = (next: Card) => ports.cards.change(next.id, () => ({ next, result: undefined }));
const stored = async () => (await ports.cards.get(card.id))?.openViews ?? [];
const run = () => showOpenViews(ports, card.id);
const isDue = () => ports.due.all().some(({ job }) => job === 'views');

/** The card changes in a way that its message shows. */
const changes = () =>
  ports.cards.change(card.id, (now) => ({
    next: now && { ...now, version: now.version + 1 },
    result: undefined,
  }));

/** Somebody has a modal open, which the desk remembers. */
async function opens(id: string, more: Partial<OpenView> = {}): Promise<void> {
  const view = { id, modal: `V-${id}`, kind: 'going', user: ana, shows: String(card.version) } as const;
  await rememberView(ports, card.id, { ...view, at: ports.clock.now(), shown: card.version, ...more });
  ports.board.modals.set(id, { hash: '1.a', version: card.version });
}

it('every modal shows the newest version of its card, and is asked about no more than that', async () => {
  await opens('e1', { hash: '1.a' });
  await opens('e2', { user: ben });
  expect(isDue()).toBe(false);
  await changes();
  expect(isDue()).toBe(true);
  await run();
  expect([...ports.board.modals.values()].map(({ version }) => version)).toEqual(
    Array(2).fill(card.version + 1),
  );
  expect(isDue()).toBe(false);
  expect(await stored()).toMatchObject([{ hash: '1.a+' }, { hash: '1.a+' }]);
});

it('a modal that says the same as before is left alone', async () => {
  await opens('e1', { shows: String(card.version + 1) });
  await changes();
  await run();
  expect(ports.board.modals.get('e1')?.version).toBe(card.version);
  expect(isDue()).toBe(false);
});

describe('a modal that is not open any more', () => {
  it('is forgotten', async () => {
    await opens('e1', { hash: '1.a' });
    await opens('e2');
    ports.board.modals.delete('e1');
    await changes();
    await run();
    expect((await stored()).map(({ id }) => id)).toEqual(['e2']);
    expect(isDue()).toBe(false);
  });

  it('is asked about once more while it may still appear', async () => {
    await opens('e1');
    ports.board.modals.delete('e1');
    await changes();
    await expect(run()).rejects.toEqual(new Busy(ports.clock.now() + 5000, 'A modal'));
    ports.board.modals.set('e1', { hash: '1.a', version: 0 });
    await run();
    expect(ports.board.modals.get('e1')?.version).toBe(card.version + 1);
  });

  it('is not asked about after a day', async () => {
    await opens('e1');
    ports.clock.pass(24 * hourMs);
    await changes();
    await run();
    expect(await stored()).toEqual([]);
    expect(ports.board.modals.get('e1')?.version).toBe(card.version);
  });
});

it('a modal that a process changed and could not record shows the newest version at the second attempt', async () => {
  await opens('e1', { hash: '0.z' });
  await changes();
  await expect(run()).rejects.toBeInstanceOf(Busy);
  await run();
  expect(ports.board.modals.get('e1')?.version).toBe(card.version + 1);
});

it('one that Slack refuses is not tried for ever, and holds up no other', async () => {
  await opens('e1');
  await opens('e2');
  await changes();
  ports.board.next(new Rejected('other', 'view_too_large'));
  await expect(run()).rejects.toBeInstanceOf(Rejected);
  expect((await stored()).map(({ id, shown }) => [id, shown])).toEqual([['e2', card.version + 1]]);
});

it('a call that may be lost is made again', async () => {
  await opens('e1', { hash: '1.a' });
  await changes();
  ports.board.next('lost after it took effect');
  await expect(run()).rejects.toBeInstanceOf(OutcomeUnknown);
  expect(isDue()).toBe(true);
  await expect(run()).rejects.toBeInstanceOf(Busy);
  await run();
  expect(ports.board.modals.get('e1')?.version).toBe(card.version + 1);
});

it('a change while Slack is called is shown next', async () => {
  await opens('e1');
  await changes();
  ports.board.meanwhile = async () => {
    ports.board.meanwhile = async () => {};
    await changes();
  };
  await run();
  expect(isDue()).toBe(true);
  await run();
  expect(ports.board.modals.get('e1')?.version).toBe(card.version + 2);
});

it('a pause is brought to the modals of all cards, though it changes none', async () => {
  await opens('e1', { shows: 'without the pause' });
  await showPauseInViews(ports);
  expect((await stored())[0]).toMatchObject({ hash: '1.a+' });
});
