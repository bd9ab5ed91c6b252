import { checkBlocks } from './blocks.js';
import { plainText } from './composition.js';
import { usable } from './find.js';
import { type Fields, fieldsList, isFields } from './json.js';
import { boolean, broken, byType, object, type Problem, type Rule, string } from './shape.js';

const meta: Record<string, Rule> = {
  private_metadata: string(3000),
  callback_id: string(255),
  external_id: string(255),
};

function viewBlocks(value: unknown, at: string): Problem[] {
  return checkBlocks(value, at, 100);
}

const home = object({ blocks: viewBlocks }, meta);
const modal = object(
  { title: plainText(24), blocks: viewBlocks },
  {
    ...meta,
    close: plainText(24),
    submit: plainText(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
  (view, at) => {
    const hasInput = fieldsList(view.blocks).some((block) => block.type === 'input');
    return hasInput && view.submit === undefined
      ? broken('`submit` is required when an input block is within the blocks array', at, {
          type: 'required',
        })
      : [];
  },
);

/** Everything that is wrong with the view at the JSON pointer `at`. */
export function checkView(view: unknown, at: string, types: readonly ('modal' | 'home')[]): Problem[] {
  const table = Object.fromEntries(types.map((type) => [type, type === 'modal' ? modal : home]));
  const problems = byType(table)(view, at);
  return isFields(view) ? [...problems, ...oneFocus(view, at)] : problems;
}

function oneFocus(view: Fields, at: string): Problem[] {
  const focused = usable(fieldsList(view.blocks)).filter(({ element }) => element.focus_on_load === true);
  return focused.length > 1
    ? broken('only one element can have `focus_on_load`', `${at}/blocks`, { type: 'unique' })
    : [];
}
