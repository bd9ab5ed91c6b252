import type { App, ViewOutput } from '@slack/bolt';
import type { Decision } from '../../core/card/decide.js';
import type { Refusal } from '../../core/card/refusal.js';
import { actorFor } from '../../core/desk/staff.js';
import { slackUserId } from '../../core/ids.js';
import { sentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { act } from '../../flows/act.js';
import type { Desks } from '../../ports.js';
import { actionIds, callbackIds, decodeRef } from '../ids.js';
import { filledIn } from '../screens/pass-views.js';
import { notServed } from './not-served.js';

type Filled = ReturnType<typeof filledIn>;

/** Registers the small forms: *Pass to a colleague…* and *Send back…*. What can't be done is said under an input. */
export function listenToForms(app: App, desks: Desks): void {
  const on = (
    callback: string,
    under: string,
    run: (
      about: NonNullable<Awaited<ReturnType<typeof aboutOf>>>,
      filled: Filled,
    ) => Promise<Decision | Refusal>,
  ) => {
    app.view(callback, async ({ ack, body, view }) => {
      const about = await aboutOf(view, body.user.id, desks);
      if (!about) return ack({ response_action: 'errors', errors: { [under]: notServed } });
      const { desk } = about.ports;
      const stay = (said: string) => ack({ response_action: 'errors', errors: { [under]: said } });
      let result: Decision | Refusal;
      try {
        result = await run(about, filledIn(view.state.values));
      } catch (fault) {
        await stay(say(desk.words, 'told.not-saved'));
        throw fault;
      }
      if ('refused' in result) return stay(sentence(desk, result));
      await ack();
    });
  };
  on(callbackIds.pass, actionIds.colleague, ({ ports, card, actor }, { colleague, note }) =>
    act(ports, card, { do: 'pass', to: slackUserId(colleague ?? ''), note }, actor),
  );
  on(callbackIds.sendBack, actionIds.note, ({ ports, card, actor }, { note }) =>
    act(ports, card, { do: 'send-back', note }, actor),
  );
}

async function aboutOf(view: ViewOutput, userId: string, desks: Desks) {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && (await desks.now(ref.desk));
  return ref && ports && { ports, card: ref.card, actor: actorFor(ports.desk, userId) };
}
