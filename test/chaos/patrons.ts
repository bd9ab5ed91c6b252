import type { Line } from './history.js';
import type { Dice } from './random.js';
import type { Stage, StagedDesk } from './stage.js';

interface Wrote {
  readonly id: string;
  readonly by: string;
  readonly desk: StagedDesk;
  /** It answers the library, and its words don't name it. */
  readonly plain: boolean;
  /** The post that began its conversation, where somebody else did. */
  readonly begunBy?: string | undefined;
  /** It begins a conversation, which its writer may close to replies. */
  readonly begins: boolean;
  readonly at: number;
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

/**
 * Patrons who mention the library, answer it without its name, write to it in private, go on, edit and remove posts, and
 * follow; some close a conversation to replies, some end it all. Each text ends with a word of its own.
 */
export function createPatrons(stage: Stage, dice: Dice, write: (line: Line) => void): Patrons {
  const wrote: Wrote[] = [];
  const wroteInPrivate: string[] = [];
  /** Posts to which nobody may reply: in the conversations that they began the network offers no reply, and tells of none. */
  const closed = new Set<string>();
  const isOpen = ({ begunBy }: { readonly begunBy?: string | undefined }) =>
    begunBy === undefined || !closed.has(begunBy);
  let people = 0;
  let said = 0;
  const now = () => stage.sandbox.clock.now();

  async function somebody(desk: StagedDesk): Promise<string> {
    people += 1;
    const handle = `patron${people}`;
    await stage.townOf(desk).join(handle, `Patron${people} Reader`);
    return handle;
  }

  async function mention(desk: StagedDesk, by: string, before?: Wrote): Promise<void> {
    said += 1;
    const words = dice.chance(0.6) ? dice.pick(questions) : dice.pick(remarks);
    const text = `@${desk.handle} ${words} q${said}`;
    const at = now();
    const id = await stage.townOf(desk).post(by, text, before?.id);
    wrote.push({ id, by, desk, plain: false, begins: !before, at });
    write({ line: 'acted', at, desk: desk.id, kind: 'mention', id, by, text });
  }

  /** Answers something that the library said lately. Whether X then takes a reply depends on the seed. */
  async function answerPlainly(desk: StagedDesk, by: string): Promise<void> {
    const lately = (await stage.townOf(desk).ours(desk.handle)).filter(isOpen).slice(0, 10);
    if (lately.length === 0) return mention(desk, by);
    said += 1;
    const text = `${dice.pick(questions)} q${said}`;
    const at = now();
    const ours = dice.pick(lately);
    const id = await stage.townOf(desk).post(by, text, ours.id);
    wrote.push({ id, by, desk, plain: true, begunBy: ours.begunBy, begins: false, at });
    write({ line: 'acted', at, desk: desk.id, kind: 'mention', id, by, text });
  }

  /** Somebody writes to the library alone: first, once more, or that they want no more of it. */
  async function inPrivate(desk: StagedDesk): Promise<void> {
    const again = wroteInPrivate.length > 0 && dice.chance(0.4);
    const by = again ? dice.pick(wroteInPrivate) : await somebody(desk);
    if (!again) wroteInPrivate.push(by);
    said += 1;
    const isStop = again && dice.chance(0.3);
    const text = isStop ? 'Stop!' : `${dice.pick(questions)} q${said}`;
    const at = now();
    const { id } = await stage.x('message', { by, to: desk.handle, text });
    const words = isStop ? {} : { text };
    write({ line: 'acted', at, desk: desk.id, kind: 'private', id: String(id), by, ...words });
  }

  /** Somebody's account is not there any more, or not for us. */
  async function leaves(by: string, desk: StagedDesk): Promise<void> {
    const town = stage.townOf(desk);
    const kind = dice.pick(town.leavings);
    const at = now();
    const id = await town.leave(kind, by, desk.handle);
    for (const one of wrote.filter((other) => other.by === by)) wrote.splice(wrote.indexOf(one), 1);
    write({ line: 'acted', at, desk: desk.id, kind, id, by });
  }

  /** Somebody lets nobody reply to their post any more. */
  async function closes({ begins, by, desk, id }: Wrote): Promise<void> {
    const { close } = stage.townOf(desk);
    if (!close || !begins) return;
    const at = now();
    await close(id);
    closed.add(id);
    write({ line: 'acted', at, desk: desk.id, kind: 'close', id, by, of: id });
  }

  /** A recent post that was not removed. */
  const lately = () => (wrote.length === 0 ? undefined : dice.pick(wrote.slice(-20)));

  return {
    async act() {
      const desk = dice.pick(stage.desks);
      const what = dice.weighted({
        mention: 9,
        plain: 2,
        again: 3,
        edit: 1.5,
        remove: 1,
        follow: 2.5,
        private: stage.inside ? 4 : 0,
        leave: 0.7,
        close: stage.desks.some((each) => stage.townOf(each).close) ? 0.8 : 0,
      });
      const one = lately();
      if (what === 'private' && stage.inside) return inPrivate(stage.inside);
      if (what === 'plain') return answerPlainly(desk, await somebody(desk));
      if (what === 'mention' || (!one && what !== 'follow')) return mention(desk, await somebody(desk));
      if (what === 'follow') {
        const by = await somebody(desk);
        const at = now();
        const id = await stage.townOf(desk).follow(by, desk.handle);
        return write({ line: 'acted', at, desk: desk.id, kind: 'follow', id, by });
      }
      if (!one) return;
      if (what === 'again') return mention(one.desk, one.by, one);
      if (what === 'leave') return leaves(one.by, one.desk);
      const town = stage.townOf(one.desk);
      if (what === 'close') return closes(one);
      const isEditable = now() - one.at <= town.editableMs && isOpen(one);
      if (what === 'edit' && !isEditable) return mention(one.desk, one.by, one);
      wrote.splice(wrote.indexOf(one), 1);
      const about = { at: now(), desk: one.desk.id, by: one.by, of: one.id };
      if (what === 'remove') {
        await town.remove(one.id);
        return write({ line: 'acted', kind: 'delete', id: one.id, ...about });
      }
      said += 1;
      const words = `${dice.pick(questions)} q${said}`;
      const text = one.plain ? words : `@${one.desk.handle} ${words}`;
      const id = await town.edit(one.id, text);
      write({ line: 'acted', kind: 'edit', id, text, ...about });
    },
  };
}
