import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { cardKey, type Message } from '../../../src/core/card/message.js';
import { type PanelId, panelId, token } from '../../../src/core/ids.js';
import { purgeAt, recordForMs } from '../../../src/core/keeping/keeping-times.js';
import { isPurged } from '../../../src/core/keeping/purged-card.js';
import { MessageRefused, Rejected } from '../../../src/errors.js';
import { followUp } from '../../../src/flows/after/after.js';
import { watchKeeping } from '../../../src/flows/keep/keeping.js';
import { purge, purgePanel } from '../../../src/flows/keep/purge.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { show } from '../../../src/flows/show/show.js';
import { aCard, aDesk, ana, carla, minutes, tuesday } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  card = aCardIn('sent');
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  await show(ports, card.id);
});

const now = async () => (await ports.cards.get(card.id)) as Card;
const due = () => purgeAt(aDesk(), card) ?? 0;
const passTo = (at: number) => ports.clock.pass(at - ports.clock.now());
const posted = () => ports.board.channel.find(({ key }) => key === cardKey);
async function tells(id: PanelId, kind: 'told' | 'reminder' = 'told'): Promise<void> {
  const message = { token: token(id), slotAt: tuesday, shown: 0, to: ana };
  const panel = { id, format: 1, kind, to: ana, version: 1, startedAt: tuesday, message } as const;
  const lists = [{ card: card.id }];
  await ports.panels.change(id, () => ({ next: { ...panel, closed: true, lists }, result: undefined }));
}

describe('a card whose time is over', () => {
  it('is blank, and not a moment before', async () => {
    passTo(due() - 1);
    await purge(ports, card.id);
    expect(await now()).toMatchObject({ patron: { name: 'Maya Ortiz' } });
    passTo(due());
    await purge(ports, card.id);
    expect(isPurged(await now())).toBe(true);
    await show(ports, card.id);
    expect(posted()).toMatchObject({ version: (await now()).version });
  });

  it('is purged once, however often and by how many it is tried', async () => {
    passTo(due());
    await Promise.all([purge(ports, card.id), purge(ports, card.id), purge(ports, card.id)]);
    const once = await now();
    await purge(ports, card.id);
    expect(await now()).toEqual(once);
    expect(once.version).toBe(card.version + 1);
  });

  it('a worker that dies on the way leaves it as it was, or blank, and the next one goes on', async () => {
    passTo(due());
    const { change } = ports.cards;
    ports.cards.change = async () => {
      throw new Error('killed');
    };
    await expect(purge(ports, card.id)).rejects.toThrow('killed');
    ports.cards.change = change;
    expect(isPurged(await now())).toBe(false);
    expect(ports.due.all()).toContainEqual({ job: 'purge', id: card.id, at: due() });
    await purge(ports, card.id);
    expect(isPurged(await now())).toBe(true);
  });

  it('leaves our words to its patron without their name', async () => {
    const [answer] = card.answers;
    const id = answer?.postId ?? '';
    await ports.ourPosts.keep([{ id, at: tuesday, text: 'Hi Maya, yes, until eight.' }], tuesday);
    passTo(due());
    await purge(ports, card.id);
    expect(await ports.ourPosts.recent(due())).toEqual([
      { id, at: tuesday, text: 'Hi …, yes, until eight.' },
    ]);
  });

  it('leaves a muted patron muted, without a name', async () => {
    const muted = {
      person: card.patron.id,
      handle: 'maya_reads',
      by: carla,
      at: tuesday,
      until: tuesday * 2,
    };
    await ports.settings.change((set) => ({ next: { ...set, mutedPeople: [muted] }, result: undefined }));
    passTo(due());
    await purge(ports, card.id);
    expect((await ports.settings.get()).mutedPeople).toEqual([{ ...muted, handle: '' }]);
  });

  it.each(['told', 'reminder'] as const)('has every %s message that lists it shown anew', async (kind) => {
    await tells(panelId(`${kind}-1`), kind);
    passTo(due());
    await purge(ports, card.id);
    await followUp(ports, card.id);
    expect(await ports.panels.get(panelId(`${kind}-1`))).toMatchObject({ version: 2 });
  });

  it('has its record for a year and some weeks, and then none', async () => {
    passTo(due());
    await purge(ports, card.id);
    passTo(card.changedAt + recordForMs - 1);
    await purge(ports, card.id);
    expect(await now()).toBeDefined();
    passTo(card.changedAt + recordForMs);
    await purge(ports, card.id);
    expect(await now()).toBeUndefined();
    expect(await ports.cards.ofPatron(card.patron.id)).toEqual([]);
    expect(ports.due.all().filter(({ id }) => id === card.id)).toEqual([]);
  });
});

describe('a message that Slack does not let us change', () => {
  const refused = () => new MessageRefused('edit', 'Slack (chat.update) answered edit_window_closed');

  it('is deleted', async () => {
    passTo(due());
    await purge(ports, card.id);
    ports.board.next(refused());
    await expect(show(ports, card.id)).rejects.toThrow('edit_window_closed');
    expect(posted()).toBeUndefined();
    await show(ports, card.id);
    expect(posted()).toBeUndefined();
  });

  it('is deleted also where the card had moved on to another message before', async () => {
    await ports.cards.change(card.id, (known) => ({
      next: known && { ...known, version: known.version + 1 },
      result: undefined,
    }));
    ports.board.next(refused());
    await expect(show(ports, card.id)).rejects.toThrow('edit_window_closed');
    passTo(ports.clock.now() + minutes(1));
    await show(ports, card.id);
    expect(ports.board.channel.filter(({ key }) => key === cardKey)).toHaveLength(2);
    passTo(due());
    await purge(ports, card.id);
    await show(ports, card.id);
    expect(ports.board.channel.filter(({ key }) => key === cardKey)).toHaveLength(1);
  });

  it('and does not let us delete either is told to a lead, once a day', async () => {
    passTo(due());
    await purge(ports, card.id);
    ports.board.next(refused());
    ports.board.next(new Rejected('other', 'Slack (chat.delete) answered cant_delete_message'));
    await expect(show(ports, card.id)).rejects.toThrow('edit_window_closed');
    const said = ports.due.all().filter(({ job, id }) => job === 'panel' && id.startsWith('notice-stuck-'));
    expect(said).toHaveLength(1);
    await show(ports, card.id);
    expect(posted()).toBeDefined();
  });
});

describe('a private message', () => {
  it('says nothing any more once its time is over, and later has no record', async () => {
    const id = panelId('told-1');
    await tells(id);
    const { message, ...panel } = (await ports.panels.get(id)) as Panel & { message: Message };
    const { ts } = await ports.board.post({ panel, inPanel: { all: [], open: [] } }, message, () => true);
    const shown = { ...panel, message: { ...message, ts, shown: 1 } };
    await ports.panels.change(id, () => ({ next: shown, result: undefined }));
    const at = ports.due.all().find(({ job }) => job === 'purge-panel')?.at ?? 0;
    passTo(at);
    await purgePanel(ports, id);
    expect(await ports.panels.get(id)).toMatchObject({ lists: [], closed: true, purgedAt: at });
    await showPanel(ports, id);
    expect((await ports.panels.get(id))?.message).toMatchObject({ shown: 2 });
    passTo(ports.due.all().find(({ job }) => job === 'purge-panel')?.at ?? 0);
    await purgePanel(ports, id);
    expect(await ports.panels.get(id)).toBeUndefined();
  });
});

describe('what is looked over a few times a day', () => {
  it('has the file of earlier writes written anew after a purge, once a day', async () => {
    await watchKeeping(ports);
    expect(ports.journal.rewrites).toEqual([]);
    passTo(due());
    await purge(ports, card.id);
    await watchKeeping(ports);
    await watchKeeping(ports);
    expect(ports.journal.rewrites).toEqual([due()]);
  });

  it('ends mutings, notes and requests that are long over, and no others', async () => {
    const by = ana;
    const set = (await ports.settings.get()) ?? {};
    const muted = [
      { conversation: card.id as never, by, at: tuesday - recordForMs - 1 },
      { conversation: 'c2' as never, by, at: tuesday },
    ];
    const mutedPeople = [
      { person: card.patron.id, handle: 'over', by, at: 0, until: tuesday },
      { person: card.patron.id, handle: 'lasts', by, at: 0, until: tuesday + 1 },
    ];
    await ports.settings.change(() => ({ next: { ...set, muted, mutedPeople }, result: undefined }));
    passTo(tuesday);
    await watchKeeping(ports);
    const left = await ports.settings.get();
    expect(left.muted).toEqual(muted.slice(1));
    expect(left.mutedPeople).toEqual(mutedPeople.slice(1));
  });

  it('follows a change of how long things are kept', async () => {
    const desk = aDesk({ keep: { openDays: 1 } });
    const shorter = fakePorts({ desk });
    await shorter.cards.change(card.id, () => ({ next: card, result: undefined }));
    await watchKeeping(shorter);
    expect(shorter.due.all()).toContainEqual({ job: 'purge', id: aCard().id, at: purgeAt(desk, card) });
  });
});
