import { setTimeout as delay } from 'node:timers/promises';
import type { Dice } from './random.js';
import { type Modal, modalOf, type Pressable } from './screen.js';
import type { Args, Stage } from './stage.js';
import { slow } from './timings.js';

/** What one person does in Slack and then sees. Each press is delivered one to three times. */
export interface Hands {
  press(where: Args, pressable: Pressable, option?: string): Promise<void>;
  /** The top modal. */
  modal(): Promise<Modal | undefined>;
  /** Waits a little for another modal than `before`. */
  newModal(before: Modal | undefined): Promise<Modal | undefined>;
  type(text: string): Promise<boolean>;
  submit(): Promise<Args>;
  close(): Promise<void>;
}

/** How long somebody waits after a press that changes nothing (real ms). */
const patienceMs = slow * 900;

export function handsOf(stage: Stage, dice: Dice, user: string): Hands {
  const look = async (): Promise<Modal | undefined> => {
    const { views } = await stage.slack('views', { user });
    const top = Array.isArray(views) ? views.at(-1) : undefined;
    return top && modalOf(top as Args);
  };
  return {
    modal: look,
    async press(where, { actionId, blockId, value, options }, option) {
      const times = dice.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]);
      const args = { user, ...where, action_id: actionId, block_id: blockId, times };
      const which =
        option === undefined ? (options.length === 0 && value !== '' ? { value } : {}) : { option };
      // The message may have changed in the meantime, so that the button is gone.
      await stage.slack('press', { ...args, ...which }).catch(() => {});
    },
    async newModal(before) {
      const until = performance.now() + patienceMs;
      while (performance.now() < until) {
        const top = await look();
        if (top && (top.id !== before?.id || top.callback !== before.callback)) return top;
        await delay(25);
      }
      return undefined;
    },
    async type(text) {
      const { acked } = await stage.slack('type', { user, text }).catch((): Args => ({}));
      return acked === true;
    },
    submit: () => stage.slack('submit', { user }).catch((): Args => ({})),
    async close() {
      const top = await look();
      if (top) await stage.slack('close', { user, all: true }).catch(() => {});
    },
  };
}
