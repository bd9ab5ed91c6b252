// What people see in Slack, from a copy of the sandbox's state.

type Fields = Readonly<Record<string, unknown>>;

/** One message, modal or Home as it stands. */
export interface Screen {
  readonly what: 'message' | 'modal' | 'home';
  /** The id of the desk whose message it is. */
  readonly desk?: string;
  /** The card or panel, and which of its messages. */
  readonly of?: string;
  readonly key?: string;
  /** The person who alone sees it. */
  readonly to?: string;
  /** It is a line in a thread. */
  readonly inThread?: boolean;
  readonly callback?: string;
  readonly externalId?: string;
  readonly text?: unknown;
  readonly blocks?: unknown;
}

interface State {
  readonly channels: Readonly<Record<string, { readonly kind: string; readonly members: readonly string[] }>>;
  readonly messages: Readonly<Record<string, readonly Fields[]>>;
  readonly stacks: Readonly<Record<string, readonly { readonly content: Fields }[]>>;
  readonly homes: Readonly<Record<string, { readonly content: Fields }>>;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** All messages of desks, all open modals and all Homes. */
export function screensIn(snapshot: unknown): readonly Screen[] {
  const { channels, messages, stacks, homes } = snapshot as State;
  const standing = Object.entries(messages).flatMap(([channel, all]) => {
    const { kind, members = [] } = channels[channel] ?? {};
    const to = kind === 'im' ? members[0] : undefined;
    return all.flatMap((one): Screen[] => {
      const payload = isFields(one.metadata) ? one.metadata.event_payload : undefined;
      if (one.tombstone === true || !isFields(payload) || typeof payload.of !== 'string') return [];
      const { text, blocks } = one;
      const mark = { desk: String(payload.desk), of: payload.of, key: String(payload.key) };
      const inThread = one.threadTs !== undefined;
      return [{ what: 'message', ...mark, ...(to ? { to } : {}), inThread, text, blocks }];
    });
  });
  const modals = Object.entries(stacks).flatMap(([to, views]) =>
    views.map(({ content }): Screen => {
      const { callback_id, external_id, blocks } = content;
      const title = isFields(content.title) ? content.title.text : undefined;
      const ids = { callback: String(callback_id), externalId: String(external_id ?? '') };
      return { what: 'modal', to, ...ids, text: title, blocks };
    }),
  );
  const all = Object.entries(homes).map(
    ([to, { content }]): Screen => ({ what: 'home', to, blocks: content.blocks }),
  );
  return [...standing, ...modals, ...all];
}

/** All texts of a screen that a person reads, in order. */
export function wordsOf(seen: unknown): string {
  const words: string[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && ['text', 'alt_text', 'initial_value'].includes(key)) words.push(value);
    else if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isFields(value)) for (const [name, one] of Object.entries(value)) walk(one, name);
  };
  walk(seen);
  return words.join(' ').replace(/\s+/gu, ' ').trim();
}

/** The labels of a screen's buttons. */
export function buttonsOf(seen: unknown): readonly string[] {
  if (Array.isArray(seen)) return seen.flatMap(buttonsOf);
  if (!isFields(seen)) return [];
  const label = seen.type === 'button' && isFields(seen.text) ? [String(seen.text.text)] : [];
  return [...label, ...Object.values(seen).flatMap(buttonsOf)];
}
