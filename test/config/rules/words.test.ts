import { expect, it } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { sayCount } from '../../../src/core/words/words.js';
import { deskText } from '../desk-text.js';
import { problemsOf } from '../problems.js';

const own = (...lines: readonly string[]) => deskText() + lines.map((line) => `    ${line}\n`).join('');

it('a Polish library words each form of a number', () => {
  const text = own(
    'language: pl',
    'words:',
    '  waiting.title.one: "Czeka 1."',
    '  waiting.title.few: "Czekają {count}."',
    '  waiting.title.many: "Czeka {count} osób."',
  );
  const { desks, warnings } = readDeskFile(text, 'desk.yaml');
  expect(warnings).toEqual([]);
  expect([1, 2, 5, 22].map((count) => desks[0] && sayCount(desks[0], 'waiting.title', count))).toEqual([
    'Czeka 1.',
    'Czekają 2.',
    'Czeka 5 osób.',
    'Czekają 22.',
  ]);
});

it('a language that nobody knows is refused', () => {
  for (const [written, found] of [
    ['tlh-Qaaa', '"tlh-Qaaa"'],
    ['en_GB', '"en_GB"'],
    ['7', '7'],
  ]) {
    expect(problemsOf(own(`language: ${written}`)), written).toEqual([
      `desk.yaml:15:15: desks.central.language: ${found}; allowed: a language such as en-GB, cy or pl (BCP 47)`,
    ]);
  }
});

it('a form that Unicode does not know is refused with those that there are', () => {
  expect(problemsOf(own('words: { panel.waiting.lots: "{count}", draft.few: x }'))).toEqual([
    'desk.yaml:15:14: desks.central.words.panel.waiting.lots: not known; allowed: panel.waiting.zero, panel.waiting.one, panel.waiting.two, panel.waiting.few, panel.waiting.many, panel.waiting.other',
    'desk.yaml:15:45: desks.central.words.draft.few: not known; allowed: draft.title, draft.all-title, draft.close, draft.hello-title, draft.nothing, draft.nobody',
  ]);
  expect(problemsOf(own('words: { card.photos.one: "{count} foto {x}" }'))).toEqual([
    'desk.yaml:15:14: desks.central.words.card.photos.one: {x}; allowed: {count}',
  ]);
});

it('a form that no number takes in the language is told, but for the .many of older files', () => {
  const warnings = (...lines: readonly string[]) => readDeskFile(own(...lines), 'desk.yaml').warnings;
  expect(warnings('words: { panel.waiting.many: "{count}", card.photos.one: Foto }')).toEqual([]);
  expect(warnings('words: { panel.waiting.few: "{count}" }')).toEqual([
    'desk.yaml:15:14: desks.central.words.panel.waiting.few: no number takes this form in en-GB; usual: .one, .other; or another language:',
  ]);
  expect(warnings('words: { panel.waiting.many: x, panel.waiting.other: y }')).toHaveLength(1);
});
