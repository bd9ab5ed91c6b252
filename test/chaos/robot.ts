import { handsOf } from './hands.js';
import type { Line, LineOf } from './history.js';
import type { Dice } from './random.js';
import { type Modal, markOf, type Pressable, pressablesIn, wordsOf } from './screen.js';
import { type Args, policyLine, type Robot, type Stage, type StagedDesk } from './stage.js';

export interface RobotStaff {
  /** Looks at a channel once, and perhaps answers something. */
  step(): Promise<void>;
  /** From now on they begin nothing new and only answer the desk's questions. */
  calm(): void;
}

interface About {
  readonly desk: StagedDesk;
  readonly card: string;
}

/** How often a person presses each button, by weight. */
const fancy: Readonly<Record<string, number>> = {
  answer: 10,
  open: 4,
  undo: 1,
  'it-is-there': 8,
  'not-there': 8,
  skip: 2,
  dismiss: 0.6,
  reopen: 1,
  release: 1,
};
const vocabulary =
  'yes gladly come see us shelf upstairs novels today tomorrow morning quiet corner ask desk kindly mystery garden'.split(
    ' ',
  );
const asks = ['it-is-there', 'not-there'];
/** What the desk says when the storage is down. The change may have been saved all the same. */
const notSaved = /couldn't save/;

/** A robot that presses, writes and sends as staff do. `approved` is the last text that anybody sent, by card. */
export function createRobot(
  stage: Stage,
  { user, signature }: Robot,
  dice: Dice,
  approved: Map<string, string>,
  write: (line: Line) => void,
): RobotStaff {
  const hands = handsOf(stage, dice, user);
  const now = () => stage.sandbox.clock.now();
  const desks = [...stage.desks, ...(stage.inside ? [stage.inside] : [])];
  let calm = false;
  let wrote = 0;

  const spanOf = ({ desk, card }: About, at: number) => ({
    at,
    until: now(),
    desk: desk.id,
    card,
    who: user,
  });
  const letGo = (about: About, at: number, how: string) =>
    write({ line: 'let-go', ...spanOf(about, at), how });
  const isAbout = (modal: Modal | undefined, { card, desk }: About, callback: string): modal is Modal =>
    modal?.callback === callback && `${modal.about} `.startsWith(`${desk.id} ${card} `);

  async function answer(about: About, at: number, how: LineOf<'held'>['how'], before: Modal | undefined) {
    let modal = await hands.newModal(before);
    if (modal?.callback === 'draft' && dice.chance(0.5)) {
      const takeOver = pressablesIn(modal.seen).find(({ actionId }) => actionId === 'take-over');
      if (!takeOver) return;
      const from = now();
      await hands.press({}, takeOver);
      modal = await hands.newModal(modal);
      // Whoever had it may still have opened it until then.
      letGo(about, from, 'taken over');
      if (isAbout(modal, about, 'editor')) write({ line: 'held', ...spanOf(about, from), how: 'take-over' });
    } else if (isAbout(modal, about, 'editor')) {
      write({ line: 'held', ...spanOf(about, at), how });
    }
    if (isAbout(modal, about, 'editor')) await compose(about);
  }

  async function compose(about: About): Promise<void> {
    let text = '';
    for (let times = dice.whole(1, 2); times > 0; times--) {
      wrote += 1;
      const own = Array.from({ length: 6 }, () => dice.pick(vocabulary)).join(' ');
      text = `${own} ${signature.toLowerCase()}a${wrote}`;
      const at = now();
      const kept = await hands.type(text);
      write({ line: 'drafted', ...spanOf(about, at), text, kept });
    }
    if (!dice.chance(0.85)) return;
    const at = now();
    let came = await hands.submit();
    if ((await hands.modal())?.callback === 'warning') came = await hands.submit();
    const top = await hands.modal();
    const going = came.acked === true && isAbout(top, about, 'going');
    const said = wordsIn(came.errors) || (top?.callback === 'note' ? wordsOf(top.seen) : '');
    const led = going ? 'going' : said !== '' && !notSaved.test(said) ? 'refused' : 'unknown';
    const signed = `${text} ^${signature}${about.desk.of ? `\n\n${policyLine}` : ''}`;
    if (led !== 'refused') approved.set(`${about.desk.id} ${about.card}`, signed);
    write({ line: 'submitted', ...spanOf(about, at), text: signed, led, ...(said ? { said } : {}) });
    const undo =
      going && dice.chance(0.15) && pressablesIn(top.seen).find(({ actionId }) => actionId === 'undo');
    if (undo) await hands.press({}, undo);
  }

  /** Looks at the library's posts on the network, and answers the desk's question. */
  async function settle(about: About, where: Args, buttons: readonly Pressable[]): Promise<void> {
    const text = approved.get(`${about.desk.id} ${about.card}`);
    if (text === undefined) return;
    write({ line: 'asked', at: now(), desk: about.desk.id, card: about.card, text });
    const { handle } = about.desk;
    const said = about.desk.of
      ? (await stage.x('messages', { handle })).messages
      : await stage.townOf(about.desk).ours(handle);
    const there = (said as { text: string }[]).some((one) => one.text === text);
    const name = there ? 'it-is-there' : 'not-there';
    const button = buttons.find(({ actionId }) => actionId === name);
    if (!button) return;
    const at = now();
    await hands.press(where, button);
    const modal = await hands.newModal(undefined);
    const sure = modal && pressablesIn(modal.seen).find(({ actionId }) => actionId.endsWith(name));
    if (sure) await hands.press({}, sure);
    letGo(about, at, name);
  }

  async function visit(desk: StagedDesk): Promise<void> {
    const { messages } = await stage.slack('messages', { channel: desk.channel });
    const cards = (messages as Args[]).filter((one) => markOf(one)?.key === 'card').slice(-40);
    const open = cards.filter((one) => pressablesIn(one).some(({ actionId }) => isWanted(actionId)));
    if (open.length === 0) return;
    const asked = open.filter((one) => /^(?:mention|private)-/.test(markOf(one)?.of ?? ''));
    const message = dice.pick(asked.length > 0 && dice.chance(0.9) ? asked : open);
    const buttons = pressablesIn(message);
    const about = { desk, card: markOf(message)?.of ?? '' };
    const where = { channel: desk.channel, ts: message.ts };
    if (buttons.some(({ actionId }) => asks.includes(actionId))) return settle(about, where, buttons);
    if (calm) return;
    const choices = choicesOf(buttons);
    if (choices.length === 0) return;
    const name = dice.weighted(Object.fromEntries(choices.map((one) => [one.name, fancy[one.name] ?? 0])));
    const choice = dice.pick(choices.filter((one) => one.name === name));
    const at = now();
    await hands.press(where, choice.pressable, choice.option);
    if (name === 'answer') return answer(about, at, 'claim', undefined);
    if (name === 'open') return answer(about, at, 'open', undefined);
    if (name !== 'undo') letGo(about, at, name);
  }

  const isWanted = (actionId: string) =>
    calm ? asks.includes(actionId) : actionId === 'more' || fancy[nameOf(actionId)] !== undefined;

  return {
    async step() {
      const desk = dice.pick(desks);
      try {
        await visit(desk);
      } finally {
        const top = await hands.modal();
        const at = now();
        await hands.close();
        // Closing an editor without text ends the claim.
        const [, card] = top?.about.split(' ') ?? [];
        if (top?.callback === 'editor' && card) letGo({ desk: deskOf(top, desk), card }, at, 'closed');
      }
    },
    calm: () => {
      calm = true;
    },
  };

  function deskOf({ about }: Modal, otherwise: StagedDesk): StagedDesk {
    return desks.find(({ id }) => about.startsWith(`${id} `)) ?? otherwise;
  }
}

const nameOf = (actionId: string): string => (actionId.startsWith('answer-') ? 'answer' : actionId);

interface Choice {
  readonly name: string;
  readonly pressable: Pressable;
  readonly option?: string;
}

function choicesOf(buttons: readonly Pressable[]): Choice[] {
  return buttons.flatMap((pressable): Choice[] =>
    pressable.options.length === 0
      ? fancy[nameOf(pressable.actionId)] === undefined
        ? []
        : [{ name: nameOf(pressable.actionId), pressable }]
      : pressable.options.flatMap((option) => {
          const name = option.split(' ')[2] ?? '';
          return fancy[name] === undefined ? [] : [{ name, pressable, option }];
        }),
  );
}

const wordsIn = (errors: unknown): string =>
  typeof errors === 'object' && errors !== null ? Object.values(errors).map(String).join(' ') : '';
