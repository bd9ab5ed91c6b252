import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { inFlow, withoutValue, withValue } from '../../../src/config/setup/yaml-edit.js';

const text = `# ours
desk:
    channel:   C0A # the id
    x: {handle: lib,practice: true}
    hours:
        # in the morning
        mon: ["09:00-17:00"]   # long


    staff:
        ana:   { slack: U1 }   # first
        ben:
            slack: U2 # second
    # last words
empty:
`;

it.each([
  ['a value', ['desk', 'channel'], 'C0B', 'channel:   C0A #', 'channel:   C0B #'],
  ['a value in one line', ['desk', 'x', 'practice'], false, 'practice: true}', 'practice: false}'],
  ['a new one in one line', ['desk', 'x', 'plan'], 'big', 'practice: true}', 'practice: true, plan: big}'],
  [
    'a list',
    ['desk', 'hours', 'mon'],
    ['10:00-12:00'],
    '["09:00-17:00"]   # long',
    '["10:00-12:00"]   # long',
  ],
  [
    'a new one in a block',
    ['desk', 'staff', 'ben', 'lead'],
    true,
    'slack: U2 # second\n',
    'slack: U2 # second\n            lead: true\n',
  ],
  [
    'a person',
    ['desk', 'staff', 'zoe'],
    { slack: 'U3', signature: '01' },
    'slack: U2 # second\n',
    'slack: U2 # second\n        zoe: { slack: U3, signature: "01" }\n',
  ],
  ['a block', ['desk', 'staff', 'ben'], 1, 'ben:\n            slack: U2 # second', 'ben: 1'],
  ['a key without a value', ['empty'], 1, 'empty:\n', 'empty: 1\n'],
])('sets %s and leaves every other byte', (_what, path, value, from, to) => {
  const changed = withValue(text, path, value);
  expect(changed).toBe(text.replace(from, () => to));
  const read = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], parse(changed));
  expect(read).toEqual(value);
});

it('writes nothing where the value is there already', () => {
  expect(withValue(text, ['desk', 'x', 'practice'], true)).toBe(text);
  expect(withValue(text, ['desk', 'hours', 'mon'], ['09:00-17:00'])).toBe(text);
  expect(withValue(text, ['desk', 'staff', 'ben'], { slack: 'U2' })).toBe(text);
});

it('keeps the line ends of Windows', () => {
  expect(withValue('a:\r\n  b: 1 # x\r\n', ['a', 'c'], 2)).toBe('a:\r\n  b: 1 # x\r\n  c: 2\r\n');
});

it.each([
  ['a:\n  b: 1\n  c: 2 # x\n  d: 3\n', 'a:\n  b: 1\n  # c: 2 # x\n  d: 3\n'],
  ['a:\n  b: 1\n  c:\n    e: 1\n  d: 3\n', 'a:\n  b: 1\n  # c:\n    # e: 1\n  d: 3\n'],
  ['a: { b: 1, c: 2, d: 3 }\n', 'a: { b: 1, d: 3 }\n'],
  ['a: { b: 1, c: 2 }\n', 'a: { b: 1 }\n'],
  ['a: { b: 1 }\n', 'a: { b: 1 }\n'],
])('takes a value out of %j', (before, after) => {
  expect(withoutValue(before, ['a', 'c'])).toBe(after);
});

it('writes on one line what reads as the same value', () => {
  for (const value of [
    'on',
    'true',
    '1e3',
    'Zoë: x',
    "it's",
    '- a',
    '',
    ['09:00-17:00', 'a'],
    { a: { b: [1, true] } },
  ]) {
    expect(parse(`v: ${inFlow(value)}\n`)).toEqual({ v: value });
    expect(parse(`{ v: ${inFlow(value)} }\n`)).toEqual({ v: value });
  }
});
