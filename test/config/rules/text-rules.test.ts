import { describe, expect, it } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { defaultWords } from '../../../src/core/words/words.js';
import { deskText } from '../desk-text.js';
import { problemsOf } from '../problems.js';

const own = (...lines: readonly string[]) => deskText() + lines.map((line) => `    ${line}\n`).join('');
const line = (most: number) =>
  `1 to ${most} characters in one line, without control characters and direction marks`;

describe('a desk id', () => {
  it('may be so long that every option of a menu fits, and no longer', () => {
    const named = (length: number) => deskText(['central:', `${'d'.repeat(length)}:`]);
    expect(problemsOf(named(87))).toEqual([]);
    expect(problemsOf(named(88))).toEqual([
      `desk.yaml:2:3: desks.${'d'.repeat(88)}: "${'d'.repeat(60)}"… (88 characters); allowed: at most 87 characters`,
    ]);
  });

  it('of a starter fits the editor’s menu', () => {
    const named = (length: number) =>
      own(`starters: { ${'s'.repeat(length)}: { label: Hours, for: [question], opening: Hi } }`);
    expect(problemsOf(named(150))).toEqual([]);
    expect(problemsOf(named(151))).toEqual([
      expect.stringContaining('(151 characters); allowed: at most 150 characters'),
    ]);
  });
});

describe('a name', () => {
  const named = (written: string) => deskText(['name: Ana', `name: ${written}`]);

  it('in any script is fine', () => {
    for (const name of ['Inês Duarte', 'Łucja', '"דנה לוי"', '"أنا"', '"👩🏽‍🏫 Ana"', 'A'.repeat(75)]) {
      expect(problemsOf(named(name)), name).toEqual([]);
    }
  });

  it.each([
    ['too long', 'A'.repeat(76), `"${'A'.repeat(60)}"… (76 characters)`],
    ['blank', '"  "', '"  "'],
    ['of two lines', '"Ana\\nBen"', '"Ana\\nBen"'],
    ['with a line separator', '"Ana\\u2028Ben"', '"Ana\\u2028Ben"'],
    ['with a control character', '"Ana\\u0007"', '"Ana\\u0007"'],
    ['with an override of direction', '"\\u202Eana"', '"\\u202eana"'],
    ['with an isolate', '"\\u2066ana\\u2069"', '"\\u2066ana\\u2069"'],
    ['with a mark of direction', '"ana\\u200F"', '"ana\\u200f"'],
    ['with an Arabic letter mark', '"ana\\u061C"', '"ana\\u061c"'],
  ])('%s is refused, with what nobody sees written out', (_, written, found) => {
    expect(problemsOf(named(written))).toEqual([
      `desk.yaml:10:38: desks.central.staff.ana.name: ${found}; allowed: the name that colleagues see: ${line(75)}`,
    ]);
  });
});

it.each([
  ['voice: { helpDesk: "020\\n7946" }', 'voice.helpDesk'],
  [`voice: { helpDesk: "${'0'.repeat(201)}" }`, 'voice.helpDesk'],
  ['closures: [{ on: 2026-12-25, name: "Christmas\\u202E" }]', 'closures[0].name'],
  ['closures: [{ on: 2026-12-25, name: "" }]', 'closures[0].name'],
  ['starters: { hours: { label: "Ho\\turs", for: [question], opening: Hi } }', 'starters.hours.label'],
  ['starters: { hours: { label: Hours, for: [question], opening: "Hi\\u202E" } }', 'starters.hours.opening'],
])('%s is refused where it stands', (written, where) => {
  expect(problemsOf(own(written))).toEqual([
    expect.stringMatching(
      new RegExp(`^desk\\.yaml:15:\\d+: desks\\.central\\.${where.replaceAll(/[[\].]/g, '\\$&')}: `),
    ),
  ]);
});

describe('words', () => {
  const said = (key: string, text: string) => problemsOf(own(`words: { ${key}: ${JSON.stringify(text)} }`));

  it.each([
    ['editor.title', 24],
    ['draft.close', 24],
    ['delete.yes', 30],
    ['button.open', 75],
    ['starter.answer.label', 75],
    ['delete.confirm-title', 100],
    ['pass.pick', 150],
    ['delete.confirm-text', 300],
    ['state.claimed', 200],
    ['panel.waiting.few', 200],
  ])('of %s may have %s characters', (key, most) => {
    expect(said(key, 'x'.repeat(most))).toEqual([]);
    expect(said(key, 'x'.repeat(most + 1))).toEqual([
      `desk.yaml:15:${16 + key.length}: desks.central.words.${key}: "${'x'.repeat(Math.min(most + 1, 60))}"${
        most < 60 ? '' : `… (${most + 1} characters)`
      }; allowed: ${line(most)}`,
    ]);
  });

  it('are counted with one character for what is filled in', () => {
    expect(said('editor.title', `{first}${'x'.repeat(23)}`)).toEqual([]);
    expect(said('editor.title', `{first}${'x'.repeat(24)}`)).toHaveLength(1);
  });

  it('that say nothing, or break the line they stand in, are refused', () => {
    for (const text of ['', ' ', 'Op\nen', '\u202Enepo', 'Open\u200E', 'Open\u0000']) {
      expect(said('button.open', text), JSON.stringify(text)).toHaveLength(1);
    }
    expect(said('list.and', ' ')).toEqual([]);
    expect(said('list.and', '')).toHaveLength(1);
    expect(said('starter.answer.opening', '')).toEqual([]);
    expect(said('starter.answer.opening', 'Hi {first},\n\n')).toEqual([]);
    expect(said('starter.answer.opening', 'Hi\u202E')).toHaveLength(1);
  });

  it('of the desk itself all pass', () => {
    const words = Object.entries(defaultWords).map(([key, text]) => `  ${key}: ${JSON.stringify(text)}`);
    expect(readDeskFile(own('words:', ...words), 'desk.yaml').warnings).toEqual([]);
  });
});

describe('what nobody can read', () => {
  it('half a character is refused in a text', () => {
    expect(problemsOf(own('words: { "card.hello": "Hello \\ud83d" }'))).toEqual([
      expect.stringMatching(
        /desks\.central\.words\.card\.hello: "Hello \\ud83d"; allowed: .* control characters/,
      ),
    ]);
  });

  it('is written out where it stands in a key', () => {
    expect(problemsOf(own('words: { "a\\nb\\u202e": x }'))).toEqual([
      expect.stringMatching(/^desk\.yaml:\d+:\d+: desks\.central\.words\."a\\nb\\u202e": not known; /),
    ]);
  });
});

describe('an address of ours', () => {
  const warningsOf = (ours: string) => readDeskFile(own(`ours: [${ours}]`), 'desk.yaml').warnings;

  it('that is a bare domain is warned of: earlier versions took it for all pages', () => {
    expect(warningsOf('"library.org"')).toEqual([
      expect.stringContaining(
        'desks.central.ours[0]: "library.org", which is its front page alone; usual: library.org/* for all its pages, *@library.org for all its e-mail addresses, library.org/ for the front page',
      ),
    ]);
  });

  it('that says what it frees is fine', () => {
    const fine = '"library.org/", "library.org/*", "library.org/renew", "help@library.org", "*@library.org"';
    expect(warningsOf(`${fine}, "020 7946 0000", "https://library.org/x"`)).toEqual([]);
  });
});

describe('an urgent word', () => {
  const warningsOf = (words: string) =>
    readDeskFile(own(`urgentWords: [${words}]`), 'desk.yaml').warnings.map((one) =>
      one.replace(/^[^ ]+ /u, ''),
    );

  it('that stands for an emergency is fine, in any language', () => {
    expect(warningsOf('"collapsed", "on fire", "pożar*", "火事", "🔥", "can\'t breathe"')).toEqual([]);
  });

  it('that many posts have is warned of, also one that means many words', () => {
    expect(warningsOf('"Library", "th*", "merci"')).toEqual([
      expect.stringContaining(
        'desks.central.urgentWords[0]: "Library", which many posts have: "library" is one;',
      ),
      expect.stringContaining('"th*", which many posts have: "thank" is one;'),
      expect.stringContaining('"merci", which many posts have; usual: words that stand for an emergency'),
    ]);
  });
});
