import type { KnownBlock } from '@slack/web-api';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { panelId, postId, type SlackUserId, slackUserId } from '../../../src/core/ids.js';
import { comingShifts } from '../../../src/core/rota/coming-shifts.js';
import { greetView } from '../../../src/slack/editor/greet-view.js';
import {
  actionIds,
  callbackIds,
  coverActionId,
  coverOptions,
  greetHereId,
  moreActionId,
  moreOptions,
  openInXId,
  panelActionId,
  panelOptions,
  snoozeActionId,
  snoozeChoices,
  starterActionId,
} from '../../../src/slack/ids.js';
import { encodeRef } from '../../../src/slack/values.js';
import {
  aDesk,
  aFollow,
  aFollower,
  ana,
  aPatron,
  aPost,
  ben,
  carla,
  stranger,
  tuesday,
} from '../../build.js';
import { mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../../flows/on-x.js';
import { useListeners } from './bolt-app.js';

/** Answered for the library until she left. */
const gina = slackUserId('U0GINA007');
const left = { slackId: gina, name: 'Gina', guest: false, inChannel: false };
const samsPost = postId('7001');
const strangersPost = postId('7009');
const long = 'x'.repeat(3_000);
/** As much as a button's value takes beside its ref. */
const full = 'x'.repeat(1_900);
let ports: FakePorts;
let card: Card;

const { called, faults, process } = useListeners({
  now: async (id) => (id === ports.desk.id ? ports : undefined),
  all: async () => [ports],
});

beforeEach(async () => {
  const desk = aDesk({ outsiders: [left] });
  ports = fakePorts({ desk });
  ports.network.arrives(aPost({ id: mayasPost }), aPatron());
  card = await aStoredCard(ports, 'claimed');
});

const stored = async (id = card.id) => (await ports.cards.get(id)) ?? card;
const cardValue = (extra?: string, of = card) =>
  encodeRef({ desk: ports.desk.id, card: of.id, ...(extra === undefined ? {} : { extra }) });
const panelValue = (panel: string, extra?: string) =>
  encodeRef({ desk: ports.desk.id, panel: panelId(panel), ...(extra === undefined ? {} : { extra }) });
/** What Slack was told to show or say, in one text. */
const shown = () => called.map(({ method, body }) => `${method} ${body}`).join('\n');

interface Pressing {
  readonly user?: SlackUserId;
  /** The blocks of the modal that the press comes from. */
  readonly blocks?: readonly KnownBlock[];
  readonly type?: 'button' | 'overflow' | 'static_select';
}

async function press(
  action_id: string,
  value: string,
  { user = ana, blocks, type = 'button' }: Pressing = {},
) {
  const carries = type === 'button' ? { value } : { selected_option: { value } };
  await process({
    body: {
      type: 'block_actions',
      team: { id: 'T1', domain: 'library' },
      user: { id: user },
      trigger_id: '1.1',
      actions: [{ type, action_id, ...carries, block_id: 'b', action_ts: '1.1' }],
      ...(blocks
        ? {
            view: { id: 'V1', hash: '1', type: 'modal', private_metadata: '', blocks, state: { values: {} } },
          }
        : { channel: { id: 'C1' } }),
    },
    ack: async () => {},
  });
}

type Values = Readonly<Record<string, unknown>>;
const option = (value: string) => ({ type: 'static_select', selected_option: { value } });

/** Presses the button at the foot of a form; gives what Slack is answered. */
async function submit(callback_id: string, private_metadata: string, values: Values, user = ana) {
  let answered: { errors?: Readonly<Record<string, string>> } = {};
  const inBlocks = Object.fromEntries(Object.entries(values).map(([id, one]) => [id, { [id]: one }]));
  const view = { id: 'V1', hash: '1', type: 'modal', callback_id, private_metadata, blocks: [] };
  await process({
    body: {
      type: 'view_submission',
      team: { id: 'T1', domain: 'library' },
      user: { id: user },
      view: { ...view, state: { values: inBlocks } },
    },
    ack: async (answer) => {
      answered = (answer as typeof answered) ?? {};
    },
  });
  return answered;
}

async function aPanel(panel: Pick<Panel, 'kind'> & { readonly id: string }): Promise<void> {
  const next = {
    format: 1,
    version: 1,
    startedAt: tuesday,
    closed: false,
    ...panel,
    id: panelId(panel.id),
  } as const;
  await ports.panels.change(next.id, () => ({ next, result: undefined }));
}

const strangers = [
  ['somebody outside', stranger, 'A colleague'],
  ['nobody', '', 'A colleague'],
  ['no id of a person', '__proto__', 'A colleague'],
  ['far too many characters', full, 'A colleague'],
  ['a colleague who left', gina, 'Gina'],
] as const;

describe('a card is passed only to staff', () => {
  it.each(strangers)('by the form: not to %s', async (_whom, id, name) => {
    const filled = { [actionIds.colleague]: option(id), [actionIds.note]: { value: 'You know her.' } };
    const { errors } = await submit(callbackIds.pass, cardValue(), filled);
    expect(errors).toEqual({
      [actionIds.colleague]: `${name} doesn't answer for the library now. Choose somebody else.`,
    });
    expect(await stored()).toEqual(card);
  });

  it.each(strangers)('by Hand to …: not to %s', async (_whom, id, name) => {
    await press(actionIds.handTo, cardValue(id));
    expect(await stored()).toEqual(card);
    expect(shown()).toContain(`${name} doesn't answer for the library now. Choose somebody else.`);
  });

  it('says first why a person may not pass it on at all', async () => {
    const { errors } = await submit(
      callbackIds.pass,
      cardValue(),
      { [actionIds.colleague]: option(gina) },
      carla,
    );
    expect(errors).toEqual({ [actionIds.colleague]: 'Ana has this. Take it over first.' });
  });

  it('and a colleague gets it by both', async () => {
    await submit(callbackIds.pass, cardValue(), { [actionIds.colleague]: option(carla) });
    expect((await stored()).holder?.id).toBe(carla);
    await press(actionIds.handTo, cardValue(ben), { user: carla });
    expect((await stored()).holder?.id).toBe(ben);
  });
});

describe('cover', () => {
  const desk = () => encodeRef({ desk: ports.desk.id });
  const shift = () => {
    const one = comingShifts(ports.desk.rota, tuesday).find(({ member }) => member.slackId === ana);
    return `${ana} ${one?.fromMs} ${one?.toMs}`;
  };
  const find = (values: Values) => submit(callbackIds.findCover, desk(), values);

  it.each(strangers)('is not asked of %s, and that stands under the colleagues', async (_whom, id, name) => {
    const { errors } = await find({ [actionIds.shift]: option(shift()), [actionIds.colleague]: option(id) });
    expect(errors).toEqual({
      [actionIds.colleague]: `${name} doesn't answer for the library now. Choose somebody else.`,
    });
    expect((await ports.settings.get()).covers).toEqual([]);
  });

  it.each([`${ana}`, `${ana} x y`, `${ana} 9999999999999999 9999999999999999`, `__proto__ 1 2`, long])(
    'is not asked for the shift "%s"',
    async (value) => {
      const { errors } = await find({ [actionIds.shift]: option(value) });
      expect(errors).toEqual({ [actionIds.shift]: 'This is gone. Nothing was sent.' });
      expect(faults).toEqual([]);
      expect((await ports.settings.get()).covers).toEqual([]);
    },
  );

  it('is not asked until a time that no clock shows', async () => {
    const { errors } = await find({
      [actionIds.shift]: option(shift()),
      [actionIds.until]: { selected_time: '77:x' },
    });
    expect(errors).toEqual({ [actionIds.until]: 'This is gone. Nothing was sent.' });
    expect(faults).toEqual([]);
  });

  it('is asked of a colleague', async () => {
    await find({ [actionIds.shift]: option(shift()), [actionIds.colleague]: option(ben) });
    expect((await ports.settings.get()).covers).toMatchObject([{ whose: ana, asked: ben }]);
  });
});

describe('a post that somebody picks', () => {
  let sams: Card;
  const api = () => ({ ...aDesk(), account: { ...aDesk().account, plan: 'enterprise' as const } });
  const modal = (reach: 'api' | 'hand-off') => {
    const posts = [aPost({ id: samsPost, authorId: aFollower().id })];
    const view = greetView({ card: sams, desk: ports.desk, posts, reach, now: tuesday });
    return { blocks: view.blocks as KnownBlock[] };
  };
  beforeEach(async () => {
    sams = await aStoredCard(ports, 'open', { acts: [aFollow()], patron: aFollower() });
  });

  it.each([strangersPost, '__proto__', '', '7001x', full])(
    'to answer here is one that was shown, not "%.20s"',
    async (post) => {
      ports = { ...ports, desk: api() };
      await press(greetHereId('greet'), cardValue(post, sams), modal('api'));
      expect(await stored(sams.id)).toEqual(sams);
      expect(shown()).toContain('Pick a post to answer first.');
    },
  );

  it.each([strangersPost, '__proto__', '', full])(
    'to answer in X is one that was shown, not "%s"',
    async (post) => {
      await press(openInXId('greet'), cardValue(post, sams), modal('hand-off'));
      expect(await stored(sams.id)).toEqual(sams);
      expect(shown()).toContain('Pick a post to answer first.');
    },
  );

  it('is answered when it was shown', async () => {
    await press(openInXId('greet'), cardValue(samsPost, sams), modal('hand-off'));
    expect((await stored(sams.id)).handOff?.replyTo).toBe(samsPost);
    const again = await aStoredCard(ports, 'open', { acts: [aFollow()], patron: aFollower() });
    ports = { ...ports, desk: api() };
    await press(greetHereId('greet'), cardValue(samsPost, again), modal('api'));
    expect(await stored(sams.id)).toMatchObject({ state: 'claimed', picked: samsPost });
  });

  it('of somebody else is not the one that a question is answered under', async () => {
    await press(openInXId('greet'), cardValue(`${strangersPost} Hi Maya, yes.`));
    expect(await stored()).toEqual(card);
    await press(openInXId('greet'), cardValue(`${mayasPost} Hi Maya, yes.`));
    expect((await stored()).handOff?.replyTo).toBe(mayasPost);
  });
});

describe('a page of a list', () => {
  beforeEach(() => aPanel({ id: 'digest-2026-11-24', kind: 'digest' }));

  it.each(['x', 'NaN', '-1', '1.5', '1e3', 'Infinity', '__proto__', full])('is not "%s"', async (page) => {
    await press(panelActionId('next'), panelValue('digest-2026-11-24', page));
    expect(shown()).toContain('This is gone.');
    expect(shown()).not.toContain('New followers');
  });

  it.each(['digest-2026-11-24 x', 'digest-2026-11-24', '__proto__ 0', ''])(
    'is read before a card in it is closed: "%s"',
    async (extra) => {
      const open = await aStoredCard(ports, 'open');
      await press(actionIds.skipListed, cardValue(extra, open));
      expect(await stored(open.id)).toEqual(open);
      expect(shown()).toContain('This is gone.');
    },
  );

  it('is of a fold or a digest', async () => {
    await aPanel({ id: 'reminder-1', kind: 'reminder' });
    await press(panelActionId('people'), panelValue('reminder-1'));
    expect(shown()).toContain('This is gone.');
  });
});

describe('what is done with a panel', () => {
  it('a hello begins only in a digest, and only its followers are skipped', async () => {
    await aPanel({ id: 'fold-5001', kind: 'fold' });
    const before = await ports.panels.get(panelId('fold-5001'));
    for (const one of ['say-hello', 'skip-all'] as const)
      await press(panelActionId(one), panelValue('fold-5001'));
    expect(shown().match(/This is gone\./g)?.length).toBeGreaterThanOrEqual(2);
    expect((await ports.cards.waiting(100)).first).toEqual([]);
    expect(await ports.panels.get(panelId('fold-5001'))).toEqual(before);
  });

  it('only answers to a question of ours are read, and closed', async () => {
    await aPanel({ id: 'fold-5001', kind: 'fold' });
    const before = await ports.panels.get(panelId('fold-5001'));
    for (const one of ['read', 'rest'] as const) await press(panelActionId(one), panelValue('fold-5001'));
    expect(shown().match(/This is gone\./g)?.length).toBeGreaterThanOrEqual(2);
    expect(await ports.panels.get(panelId('fold-5001'))).toEqual(before);
  });

  it('only a reminder is put off', async () => {
    await aPanel({ id: 'digest-2026-11-24', kind: 'digest' });
    await press(panelActionId('not-now'), panelValue('digest-2026-11-24'));
    expect((await ports.panels.get(panelId('digest-2026-11-24')))?.putOffUntil).toBeUndefined();
  });
});

describe('what is none of the choices', () => {
  it.each(['45', '', '__proto__', '30 ', full])('is told: a snooze of "%s"', async (choice) => {
    await press(snoozeActionId('30'), cardValue(choice));
    expect(await stored()).toEqual(card);
    expect(shown()).toContain('This is gone.');
  });

  it.each(['constructor', '__proto__', 'open ', ''])('is told: the option "%s" of a menu', async (extra) => {
    await press(actionIds.more, cardValue(extra), { type: 'overflow' });
    expect(await stored()).toEqual(card);
    expect(shown()).toContain('This is gone.');
  });

  it('a starter that is gone begins with the usual words', async () => {
    for (const id of ['saved-00000000', '__proto__', 'constructor']) {
      called.length = 0;
      card = await aStoredCard(ports, 'open');
      await press(starterActionId(id), cardValue());
      expect(shown()).toContain('Hi Maya, ');
      expect(await stored()).toMatchObject({ state: 'claimed' });
    }
  });

  it('a note to a colleague is no longer than the form takes it', async () => {
    const filled = { [actionIds.colleague]: option(carla), [actionIds.note]: { value: long } };
    await submit(callbackIds.pass, cardValue(), filled);
    expect((await stored()).note?.text.length).toBeLessThanOrEqual(500);
  });

  it('a saved starter is no longer than the form takes it', async () => {
    const filled = { [actionIds.starterLabel]: { value: long }, [actionIds.starterWords]: { value: long } };
    await submit(callbackIds.starter, cardValue(), filled);
    const [saved] = (await ports.settings.get()).starters;
    expect(saved?.label.length).toBeLessThanOrEqual(30);
    expect(saved?.opening.length).toBeLessThanOrEqual(500);
  });
});

describe('values of another desk', () => {
  it.each(['branch', 'constructor', '__proto__', 'central x'])(
    '"%s" are those of no desk here',
    async (desk) => {
      const of = `${desk} ${card.id}`;
      for (const id of [actionIds.open, actionIds.undo, actionIds.handTo]) await press(id, `${of} ${ben}`);
      await press(actionIds.findCover, of);
      const { errors } = await submit(callbackIds.pass, of, { [actionIds.colleague]: option(ben) });
      expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('not set up any more')]);
      expect(await stored()).toEqual(card);
      expect(called).toEqual([]);
    },
  );
});

describe('anything at all', () => {
  const ids = [
    ...Object.values(actionIds),
    ...moreOptions.map(moreActionId),
    ...panelOptions.map(panelActionId),
    ...coverOptions.map(coverActionId),
    ...snoozeChoices.map(snoozeActionId),
    ...['answer', '__proto__'].flatMap((one) => [starterActionId(one), greetHereId(one), openInXId(one)]),
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', 'constructor', '\u0000', long),
  );
  const nearly = fc
    .tuple(
      fc.constantFrom('central', 'branch'),
      fc.constantFrom('mention-0-0', 'digest-0', 'note-0', 'cover-0'),
      text,
    )
    .map((parts) => parts.join(' '));
  const value = fc.oneof(text, nearly);
  const everything = async () =>
    JSON.stringify([await ports.settings.get(), await stored(), (await ports.cards.waiting(100)).first]);

  it('as the value of a button changes nothing and throws nothing', async () => {
    const before = await everything();
    const property = fc.asyncProperty(
      fc.constantFrom(...ids),
      value,
      fc.constantFrom('button', 'overflow', 'static_select'),
      async (id, carried, type) => press(id, carried, { type }),
    );
    await fc.assert(property, { numRuns: 300 });
    expect(faults).toEqual([]);
    expect(await everything()).toBe(before);
  });

  it('as what a modal is about, and in its inputs, changes nothing and throws nothing', async () => {
    const before = await everything();
    const property = fc.asyncProperty(
      // Who saves a starter may write what they like.
      fc.constantFrom(...Object.values(callbackIds).filter((one) => one !== callbackIds.starter)),
      value,
      text,
      async (callback, about, filled) => {
        const inputs = Object.values(actionIds).map((id) => [
          id,
          { value: filled, selected_time: filled, selected_option: { value: filled } },
        ]);
        await submit(callback, about, Object.fromEntries(inputs));
      },
    );
    await fc.assert(property, { numRuns: 300 });
    expect(faults).toEqual([]);
    expect(await everything()).toBe(before);
  });
});
