import { usable } from './find.js';
import { type Fields, fieldsList } from './json.js';

/** `state.values` as Slack sends it: block_id → action_id → what the person has entered. */
export type Values = Record<string, Record<string, Fields>>;

/** By type of element: the field with the value, and the field with the initial value. */
const holders: Record<string, { readonly value: string; readonly initial: string; readonly empty: unknown }> =
  {
    plain_text_input: { value: 'value', initial: 'initial_value', empty: null },
    email_text_input: { value: 'value', initial: 'initial_value', empty: null },
    url_text_input: { value: 'value', initial: 'initial_value', empty: null },
    number_input: { value: 'value', initial: 'initial_value', empty: null },
    static_select: { value: 'selected_option', initial: 'initial_option', empty: null },
    radio_buttons: { value: 'selected_option', initial: 'initial_option', empty: null },
    multi_static_select: { value: 'selected_options', initial: 'initial_options', empty: [] },
    checkboxes: { value: 'selected_options', initial: 'initial_options', empty: [] },
    users_select: { value: 'selected_user', initial: 'initial_user', empty: null },
    multi_users_select: { value: 'selected_users', initial: 'initial_users', empty: [] },
    channels_select: { value: 'selected_channel', initial: 'initial_channel', empty: null },
    conversations_select: { value: 'selected_conversation', initial: 'initial_conversation', empty: null },
    datepicker: { value: 'selected_date', initial: 'initial_date', empty: null },
    timepicker: { value: 'selected_time', initial: 'initial_time', empty: null },
    datetimepicker: { value: 'selected_date_time', initial: 'initial_date_time', empty: null },
  };

export const textInputs = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];

/** The field of `state.values` with the value of this type of element; undefined for buttons and overflow menus. */
export function valueField(type: unknown): string | undefined {
  return holders[String(type)]?.value;
}

/** The values of these blocks: the earlier value with the same block_id and action_id, or else the initial one. */
export function valuesOf(blocks: readonly Fields[], before: Values = {}): Values {
  const values: Values = {};
  for (const { block, element } of usable(blocks)) {
    const holder = holders[String(element.type)];
    if (!holder) continue;
    const blockId = String(block.block_id);
    const actionId = String(element.action_id);
    const kept = before[blockId]?.[actionId];
    const initial = element[holder.initial] ?? holder.empty;
    const row = values[blockId] ?? {};
    row[actionId] =
      kept && kept.type === element.type ? kept : { type: element.type, [holder.value]: initial };
    values[blockId] = row;
  }
  return values;
}

/** The required inputs that are empty: block_id → what Slack's client says. */
export function missingInputs(blocks: readonly Fields[], values: Values): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const block of fieldsList(blocks)) {
    if (block.type !== 'input') continue;
    for (const { element } of usable([block])) {
      const value = values[String(block.block_id)]?.[String(element.action_id)];
      const said = problemWith(element, block.optional === true, value?.[valueField(element.type) ?? '']);
      if (said) missing[String(block.block_id)] = said;
    }
  }
  return missing;
}

function problemWith(element: Fields, optional: boolean, value: unknown): string | undefined {
  const empty =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return optional ? undefined : 'Please complete this required field.';
  if (typeof value !== 'string') return undefined;
  if (typeof element.min_length === 'number' && value.length < element.min_length) {
    return `Please enter at least ${element.min_length} characters.`;
  }
  const formats: Record<string, RegExp> = {
    email_text_input: /^\S+@\S+\.\S+$/,
    url_text_input: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
    number_input: element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/,
  };
  const format = formats[String(element.type)];
  return format && !format.test(value) ? 'Please enter a valid value.' : undefined;
}
