import { namesOf, usable } from '../blocks/find.js';
import { type Fields, fieldsAt, fieldsList } from '../blocks/json.js';
import { textInputs } from '../blocks/values.js';
import { deliveryResult, interact, interaction } from '../model/interaction.js';
import { modalsOf, showView } from '../model/views.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** Replaces the text in an input of the person's top modal. Tells the app if the input has dispatch_action. */
export async function type(slack: Workspace, args: Fields) {
  const asks = readActArguments('type', slack.state, args, [
    'user',
    'text',
    'action_id',
    'block_id',
    'enter',
  ]);
  const person = asks.person();
  const view = modalsOf(slack.state, person.id).at(-1);
  if (!view) throw new Error(`type: ${person.realName} has no modal open.`);
  const inputs = usable(fieldsList(view.content.blocks)).filter(({ element }) =>
    textInputs.includes(String(element.type)),
  );
  const actionId = asks.maybe('action_id');
  const blockId = asks.maybe('block_id');
  const fitting = inputs.filter(
    ({ block, element }) =>
      (actionId === undefined || element.action_id === actionId) &&
      (blockId === undefined || block.block_id === blockId),
  );
  const [found] = fitting;
  if (!found || fitting.length > 1) {
    throw new Error(`type needs one input; name it by action_id or block_id. There is: ${namesOf(inputs)}.`);
  }
  const { block, element } = found;
  const text = asks.text('text');
  const max = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (text.length > max) {
    throw new Error(`type: '${element.action_id}' takes at most ${max} characters, not ${text.length}.`);
  }
  const value = text === '' ? null : text;
  view.values[String(block.block_id)] = {
    ...view.values[String(block.block_id)],
    [String(element.action_id)]: { type: element.type, value },
  };
  const detail = { user: person.id, action_id: element.action_id, text, view_id: view.id };
  const triggers = fieldsAt(element, 'dispatch_action_config').trigger_actions_on ?? ['on_enter_pressed'];
  const on = asks.flag('enter') ? 'on_enter_pressed' : 'on_character_entered';
  if (block.dispatch_action !== true || !Array.isArray(triggers) || !triggers.includes(on)) {
    slack.world.journal.write('slack', 'type', { ...detail, sent: false });
    return { acked: true, sent: false, ms: 0 };
  }
  const end = deliveryResult(
    await interact(slack, {
      ...interaction(slack, 'block_actions', person),
      container: { type: 'view', view_id: view.id },
      view: showView(slack.state, view),
      actions: [
        {
          type: element.type,
          action_id: element.action_id,
          block_id: block.block_id,
          value,
          action_ts: nextTs(slack),
        },
      ],
    }),
  );
  slack.world.journal.write('slack', 'type', { ...detail, ...end });
  return end;
}
