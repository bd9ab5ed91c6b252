import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ana, ben, carla, channel, dev, type Scene } from '../../test/e2e/desk.js';
import type { DevDeskOptions } from '../dev-desk.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

interface Mention {
  readonly by: string;
  readonly text: string;
  /** What the person on shift writes after "Hi Maya, "; in brackets what becomes of a mention that nobody answers. */
  readonly answer: string;
}

const [, ...lines] = readFileSync(new URL('busy-day.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const mentions = lines.slice(0, -1).map((line): Mention => {
  const [by = '', text = '', answer = ''] = line.split(' | ');
  return { by, text, answer };
});
const followers = (lines.at(-1) ?? '').replace(/^.*: /u, '').split(', ');

/** A Tuesday; the library opens at nine. */
const morning = Date.UTC(2026, 2, 10, 8, 50);
/** Posts come in bursts and after pauses (minutes): sixty in a day of eight and a half hours. */
const pauses = [2, 14, 5, 9, 1, 17, 8, 11, 4, 13];
/** So many later ones have come when a mention is answered. */
const behind = 2;

/** How a desk is started for the day. It reads X a little less often than a real one, so that the day passes quickly. */
export const busyDayOptions = {
  deskFile: fileURLToPath(new URL('desk.yaml', import.meta.url)),
  sandbox: { startAt: morning, speed: 0 },
  overrides: {
    timings: {
      pollMentionsMs: 4 * minuteMs,
      pollFollowersMs: 20 * minuteMs,
      pollOwnPostsMs: hourMs,
      pollColleaguesMs: 24 * hourMs,
      pollShiftsMs: 24 * hourMs,
      recheckMs: hourMs,
    },
  },
} as const satisfies Partial<DevDeskOptions>;

/**
 * A day at a busy desk, until half past five: 60 mentions by 60 people, 40 new followers, 41 answers. Ana answers in the
 * morning and Ben in the afternoon; ten posts need no reply, one is removed, and the rest is in one unfinished state each.
 */
export async function playBusyDay(scene: Scene): Promise<void> {
  const people = peopleAt(scene);
  let followed = 0;
  for (const [index, one] of mentions.entries()) {
    await scene.pass((pauses[index % pauses.length] ?? 0) * minuteMs);
    await people.write(one);
    for (; followed < ((index + 1) / mentions.length) * followers.length; followed++) {
      await people.follow(followers[followed] ?? '');
    }
    const due = mentions[index - behind];
    if (due) await people.work(due);
  }
  await scene.pass(5 * minuteMs);
  for (const one of mentions.slice(-behind)) await people.work(one);
  await scene.pass(10 * minuteMs);
}

function peopleAt(scene: Scene) {
  const posts = new Map<string, string>();
  const onShift = () => (scene.sandbox.clock.now() < morning + 4 * hourMs ? ana : ben);

  async function introduce(name: string): Promise<string> {
    const handle = name
      .normalize('NFKD')
      .replace(/[^a-z]+/giu, '_')
      .toLowerCase()
      .slice(0, 15);
    await scene.x('addAccount', { handle, name });
    return handle;
  }
  async function pick(user: string, name: string, option: string): Promise<void> {
    const { ts } = await scene.card(name);
    await scene.slack('press', { user, channel, ts, action_id: 'more', option });
    await scene.app.idle();
  }
  async function inModal(user: string, label: string): Promise<void> {
    await scene.slack('press', { user, label });
    await scene.app.idle();
  }
  const submit = async (user: string) => {
    await scene.slack('submit', { user });
    await scene.app.idle();
  };
  const close = (user: string) => scene.slack('close', { user, all: true });
  async function write(user: string, name: string, words: string): Promise<void> {
    const starter = (await offered(name)).find((label) => label !== 'Ask back') ?? 'Answer';
    await scene.press(user, name, starter);
    await scene.slack('type', { user, text: `Hi ${name.split(' ')[0]}, ${words}` });
    await scene.app.idle();
  }
  /** The labels of a card's buttons. */
  async function offered(name: string): Promise<readonly string[]> {
    const { blocks } = await scene.card(name);
    return (blocks as { type: string; elements?: { type: string; text?: { text: string } }[] }[])
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements = [] }) => elements.flatMap(({ text }) => (text ? [text.text] : [])));
  }

  return {
    async write({ by, text }: Mention) {
      const handle = await introduce(by);
      const { id } = await scene.x('post', { by: handle, text: `@centrallibrary ${text}` });
      posts.set(by, String(id));
    },
    async follow(name: string) {
      await scene.x('follow', { by: await introduce(name) });
    },
    async work({ by, answer }: Mention) {
      if (!answer.startsWith('(')) {
        const user = onShift();
        await write(user, by, answer);
        await submit(user);
        // Warnings come as a second view, once.
        if ((await scene.view(user)).title.text !== 'On its way') await submit(user);
        const { title } = await scene.view(user);
        if (title.text !== 'On its way') throw new Error(`The answer to ${by} did not go out: ${title.text}`);
        await close(user);
        return scene.pass(20_000);
      }
      switch (answer) {
        case '(closed)':
          return pick(onShift(), by, 'No reply needed');
        case '(removed)':
          await scene.x('delete', { id: posts.get(by) });
          return;
        case '(flagged)':
          await pick(ben, by, 'More…');
          await inModal(ben, 'Flag to Carla…');
          await scene.slack('type', { user: ben, text: 'needs the director' });
          return submit(ben);
        case '(claimed)':
          await write(ben, by, 'they are on');
          await close(ben);
          return;
        case '(review)':
          await write(dev, by, 'please ask for Ada at the front desk.');
          await submit(dev);
          await close(dev);
          return;
        case '(finishing)':
          await write(carla, by, 'we do, from 1951 on, in local history.');
          await close(carla);
          await pick(carla, by, 'Finish in X…');
          await inModal(carla, 'Open in X');
          await close(carla);
          return;
        case '(snoozed)':
          await pick(ben, by, 'Not now…');
          return inModal(ben, 'In 1 hour');
        default:
          return;
      }
    },
  };
}
