import type { Acts } from '../../world/world.js';
import type { Fields } from '../blocks/json.js';
import type { Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';
import {
  archive,
  brokenImages,
  convert,
  editWindow,
  rename,
  restrict,
  share,
  shortPages,
  unarchive,
} from './channel-settings.js';
import { command, shortcut } from './command.js';
import { ephemerals, home, messages, reload, thread, views, workspace } from './look.js';
import { addChannel, addPerson, changePerson, deactivate, join, leave, manifest } from './people.js';
import { press } from './press.js';
import { deleteMessage, dismiss, edit } from './rewrite.js';
import { close, submit } from './submit.js';
import { openHome, say } from './talk.js';
import { type } from './type.js';

const all = {
  press,
  type,
  submit,
  close,
  command,
  shortcut,
  openHome,
  say,
  edit,
  delete: deleteMessage,
  dismiss,
  addPerson,
  changePerson,
  deactivate,
  addChannel,
  join,
  leave,
  archive,
  unarchive,
  rename,
  restrict,
  convert,
  share,
  editWindow,
  shortPages,
  brokenImages,
  manifest,
  disconnect,
  messages,
  thread,
  ephemerals,
  views,
  home,
  reload,
  connections,
  workspace,
};

/** All acts of the Slack side, by name. They give copies. */
export function createActs(slack: Workspace): Acts {
  return Object.fromEntries(
    Object.entries(all).map(([name, act]) => [
      name,
      async (args: Fields = {}) => structuredClone(await act(slack, args)),
    ]),
  );
}

/** `cut` breaks the connection at once; the other reasons wait for acks first. */
const reasons = ['warning', 'refresh_requested', 'link_disabled', 'cut'] as const;

/** Ends one connection (the oldest, or the one with the number `connection`), or with `all` every one. */
function disconnect(slack: Workspace, args: Fields) {
  const asks = readActArguments('disconnect', slack.state, args, ['reason', 'connection', 'all']);
  const reason = asks.oneOf('reason', reasons, 'refresh_requested');
  const one = args.connection === undefined ? 'oldest' : asks.whole('connection', 1);
  const disconnected = slack.socket.disconnect(reason, asks.flag('all') ? 'all' : one);
  slack.world.journal.write('slack', 'disconnect', { reason, disconnected });
  return { disconnected };
}

function connections(slack: Workspace, args: Fields) {
  readActArguments('connections', slack.state, args, []);
  return { connections: slack.socket.connections() };
}
