import type { App, BlockAction, BlockElementAction } from '@slack/bolt';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import {
  actionIds,
  greetHerePattern,
  type MoreOption,
  moreActionPattern,
  moreOptions,
  openInXPattern,
  snoozeActionPattern,
  starterActionPattern,
} from '../ids.js';
import { oneOf } from '../values.js';
import { answer, answerNext, followThem, greet, greetHere, open, takeOverCard, undo } from './answering.js';
import { askToDelete, deleteNow, finish, openInX, reportOutcome } from './finishing.js';
import { actionHandler, type Handler } from './handlers.js';
import { hold, reopen } from './keeping.js';
import { showPicture } from './pictures.js';
import { type Press, pressOf, tellNotServed } from './press.js';
import { answerPrivately, more } from './private.js';
import { removeSaved, saveAsStarter } from './starters.js';
import {
  check,
  flag,
  handTo,
  history,
  mute,
  muteThisPerson,
  notNow,
  pass,
  sendBack,
  snooze,
} from './team.js';

/** What each button does. Each writes to the store first, and then shows the person the result. */
const buttons: Readonly<Record<string, Handler>> = {
  [actionIds.open]: open,
  [actionIds.greet]: greet,
  [actionIds.followBack]: followThem,
  [actionIds.takeOver]: takeOverCard,
  [actionIds.skip]: actionHandler('dismiss'),
  [actionIds.undo]: undo,
  [actionIds.check]: check,
  [actionIds.keep]: actionHandler('keep'),
  [actionIds.showPicture]: showPicture,
  [actionIds.handTo]: handTo,
  [actionIds.itIsThere]: reportOutcome('it-is-there'),
  [actionIds.notThere]: reportOutcome('not-there'),
  [actionIds.deleteNow]: deleteNow,
  [actionIds.removeStarter]: removeSaved,
};

/** What each option of *More…* and of a card's menu does. */
const options: Readonly<Record<MoreOption, Handler>> = {
  open,
  'show-all': open,
  pass,
  dismiss: actionHandler('dismiss'),
  snooze: notNow,
  wake: actionHandler('wake'),
  finish,
  more,
  flag,
  unflag: actionHandler('unflag'),
  release: actionHandler('release'),
  'send-back': sendBack,
  'take-over': takeOverCard,
  mute,
  'mute-person': muteThisPerson,
  'it-is-there': reportOutcome('it-is-there'),
  'not-there': reportOutcome('not-there'),
  reopen,
  'save-starter': saveAsStarter,
  delete: askToDelete,
  history,
  'in-private': answerPrivately,
  hold,
  'end-hold': actionHandler('end-hold'),
};

/** Does what an option says; one that is none is refused. */
async function choose(press: Press, name: string | undefined): Promise<void> {
  const option = oneOf(moreOptions, name);
  await (option ? options[option](press) : press.refuse({ refused: 'gone' }));
}

/** Registers every button of every screen. A press is acknowledged first; the card shows the result. */
export function listenToButtons(app: App, desks: Desks, log: Logger): void {
  const on = (
    id: string | RegExp,
    handler: (press: Press, action: BlockElementAction) => Promise<void>,
    changes?: boolean,
  ) => {
    app.action<BlockAction>(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      const press = await pressOf(body, action, client, desks, changes);
      if (!press) return tellNotServed(log, action.action_id, respond);
      await handler(press, action);
    });
  };
  on(
    starterActionPattern,
    (press, { action_id }) => answer(press, starterActionPattern.exec(action_id)?.[1] ?? ''),
    true,
  );
  on(greetHerePattern, (press, { action_id }) =>
    greetHere(press, greetHerePattern.exec(action_id)?.[1] ?? ''),
  );
  // The press follows the link by itself.
  app.action(actionIds.openThere, ({ ack }) => ack());
  // `doctor` looks whether the press arrived.
  app.action(actionIds.test, ({ ack }) => ack());
  on(openInXPattern, openInX);
  on(snoozeActionPattern, snooze);
  on(actionIds.more, (press) => choose(press, press.extra));
  on(moreActionPattern, (press, { action_id }) => choose(press, moreActionPattern.exec(action_id)?.[1]));
  on(actionIds.next, (press) => answerNext(press, desks));
  for (const [id, handler] of Object.entries(buttons)) on(id, handler);
}
