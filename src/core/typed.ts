/** What somebody typed after `/greet`. */
export type Typed =
  | { readonly kind: 'waiting' | 'next' | 'resume' | 'help' }
  | { readonly kind: 'pause'; readonly reason: string }
  /** An X name; `at` says that an @ stood before it. */
  | { readonly kind: 'handle'; readonly handle: string; readonly at: boolean }
  | { readonly kind: 'unknown'; readonly typed: string };

const words = ['next', 'pause', 'resume', 'help'];

/**
 * Reads the words of a command. A name may be typed with @, in capitals, or as a link to X; a word that nearly is a
 * command is taken for a slip, unless an @ says that it is a name.
 */
export function readTyped(text: string): Typed {
  const typed = text.replace(/\s+/gu, ' ').trim();
  const [first = '', ...rest] = typed.split(' ');
  const word = first.toLowerCase();
  if (word === '') return { kind: 'waiting' };
  if (word === 'pause') return { kind: 'pause', reason: rest.join(' ') };
  if (rest.length === 0) {
    if (word === 'next' || word === 'resume' || word === 'help') return { kind: word };
    const [, at, handle] = NAME.exec(first) ?? LINK.exec(first) ?? [];
    const isSlip = !at && words.some((one) => isOneSlipFrom(one, word));
    if (handle && !isSlip) return { kind: 'handle', handle: handle.toLowerCase(), at: at === '@' };
  }
  return { kind: 'unknown', typed };
}

const NAME = /^(@?)(\w{1,15})$/u;
const LINK = /^<?(https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/)(\w{1,15})(?:[/?#|].*)?>?$/iu;

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
