import type { App } from '@slack/bolt';
import { actorFor } from '../../core/desk/desk-now.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { removeStarter, saveStarter } from '../../flows/team/saved-starters.js';
import type { Desks } from '../../ports.js';
import { actionIds, callbackIds } from '../ids.js';
import { noteView } from '../screens/note-view.js';
import { starterIn, starterView } from '../screens/starter-view.js';
import { decodeRef, readSavedStarter } from '../values.js';
import { viewHandler } from './handlers.js';
import { notServed, orTellNotSaved, type Press } from './press.js';

/** *Save as starter*: the form, with the words of the last answer. */
export const saveAsStarter = viewHandler(({ desk }, card) => starterView(card, desk));

/** *Remove* beside a saved starter: the form shows the others, and keeps what was typed. */
export async function removeSaved(press: Press): Promise<void> {
  const { desk, ports } = press;
  const card = await ports.cards.get(press.card);
  const id = readSavedStarter(press.extra);
  const refusal = id ? await removeStarter(ports, press.actor, id) : ({ refused: 'gone' } as const);
  if (refusal) return press.refuse(refusal, card);
  const { starters: savedStarters } = await ports.settings.get();
  if (card) await press.show(starterView(card, { ...desk, savedStarters }), card);
}

/** Registers *Save*: why a starter can't be saved stands under its name. */
export function listenToStarters(app: App, desks: Desks): void {
  app.view(callbackIds.starter, async ({ ack, body, view }) => {
    const ref = decodeRef(view.private_metadata);
    const ports = ref && (await desks.now(ref.desk));
    const stay = (why: string) =>
      ack({ response_action: 'errors', errors: { [actionIds.starterLabel]: why } });
    if (!ref || !ports) return stay(notServed);
    const { desk } = ports;
    const filled = starterIn(view.state.values);
    const refusal = await orTellNotSaved(desk, stay, () =>
      saveStarter(ports, ref.card, actorFor(desk, body.user.id), filled),
    );
    if (refusal) return stay(refusalSentence(desk, refusal, ports.clock.now()));
    const done = say(desk.words, 'starter.kept', { label: filled.label });
    await ack({ response_action: 'update', view: noteView(desk, done) });
  });
}
