import { attempt, follow, slack } from '../act.js';

const fieldOf = {
  static_select: 'initial_option',
  radio_buttons: 'initial_option',
  checkboxes: 'initial_options',
};

/** What blocks stand on: `where` names it to the controls (`{channel, ts}`, `{home: true}`, or nothing for the top modal). */
export function surface(where, more = {}) {
  return {
    value: (_, element) => initial(element),
    typed: (_, element) => element.initial_value ?? '',
    type: () => {},
    labelOf: (block) => block.label?.text,
    errorOf: () => undefined,
    async press({ block_id }, { action_id, value }, choice) {
      await attempt(async () => {
        await more.before?.();
        const args = { ...where, action_id, block_id, ...(value !== undefined && { value }), ...choice };
        const { url } = await slack('press', args);
        if (url) follow(url);
      });
    },
    ...more,
  };
}

function initial(element) {
  const field = fieldOf[element.type];
  if (!field || !element[field]) return undefined;
  return field.endsWith('s') ? { selected_options: element[field] } : { selected_option: element[field] };
}
