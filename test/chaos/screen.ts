import type { Args } from './stage.js';

// What a person can press on a message or in a modal, and read there: plain JSON of the sandbox's own.

export interface Pressable {
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string;
  /** Of a menu: values. */
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

/** All words of something, in order. */
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

/** What a message says, without the name of the button that a line points at: a line is not edited for that alone. */
export const messageWords = (message: { readonly text?: unknown; readonly blocks?: unknown }): string =>
  wordsOf({ text: message.text, blocks: message.blocks }).replace(/To answer, press [^.]* above\./g, '');

export interface Mark {
  readonly desk: string;
  readonly of: string;
  readonly key: string;
}

/** What a message of the desk's says of itself, out of sight. */
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
