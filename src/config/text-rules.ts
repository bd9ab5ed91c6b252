import { formsIn, pluralForms, usualLanguage } from '../core/language.js';
import { countedStem, wordProblems } from '../core/words.js';
import type { Finding } from './findings.js';
import { desksOf, entries, type Reading, type Rule } from './rule-parts.js';

/** What must hold for the texts that a desk words itself. */
export const textRules: readonly Rule[] = [wordsAreKnown];

/** What may stay as it is, but is worth a look. */
export const textWarnings: readonly Rule[] = [formsAreOfTheLanguage];

function* wordsAreKnown({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const { key, found, allowed } of wordProblems(Object.fromEntries(entries(desk.words)))) {
      yield { path: [...path, 'words', key], at: 'key', found, allowed };
    }
  }
}

/** A form that no number takes is never shown; often the language was forgotten. `.many` may stand for `.other`. */
function* formsAreOfTheLanguage({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const { language = usualLanguage, words = {} } = desk;
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
