import { type Fields, fieldsList, isFields } from '../blocks/json.js';
import { missingInputs } from '../blocks/values.js';
import { deliveryResult, interact, interaction } from '../model/interaction.js';
import type { OpenView } from '../model/state.js';
import { closeTop, maxModals, modalsOf, pushModal, readView, showView, updateView } from '../model/views.js';
import type { Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** What the person sees after pressing submit. */
interface Submitted {
  readonly acked: boolean;
  readonly closed: boolean;
  readonly error?: string;
  readonly errors?: Record<string, string>;
  /** The view on top afterwards, if the app updated or pushed one. */
  readonly view?: Fields;
  readonly ms: number;
}

/** Submits the person's top modal and does what the ack says. */
export async function submit(slack: Workspace, args: Fields): Promise<Submitted> {
  const asks = readActArguments('submit', slack.state, args, ['user', 'team', 'app']);
  const person = asks.person();
  const view = modalsOf(slack.state, person.id).at(-1);
  if (!view) throw new Error(`submit: ${person.realName} has no modal open.`);
  if (!view.content.submit) throw new Error(`submit: the modal '${titleOf(view)}' has no submit button.`);
  const detail = {
    user: person.id,
    view_id: view.id,
    callback_id: view.content.callback_id,
    values: structuredClone(view.values),
  };
  const done = (result: Submitted) => {
    slack.world.journal.write('slack', 'submit', { ...detail, ...result });
    return result;
  };
  const missing = missingInputs(fieldsList(view.content.blocks), view.values);
  if (Object.keys(missing).length > 0) return done({ acked: false, closed: false, errors: missing, ms: 0 });
  const delivery = await interact(slack, {
    ...interaction(slack, 'view_submission', person, asks.sender()),
    view: showView(slack.state, view),
    response_urls: [],
  });
  if (!delivery.acked) return done({ ...deliveryResult(delivery), closed: false });
  try {
    const obeyed = obey(slack, view, delivery.payload);
    const { response_action: action, ...answered } = delivery.payload;
    if (action) {
      const about = { user: person.id, view_id: view.id, action };
      slack.world.journal.write('slack', 'response_action', { ...about, ...answered });
    }
    return done({ ...obeyed, acked: true, ms: delivery.ms });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return done({ acked: true, closed: false, error: `invalid_response: ${said}`, ms: delivery.ms });
  }
}

/** https://docs.slack.dev/surfaces/modals#handling_submissions */
function obey(slack: Workspace, view: OpenView, payload: Fields): Omit<Submitted, 'acked' | 'ms'> {
  const { state } = slack;
  const stack = () => modalsOf(state, view.user);
  switch (payload.response_action) {
    case undefined:
      // The app may have closed or replaced it before its ack.
      if (stack().at(-1) === view) closeTop(state, view.user);
      return { closed: true };
    case 'clear':
      state.stacks[view.user] = [];
      return { closed: true };
    case 'errors':
      return { closed: false, errors: readErrors(view, payload.errors) };
    case 'update':
      updateView(slack, view, readView(state, payload.view, ['modal']));
      return { closed: false, view: showView(state, view) };
    case 'push':
      if (stack().length >= maxModals) throw new Error('push_limit_reached');
      return {
        closed: false,
        view: showView(state, pushModal(slack, view.user, readView(state, payload.view, ['modal']))),
      };
    default:
      throw new Error(`response_action '${payload.response_action}' is none of errors, update, push, clear`);
  }
}

/** Slack shows errors only at input blocks of this view. */
function readErrors(view: OpenView, errors: unknown): Record<string, string> {
  if (!isFields(errors) || Object.keys(errors).length === 0)
    throw new Error('errors must hold at least one block_id');
  const inputs = fieldsList(view.content.blocks).filter(({ type }) => type === 'input');
  const ids = inputs.map(({ block_id }) => String(block_id));
  return Object.fromEntries(
    Object.entries(errors).map(([blockId, said]) => {
      if (!ids.includes(blockId))
        throw new Error(`no input block '${blockId}'; there is: ${ids.join(', ') || 'none'}`);
      if (typeof said !== 'string' || said === '')
        throw new Error(`the error for '${blockId}' must be words`);
      return [blockId, said];
    }),
  );
}

/** Closes a person's top modal, or with `all` every one (the ✕). Slack sends view_closed only on notify_on_close. */
export async function close(slack: Workspace, args: Fields) {
  const asks = readActArguments('close', slack.state, args, ['user', 'all']);
  const person = asks.person();
  const stack = modalsOf(slack.state, person.id);
  const top = stack.at(-1);
  if (!top) throw new Error(`close: ${person.realName} has no modal open.`);
  const all = asks.flag('all') || top.content.clear_on_close === true;
  const leaving = all ? stack.toReversed() : [top];
  if (all) slack.state.stacks[person.id] = [];
  else closeTop(slack.state, person.id);
  const told = leaving.filter(({ content }) => content.notify_on_close === true);
  const endings = await Promise.all(
    told.map(async (view) =>
      deliveryResult(
        await interact(slack, {
          ...interaction(slack, 'view_closed', person),
          view: showView(slack.state, view, {}),
          is_cleared: all,
        }),
      ),
    ),
  );
  slack.world.journal.write('slack', 'close', {
    user: person.id,
    views: leaving.map(({ id }) => id),
    told: told.length,
    acked: endings.every(({ acked }) => acked),
  });
  return { closed: true, told: told.length, acked: endings.every(({ acked }) => acked) };
}

function titleOf({ content }: OpenView): string {
  return isFields(content.title) ? String(content.title.text) : '';
}
