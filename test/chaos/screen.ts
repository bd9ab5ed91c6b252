import type { Args } from './stage.js';

// What a person can press and read on a message or in a modal, from the sandbox's JSON.

export interface Pressable {
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string;
  /** The values of a menu. */
  readonly options: readonly string[];
}

const isFields = (value: unknown): value is Args => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Args[] => (Array.isArray(value) ? value.filter(isFields) : []);

export function pressablesIn({ blocks }: Args): Pressable[] {
  return listOf(blocks).flatMap((block) =>
    listOf(block.elements).flatMap((element) =>
      typeof element.action_id === 'string'
        ? [
            {
              actionId: element.action_id,
              blockId: String(block.block_id),
              value: String(element.value ?? ''),
              options: listOf(element.options).map((option) => String(option.value)),
            },
          ]
        : [],
    ),
  );
}

/** All texts of blocks, in order. */
export function wordsOf(seen: unknown): string {
  const words: string[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && ['text', 'alt_text', 'initial_value'].includes(key)) words.push(value);
    else if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isFields(value)) for (const [name, one] of Object.entries(value)) walk(one, name);
  };
  walk(seen);
  return words.join(' ');
}

/** The text of a message, without the button's name that a line names: the desk does not edit a line for that alone. */
export const messageWords = (message: { readonly text?: unknown; readonly blocks?: unknown }): string =>
  wordsOf({ text: message.text, blocks: message.blocks }).replace(/To answer, press [^.]* above\./g, '');

export interface Mark {
  readonly desk: string;
  readonly of: string;
  readonly key: string;
}

/** The metadata of a message of the desk. */
export function markOf({ metadata }: Args): Mark | undefined {
  if (!isFields(metadata) || !isFields(metadata.event_payload)) return undefined;
  const { desk, of, key } = metadata.event_payload;
  return typeof of === 'string' ? { desk: String(desk), of, key: String(key) } : undefined;
}

export interface Modal {
  readonly id: string;
  readonly callback: string;
  /** "desk card extra". */
  readonly about: string;
  readonly seen: Args;
}

export function modalOf(view: Args): Modal {
  return {
    id: String(view.id),
    callback: String(view.callback_id),
    about: String(view.private_metadata ?? ''),
    seen: view,
  };
}
