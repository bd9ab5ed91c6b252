import { beforeAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../src/ports.js';
import { untruths } from '../truth/truth.js';
import { ana, ben, channel, type ShownMessage, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

const served = new Map<string, Ports>();
useScene({
  overrides: {
    ports: (own) => {
      served.set(own.desk.id, own);
      return own;
    },
  },
});

const { pick, reads, shown, submit, title, type } = hands;
const reading = '"What are you reading?"';
const names = ['Ada', 'Bea', 'Cat', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Jon', 'Kit', 'Lea'];
const nameOf = (first: string) => `${first} Reader`;

let asked: string;
let ids: Record<string, string>;

/** Somebody answers the library's post; the desk has not read it yet. */
async function answers(first: string, text: string, more = {}): Promise<void> {
  const { accounts } = (await scene.x('accounts', {})) as { accounts: { handle: string }[] };
  const handle = first.toLowerCase();
  if (!accounts.some((one) => one.handle === handle))
    await scene.x('addAccount', { handle, name: nameOf(first) });
  const { id } = await scene.x('post', {
    by: handle,
    text: `@centrallibrary ${text}`,
    in_reply_to: asked,
    ...more,
  });
  ids = { ...ids, [first]: String(id) };
}

/** Waits until all that was written is read and shown, however slow the machine is. */
async function arrive(): Promise<void> {
  await scene.pass(62_000);
  const waits = async () => {
    const now = scene.sandbox.clock.now();
    return (await scene.due()).find(({ at, entry }) => /^(?:show|panel):/u.test(entry) && at <= now + 12_000);
  };
  for (let next = await waits(); next; next = await waits())
    await scene.pass(next.at - scene.sandbox.clock.now());
}
/** Hours in which nothing is read. */
async function jump(hours: number): Promise<void> {
  scene.sandbox.clock.advance(hours * 60 * 60_000);
  await scene.app.idle();
  await arrive();
}

const inChannel = async () =>
  ((await scene.slack('messages', { channel })) as { messages: ShownMessage[] }).messages;
const texts = async () => (await inChannel()).map(({ text }) => text);
/** What Slack shows and is not so. A reminder says of which time it is, and is not edited when its cards close. */
const untrue = async () =>
  (await untruths([...served.values()], scene.sandbox.slack.snapshot()))
    .filter(({ of }) => !of?.startsWith('reminder-'))
    .map(({ where, what }) => `${where}: ${what}`);
/** Presses an option of the menu of the gathered answers. */
async function picks(user: string, option: string): Promise<void> {
  const { ts } = await scene.card(reading);
  await scene.slack('press', { user, channel, ts, action_id: 'panel-menu', option });
  await scene.app.idle();
}

beforeAll(async () => {
  const { id } = await scene.x('post', { by: 'centrallibrary', text: 'What are you reading?' });
  asked = String(id);
  ids = {};
  await scene.pass(62_000);
});

describe('twelve answers to our question', () => {
  it('are cards while they are three, and one message from the fourth on', async () => {
    for (const first of names.slice(0, 3)) await answers(first, `Book of ${first}.`);
    await arrive();
    expect(await inChannel()).toHaveLength(3);
    for (const first of names.slice(3)) await answers(first, `Book of ${first}.`);
    await arrive();
    // Cards of one moment have no order.
    expect((await texts()).toSorted()).toEqual([
      `${reading} · 12 answers`,
      ...names.slice(0, 3).map((first) => `${nameOf(first)} is shown further down now.`),
    ]);
    expect((await texts()).at(-1)).toBe(`${reading} · 12 answers`);
    expect(await untrue()).toEqual([]);
  });

  it('call nobody, and are not what Answer next opens', async () => {
    await hands.command(ana, '/greet', 'next');
    expect(await hands.told(ana)).toBe('Nothing is waiting. Next check in a minute.');
  });

  it('are not joined by a question, which has a card of its own', async () => {
    await answers('Mia', 'Do you have Dune?');
    await answers('Ned', 'The heating is broken, so nothing.');
    await answers('Oli', 'Ask @ada, she reads all day.');
    await arrive();
    for (const first of ['Mia', 'Ned', 'Oli']) expect(await shown(nameOf(first))).toContain('Pass to');
    expect(await shown(reading)).toContain('12 answers');
  });
});

describe('Read them', () => {
  it('shows each answer in full, newest first, each with the way in', async () => {
    await scene.press(ana, reading, 'Read them');
    expect(await title(ana)).toBe('Answers to us');
    const said = await reads(ana);
    expect(said).toMatch(/Lea Reader +@lea .*Book of Lea\..*Answer.*Ada Reader.*Book of Ada\..*Answer/u);
    await hands.close(ana);
    await arrive();
    expect(await shown(reading)).toMatch(/12 answers · Ana read them at \d\d:\d\d/u);
  });

  it('is recorded: the message then tells what came since', async () => {
    for (const first of ['Pam', 'Quy']) await answers(first, `Book of ${first}.`);
    await arrive();
    expect(await shown(reading)).toMatch(/14 answers · 2 since Ana read them at \d\d:\d\d/u);
    await scene.press(ben, reading, 'Read them');
    await arrive();
    expect(await shown(reading)).toMatch(/14 answers · Ben read them at \d\d:\d\d/u);
    expect(await untrue()).toEqual([]);
    await hands.close(ben);
  });

  it('leads to an answer, after which what its patron says joins their own card', async () => {
    await scene.press(ben, reading, 'Read them');
    const blocks = JSON.stringify((await scene.view(ben)).blocks);
    const [, value] = /"value":"(central mention-[^"]+)"/u.exec(blocks) ?? [];
    await scene.slack('press', { user: ben, action_id: 'answer-answer', value });
    await scene.app.idle();
    expect(await title(ben)).toBe('Answer Quy');
    await type(ben, 'Hi Quy, it gets better each time.');
    expect(await submit(ben)).not.toHaveProperty('errors');
    await hands.close(ben);
    await scene.pass(20_000);
    await arrive();
    const [answer] = scene.published('better each time');
    await answers('Quy', 'It does indeed.', { in_reply_to: String(answer?.id) });
    await arrive();
    expect(await shown('Quy Reader')).toContain('It does indeed.');
    expect(await shown(reading)).toContain('13 answers');
    await pick(ben, 'Quy Reader', 'No reply needed');
  });
});

it('an answer that asks something after an edit, and one that was removed, leave the others', async () => {
  await scene.x('edit', { id: ids.Ada ?? '', text: 'Book of Ada. Do you have it?' });
  await scene.x('delete', { id: ids.Bea ?? '' });
  await jump(7);
  expect(await shown('Do you have it?')).toContain('Ada Reader');
  expect(await shown(reading)).toContain('11 answers');
  await scene.press(ana, reading, 'Read them');
  expect(await reads(ana)).not.toContain('Bea Reader');
  await hands.close(ana);
  await arrive();
  expect(await untrue()).toEqual([]);
});

describe('in the menu', () => {
  it('No reply needed to the rest closes what nobody took, and says who did', async () => {
    await picks(ana, 'No reply needed to the rest');
    await arrive();
    expect(await shown(reading)).toMatch(
      /^▫️ Ana closed the rest: no reply needed · \d\d:\d\d · .*11 answers/u,
    );
    await answers('Rob', 'Book of Rob.');
    await arrive();
    expect(await shown(reading)).toMatch(/12 answers · 1 since Ana read them at/u);
  });

  it('Mute conversation closes what comes later, until Unmute', async () => {
    await picks(ben, 'Mute conversation');
    await arrive();
    await answers('Sue', 'Book of Sue.');
    await arrive();
    expect(await shown(reading)).toMatch(/^▫️ Ben muted this conversation · .*13 answers/u);
    await scene.press(ben, reading, 'Unmute');
    await arrive();
    expect(await shown(reading)).not.toContain('muted');
    expect(await untrue()).toEqual([]);
  });
});

it('on the next day the answers begin a new message, and the old ones close by themselves', async () => {
  await jump(24);
  await answers('Tom', 'Book of Tom.');
  await arrive();
  expect((await texts()).at(-1)).toBe(`${reading} · 1 answer`);
  await jump(4 * 24);
  const central = served.get('central');
  const open = await central?.cards.inConversation(asked as never);
  const left = await Promise.all((open ?? []).map((id) => central?.cards.get(id)));
  expect(left.map((card) => card?.patron.name).filter((name) => name === 'Tom Reader')).toEqual([]);
  expect(wordsOf((await inChannel()).at(-1)?.blocks)).toContain('1 answer');
  expect(await untrue()).toEqual([]);
});
