import { ana, channel, type Scene } from '../../test/e2e/desk.js';
import type { DayOfActs } from './town.js';

/** Each so many mentions somebody changes what they wrote, or takes it away. */
const changesEvery = { edit: 10, removal: 20 };
/** How many posts of a day wait until the next morning. */
const leftOverNight = 2;

/** Patrons who write and follow, and Ana, who answers. `cardOf` finds the message in Slack that shows a post. */
export function peopleOf(scene: Scene, cardOf: (post: string) => Promise<string | undefined>) {
  const count = { people: 0, posts: 0, answers: 0 };
  let waiting: string[] = [];
  let toRemove: string[] = [];
  const followers: string[] = [];

  async function newcomer(): Promise<string> {
    count.people += 1;
    const handle = `patron_${count.people}`;
    await scene.x('addAccount', { handle, name: `Patron ${count.people}` });
    return handle;
  }

  async function press(post: string, button: Readonly<Record<string, string>>): Promise<void> {
    const ts = await cardOf(post);
    if (!ts) throw new Error(`Post ${post} has no card in Slack.`);
    const { acked, error } = await scene.slack('press', { user: ana, channel, ts, ...button });
    if (!acked) throw new Error(`${Object.values(button).join(' ')} was not acknowledged: ${String(error)}`);
    await scene.app.idle();
  }

  async function answer(post: string): Promise<void> {
    await press(post, { label: 'Answer' });
    count.answers += 1;
    const text = `Hi, number ${count.answers} is on shelf ${count.answers * 37}.`;
    await scene.slack('type', { user: ana, text });
    await scene.slack('submit', { user: ana });
    // Words that were used before are warned of, once.
    if ((await scene.view(ana)).title.text !== 'On its way') await scene.slack('submit', { user: ana });
    await scene.slack('close', { user: ana, all: true });
    await scene.pass(8_000);
  }

  return {
    async write({ follows, mentions }: DayOfActs): Promise<void> {
      for (let n = 0; n < mentions; n++) {
        count.posts += 1;
        const text = `@centrallibrary Do you have book number ${count.posts}?`;
        const id = String((await scene.x('post', { by: await newcomer(), text })).id);
        if (count.posts % changesEvery.edit === 0) await scene.x('edit', { id, text: `${text} In print?` });
        if (count.posts % changesEvery.removal === 1) toRemove.push(id);
        else waiting.push(id);
      }
      for (let n = 0; n < follows; n++) {
        const by = await newcomer();
        await scene.x('follow', { by });
        followers.push(by);
      }
    },

    /** So many of those who followed last do so no more. */
    async leave(count: number): Promise<void> {
      for (const by of followers.splice(-count, count)) await scene.x('unfollow', { by });
    },

    /** Answers so many of the posts that wait, the oldest first, and closes the others; a few are left over night. */
    async work(replies: number): Promise<void> {
      const now = waiting.slice(0, waiting.length - leftOverNight);
      waiting = waiting.slice(now.length);
      for (const post of now.slice(0, replies)) await answer(post);
      for (const post of now.slice(replies))
        await press(post, { action_id: 'more', option: 'No reply needed' });
    },

    /** What is left over, when there is no work like this tomorrow. */
    async clear(): Promise<void> {
      const left = waiting;
      waiting = [];
      for (const post of left) await press(post, { action_id: 'more', option: 'No reply needed' });
    },

    /** Takes away what patrons do not want to have said yesterday. */
    async remove(): Promise<void> {
      for (const id of toRemove) await scene.x('delete', { id });
      toRemove = [];
    },
  };
}
