import type { Line } from './history.js';
import type { Dice } from './random.js';
import type { Args, Stage, StagedDesk } from './stage.js';

interface Wrote {
  readonly id: string;
  readonly by: string;
  readonly desk: StagedDesk;
  /** It answers the library, and its words don't name it. */
  readonly plain: boolean;
  edited: boolean;
}

export interface Patrons {
  /** One patron does something. */
  act(): Promise<void>;
}

const questions = [
  'Do you have large-print crime novels?',
  'Is the lift working?',
  'Are you open on Sunday?',
  'Can I renew by phone?',
];
const remarks = [
  'thank you so much!',
  'reading in the sun today',
  'the new chairs are lovely',
  'that was rude',
];

/** Patrons who mention the library, answer it without its name, go on, edit and remove posts, and follow. */
export function createPatrons(stage: Stage, dice: Dice, write: (line: Line) => void): Patrons {
  const wrote: Wrote[] = [];
  let people = 0;
  let said = 0;
  const now = () => stage.sandbox.clock.now();

  async function somebody(): Promise<string> {
    people += 1;
    const handle = `patron${people}`;
    await stage.x('addAccount', { handle, name: `Patron${people} Reader` });
    return handle;
  }

  async function mention(desk: StagedDesk, by: string, before?: Wrote): Promise<void> {
    said += 1;
    const words = dice.chance(0.6) ? dice.pick(questions) : dice.pick(remarks);
    const text = `@${desk.handle} ${words} q${said}`;
    const at = now();
    const under: Args = before ? { in_reply_to: before.id } : {};
    const { id } = await stage.x('post', { by, text, ...under });
    wrote.push({ id: String(id), by, desk, plain: false, edited: false });
    write({ line: 'acted', at, desk: desk.id, kind: 'mention', id: String(id), by, text });
  }

  /** Answers something that the library said lately. Whether X then takes a reply depends on the seed. */
  async function answerPlainly(desk: StagedDesk, by: string): Promise<void> {
    const { posts } = await stage.x('timeline', { handle: desk.handle });
    const lately = (posts as { id: string }[]).slice(0, 10);
    if (lately.length === 0) return mention(desk, by);
    said += 1;
    const text = `${dice.pick(questions)} q${said}`;
    const at = now();
    const { id } = await stage.x('post', { by, text, in_reply_to: dice.pick(lately).id });
    wrote.push({ id: String(id), by, desk, plain: true, edited: false });
    write({ line: 'acted', at, desk: desk.id, kind: 'mention', id: String(id), by, text });
  }

  /** A recent post that was not removed. */
  const lately = () => (wrote.length === 0 ? undefined : dice.pick(wrote.slice(-20)));

  return {
    async act() {
      const desk = dice.pick(stage.desks);
      const what = dice.weighted({ mention: 9, plain: 2, again: 3, edit: 1.5, remove: 1, follow: 2.5 });
      const one = lately();
      if (what === 'plain') return answerPlainly(desk, await somebody());
      if (what === 'mention' || (!one && what !== 'follow')) return mention(desk, await somebody());
      if (what === 'follow') {
        const by = await somebody();
        const at = now();
        await stage.x('follow', { by, whom: desk.handle });
        const { id } = await stage.x('account', { handle: by });
        return write({ line: 'acted', at, desk: desk.id, kind: 'follow', id: String(id), by });
      }
      if (!one) return;
      if (what === 'again') return mention(one.desk, one.by, one);
      wrote.splice(wrote.indexOf(one), 1);
      const about = { at: now(), desk: one.desk.id, by: one.by, of: one.id };
      if (what === 'remove') {
        await stage.x('delete', { id: one.id });
        return write({ line: 'acted', kind: 'delete', id: one.id, ...about });
      }
      said += 1;
      const words = `${dice.pick(questions)} q${said}`;
      const text = one.plain ? words : `@${one.desk.handle} ${words}`;
      const { id } = await stage.x('edit', { id: one.id, text });
      write({ line: 'acted', kind: 'edit', id: String(id), text, ...about });
    },
  };
}
