import type { NetworkTraits } from './network/networks.js';

/** What a person typed after `/greet`. */
type CommandText =
  | { readonly kind: 'waiting' | 'next' | 'resume' | 'budget' | 'help' }
  | { readonly kind: 'pause'; readonly reason: string }
  /** A report of the last whole week, month or quarter, every week, or not any more; another word is `asked` as it was typed. */
  | { readonly kind: 'report'; readonly asked: ReportAsked | { readonly typed: string } }
  /** A note for today; '' asks for the list of notes. */
  | { readonly kind: 'note'; readonly note: string }
  /** A handle on the network, in lower case without @. */
  | { readonly kind: 'handle'; readonly handle: string }
  /** Somebody who asked to be forgotten: a handle in lower case without @; '' where none was typed. */
  | { readonly kind: 'forget'; readonly handle: string }
  /** A person in Slack, as Slack writes them. */
  | { readonly kind: 'colleague' }
  /** `meant`: the command that the person probably meant. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: Command };

/** What may stand behind `/greet report`. */
export const reportsAsked = ['week', 'month', 'quarter', 'weekly', 'off'] as const;
export type ReportAsked = (typeof reportsAsked)[number];

const commands = ['next', 'note', 'pause', 'resume', 'budget', 'report', 'forget', 'help'] as const;
type Command = (typeof commands)[number];

/** Commands that are spoken of, and words that people try as one. */
const soundsLikeCommands = [
  'rota shift shifts cover status stop start begin list show all open close closed done skip undo cancel',
  'who when what why where how info about version stats week month today tomorrow now later settings setup config',
  'mute unmute flag check test practise practice hello hi thanks yes no ok answer reply send post follow followers',
  'mentions search find delete remove export doctor quiet on off',
].flatMap((line) => line.split(' '));
/** They are handles only with an @: to look a name up costs money. */
const noNames: readonly string[] = [...commands, ...soundsLikeCommands];
/** A slip of one of these words is no name either. In a shorter word one letter makes another word. */
const longEnoughForSlip = 5;

/**
 * What the text of a command means. A handle may be typed with @, in capitals, or as a link to the profile. A word that is one
 * letter away from a command is taken for a slip, unless it begins with @.
 */
export function parseCommand(text: string, network: Names): CommandText {
  const typed = text.replace(/\s+/gu, ' ').trim();
  const [first = '', ...rest] = typed.split(' ');
  const word = first.toLowerCase().replace(/:$/u, '');
  const after = rest.join(' ');
  if (word === '') return { kind: 'waiting' };
  if (word === 'pause') return { kind: 'pause', reason: after.replace(/\.$/u, '') };
  if (word === 'note') return { kind: 'note', note: withoutToday(after) };
  if (word === 'notes' && after === '') return { kind: 'note', note: '' };
  if (word === 'report') {
    const typed = after.toLowerCase().replace(/\.$/u, '');
    const asked = typed === '' ? 'week' : reportsAsked.find((one) => one === typed);
    return { kind: 'report', asked: asked ?? { typed: after } };
  }
  // A misspelled one costs nothing: a form asks first, and names whom.
  if (word === 'forget' && !SLACK_MENTION.test(after)) {
    const whom = handleIn(
      network.profileAddress.test(after) ? after : `@${after.replace(/^@/u, '')}`,
      network,
    );
    return { kind: 'forget', handle: whom?.kind === 'handle' ? whom.handle : '' };
  }
  if (SLACK_MENTION.test(typed) || (word === 'forget' && SLACK_MENTION.test(after)))
    return { kind: 'colleague' };
  const slip = commands.find((one) => one !== word && isOneSlipFrom(one, word));
  if (slip && !first.startsWith('@')) return { kind: 'unknown', typed: first, meant: slip };
  if (after !== '') return { kind: 'unknown', typed, meant: commands.find((one) => one === word) ?? 'next' };
  if (word === 'next' || word === 'resume' || word === 'budget' || word === 'help') return { kind: word };
  return handleIn(first, network) ?? { kind: 'unknown', typed, meant: 'next' };
}

type Names = Pick<NetworkTraits, 'handle' | 'profileAddress'>;

function handleIn(typed: string, { handle: possible, profileAddress }: Names): CommandText | undefined {
  const linked = profileAddress.exec(typed)?.groups?.handle;
  const name = typed.replace(SLACK_LINK, '$1').replace(/^@/u, '');
  const handle = (linked ?? (possible.test(name) ? name : undefined))?.toLowerCase();
  if (!handle || (!linked && !typed.startsWith('@') && looksLikeCommand(handle))) return undefined;
  return { kind: 'handle', handle };
}

const looksLikeCommand = (word: string): boolean =>
  noNames.some((one) => one === word || (one.length >= longEnoughForSlip && isOneSlipFrom(one, word)));

/** A note without "today" at its end: every note is for today. */
const withoutToday = (note: string): string => note.replace(/[\s,;:–-]*\btoday[.!]?$/iu, '').trim();

/** How Slack writes what it takes for an address, such as a handle that is a domain name. */
const SLACK_LINK = /<https?:\/\/([^|<>/]+)\/?\|\1>/u;
/** How Slack writes a person in a command whose manifest says `should_escape`. */
const SLACK_MENTION = /^<@[UW][A-Z0-9]+(?:\|[^>]*)?>$/u;
/** Whether `typed` is `word` with one letter changed, left out or added, or with two neighbours swapped. */
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
