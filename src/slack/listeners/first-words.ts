import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { secondMs } from '../../core/durations.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds } from '../ids.js';
import { practiseView } from '../screens/note-view.js';
import { decodeDeskRef } from '../values.js';
import { answerNext } from './answering.js';
import { pressedValue, type Screen, screenOf, tellNotServed } from './press.js';

/** Registers the buttons of the desk's first words: *Answer next* and *Practise*. */
export function listenToFirstWords(app: App, desks: Desks, log: Logger): void {
  const on = (id: string, handler: (screen: Screen) => Promise<unknown>) => {
    app.action<BlockAction>(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      const ref = decodeDeskRef(pressedValue(action));
      const ports = ref && (await desks.now(ref.desk));
      await (ports ? handler(screenOf(body, client, ports)) : tellNotServed(log, action.action_id, respond));
    });
  };
  on(actionIds.nextOfDesk, (screen) => answerNext(screen, desks));
  on(actionIds.practise, async (screen) => {
    const others = (await desks.all()).map(({ desk }) => desk);
    await screen.show(howToPractise(screen.desk, others));
  });
}

/** Where a colleague can practise, as the desks are set up now; and what can be tried here. */
function howToPractise(desk: Desk, all: readonly Desk[]): ModalView {
  const { account, words } = desk;
  if (account.practice) return practiseView(desk, [say(words, 'practise.here')]);
  const there = all.find((one) => one.account.practice);
  const lead = leadOf(there ?? desk);
  const tryHere = say(words, 'practise.try', { seconds: Math.round(desk.send.undoMs / secondMs) });
  if (!there) {
    const none = say(words, 'practise.none', { lead });
    return practiseView(desk, [tryHere, none], say(words, 'practise.how'));
  }
  const where = there.channelName
    ? say(words, 'practise.there', { channel: there.channelName })
    : say(words, 'practise.there-unnamed', { account: there.account.handle, lead });
  return practiseView(desk, [where, tryHere]);
}
