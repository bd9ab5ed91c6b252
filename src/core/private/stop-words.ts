/**
 * Words by which people end messages to them, by language; in lower case. X wants an opt-out honoured at once:
 * https://docs.x.com/developer-guidelines
 */
const byLanguage = {
  en: [
    'stop',
    'stop it',
    'please stop',
    'stop please',
    'stop messaging',
    'unsubscribe',
    'opt out',
    'no more messages',
    'stop messaging me',
  ],
  es: [
    'para',
    'parar',
    'alto',
    'basta',
    'baja',
    'no más mensajes',
    'no me escribáis más',
    'no me escriban más',
  ],
  fr: ['arrêt', 'arrête', 'arrêtez', 'désabonner', 'plus de messages'],
  de: [
    'stopp',
    'abmelden',
    'stopp bitte',
    'stop bitte',
    'bitte aufhören',
    'aufhören',
    'keine nachrichten mehr',
  ],
  cy: ['stopiwch', 'stopia', 'stop plis', 'peidiwch', 'dim mwy o negeseuon'],
  pl: ['przestań', 'przestańcie', 'wypisz', 'rezygnuję'],
} as const;

/** The default: the words of all these languages, because patrons write in their own. */
export const stopWords: readonly string[] = Object.values(byLanguage).flat();

/** Whether a message says one of these words and nothing else; its marks, emoji and capitals don't count. */
export function asksToStop(text: string, words: readonly string[]): boolean {
  const said = bare(text);
  return said !== '' && words.some((one) => bare(one) === said);
}

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
