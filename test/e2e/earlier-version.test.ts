import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postId } from '../../src/core/ids.js';
import { postedAt } from '../../src/x/snowflake.js';
import { branch, branchKeys, central, type Player, people, playerIn } from '../fixtures/player.js';
import { loadStore, readFixture, readStore, type Saved } from '../fixtures/saved.js';
import { connect, redisUrl } from '../store/connect.js';
import { type Scene, startScene, wordsOf } from './desk.js';

const { ana, ben, carla, dev, fay, gil, hana, ivo, jo, kim, mia, ned, ola } = people;
const minutes = (count: number) => count * 60_000;
const folder = 'test/fixtures';
const versions = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);

/** The answers that somebody approved under the earlier version, in the order of their cards in the story. */
const approved = {
  posted: 'the piano is in the hall',
  lost: 'two of them stand in the workshop',
  undone: 'in the garden',
  sending: 'three, by the window',
  unsure: 'ukuleles wait at the music desk',
  sent: 'the reading room is on the second floor',
} as const;

it('there is a fixture of an earlier version', () => expect(versions).toContain('0.1.0'));

describe.each(versions)('what version %s left', (version) => {
  let scene: Scene;
  let play: Player;
  let saved: Saved;
  let before: Stored;
  const prefix = `test-${randomUUID()}`;
  const redis = connect(redisUrl());
  const errors: string[] = [];
  const stored = async () => documentsIn(await readStore(redis, prefix));
  /** As if the process had died after Slack took a card's message, and before that was recorded. */
  async function forgetsThatSlackHas(name: string): Promise<void> {
    const [key = '', doc] = Object.entries(before.docs).find(([, one]) => one.patron?.name === name) ?? [];
    const { ts: _unrecorded, ...message } = doc?.messages?.card ?? {};
    const messages = { ...doc?.messages, card: { ...message, shown: 0 } };
    await redis.hset(key.replace('{', `{${prefix}`), 'doc', JSON.stringify({ ...doc, messages }));
  }
  /** As X gave texts to version 0.1.0: escaped, with short addresses. */
  async function gaveWithMarks(name: string): Promise<void> {
    const [key = '', doc] = Object.entries(before.docs).find(([, one]) => one.patron?.name === name) ?? [];
    if (doc?.format !== 1) return;
    const link = { shown: 'https://t.co/AbC1', expanded: 'https://library.org/x', display: 'library.org/x' };
    const acts = doc.acts?.map((act) => ({
      ...act,
      text: `${act.text} Tea &amp; cake: &lt;3 https://t.co/AbC1`,
      links: [link],
    }));
    await redis.hset(key.replace('{', `{${prefix}`), 'doc', JSON.stringify({ ...doc, acts }));
  }
  const onX = async (text: string) => (await play.onX(text)).length;

  beforeAll(async () => {
    saved = await readFixture(`${folder}/${version}`);
    before = documentsIn(saved.store);
    await loadStore(redis, prefix, saved.store);
    await gaveWithMarks('Dina Open');
    for (const card of ['Opal Open', 'Otis Old']) await forgetsThatSlackHas(card);
    const log = pino({ level: 'error', base: null }, { write: (line: string) => errors.push(line) });
    scene = await startScene({
      prefix,
      deskFile: saved.deskFile,
      env: branchKeys,
      // The clock stands where it stood: an answer can still be taken back. Other ids than the ones that are there.
      sandbox: { startAt: saved.at, speed: 0, seed: 2 },
      prepare: async ({ slack, x }) => {
        slack.restore(saved.slack);
        x.restore(saved.x);
        // Somebody asks while no version runs.
        x.acts.addAccount?.({ handle: 'stan_stopped', name: 'Stan Stopped' });
        x.acts.post?.({ by: 'stan_stopped', text: '@centrallibrary Is there a shredder?' });
      },
      // The jobs of the killed worker run again soon.
      overrides: { log, timings: { jobStalledMs: 100, jobLockMs: 1_000 } },
    });
    play = playerIn(scene);
  }, 60_000);
  afterAll(async () => {
    await scene?.end();
    redis.disconnect();
  });

  it('has a format version in every document, before and after', async () => {
    for (const { docs } of [before, await stored()]) {
      expect(Object.keys(docs).length).toBeGreaterThan(35);
      for (const [key, doc] of Object.entries(docs)) expect([1, 2], key).toContain(doc.format);
    }
  });

  it('how far it had read is known as a time from the start on, and nothing is read from the beginning', async () => {
    for (const desk of ['central', 'branch']) {
      const { value: earlier = {} } = (saved.store[`{:${desk}}:watermarks`] ?? {}) as { value?: Marks };
      const now: Marks = await redis.hgetall(`{${prefix}:${desk}}:watermarks`);
      for (const poll of ['mentions', 'own-posts']) {
        const before = earlier[`${poll}-at`] ?? postedAt(postId(earlier[poll] ?? '0'));
        expect(Number(now[`${poll}-at`]), poll).toBeGreaterThanOrEqual(Number(before));
        expect(now[poll], poll).toBeUndefined();
      }
      expect(now['begun-at']).toBe(earlier['begun-at']);
    }
  });

  it('an answer whose time to undo was running is taken back from its open modal, with its words', async () => {
    await play.inModal(ana, 'Undo');
    expect(await play.shown(central, 'Sol Sending')).toContain('Ana is answering');
    expect(await play.reads(ana)).toContain('Hi Sol, in the garden.');
    await play.close(ana);
  });

  it('who was asked whether they are still on it says so', async () => {
    await play.pressPrivately(ben, 'Keep');
    await scene.pass(minutes(7));
    expect(await play.shown(central, 'Ike Idle')).toContain('Ben is answering');
  });

  it('a message that Slack took before its process could record it is found, and not posted again', async () => {
    expect(await play.shown(central, 'Opal Open')).toContain('Is the lift working?');
    expect(await play.shown(central, 'Otis Old')).toContain('Do you sell tickets?');
  });

  it('an answer that X took before its process died is found, with its link, and not posted again', async () => {
    expect(await play.shown(central, 'Hugo Posted')).toContain('Hana answered at');
    expect(await play.shown(central, 'Hugo Posted')).toContain('View reply on X');
    expect(await onX(approved.posted)).toBe(1);
    expect(scene.published(approved.posted)).toEqual([]);
  });

  it.each([
    ['was being posted and never reached X', 'Ivy Lost', ivo, approved.lost],
    ['was about to go out', 'Tess Sending', ben, approved.sending],
  ])(
    'an answer that %s is not sent by itself, and goes out once when its writer says so',
    async (...given) => {
      const [, name, writer, words] = given;
      expect(await play.shown(central, name)).toContain("answer isn't on our timeline. Look there once.");
      expect(await onX(words)).toBe(0);
      await play.press(writer, central, name, 'Not there');
      await play.press(writer, central, name, 'Open');
      expect(await play.reads(writer)).toContain(words);
      await play.submit(writer);
      await scene.pass(10_000);
      expect(await play.shown(central, name)).toContain('answered at');
      expect(await onX(words)).toBe(1);
    },
  );

  it("an answer that was unsure is settled by a person's word", async () => {
    await play.press(ben, central, 'Uma Unsure', "It's there");
    expect(await play.shown(central, 'Uma Unsure')).toContain('Ben answered');
    expect(await onX(approved.unsure)).toBe(0);
  });

  it('an editor that stood open has its draft, and sends', async () => {
    expect(await play.typed(jo)).toContain('Hi Mara, by post or');
    await play.type(jo, 'Hi Mara, by post or at any desk.');
    await play.submit(jo);
    expect(await play.title(jo)).toBe('On its way');
    await scene.pass(10_000);
    expect(await play.shown(central, 'Mara Editor')).toContain('Jo answered at');
    expect(await onX('by post or at any desk')).toBe(1);
  });

  it("a trainee's words still wait for a check, and go out by it", async () => {
    expect(await onX('forty of them')).toBe(0);
    await play.press(ana, central, 'Rita Review', 'Check');
    expect(await play.reads(ana)).toContain('Hi Rita, forty of them stand at Central.');
    await play.submit(ana);
    await play.close(ana);
    await scene.pass(10_000);
    expect(await play.shown(central, 'Rita Review')).toContain('checked by Ana');
    expect(await onX('forty of them')).toBe(1);
  });

  it('a form to pass a card on that stood open passes it on', async () => {
    expect((await play.submit(carla)).closed).toBe(true);
    expect(await play.shown(central, 'Pavel Pass')).toContain('Kim is answering');
  });

  it('an open card is claimed, and a list that stood open leads to an answer', async () => {
    await play.press(hana, central, 'Opal Open', 'Answer');
    expect(await play.shown(central, 'Opal Open')).toContain('Hana is answering');
    const { blocks } = await play.modal(kim);
    const [, value] = /"value":"(central mention-[^"]+)"/u.exec(JSON.stringify(blocks)) ?? [];
    await play.act('press', { user: kim, action_id: 'answer-answer', value });
    expect(await play.title(kim)).toMatch(/^Answer (Otto|Pia|Quin)$/u);
    await play.close(kim);
    await scene.pass(12_000);
    expect(await play.shown(central, '3 replies')).toMatch(/3 wait|2 wait/u);
  });

  it('a flag is lifted from the private message about it', async () => {
    expect(await play.shown(central, 'Flo Flagged')).toContain("Don't answer yet");
    await play.command(ana, central, '/greet');
    expect(wordsOf((await play.modal(ana)).blocks)).toContain('Flo Flagged');
    await play.close(ana);
    await play.pressPrivately(carla, 'Open');
    await play.inModal(carla, 'Lift');
    await play.close(carla);
    expect(await play.shown(central, 'Flo Flagged')).not.toContain("Don't answer yet");
  });

  it('what was set aside comes back by hand, and what was closed is opened again', async () => {
    expect(await play.shown(central, 'Sid Snoozed')).toContain('Not now: back at 12:01');
    await play.pick(ben, central, 'Sid Snoozed', 'Back now');
    expect(await play.shown(central, 'Sid Snoozed')).not.toContain('Not now: back');
    for (const name of ['Dora Done', 'Mel Muted']) {
      await play.pick(ben, central, name, 'Reopen');
      expect(await play.shown(central, name), name).toContain('Answer');
    }
  });

  it('a greeting that was begun in X is recognised there, and one whose post was being picked is handed to X', async () => {
    expect(await play.shown(central, 'Ada Reader')).toContain('Gil is finishing this in X');
    const { url } = await play.act('press', { user: gil, action_id: 'open-in-x' });
    await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
    await scene.x('intent', { browser: 'phone', url, text: 'Hi Ada, what comes after Middlemarch?' });
    await play.act('press', { user: fay, action_id: 'open-in-x' });
    expect(await play.shown(central, 'Bea Reader')).toContain('Fay is finishing this in X');
    await scene.pass(62_000);
    expect(await play.shown(central, 'Ada Reader')).toContain('Gil answered in X');
    expect(await onX('what comes after Middlemarch')).toBe(1);
  });

  it('the digest of new followers leads to one hello to all of them', async () => {
    await play.press(ben, central, '3 new followers', 'Say hello to all');
    await play.type(ben, 'New here? Tell us your favourite first line.');
    await play.submit(ben);
    await play.close(ben);
    await scene.pass(10_000);
    expect(await onX('favourite first line')).toBe(1);
    // A new message of the channel, for which the earlier version left no moment before 10:00.
    await scene.pass(Date.parse('2026-11-24T10:01:00Z') - scene.sandbox.clock.now());
    expect(await play.shown(central, 'said hello to everybody')).toContain('Ben said hello to everybody new');
  });

  it('who asked while nobody watched has a card', async () => {
    await scene.pass(60_000);
    expect(await play.shown(central, 'Stan Stopped')).toContain('Is there a shredder?');
  });

  it('a reminder that was put off comes at its time, once', async () => {
    const { messages } = await play.privateOf(ana);
    expect(messages.filter(({ text }) => text.includes(' late'))).toHaveLength(1);
  });

  it('Homes, the morning message and the modal of a sent answer lead to what waits', async () => {
    await play.pressPrivately(ana, 'Answer next');
    expect(await play.title(ana)).toMatch(/^Answer /u);
    await play.close(ana);
    await play.inModal(dev, 'Next: 11 waiting');
    expect(await play.title(dev)).toMatch(/^Answer /u);
    await play.close(dev);
    expect(await play.home(ana)).toContain('Sol Sending');
  });

  it('an answer that was sent still shows its way to X, and is deleted there', async () => {
    expect(await play.shown(central, 'Nora Sent')).toContain('View reply on X');
    await play.pick(ana, central, 'Nora Sent', 'Delete from X…');
    await play.inModal(ana, 'Delete from X');
    expect(await onX(approved.sent)).toBe(0);
    await play.close(ana);
  });

  it('a conversation that was muted stays so', async () => {
    const { posts } = (await scene.x('timeline', { handle: 'max' })) as { posts: { id: string }[] };
    const count = (await play.messagesIn(central)).length;
    await scene.x('addAccount', { handle: 'moe', name: 'Moe Late' });
    await scene.x('post', { by: 'moe', text: 'Me too, @centrallibrary!', in_reply_to: posts[0]?.id });
    await scene.pass(75_000);
    expect((await play.messagesIn(central)).length).toBe(count);
    const { ts } = await play.card(central, 'What comes later in it arrives here');
    const press = { user: ben, channel: central, ts, action_id: 'panel-menu', option: 'Unmute' };
    await play.act('press', press);
  });

  describe('on a desk where sending was paused', () => {
    it('nothing goes out until somebody resumes, and then what they send', async () => {
      expect(await play.typed(ola)).toContain('Hi Cleo, from Monday on.');
      const result = await play.submit(ola);
      expect(JSON.stringify(result)).toContain('Mia paused sending');
      await scene.pass(60_000);
      expect(await play.onX('from Monday on', 'branchlibrary')).toEqual([]);
      expect(await play.shown(branch, 'Bo Stopped')).toContain(
        "Mia paused sending at 09:36: 'statement coming'",
      );
      await play.command(mia, branch, '/greet', 'resume');
      await scene.pass(20_000);
      expect(await play.onX('until eight on Thursdays', 'branchlibrary')).toEqual([]);
      await play.submit(ola);
      await scene.pass(10_000);
      expect(await play.onX('from Monday on', 'branchlibrary')).toHaveLength(1);
    });

    it('the note stands, and the saved starter is offered', async () => {
      await play.command(ola, branch, '/greet', 'note');
      expect(wordsOf((await scene.slack('ephemerals', { user: ola })).messages)).toContain(
        'The lift is out of order',
      );
      await play.close(ola);
      await play.press(ola, branch, 'Dina Open', 'Answer');
      await play.chooses(ola, 'starters', 'Parking');
      expect(await play.reads(ola)).toContain('Hi Dina, behind the old baths, free on Sundays.');
      await play.close(ola);
    });

    it('a text that X gave with marks and short addresses stands as people read it', async () => {
      await play.press(ola, branch, 'Dina Open', 'Answer');
      for (const said of [await play.shown(branch, 'Dina Open'), await play.reads(ola)]) {
        expect(said).not.toMatch(/&(?:amp|lt|gt);|t\.co\//u);
        expect(said.replace(/\s+/gu, ' ')).toContain('Tea & cake: <3 library.org/x');
      }
      await play.close(ola);
    });

    it('a cover that was asked is taken, one that was taken is undone, and the open form asks for another', async () => {
      await play.press(ola, branch, "Ned can't do 15:00–17:00 today", "I'll take it");
      await scene.pass(4_000);
      expect(await play.shown(branch, '15:00–17:00 today for Ned')).toContain('Ola takes');
      await play.pressPrivately(mia, 'Undo');
      await scene.pass(4_000);
      expect(await play.shown(branch, '13:00–15:00 today')).toContain("Ned can't do 13:00–15:00 today");
      await play.chooses(ned, 'shift', '13:00–17:00 on Wed 25 Nov');
      await play.chooses(ned, 'colleague', 'Ola');
      await play.submit(ned);
      await scene.pass(4_000);
      expect((await play.privateOf(ola)).messages.at(-1)?.text).toContain("Ned can't do");
    });
  });

  it('no card, panel or answer is missing, and no approved words are on X twice', async () => {
    const { docs } = await stored();
    expect(Object.keys(docs)).toEqual(expect.arrayContaining(Object.keys(before.docs)));
    const acts = Object.values(docs).flatMap((doc) => doc.acts?.map(({ id }) => id) ?? []);
    expect(acts.filter((id, at) => acts.indexOf(id) !== at)).toEqual([]);
    for (const words of Object.values(approved)) expect(await onX(words), words).toBeLessThan(2);
  });

  it('each card and panel has one message in Slack, which shows the newest of it, and no line stands twice', async () => {
    const { docs } = await stored();
    const marks = await marksIn(scene, play);
    expect(marks.filter((one, at) => marks.indexOf(one) !== at)).toEqual([]);
    for (const [key, doc] of Object.entries(docs)) {
      const message = doc.messages?.card ?? doc.message;
      if (!message?.ts) continue;
      expect(marks, key).toContain(`${doc.id} ${doc.messages ? 'card' : 'panel'}`);
      expect(message.shown, key).toBeGreaterThanOrEqual(doc.version ?? 0);
    }
  });

  it('nothing failed on the way', () => expect(errors).toEqual([]));
});

/** A desk's watermarks, as Redis has them. */
type Marks = Readonly<Record<string, string | undefined>>;

interface StoredMessage {
  readonly ts?: string;
  readonly shown?: number;
}

/** What the test reads of any document. */
interface StoredDocument {
  readonly id?: string;
  readonly format?: number;
  readonly version?: number;
  readonly patron?: { readonly name: string };
  readonly acts?: readonly { readonly id: string; readonly text?: string }[];
  readonly messages?: Readonly<Record<string, StoredMessage>>;
  readonly message?: StoredMessage;
}

interface Stored {
  readonly docs: Readonly<Record<string, StoredDocument>>;
}

function documentsIn(store: Saved['store']): Stored {
  const docs = Object.entries(store).flatMap(([key, { type, value }]) => {
    const doc = type === 'hash' ? value.doc : undefined;
    return typeof doc === 'object' ? [[key, doc] as const] : [];
  });
  return { docs: Object.fromEntries(docs) };
}

/** What our messages that stand in Slack, also in threads, say they are: of which card or panel, and which message of it. */
async function marksIn(scene: Scene, play: Player): Promise<readonly string[]> {
  const { channels } = (await scene.slack('workspace', {})) as { channels: { id: string }[] };
  const marks: string[] = [];
  for (const { id: channel } of channels) {
    for (const { ts } of await play.messagesIn(channel)) {
      const { messages } = (await scene.slack('thread', { channel, ts })) as { messages: Marked[] };
      for (const { metadata } of messages) {
        if (metadata) marks.push(`${metadata.event_payload.of} ${metadata.event_payload.key}`);
      }
    }
  }
  return marks;
}

interface Marked {
  readonly metadata?: { readonly event_payload: { readonly of: string; readonly key: string } };
}
