import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '../../src/core/durations.js';
import { ana, ben, carla, channel, type ShownMessage, wordsOf } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const inside = 'C0PRIVATE1';
const policy = 'How we treat what you write to us: https://central-library.example/privacy';

/** A desk whose private channel has Ana and Carla in it, and not Ben. */
const open = (kind: 'private' | 'public' = 'private') =>
  openScene({
    desk: (text) =>
      text.replace(
        'plan: self-serve }',
        `plan: self-serve, privateMessages: { channel: ${inside} } }\n    privacyPolicy: https://central-library.example/privacy\n    standards: { question: 10m }`,
      ),
    prepare: async ({ slack, x }) => {
      const members = [ana, carla];
      await slack.acts.addChannel?.({ id: inside, name: 'x-private', kind, members, bot: true });
      await x.acts.addAccount?.({ handle: 'maya_reads', name: 'Maya Ortiz' });
    },
  });

const says = async (text: string, more: Record<string, unknown> = {}) => {
  await scene.x('message', { by: 'maya_reads', to: 'centrallibrary', text, ...more });
  await scene.pass(2.2 * minuteMs);
};
const messagesIn = async (where: string) =>
  ((await scene.slack('messages', { channel: where })) as { messages: ShownMessage[] }).messages;
const cards = async () => (await messagesIn(inside)).filter(({ thread_ts }) => !thread_ts);
const card = async () => {
  const [one, ...others] = await cards();
  if (!one || others.length > 0) throw new Error(`${others.length + 1} messages in the private channel.`);
  return wordsOf(one.blocks);
};
const press = async (user: string, label: string) => {
  const [one] = await cards();
  const done = await scene.slack('press', { user, channel: inside, ts: one?.ts, label });
  if (!done.acked) throw new Error(`${label}: ${done.error}`);
  await scene.app.idle();
};
const onX = async () =>
  ((await scene.x('messages', { handle: 'maya_reads' })) as { messages: { by: string; text: string }[] })
    .messages;
const everythingSeenBy = async (user: string) => {
  const home = await scene
    .slack('openHome', { user })
    .then(() => scene.app.idle())
    .then(() => hands.home(user));
  const { messages } = (await scene.slack('ephemerals', { user })) as { messages: unknown[] };
  return JSON.stringify([home, messages, await messagesIn(channel)]);
};

describe('a private message', () => {
  it('is answered from its card, once, with the link that its writer approved', async () => {
    await open();
    await says('Is my hold on Emma in? My card is 2 1234 00987654 3');
    expect(await card()).toContain('Is my hold on Emma in?');
    const [head] = await messagesIn(inside);
    const { messages } = (await scene.slack('thread', { channel: inside, ts: head?.ts })) as {
      messages: ShownMessage[];
    };
    const line = messages[1];
    expect(`${head?.text} ${line?.text}`).not.toMatch(/Emma|hold|Maya/u);
    expect(wordsOf(line?.blocks)).toContain('a private message is waiting.');
    await press(ana, 'Answer');
    expect(await hands.reads(ana)).toContain(policy);
    await hands.type(ana, 'Hi Maya, yes: 2 1234 00987654 3 is at the desk.');
    expect(await hands.submit(ana)).toMatchObject({ closed: false });
    await scene.pass(6_000);
    expect((await onX()).map(({ by }) => by)).toEqual(['maya_reads', 'centrallibrary']);
    expect((await onX())[1]?.text).toMatch(
      /^Hi Maya, yes: 2 1234 00987654 3 is at the desk. \^AK\n\nHow we treat/u,
    );
    expect(await card()).toContain('Ana answered at');
  });

  it('of unknown outcome is settled by its conversation, and a second one joins the same card', async () => {
    await open();
    await says('Is my hold in?');
    scene.sandbox.faults.plan({
      side: 'x',
      call: 'POST /2/dm_conversations/with/:participant_id/messages',
      when: 'after',
      how: 'reset',
      times: 1,
    });
    await press(ana, 'Answer');
    await hands.type(ana, 'Hi Maya, yes.');
    await hands.submit(ana);
    await scene.pass(6 * minuteMs);
    expect((await onX()).length).toBe(2);
    expect(await card()).toContain('Ana answered at');
    await says('And the other one?');
    expect(await card()).toMatch(/And the other one\?.*Answer/su);
  });

  it('that says stop and nothing else ends the conversation, until its writer goes on', async () => {
    await open();
    await says('Is my hold in?');
    await press(ana, 'Answer');
    await hands.type(ana, 'Hi Maya, yes.');
    await says('STOP!');
    expect(await card()).toContain('Maya wants no messages from us');
    await hands.submit(ana);
    await scene.pass(minuteMs);
    expect((await onX()).map(({ by }) => by)).toEqual(['maya_reads', 'maya_reads']);
    await says('Sorry, is it in now?');
    expect(await card()).toContain('Answer');
  });

  it('is nowhere but in its channel for those who are not in it', async () => {
    await open();
    await says('Is my hold on Emma in?');
    await scene.pass(30 * minuteMs);
    expect(await everythingSeenBy(ben)).not.toMatch(/Maya|Emma|private/iu);
    await hands.command(ben, '/greet', 'next');
    expect(await hands.told(ben)).toContain('Nothing is waiting');
    expect(await everythingSeenBy(ana)).toContain('Private messages to @centrallibrary');
    expect(await hands.home(ana)).toContain('Encrypted messages: look in X.');
    await hands.onHome(ana, 'I looked');
    await scene.pass(1_000);
    expect(await hands.home(ana)).not.toContain('Encrypted messages');
  });

  it('is in one reminder with what is late in public, and in none for those who are not in its channel', async () => {
    await open();
    await scene.x('message', { by: 'maya_reads', to: 'centrallibrary', text: 'Is my hold on Emma in?' });
    await scene.mention('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
    await scene.pass(30 * minuteMs);
    const sentTo = (user: string) =>
      scene.sandbox.journal
        .read()
        .filter(
          ({ kind, notified }) =>
            kind === 'chat.postMessage' && (notified as string[] | undefined)?.includes(user),
        )
        .map(({ text }) => String(text));
    const late = sentTo(ana).filter((text) => / (?:is|are) late/u.test(text));
    expect(late).toEqual([
      expect.stringMatching(
        /^(?=.*@centrallibrary: 1 is late)(?=.*Private messages to @centrallibrary: 1 is late)/u,
      ),
    ]);
    expect(JSON.stringify([sentTo(ben), await everythingSeenBy(ben)])).not.toMatch(/Maya|Emma|private/iu);
  });

  it('to whoever takes none from us says so, and shows the way to answer in public', async () => {
    await open();
    await says('Is my hold in?');
    await scene.x('block', { by: 'maya_reads', whom: 'centrallibrary' });
    await press(ana, 'Answer');
    await hands.type(ana, 'Hi Maya, yes.');
    await hands.submit(ana);
    await scene.pass(6_000);
    expect(await card()).toContain(
      "Maya doesn't take messages from us. Answer in public, without personal details.",
    );
    await press(ana, 'Open');
    expect(JSON.stringify((await scene.view(ana)).blocks)).toContain(
      'https://x.com/intent/tweet?text=%40maya_reads%20',
    );
  });

  it('answers what was asked in public, where the patron wrote to us before', async () => {
    await open();
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Is my card blocked?');
    await hands.pick(ana, 'Maya Ortiz', 'More…');
    expect(await hands.reads(ana)).not.toContain('Answer privately');
    await hands.close(ana);
    await says('Hello');
    await hands.pick(ben, 'Maya Ortiz', 'More…');
    expect(await hands.reads(ben)).not.toContain('Answer privately');
    await hands.more(ana, 'Maya Ortiz', 'Answer privately');
    expect(await hands.reads(ana)).toMatch(/Is my card blocked\?.*How we treat/su);
    await hands.type(ana, 'Hi Maya, no.');
    await hands.submit(ana);
    await scene.pass(6_000);
    expect((await onX()).at(-1)?.text).toContain('Hi Maya, no.');
  });
});

describe('a channel that is not for colleagues alone', () => {
  it('shows nothing from the moment at which it is so, and its lead is told', async () => {
    await open();
    await says('Is my hold in?');
    await scene.slack('convert', { channel: inside });
    const before = scene.sandbox.journal.read().length;
    await says('Hello? Is anybody there?');
    await scene.pass(15 * minuteMs);
    const read = scene.sandbox.journal.read().slice(before);
    expect(read.filter(({ kind }) => kind === 'GET /2/dm_events')).toEqual([]);
    expect(await card()).not.toContain('anybody there');
    const said = read
      .filter(({ kind }) => kind === 'chat.postMessage')
      .map((one) => `${one.channel} ${one.text}`);
    expect(said).toContainEqual(expect.stringMatching(/^D.* Private messages are not read: .* is public\./u));
    expect(said.filter((one) => !one.startsWith('D'))).toEqual([]);
    await scene.mention('samokafor', 'Sam Okafor', '@centrallibrary Are you open?');
    await scene.slack('convert', { channel: inside, kind: 'private' });
    await scene.pass(11 * minuteMs);
    expect(await card()).toContain('anybody there');
  });

  it('keeps no words longer than any other, and shows nothing else meanwhile', async () => {
    await open();
    await says('Is my hold on Emma in?');
    const [one] = await cards();
    const option = 'No reply needed';
    await scene.slack('press', { user: ana, channel: inside, ts: one?.ts, action_id: 'more', option });
    await scene.app.idle();
    await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
    await says('And my hold on Middlemarch?', { by: 'samokafor' });
    await scene.slack('convert', { channel: inside });
    await scene.pass(3 * minuteMs);
    scene.sandbox.clock.advance(5 * dayMs);
    await scene.pass(3 * minuteMs);
    const shown = JSON.stringify(await messagesIn(inside));
    expect(shown).not.toMatch(/Emma|Maya/u);
    expect(shown).toContain('Middlemarch');
    await says('Hello?');
    await scene.pass(15 * minuteMs);
    expect(JSON.stringify(await messagesIn(inside))).not.toContain('Hello?');
  });

  it('with a guest in it gets no message at all', async () => {
    await open();
    await scene.slack('addPerson', { name: 'gus', id: 'U0GUS00009', real_name: 'Gus Guest', kind: 'guest' });
    await scene.slack('join', { user: 'U0GUS00009', channel: inside });
    await says('Is my hold in?');
    expect(await cards()).toEqual([]);
  });
});
