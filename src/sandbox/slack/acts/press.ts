import { optionsOf } from '../blocks/composition.js';
import { type Found, labelOf, namesOf } from '../blocks/find.js';
import { type Fields, textAt } from '../blocks/json.js';
import { textInputs, valueField } from '../blocks/values.js';
import { deliveryResult, interact, interaction } from '../model/interaction.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { type ActArguments, readActArguments } from './asked.js';
import { type Target, targetOf } from './target.js';

const takes = [
  ...['user', 'action_id', 'label', 'channel', 'ts', 'home'],
  ...['block_id', 'value', 'option', 'options', 'times', 'team', 'app'],
];

/**
 * Presses a button, picks an option of a menu, or ticks a box, as a person.
 * `times` delivers the same press more than once, as Slack sometimes does; `team` and `app` say another sender's ids.
 */
export async function press(slack: Workspace, args: Fields) {
  const asks = readActArguments('press', slack.state, args, takes);
  const person = asks.person();
  const target = targetOf(slack, 'press', asks, person);
  const found = choose(target, asks, person.realName);
  const { block, element } = found;
  const options = pick(slack, found, asks, args.options);
  const [option] = options ?? [];
  const url = textAt(option, 'url') ?? textAt(element, 'url');
  const action = actionOf(slack, found, options);
  putValue(target, found, action);
  const detail = {
    user: person.id,
    action_id: element.action_id,
    block_id: block.block_id,
    label: labelOf(found),
    ...(option && { option: option.value }),
    ...(typeof element.value === 'string' && { value: element.value }),
  };
  // The app hears of a choice in an input only with dispatch_action.
  if (block.type === 'input' && block.dispatch_action !== true) {
    slack.world.journal.write('slack', 'press', { ...detail, sent: false });
    return { acked: true, sent: false, ms: 0 };
  }
  const payload = {
    ...interaction(slack, 'block_actions', person, asks.sender()),
    ...target.payload(),
    actions: [action],
  };
  const where = whereOf(payload);
  const endings = await Promise.all(
    Array.from({ length: asks.whole('times', 1) }, async () => {
      const end = deliveryResult(await interact(slack, payload));
      slack.world.journal.write('slack', 'press', { ...detail, ...where, ...end });
      return end;
    }),
  );
  const worst = endings.find(({ acked }) => !acked) ?? endings[0];
  return { acked: false, ms: 0, ...worst, ...(url && { url }) };
}

function whereOf({ container }: Fields): Fields {
  const { channel_id: channel, message_ts: ts, view_id } = container as Fields;
  return view_id ? { view_id } : { channel, ts };
}

/** The one element that the arguments name. */
function choose(target: Target, asks: ActArguments, name: string): Found {
  const actionId = asks.maybe('action_id');
  const label = asks.maybe('label');
  if (actionId === undefined && label === undefined) throw new Error('press needs action_id or label.');
  const blockId = asks.maybe('block_id');
  const value = asks.maybe('value');
  const pressable = target.found.filter(({ element }) => !textInputs.includes(String(element.type)));
  const named = pressable.filter(
    (found) =>
      (actionId === undefined || found.element.action_id === actionId) &&
      (label === undefined || labelOf(found) === label) &&
      (value === undefined || found.element.value === value),
  );
  // A block without an id gets a new one with each update, and a person may press just before the update.
  const inBlock = named.filter(({ block }) => block.block_id === blockId);
  const fitting = inBlock.length > 0 ? inBlock : named;
  const [found] = fitting;
  const wanted = actionId ?? label;
  if (!found)
    throw new Error(`press: ${name} sees no '${wanted}' in ${target.what}. There is: ${namesOf(pressable)}.`);
  if (fitting.length > 1) {
    const ids = fitting
      .map(({ block, element }) => `${block.block_id} (value ${element.value ?? 'none'})`)
      .join(', ');
    throw new Error(`press: '${wanted}' is there ${fitting.length} times; add block_id or value: ${ids}.`);
  }
  return found;
}

/** The chosen option, by value or text; undefined for buttons. `options` are all chosen ones where several may be. */
function pick(slack: Workspace, found: Found, asks: ActArguments, several: unknown): Fields[] | undefined {
  const { element } = found;
  const wanted = asks.maybe('option');
  if (element.type === 'button') {
    if (wanted !== undefined)
      throw new Error(`press: '${element.action_id}' is a button and has no options.`);
    return undefined;
  }
  if (several !== undefined) {
    const isMany = valueField(element.type)?.endsWith('s') === true;
    if (!isMany || !Array.isArray(several)) {
      throw new Error(
        `press: options is a list, for what takes several; '${element.action_id}' is a ${element.type}.`,
      );
    }
    return several.map((one) => pickOne(slack, found, String(one)));
  }
  if (wanted === undefined)
    throw new Error(`press: '${element.action_id}' is a ${element.type} and needs option.`);
  return [pickOne(slack, found, wanted)];
}

function pickOne(slack: Workspace, { element }: Found, wanted: string): Fields {
  const options = optionsOf(element);
  if (options.length > 0) {
    const option = options.find((each) => each.value === wanted || textAt(each.text, 'text') === wanted);
    if (option) return option;
    const there = options.map((each) => `${each.value} [${textAt(each.text, 'text')}]`).join(', ');
    throw new Error(`press: '${element.action_id}' has no option '${wanted}'. There is: ${there}.`);
  }
  const { people, channels } = slack.state;
  const known = { users_select: people, multi_users_select: people, channels_select: channels };
  const among = known[element.type as keyof typeof known];
  if (among && !Object.hasOwn(among, wanted)) throw new Error(`press: no '${wanted}' to choose. Give an id.`);
  return { value: wanted };
}

/** The entry of `actions` in the payload. */
function actionOf(slack: Workspace, { block, element }: Found, options: readonly Fields[] = []): Fields {
  const [option] = options;
  const { type, action_id } = element;
  const head = { type, action_id, block_id: block.block_id, action_ts: nextTs(slack) };
  if (type === 'button') {
    const { text, value, style } = element;
    return { ...head, text, ...(value !== undefined && { value }), ...(style !== undefined && { style }) };
  }
  if (type === 'overflow') return { ...head, selected_option: option };
  const field = valueField(type) ?? 'value';
  const chosen = options.map((one) => {
    const held = field.startsWith('selected_option') ? one : one.value;
    return type === 'datetimepicker' ? Number(held) : held;
  });
  return { ...head, [field]: field.endsWith('s') ? chosen : chosen[0] };
}

function putValue({ values }: Target, { block, element }: Found, action: Fields): void {
  const field = valueField(element.type);
  const held = values?.[String(block.block_id)];
  if (!field || !held) return;
  held[String(element.action_id)] = { type: element.type, [field]: action[field] };
}
