import type { App, BlockAction, BlockElementAction } from '@slack/bolt';
import type { Action, ActionName } from '../../core/actions.js';
import { isRefusal } from '../../core/refusal.js';
import { act } from '../../flows/act.js';
import type { Logger } from '../../log.js';
import { draftView } from '../editor.js';
import { actionIds, type MoreOption, starterActionPattern } from '../ids.js';
import { notServed } from '../not-served.js';
import { type Desks, type Press, pressOf } from '../press.js';
import { answer, answerNext, greet, greetHere, open, openInX, takeOverCard, undo } from './answering.js';

type Handler = (press: Press) => Promise<void>;

/** What each button does. All follow one order: the store first, then what the person sees. */
const buttons: Readonly<Record<string, Handler>> = {
  [actionIds.open]: open,
  [actionIds.greet]: greet,
  [actionIds.greetHere]: greetHere,
  [actionIds.openInX]: openInX,
  [actionIds.next]: answerNext,
  [actionIds.takeOver]: takeOverCard,
  [actionIds.skip]: doing('dismiss'),
  [actionIds.undo]: undo,
  [actionIds.itIsThere]: doing('it-is-there'),
  [actionIds.notThere]: doing('not-there'),
};

const more: Readonly<Record<MoreOption, Handler>> = {
  dismiss: doing('dismiss'),
  release: doing('release'),
  reopen: doing('reopen'),
  'not-there': doing('not-there'),
  'take-over': takeOverCard,
};

/** Registers every button of every screen. A press is acknowledged first; the card shows what came of it. */
export function listenToButtons(app: App, desks: Desks, log: Logger): void {
  const on = (id: string | RegExp, handler: (press: Press, action: BlockElementAction) => Promise<void>) => {
    app.action<BlockAction>(id, async ({ ack, action, body, client }) => {
      await ack();
      const press = pressOf(body, action, client, desks);
      if (press) await handler(press, action);
      else {
        log.warn({ action: action.action_id }, 'a button of no desk that is served here');
        const channel = body.channel?.id;
        if (channel) await client.chat.postEphemeral({ channel, user: body.user.id, text: notServed });
      }
    });
  };
  on(starterActionPattern, (press, { action_id }) =>
    answer(press, starterActionPattern.exec(action_id)?.[1] ?? ''),
  );
  on(actionIds.more, async (press) => {
    const option = Object.entries(more).find(([name]) => name === press.extra);
    await option?.[1](press);
  });
  for (const [id, handler] of Object.entries(buttons)) on(id, handler);
}

type Plain = Extract<ActionName, 'dismiss' | 'release' | 'reopen' | 'it-is-there' | 'not-there'>;

/** A press that only changes the card: its message shows the result, and so does a modal that the press came from. */
function doing(name: Plain): Handler {
  const action: Action = { do: name };
  return async (press) => {
    const { desk, ports, who } = press;
    const result = await act(ports, press.card, action, who);
    if (isRefusal(result)) await press.refuse(result, await ports.cards.get(press.card));
    else if (press.inModal) await press.show(draftView({ card: result.card, desk, now: ports.clock.now() }));
  };
}
