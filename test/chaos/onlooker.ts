import { handsOf } from './hands.js';
import type { Dice } from './random.js';
import { markOf, pressablesIn } from './screen.js';
import { type Args, onlooker, type Stage } from './stage.js';

/** Somebody who keeps their Home open, opens modals that change nothing, and leaves each open for a while. */
export interface Onlooker {
  step(): Promise<void>;
  /** From now on the last modal stays open. */
  calm(): void;
}

/** What they open of a card's menu. */
const looks = ['history', 'more'];

export function createOnlooker(stage: Stage, dice: Dice): Onlooker {
  const { user } = onlooker;
  const hands = handsOf(stage, dice, user);
  let calm = false;
  return {
    async step() {
      if (calm) return;
      if (dice.chance(0.2)) await stage.slack('openHome', { user }).catch(() => {});
      const { channel } = dice.pick(stage.desks);
      const { messages } = await stage.slack('messages', { channel });
      const choices = (messages as Args[]).filter((one) => markOf(one)?.key === 'card').slice(-40);
      const options = choices.flatMap((message) =>
        pressablesIn(message).flatMap((pressable) =>
          pressable.options
            .filter((option) => looks.includes(option.split(' ')[2] ?? ''))
            .map((option) => ({ message, pressable, option })),
        ),
      );
      if (options.length === 0) return;
      const { message, pressable, option } = dice.pick(options);
      await hands.close();
      await hands.press({ channel, ts: message.ts }, pressable, option);
      await hands.newModal(undefined);
    },
    calm: () => {
      calm = true;
    },
  };
}
