import { type Fields, fieldsAt, fieldsList, textAt } from './json.js';

/** An element that a person can use, and its block. */
export interface Found {
  readonly block: Fields;
  readonly element: Fields;
}

/** The elements of one block: its accessory, the element of an input, or the elements of an actions block. */
export function elementsOf(block: Fields): Fields[] {
  switch (block.type) {
    case 'section':
      return fieldsList([block.accessory]);
    case 'input':
      return fieldsList([block.element]);
    case 'actions':
      return fieldsList(block.elements);
    default:
      return [];
  }
}

/** Everything in these blocks that a person can press, choose or type into. */
export function usable(blocks: readonly Fields[]): Found[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => element.type !== 'image')
      .map((element) => ({ block, element })),
  );
}

/** What a person sees on the element: a button's words, or an input's label. */
export function labelOf({ block, element }: Found): string {
  return textAt(element.text, 'text') ?? textAt(fieldsAt(block, 'label'), 'text') ?? String(element.type);
}

/** The elements for the text of a refusal, as in "answer [Answer], more [overflow]". */
export function namesOf(found: readonly Found[]): string {
  return found.map((each) => `${each.element.action_id} [${labelOf(each)}]`).join(', ') || 'nothing';
}
