import { expect } from 'vitest';
import { channel, type Scene, type ShownView, wordsOf } from './desk.js';

/** What people do in Slack, and what they then see. */
export function handsIn(scene: () => Scene) {
  const done = async (what: string, { acked, error }: Record<string, unknown>) => {
    if (!acked) throw new Error(`${what} was not acknowledged: ${String(error)}`);
    await scene().app.idle();
  };
  const view = (user: string): Promise<ShownView> => scene().view(user);
  return {
    /** The text of somebody's card in the channel. */
    shown: async (name: string) => wordsOf((await scene().card(name)).blocks),
    /** Picks an option of a card's menu. */
    async pick(user: string, name: string, option: string) {
      const { ts } = await scene().card(name);
      const args = { user, channel, ts, action_id: 'more', option };
      await done(option, await scene().slack('press', args));
    },
    /** Presses a button of the top modal. */
    async inModal(user: string, label: string) {
      await done(label, await scene().slack('press', { user, label }));
    },
    async onHome(user: string, label: string) {
      await done(label, await scene().slack('press', { user, label, home: true }));
    },
    /** *More…* on a card, and then one of its buttons. */
    async more(user: string, name: string, label: string) {
      await this.pick(user, name, 'More…');
      await this.inModal(user, label);
    },
    /** *Flag to Carla…* on a card, with a note. */
    async flags(user: string, name: string, note = '') {
      await this.more(user, name, 'Flag to Carla…');
      if (note) await this.type(user, note);
      return this.submit(user);
    },
    async submit(user: string) {
      const result = await scene().slack('submit', { user });
      await scene().app.idle();
      return result as { closed: boolean; errors?: Record<string, string> };
    },
    async close(user: string) {
      await scene().slack('close', { user });
      await scene().app.idle();
    },
    async type(user: string, text: string, action_id?: string) {
      await scene().slack('type', { user, text, ...(action_id ? { action_id } : {}) });
      await scene().app.idle();
    },
    async command(user: string, command: string, text = '') {
      await done(command, await scene().slack('command', { user, channel, command, text }));
    },
    async home(user: string) {
      const { view: home } = (await scene().slack('home', { user })) as { view: ShownView };
      return wordsOf(home.blocks);
    },
    /** The text of a person's top modal. */
    reads: async (user: string) => wordsOf((await view(user)).blocks),
    title: async (user: string) => (await view(user)).title.text,
    /** Fails unless the person's top modal is the editor with this title. */
    async writesTo(user: string, editor: string) {
      expect((await view(user)).title.text).toBe(editor);
      expect(wordsOf((await view(user)).blocks)).toContain('Your answer');
    },
    /** The last ephemeral message of a person. */
    told: async (user: string) => (await scene().whispers(user)).at(-1),
    /** Opens the editor by a starter, and writes. */
    async writes(user: string, name: string, starter: string, text: string) {
      await scene().press(user, name, starter);
      await this.type(user, text);
    },
  };
}
