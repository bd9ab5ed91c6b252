import type { App, BlockAction } from '@slack/bolt';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { CoverRequest } from '../../core/rota/cover.js';
import { nameOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { ask, take, undoTake, widen, withdraw } from '../../flows/team/cover.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds, type CoverOption, callbackIds, coverActionPattern, coverOptions } from '../ids.js';
import { askedIn, findCoverView } from '../screens/find-cover-view.js';
import { noteView } from '../screens/note-view.js';
import { decodeDeskRef, decodePanelRef, oneOf, readRequest } from '../values.js';
import { notServed, orTellNotSaved, pressedValue, screenOf, tellNotServed } from './press.js';

/** What each button of a request for cover does. */
const options: Readonly<Record<CoverOption, typeof take>> = {
  take,
  undo: undoTake,
  withdraw,
  everyone: widen,
};

/** Registers *Find cover*, its form, and the buttons of its messages. */
export function listenToCovers(app: App, desks: Desks, log: Logger): void {
  app.action<BlockAction>(actionIds.findCover, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeDeskRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    if (!ports) return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const { desk, user, actor } = screen;
    if (actor.kind !== 'staff') return screen.refuse(notStaffRefusal(actor));
    await screen.show(findCoverView(desk, user, ports.clock.now()));
  });

  app.view(callbackIds.findCover, async ({ ack, body, view }) => {
    const ref = decodeDeskRef(view.private_metadata);
    const ports = ref && (await desks.now(ref.desk));
    if (!ports) return ack({ response_action: 'errors', errors: { [actionIds.shift]: notServed } });
    const { desk } = ports;
    const { values } = view.state;
    const asked = askedIn(desk, values);
    const isPart = [actionIds.from, actionIds.until].some((id) => values[id]?.[id]?.selected_time);
    const about = isPart ? actionIds.until : actionIds.shift;
    const stay = (why: string, under: string = about) =>
      ack({ response_action: 'errors', errors: { [under]: why } });
    const result: CoverRequest | Refusal = await orTellNotSaved(desk, stay, async () =>
      asked ? ask(ports, actorFor(desk, body.user.id), asked) : { refused: 'gone' },
    );
    if (isRefusal(result)) {
      const isOfAsked = result.refused === 'not-colleague' && result.by !== asked?.whose;
      return stay(refusalSentence(desk, result, ports.clock.now()), isOfAsked ? actionIds.colleague : about);
    }
    if (!result.asked) return ack();
    const done = say(desk.words, 'find.one-asked', { name: nameOf(desk, result.asked) });
    await ack({ response_action: 'update', view: noteView(desk, done) });
  });

  app.action<BlockAction>(coverActionPattern, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodePanelRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    const [, name] = coverActionPattern.exec(action.action_id) ?? [];
    const option = oneOf(coverOptions, name);
    const request = readRequest(ref?.extra);
    if (!request || !ports || !option) return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const result = await options[option](ports, screen.actor, request);
    if (isRefusal(result)) await screen.refuse(result);
  });
}
