import { isDeepStrictEqual } from 'node:util';
import { fieldsList, isFields } from './json.js';
import { boolean, broken, byType, enumeration, list, object, type Rule, string, url } from './shape.js';

/** Composition objects: https://docs.slack.dev/reference/block-kit/composition-objects */
export function plainText(max: number): Rule {
  return byType({ plain_text: object({ text: string(max, 1) }, { emoji: boolean }) });
}

/** A text object of plain text or mrkdwn. */
export function anyText(max: number): Rule {
  return byType({
    plain_text: object({ text: string(max, 1) }, { emoji: boolean }),
    mrkdwn: object({ text: string(max, 1) }, { verbatim: boolean }),
  });
}

export const style = enumeration('primary', 'danger');

export const confirm = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style },
);

export const dispatchActionConfig = object({
  trigger_actions_on: list(enumeration('on_enter_pressed', 'on_character_entered'), 1, 2),
});

export const plainOption = object(
  { text: plainText(75), value: string(150, 1) },
  { description: plainText(75) },
);
/** Only overflow menus take a `url`. */
export const overflowOption = object(
  { text: plainText(75), value: string(150, 1) },
  { description: plainText(75), url: url(3000) },
);
/** Checkboxes and radio buttons also take mrkdwn. */
export const richOption = object({ text: anyText(75), value: string(150, 1) }, { description: anyText(75) });

const optionGroup = object({ label: plainText(75), options: list(plainOption, 1, 100) });

/** Either `options` or `option_groups`. */
export const selectOptions: Record<string, Rule> = {
  options: list(plainOption, 1, 100),
  option_groups: list(optionGroup, 1, 100),
};

/** All options of an element, also those in groups. */
export function optionsOf(element: unknown): Record<string, unknown>[] {
  if (!isFields(element)) return [];
  return [
    ...fieldsList(element.options),
    ...fieldsList(element.option_groups).flatMap((group) => fieldsList(group.options)),
  ];
}

/** The initial option must equal one of the options in all fields, also in its text. */
export function initialAmongOptions(element: Record<string, unknown>, at: string) {
  const options = optionsOf(element);
  const initial = [
    ...(isFields(element.initial_option) ? [element.initial_option] : []),
    ...fieldsList(element.initial_options),
  ];
  return initial
    .filter((initial) => !options.some((option) => isDeepStrictEqual(option, initial)))
    .flatMap(() => broken('the initial option must be one of the options', at, { type: 'initial_option' }));
}

/** Problems unless an element has exactly one list of options, with the initial option in it. */
export function oneOptionList(element: Record<string, unknown>, at: string) {
  const given = ['options', 'option_groups'].filter((key) => element[key] !== undefined);
  if (given.length === 1) return initialAmongOptions(element, at);
  return broken('must define either `options` or `option_groups`', at, {
    type: 'one_of',
    expected: ['options', 'option_groups'],
  });
}
