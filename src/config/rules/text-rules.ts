import { areLines, isLine, lineAllowed } from '../../core/one-line.js';
import { firstPhraseIn } from '../../core/post/plain.js';
import { currentKey } from '../../core/words/former-keys.js';
import { defaultLanguage, formsIn, pluralForms } from '../../core/words/language.js';
import {
  maxDeskIdLength,
  maxOpeningLength,
  maxStarterIdLength,
  maxTextLength,
} from '../../core/words/screen-room.js';
import { countedStem, defaultWords, wordProblems } from '../../core/words/words.js';
import { idAllowed, idPattern } from '../schema/schema.js';
import { type Finding, quoted } from './findings.js';
import { frequentWords } from './frequent-words.js';
import type { Path } from './locate.js';
import { desksOf, entries, numbered, type Reading, type Rule } from './rule-parts.js';

/** What must hold for the texts that a desk writes in its own words. */
export const textRules: readonly Rule[] = [
  wordsAreKnown,
  wordsFitScreens,
  idsFitMenus,
  starterIdsArePlain,
  openingsCanBeFilled,
];

/** Rules for warnings: what breaks them is allowed but is probably a mistake. */
export const textWarnings: readonly Rule[] = [
  formsAreOfTheLanguage,
  wordsAreShown,
  urgentWordsAreRare,
  ourAddressesAreWhole,
];

function* wordsAreKnown({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const { key, found, allowed } of wordProblems(Object.fromEntries(entries(desk.words)))) {
      const names = found === 'not known' ? Object.keys(defaultWords) : undefined;
      const meant = names && { meant: { written: key, names } };
      yield { path: [...path, 'words', key], at: 'key', found, allowed, ...meant };
    }
  }
}

function* wordsFitScreens({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [key, text] of entries(desk.words)) {
      if (currentKey(key) === undefined) continue;
      const allowed = refusedText(key, text);
      if (allowed !== undefined) yield { path: [...path, 'words', key], found: quoted(text), allowed };
    }
  }
}

/**
 * What is allowed for a text that does not fit its place on a screen; undefined when it fits. A placeholder counts as one
 * character.
 */
function refusedText(key: string, text: string): string | undefined {
  const said = text.replace(/\{[\w-]+\}/gu, 'x');
  if (key.endsWith('.opening')) {
    return areLines(said, maxOpeningLength)
      ? undefined
      : `at most ${maxOpeningLength} characters, without control characters and direction marks`;
  }
  // The text between two items of a list may be only a space.
  const isBetween = key.startsWith('list.') && said.trim() === '';
  const most = maxTextLength(key);
  return isLine(isBetween ? said.replace(/^ +$/u, ',') : said, most) ? undefined : lineAllowed(most);
}

/** Ids are part of the value of a menu's option, which Slack limits. */
function* idsFitMenus({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    yield* tooLong(path, maxDeskIdLength);
    for (const [id] of entries(desk.starters)) yield* tooLong([...path, 'starters', id], maxStarterIdLength);
  }
}

function* tooLong(path: Path, most: number): Iterable<Finding> {
  const id = String(path.at(-1));
  if (id.length > most) yield { path, at: 'key', found: quoted(id), allowed: `at most ${most} characters` };
}

/**
 * Warns of a plural form that the language does not have: it is never shown, and often `language` is missing. `.many` may
 * replace `.other`.
 */
function* formsAreOfTheLanguage({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const { language = defaultLanguage, words = {} } = desk;
    const taken = formsIn(language);
    for (const [key] of entries(words)) {
      const stem = countedStem(key);
      const form = pluralForms.find((one) => key === `${stem}.${one}`);
      const isForOther = form === 'many' && !Object.hasOwn(words, `${stem}.other`);
      if (form === undefined || taken.includes(form) || isForOther) continue;
      yield {
        path: [...path, 'words', key],
        at: 'key',
        found: `no number takes this form in ${language}`,
        allowed: `${taken.map((one) => `.${one}`).join(', ')}; or another language:`,
      };
    }
  }
}

/** Warns of a text of an earlier version that no screen shows any more. */
function* wordsAreShown({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [key] of entries(desk.words)) {
      if (currentKey(key) !== undefined) continue;
      const found = 'no screen of this version shows it';
      yield { path: [...path, 'words', key], at: 'key', found, allowed: 'to leave it out' };
    }
  }
}

/** Warns of an urgent word that many posts have: soon nobody would look up when they are told of one. */
function* urgentWordsAreRare({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [place, phrase] of numbered(desk.urgentWords)) {
      const common = frequentWords.find((word) => firstPhraseIn(word, [phrase]) === word);
      if (common === undefined) continue;
      const found = `${quoted(phrase)}, which many posts have${phrase === common ? '' : `: "${common}" is one`}`;
      const allowed = 'words that stand for an emergency, because each tells people at once, also at night';
      yield { path: [...path, 'urgentWords', place], found, allowed };
    }
  }
}

/** Warns of a bare domain among our addresses: it stands for its front page, and earlier versions took it for all pages. */
function* ourAddressesAreWhole({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [place, own] of numbered(desk.ours)) {
      const domain = own.replace(/^https?:\/\//u, '');
      if (!/^[^\s/@*]*\p{L}[^\s/@*]*$/u.test(domain)) continue;
      const found = `${quoted(own)}, which is its front page alone`;
      const allowed = `${domain}/* for all its pages, *@${domain} for all its e-mail addresses, ${domain}/ for the front page`;
      yield { path: [...path, 'ours', place], found, allowed };
    }
  }
}

/** Ids that the desk uses for its own starters. */
const taken = /^(?:greet|hello|saved-.*)$/;

function* starterIdsArePlain({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [id] of entries(desk.starters)) {
      if (idPattern.test(id) && !taken.test(id)) continue;
      const allowed = `${idAllowed}, but not greet, hello or saved-…`;
      yield { path: [...path, 'starters', id], at: 'key', found: quoted(id), allowed };
    }
  }
}

function* openingsCanBeFilled({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [id, { opening }] of entries(desk.starters)) {
      for (const found of opening?.match(/\{[\w-]*\}/gu) ?? []) {
        const where = [...path, 'starters', id, 'opening'];
        if (!['{first}', '{helpDesk}'].includes(found)) {
          yield { path: where, found, allowed: '{first}, {helpDesk}' };
        } else if (found === '{helpDesk}' && !desk.voice?.helpDesk) {
          yield {
            path: where,
            found: '{helpDesk}, which nobody said',
            allowed: 'it, once voice.helpDesk is said',
          };
        }
      }
    }
  }
}
