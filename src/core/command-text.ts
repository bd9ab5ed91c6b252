/** What somebody typed after `/greet`. */
export type CommandText =
  | { readonly kind: 'waiting' | 'next' | 'resume' | 'budget' | 'help' }
  | { readonly kind: 'pause'; readonly reason: string }
  /** A note for today; '' asks which there are. */
  | { readonly kind: 'note'; readonly note: string }
  /** An X name; `at` says that an @ stood before it. */
  | { readonly kind: 'handle'; readonly handle: string; readonly at: boolean }
  /** Somebody in Slack, as Slack itself writes them. */
  | { readonly kind: 'colleague' }
  /** `meant`: the command that it probably was to be. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: Command };

const commands = ['next', 'note', 'pause', 'resume', 'budget', 'help'] as const;
export type Command = (typeof commands)[number];

/** Words that sound like commands: no names of patrons unless an @ says so. */
const noNames: readonly string[] = [...commands, 'report', 'forget'];

/**
 * Reads the words of a command. A name may be typed with @, in capitals, or as a link to X; a word that nearly is a
 * command is taken for a slip, unless an @ says that it is a name.
 */
export function parseCommand(text: string): CommandText {
  const typed = text.replace(/\s+/gu, ' ').trim();
  const [first = '', ...rest] = typed.split(' ');
  const word = first.toLowerCase().replace(/:$/u, '');
  const said = rest.join(' ');
  if (word === '') return { kind: 'waiting' };
  if (word === 'pause') return { kind: 'pause', reason: said.replace(/\.$/u, '') };
  if (word === 'note') return { kind: 'note', note: withoutToday(said) };
  if (word === 'notes' && said === '') return { kind: 'note', note: '' };
  if (SLACK_MENTION.test(typed)) return { kind: 'colleague' };
  const slip = commands.find((one) => one !== word && isOneSlipFrom(one, word));
  if (slip && !first.startsWith('@')) return { kind: 'unknown', typed: first, meant: slip };
  if (said !== '') return { kind: 'unknown', typed, meant: commands.find((one) => one === word) ?? 'next' };
  if (word === 'next' || word === 'resume' || word === 'budget' || word === 'help') return { kind: word };
  return nameIn(first) ?? { kind: 'unknown', typed, meant: 'next' };
}

function nameIn(typed: string): CommandText | undefined {
  const [, at, name] = NAME.exec(typed) ?? [];
  const [, linked] = LINK.exec(typed) ?? [];
  const handle = (name ?? linked)?.toLowerCase();
  if (!handle || (name && !at && noNames.includes(handle))) return undefined;
  return linked && pagesOfX.includes(handle) ? undefined : { kind: 'handle', handle, at: at === '@' };
}

/** "Central closes at 16:00 today": that it is for today is what a note is. */
const withoutToday = (note: string): string => note.replace(/[\s,;:–-]*\btoday[.!]?$/iu, '').trim();

const NAME = /^(@?)(\w{1,15})$/u;
const LINK = /^<?(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/@?(\w{1,15})(?:[/?#|].*)?>?$/iu;
/** As Slack writes people from a command whose manifest says `should_escape`. */
const SLACK_MENTION = /^<@[UW][A-Z0-9]+(?:\|[^>]*)?>$/u;
/** Where X has a page of its own and no person: https://x.com/i/status/17. */
const pagesOfX = [
  'i',
  'home',
  'explore',
  'search',
  'hashtag',
  'intent',
  'messages',
  'notifications',
  'settings',
];

/** One letter changed, left out, put in, or two swapped. */
function isOneSlipFrom(word: string, typed: string): boolean {
  if (Math.abs(word.length - typed.length) > 1) return false;
  const from = [...word].findIndex((letter, at) => letter !== typed[at]);
  const at = from < 0 ? word.length : from;
  const [w, t] = [word.slice(at), typed.slice(at)];
  return (
    w.slice(1) === t.slice(1) ||
    w.slice(1) === t ||
    w === t.slice(1) ||
    (w[0] === t[1] && w[1] === t[0] && w.slice(2) === t.slice(2))
  );
}
