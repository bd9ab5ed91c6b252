import type { App, BlockAction } from '@slack/bolt';
import { isRefusal } from '../../core/card/refusal.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { removeNote } from '../../flows/team/notes.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds } from '../ids.js';
import { notesMessage } from '../parts/desk-notes.js';
import { marked, markedSentence } from '../parts/practice.js';
import { decodeNoteRef } from '../values.js';
import { pressedValue, tellNotServed } from './press.js';

/** Registers *Remove* beside a note: the list shows the notes that are left. */
export function listenToNotes(app: App, desks: Desks, log: Logger): void {
  app.action<BlockAction>(actionIds.removeNote, async ({ ack, action, body, respond }) => {
    await ack();
    const ref = decodeNoteRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    if (!ref || !ports) return tellNotServed(log, action.action_id, respond);
    const removed = await removeNote(ports, actorFor(ports.desk, body.user.id), ref.note);
    if (removed && isRefusal(removed)) {
      const why = markedSentence(refusalSentence(ports.desk, removed, ports.clock.now()), ports.desk);
      return void (await respond({ response_type: 'ephemeral', replace_original: false, ...why }));
    }
    const left = notesMessage(await withNotesLeft(desks, ports.desk), ports.clock.now());
    await respond({ replace_original: true, ...marked(left, ports.desk) });
  });
}

/** The desk with the notes that are left. */
const withNotesLeft = async (desks: Desks, desk: Desk): Promise<Desk> =>
  (await desks.now(desk.id))?.desk ?? desk;
