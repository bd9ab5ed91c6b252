import { anyText, plainText } from './composition.js';
import {
  accessories,
  actionElements,
  contextImage,
  imageSource,
  inputElements,
  oneImageSource,
} from './elements.js';
import { elementsOf } from './find.js';
import { type Fields, fieldsList, isFields } from './json.js';
import { richTextBlock } from './rich-text.js';
import { boolean, broken, byType, list, object, type Problem, type Rule, string } from './shape.js';

const blockId = { block_id: string(255, 1) };

/** The eight classic blocks: https://docs.slack.dev/reference/block-kit/blocks */
const blockTypes: Record<string, Rule> = {
  header: object({ text: plainText(150) }, blockId),
  section: object(
    {},
    {
      ...blockId,
      text: anyText(3000),
      fields: list(anyText(2000), 1, 10),
      accessory: byType(accessories),
      expand: boolean,
    },
    (block, at) =>
      block.text === undefined && block.fields === undefined
        ? broken('must define either `fields` or `text`', at, {
            type: 'one_of',
            expected: ['fields', 'text'],
          })
        : [],
  ),
  rich_text: richTextBlock,
  context: object({ elements: list(contextElement, 1, 10) }, blockId),
  actions: object({ elements: list(byType(actionElements), 1, 25) }, blockId),
  divider: object({}, blockId),
  image: object(
    { alt_text: string(2000, 1) },
    { ...blockId, ...imageSource, title: plainText(2000) },
    oneImageSource,
  ),
  input: object(
    { label: plainText(2000), element: byType(inputElements) },
    { ...blockId, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
};

function contextElement(value: unknown, at: string): Problem[] {
  return isFields(value) && value.type === 'image'
    ? byType(contextImage)(value, at)
    : anyText(3000)(value, at);
}

/** Everything that is wrong with the list of blocks at the JSON pointer `at`, of which `max` are allowed. */
export function checkBlocks(blocks: unknown, at: string, max: number): Problem[] {
  const problems = list(byType(blockTypes), 0, max)(blocks, at);
  return [...problems, ...uniqueIds(fieldsList(blocks), at)];
}

function uniqueIds(blocks: readonly Fields[], at: string): Problem[] {
  const seen = new Set<unknown>();
  return blocks.flatMap((block, index) => {
    const twice = block.block_id !== undefined && seen.has(block.block_id);
    seen.add(block.block_id);
    const ids = elementsOf(block).flatMap(({ action_id }) => (action_id === undefined ? [] : [action_id]));
    const repeated = ids.filter((id, place) => ids.indexOf(id) !== place);
    return [
      ...(twice
        ? broken(
            `\`block_id\` "${block.block_id}" already exists for another block`,
            `${at}/${index}/block_id`,
            {
              type: 'unique',
            },
          )
        : []),
      ...repeated.flatMap((id) =>
        broken(`\`action_id\` "${id}" already exists for another element`, `${at}/${index}`, {
          type: 'unique',
        }),
      ),
    ];
  });
}

/**
 * The number of characters of a message's blocks: all strings but types, styles and ids. Above about 11,000 Slack
 * answers msg_blocks_too_long.
 */
export function blocksLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + blocksLength(item), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value)
    .filter(([key]) => !['type', 'style', 'block_id', 'action_id'].includes(key))
    .reduce((sum, [, inner]) => sum + blocksLength(inner), 0);
}
