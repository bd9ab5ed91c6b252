import type { App } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { say } from '../../core/words/words.js';
import { type IsKnownIncident, isStorageFault } from '../../errors.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { slackFault } from '../connect/faults.js';
import { routePresses } from '../connect/route-presses.js';
import { markedSentence } from '../parts/practice.js';
import { noteView } from '../screens/note-view.js';
import { decodeAnyRef } from '../values.js';
import { listenToButtons } from './buttons.js';
import { listenToCommands, listenToShortcut } from './commands.js';
import { listenToCovers } from './covers.js';
import { listenToEditor } from './editor.js';
import { listenToHome, listenToMembership } from './events.js';
import { listenToFirstWords } from './first-words.js';
import { listenToHold } from './keeping.js';
import { listenToNotes } from './notes.js';
import { listenToPanels } from './panels.js';
import { listenToPeople } from './people.js';
import { listenToEncrypted } from './private.js';
import { listenToStarters } from './starters.js';
import { listenToForms, listenToUnmute } from './team.js';

/** Registers everything that people can do in Slack. A fault is logged, and the person is told that it failed. */
export function listen(
  app: App,
  desks: Desks,
  log: Logger,
  isKnownIncident: IsKnownIncident = () => false,
): void {
  routePresses(app);
  listenToButtons(app, desks, log);
  listenToEditor(app, desks);
  listenToForms(app, desks);
  listenToHold(app, desks);
  listenToUnmute(app, desks, log);
  listenToPanels(app, desks, log);
  listenToStarters(app, desks);
  listenToEncrypted(app, desks, log);
  listenToNotes(app, desks, log);
  listenToCovers(app, desks, log);
  listenToFirstWords(app, desks, log);
  listenToPeople(app, desks, log);
  listenToCommands(app, desks);
  listenToShortcut(app, desks);
  listenToHome(app, desks);
  listenToMembership(app, desks);
  app.error(async ({ error, body }: { error: Error; body: object }) => {
    const fault = faultIn(error);
    if (!isKnownIncident(fault)) {
      log.error({ from: 'slack', error: error.message, stack: error.stack }, 'listener failed');
    }
    // A form says so itself.
    if (isStorageFault(fault) && 'type' in body && body.type === 'view_submission') return;
    const { channel, desk: id, user } = originOf(body);
    const all = await desks.all();
    // The shortcut says of no desk.
    const ports = all.find(({ desk }) => desk.id === id || desk.channel === channel) ?? all[0];
    if (!ports || !user) return;
    const said = say(ports.desk.words, isStorageFault(fault) ? 'told.not-saved' : 'told.slow');
    const { client } = app;
    const inModal = async (first: Error) => {
      const trigger =
        'trigger_id' in body && typeof body.trigger_id === 'string' ? body.trigger_id : undefined;
      if (!trigger) throw first;
      await client.views.open({ trigger_id: trigger, view: noteView(ports.desk, said) });
    };
    await client.chat
      .postEphemeral({ channel: ports.desk.channel, user, ...markedSentence(said, ports.desk) })
      // Somebody outside the channel gets no message there.
      .catch(inModal)
      .catch((second: Error) => log.warn({ from: 'slack', error: second.message }, 'could not tell'));
  });
}

/** The error that made a listener fail, which Bolt wraps in its own. */
function faultIn(error: Error): unknown {
  const fault = 'original' in error ? error.original : error;
  return fault instanceof WebAPIPlatformError ? slackFault(fault, 'in answer to a press', Date.now()) : fault;
}

interface Origin {
  readonly channel: string | undefined;
  readonly desk: string | undefined;
  readonly user: string | undefined;
}

/** Where the person was, and on which desk. A command has flat fields, everything else nested ones. */
function originOf(body: object): Origin {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const idIn = (value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value ? text(value.id) : undefined;
  const { actions, channel, user, view, channel_id, user_id } = body as Record<string, unknown>;
  const { private_metadata } = (view ?? {}) as Record<string, unknown>;
  // In a private conversation only the button says which desk.
  const [pressed] = Array.isArray(actions) ? actions : [];
  const ref = decodeAnyRef(private_metadata) ?? decodeAnyRef(pressed?.value);
  return {
    channel: idIn(channel) ?? text(channel_id),
    desk: ref?.desk,
    user: idIn(user) ?? text(user_id),
  };
}
