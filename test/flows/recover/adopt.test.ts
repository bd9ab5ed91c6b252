import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import { cardKey } from '../../../src/core/card/message.js';
import { actId, panelId, token } from '../../../src/core/ids.js';
import { Busy, Rejected } from '../../../src/errors.js';
import { adopt } from '../../../src/flows/recover/adopt.js';
import { recover } from '../../../src/flows/recover/recover.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aCard, aMention, ana, aPatron, carla, minutes, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard, cardOf, mayasPostAt } from '../on-x.js';
import { bootsAgain, inChannel, posted, showAll } from './after-a-boot.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

/** Does what is due a while after a recovery, for the channel and each private conversation. */
async function adoptAll(): Promise<void> {
  ports.clock.pass(ports.timings.adoptAfterMs);
  for (const { id, job } of ports.due.all()) if (job === 'adopt') await adopt(ports, id);
}

/** An older copy comes back, which knows nothing of what is not stored. */
async function restored(): Promise<void> {
  bootsAgain(ports);
  await recover(ports);
  await adoptAll();
}

const aNotice = (more: Partial<Panel> = {}): Panel => ({
  id: panelId('notice-outage-network-1'),
  format: 1,
  kind: 'notice',
  version: 1,
  startedAt: tuesday,
  closed: true,
  ...more,
});

async function saidOf(panel: Panel, name: string): Promise<void> {
  const message = { token: token(name), slotAt: 0, shown: 0, ...(panel.to ? { to: panel.to } : {}) };
  await ports.board.post({ panel, inPanel: { all: [], open: [] } }, message, () => true);
}

describe('a message that the older copy does not know of', () => {
  it('is taken away with its lines, where nothing brings its card again', async () => {
    const lost = aCard();
    const messages = { card: await posted(ports, lost, cardKey, 't') };
    await posted(ports, { ...lost, messages }, 'line-5001', 'u');
    await restored();
    expect(inChannel(ports)).toEqual([]);
    expect(await ports.recovery.kept()).toEqual([]);
  });

  it('stays where a later read of the network brings its card again', async () => {
    const { brought, card } = await lostCard();
    await posted(ports, card, cardKey, 't');
    bootsAgain(ports);
    await recover(ports);
    await brought();
    await adoptAll();
    await showAll(ports, card.id);
    expect(inChannel(ports)).toEqual(['card', expect.stringMatching(/^line-/u)]);
    expect(ports.board.channel[0]?.token).toBe('t');
  });

  it('leads to where its card is shown now, when the card had left it', async () => {
    const { brought, card } = await lostCard();
    await posted(ports, card, 'former-t', 't');
    bootsAgain(ports);
    await recover(ports);
    await brought();
    await adoptAll();
    await showAll(ports, card.id);
    expect((await ports.cards.get(card.id))?.messages['former-t']).toMatchObject({ token: 't', shown: 1 });
  });

  it('says nothing more of an outage, in the channel or to a lead', async () => {
    await saidOf(aNotice(), 't');
    await saidOf(aNotice({ id: panelId(`notice-outage-network-1-${carla}`), to: carla }), 'u');
    await restored();
    expect(inChannel(ports)).toEqual([]);
  });

  it('is left as it is, where Slack does not let us delete it', async () => {
    await saidOf(aNotice(), 't');
    ports.board.takeAway = () => Promise.reject(new Rejected('not-permitted', 'cant_delete_message'));
    await restored();
    expect(inChannel(ports)).toEqual(['panel']);
    expect(ports.due.all().filter(({ job }) => job === 'adopt')).toEqual([]);
  });

  it('is touched only once the network was read', async () => {
    await saidOf(aNotice(), 't');
    ports.network.mentions = () => Promise.reject(new Rejected('budget', 'no credits'));
    bootsAgain(ports);
    await expect(recover(ports)).rejects.toThrow('no credits');
    await expect(adoptAll()).rejects.toThrow(Busy);
    expect(inChannel(ports)).toEqual(['panel']);
  });
});

it('a private message that the older copy has as never begun is known to stand', async () => {
  const id = panelId('told-1');
  const message = { token: token('lost'), slotAt: tuesday, shown: 0, to: ana, quiet: true } as const;
  const told = aNotice({ id, kind: 'told', to: ana, lists: [], message });
  await ports.panels.change(id, () => ({ next: told, result: undefined }));
  await saidOf(told, 't');
  await restored();
  const known = (await ports.panels.get(id))?.message;
  expect(known).toMatchObject({ ts: ports.board.channel[0]?.ts, begunAt: tuesday, shown: 0 });
  expect(known).not.toHaveProperty('quiet');
});

it('a modal may show something newer than the older copy says, with the same version', async () => {
  const view = { id: 'v', modal: 'm', kind: 'more', user: ana, at: tuesday, shown: 3, shows: 'old' } as const;
  const card = await aStoredCard(ports, 'open', { version: 3, openViews: [view] });
  bootsAgain(ports);
  await recover(ports);
  expect((await ports.cards.get(card.id))?.openViews).toMatchObject([{ id: 'v', shown: 0, shows: '' }]);
});

/** A card that the older copy lacks, and what brings it again. */
async function lostCard() {
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(2));
  const post = mayasPostAt(ports.clock.now() - 1_000);
  const brought = async () => {
    ports.network.arrives(post, aPatron());
    await watch(ports, 'mentions');
  };
  return { brought, card: aCard({ id: cardOf(post), acts: [aMention({ id: actId(post.id) })] }) };
}
