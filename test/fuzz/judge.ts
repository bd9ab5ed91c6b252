import { blocksLength, checkBlocks } from '../../src/sandbox/slack/blocks/blocks.js';
import { checkView } from '../../src/sandbox/slack/blocks/view.js';

// What Slack makes of a screen, by Slack's own rules: nothing here uses what the desk escapes or cleans by.

export const kinds = ['pings', 'foreign links', 'formats', 'refused messages', 'lost', 'late acks'] as const;
export type Kind = (typeof kinds)[number];

export interface Fault {
  readonly kind: Kind;
  readonly what: string;
}

/** A message, a modal or a Home, and what has to be true of it. */
export interface Screen {
  readonly name: string;
  readonly shown: unknown;
  /** Slack ids of the colleagues whom it is to name. */
  readonly names?: readonly string[];
  /** Channels to which our own sentence leads. */
  readonly channels?: readonly string[];
  /** Words as they were written, whose first letters have to be there. */
  readonly says?: readonly string[];
  /** The same in the fallback text. */
  readonly spoken?: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object at any depth; thousands of screens are walked, so all go into one list. */
function nodesIn(value: unknown, found: Node[] = []): Node[] {
  if (!isNode(value)) return found;
  if (!Array.isArray(value)) found.push(value);
  for (const inner of Object.values(value)) nodesIn(inner, found);
  return found;
}

/** X itself, its shortened links, our own messages in Slack; and where X keeps pictures of people. */
const linkHosts = ['x.com', 't.co', 'central-library.slack.com'];
const pictureHosts = ['pbs.twimg.com', 'abs.twimg.com'];

/** Slack's limit for `text`, and for all blocks of a message. https://docs.slack.dev/reference/methods/chat.postMessage */
const mostText = 4000;
const mostInBlocks = 11_000;

/** Everything that Slack would refuse, ping or link in a screen, and the words that are missing there. */
export function faultsOf(screen: Screen): Fault[] {
  const nodes = nodesIn(screen.shown);
  const found = [
    ...refusals(screen.shown, nodes),
    ...nodes.flatMap((node) => inNode(node, screen)),
    ...inFallback(screen),
    ...lostFrom(screen),
  ];
  return found.map(({ kind, what }) => ({ kind, what: `${screen.name}: ${what}` }));
}

const fault = (kind: Kind, what: string): Fault[] => [{ kind, what }];

function refusals(shown: unknown, nodes: readonly Node[]): Fault[] {
  const { type, text, blocks } = isNode(shown) ? shown : ({} as Node);
  const isView = type === 'modal' || type === 'home';
  const problems = isView ? checkView(shown, '/view', [type]) : checkBlocks(blocks ?? [], '/blocks', 50);
  const words = isView ? '' : String(text ?? '');
  return [
    ...problems.flatMap(({ pointer, message }) => fault('refused messages', `${pointer} ${message}`)),
    ...(isView || blocksLength(blocks) <= mostInBlocks
      ? []
      : fault('refused messages', 'its blocks are too long')),
    ...(isView || words.trim() !== '' ? [] : fault('refused messages', 'no fallback text')),
    ...(words.length <= mostText ? [] : fault('refused messages', `a text of ${words.length}`)),
    ...(nodes.some(hasHalf) ? fault('refused messages', 'half a character') : []),
  ];
}

/** Slack reads no JSON in which half a character stands alone. */
const hasHalf = (node: Node): boolean =>
  Object.values(node).some((value) => typeof value === 'string' && !value.isWellFormed());

function inNode(node: Node, screen: Screen): Fault[] {
  const { type, url, image_url: picture, text } = node;
  return [
    ...(typeof url === 'string' && !leadsTo(linkHosts, url) ? fault('foreign links', url) : []),
    ...(typeof picture === 'string' && !leadsTo(pictureHosts, picture)
      ? fault('foreign links', picture)
      : []),
    ...(type === 'mrkdwn' ? inMarkdown(String(text), node.verbatim === true, screen) : []),
    ...elementFaults(node, screen),
  ];
}

/** With `verbatim` Slack makes no links of bare addresses. One name in bold is ours; nothing else may be formatted. */
function inMarkdown(text: string, isVerbatim: boolean, screen: Screen): Fault[] {
  const plain = text.replace(/<[^<>]*>/g, ' ').replace(/(?<!\S)\*[^*]+\*(?!\S)/, ' ');
  const [formatted] = FORMATTED.exec(plain) ?? [];
  return [
    ...inMarkup(text, screen),
    ...(isVerbatim ? [] : bareLinks(text)),
    ...(formatted === undefined ? [] : fault('formats', formatted)),
  ];
}

/** What Slack makes bold, italic, struck, code, an emoji or a quote. */
const FORMATTED =
  /\*[^*\n]+\*|`[^`\n]+`|~[^~\n]+~|(?<![a-z0-9_])_[^_\n]+_(?![a-z0-9_])|:[^\s:]+:|^(?:>|&gt;)/im;

/** Of the elements of rich text these call somebody, or lead into Slack. */
function elementFaults(
  { type, user_id: user, usergroup_id: group, channel_id: channel, range }: Node,
  screen: Screen,
) {
  if (type === 'user' && !screen.names?.includes(String(user))) return fault('pings', `user ${user}`);
  if (type === 'usergroup') return fault('pings', `user group ${group}`);
  if (type === 'channel') return fault('foreign links', `channel ${channel}`);
  return type === 'broadcast' ? fault('pings', `broadcast ${range}`) : [];
}

function leadsTo(hosts: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username } = new URL(address);
  return protocol === 'https:' && username === '' && hosts.includes(host);
}

/** `text` is mrkdwn, and shows where there are no blocks: there Slack links bare addresses too. */
function inFallback({ shown, ...screen }: Screen): Fault[] {
  if (!isNode(shown) || typeof shown.text !== 'string') return [];
  const isShown = !Array.isArray(shown.blocks) || shown.blocks.length === 0;
  return [...inMarkup(shown.text, screen), ...(isShown ? bareLinks(shown.text) : [])];
}

/** What stands between `<` and `>` is a command to Slack. https://docs.slack.dev/messaging/formatting-message-text */
function inMarkup(text: string, { names = [], channels = [] }: Pick<Screen, 'names' | 'channels'>): Fault[] {
  return [...text.matchAll(/<([^<>]*)>/g)].flatMap(([all, inner = '']) => {
    const [target = ''] = inner.split('|');
    if (target.startsWith('@') && names.includes(target.slice(1))) return [];
    if (target.startsWith('#') && channels.includes(target.slice(1))) return [];
    if (/^[@!]/.test(target)) return fault('pings', all);
    if (target.startsWith('#')) return fault('foreign links', all);
    return leadsTo(linkHosts, target) ? [] : fault('foreign links', all);
  });
}

function bareLinks(text: string): Fault[] {
  const outside = text.replace(/<[^<>]*>/g, ' ');
  const [found] = /\w+:\/\/\S+|\bwww\.\S+|\b[a-z0-9-]+\.[a-z]{2,}\b/i.exec(outside) ?? [];
  return found === undefined ? [] : fault('foreign links', `${found} stands bare`);
}

/** Enough to recognise what was written. */
const mostLetters = 30;

/** Marks and shapes of letters don't count: Slack may show them in another order. */
const lettersOf = (words: string): string =>
  words
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]/gu)
    ?.join('') ?? '';

/** The first letters of what was written. */
const beginningOf = (words: string): string => [...lettersOf(words)].slice(0, mostLetters).join('');

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');

function lostFrom({ shown, says = [], spoken = [] }: Screen): Fault[] {
  if (!isNode(shown)) return [];
  const { text = '', blocks } = shown;
  return [
    ...missingFrom(() => textIn(blocks), says).flatMap((words) => fault('lost', words)),
    ...missingFrom(() => unescaped(String(text)), spoken).flatMap((words) =>
      fault('lost', `the fallback lacks ${words}`),
    ),
  ];
}

/** The words whose beginning a text lacks. Most screens have to say nothing: their text is not even made. */
function missingFrom(textOf: () => string, wanted: readonly string[]): readonly string[] {
  if (wanted.length === 0) return [];
  const letters = lettersOf(textOf());
  return wanted.filter((words) => !letters.includes(beginningOf(words)));
}

const textIn = (blocks: unknown): string =>
  nodesIn(blocks)
    .flatMap(({ type, text, initial_value }) => [
      type === 'mrkdwn' ? unescaped(String(text)) : text,
      initial_value,
    ])
    .filter((one) => typeof one === 'string')
    .join('\n');
