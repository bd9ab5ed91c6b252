import {
  confirm,
  dispatchActionConfig,
  initialAmongOptions,
  oneOptionList,
  overflowOption,
  plainOption,
  plainText,
  richOption,
  selectOptions,
  style,
} from './composition.js';
import {
  boolean,
  broken,
  enumeration,
  integer,
  list,
  matching,
  object,
  only,
  type Problem,
  publicUrl,
  type Rule,
  string,
  url,
} from './shape.js';

const actionId = { action_id: string(255, 1) };
const focus = { focus_on_load: boolean };
const choice = { ...actionId, ...focus, confirm, placeholder: plainText(150) };
const typed = {
  ...actionId,
  ...focus,
  placeholder: plainText(150),
  dispatch_action_config: dispatchActionConfig,
};
const id = string(255, 1);
const maxSelected = { max_selected_items: integer(1, 1000) };
const conversationFilter = object(
  {},
  {
    include: list(enumeration('im', 'mpim', 'private', 'public'), 1, 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

/** In Slack's own words: https://github.com/slackapi/python-slack-sdk/issues/1521 */
const fileId: Rule = (value, at) =>
  typeof value === 'string' && /^[F][A-Z0-9]{8,}$/.test(value)
    ? []
    : broken('input must match regex pattern: ^[F][A-Z0-9]{8,}$', at, { type: 'format' });

/** An image has either an address or a Slack file. */
export const imageSource: Record<string, Rule> = {
  image_url: publicUrl(3000),
  slack_file: object({}, { id: fileId, url: url(3000) }, (file, at) =>
    (file.id === undefined) === (file.url === undefined)
      ? broken('must define either `id` or `url`', at, { type: 'one_of', expected: ['id', 'url'] })
      : [],
  ),
};

/** A problem unless an image has exactly one source. */
export function oneImageSource(image: Record<string, unknown>, at: string): Problem[] {
  const given = ['image_url', 'slack_file'].filter((key) => image[key] !== undefined);
  if (given.length === 1) return [];
  return broken('must define either `image_url` or `slack_file`', at, {
    type: 'one_of',
    expected: ['image_url', 'slack_file'],
  });
}

function lengthsAgree(input: Record<string, unknown>, at: string): Problem[] {
  const { min_length: min, max_length: max, initial_value: initial } = input;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    return broken('`min_length` must not exceed `max_length`', at, { type: 'range' });
  }
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
    return string(max)(initial, `${at}/initial_value`);
  }
  return [];
}

const withDecimals = { is_decimal_allowed: boolean };
const numeric = string(255, 1);

/** All elements of the eight classic blocks: https://docs.slack.dev/reference/block-kit/block-elements */
const elements: Record<string, Rule> = {
  button: object(
    { text: plainText(75) },
    {
      ...actionId,
      value: string(2000),
      url: url(3000),
      style,
      confirm,
      accessibility_label: string(75, 1),
    },
  ),
  overflow: object({ options: list(overflowOption, 1, 5) }, { ...actionId, confirm }),
  image: object({ alt_text: string(2000, 1) }, imageSource, oneImageSource),
  static_select: object({}, { ...choice, ...selectOptions, initial_option: plainOption }, oneOptionList),
  multi_static_select: object(
    {},
    { ...choice, ...selectOptions, ...maxSelected, initial_options: list(plainOption, 1, 100) },
    oneOptionList,
  ),
  users_select: object({}, { ...choice, initial_user: id }),
  multi_users_select: object({}, { ...choice, ...maxSelected, initial_users: list(id, 1, 1000) }),
  channels_select: object({}, { ...choice, initial_channel: id, response_url_enabled: boolean }),
  conversations_select: object(
    {},
    {
      ...choice,
      initial_conversation: id,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: conversationFilter,
    },
  ),
  checkboxes: object(
    { options: list(richOption, 1, 10) },
    { ...actionId, ...focus, confirm, initial_options: list(richOption, 1, 10) },
    initialAmongOptions,
  ),
  radio_buttons: object(
    { options: list(richOption, 1, 10) },
    { ...actionId, ...focus, confirm, initial_option: richOption },
    initialAmongOptions,
  ),
  datepicker: object({}, { ...choice, initial_date: matching(/^\d{4}-\d\d-\d\d$/, 'a date YYYY-MM-DD') }),
  timepicker: object(
    {},
    {
      ...choice,
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time HH:mm'),
      timezone: string(100, 1),
    },
  ),
  datetimepicker: object(
    {},
    { ...actionId, ...focus, confirm, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  ),
  plain_text_input: object(
    {},
    {
      ...typed,
      initial_value: string(3000),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
    lengthsAgree,
  ),
  email_text_input: object({}, { ...typed, initial_value: string(3000) }),
  url_text_input: object({}, { ...typed, initial_value: string(3000) }),
  number_input: object(withDecimals, {
    ...typed,
    initial_value: numeric,
    min_value: numeric,
    max_value: numeric,
  }),
};

const pickers = [
  'static_select',
  'multi_static_select',
  'users_select',
  'multi_users_select',
  'channels_select',
  'conversations_select',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
];
const texts = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];

export const accessories = only(elements, 'button', 'overflow', 'image', ...pickers);
export const actionElements = only(elements, 'button', 'overflow', 'datetimepicker', ...pickers);
export const inputElements = only(elements, 'datetimepicker', ...texts, ...pickers);
export const contextImage = only(elements, 'image');
