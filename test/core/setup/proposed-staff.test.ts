import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slackUserId } from '../../../src/core/ids.js';
import { proposedStaff } from '../../../src/core/setup/proposed-staff.js';

const person = (id: string, name: string, more = {}) => ({
  id: slackUserId(id),
  name,
  guest: false,
  deactivated: false,
  ...more,
});

const short = (people: ReturnType<typeof person>[], listed: Parameters<typeof proposedStaff>[1] = []) =>
  proposedStaff(people, listed).map(({ key, name, signature }) => `${key}: ${name} ^${signature}`);

it('proposes first names, keys in plain letters and initials', () => {
  expect(short([person('U0ANA0001', 'Ana Kovač'), person('U0ZOE0001', 'Zoë de la Cruz')])).toEqual([
    'ana: Ana ^AK',
    'zoe: Zoë ^ZC',
  ]);
});

it('two people never share a key, a name or a signature', () => {
  const people = [
    person('U0ANA0001', 'Ana Kovač'),
    person('U0ANA0002', 'Ana Kuhn'),
    person('U0ANA0003', 'Ana Kovač'),
    person('U0ANA0004', 'Al Kay'),
  ];
  expect(short(people)).toEqual([
    'ana: Ana Kovač ^AK',
    'ana-k: Ana Kuhn ^AKU',
    'ana-kovac: Ana Kovač ^AKO',
    'al: Al ^AKA',
  ]);
});

it('gives nobody what somebody in desk.yaml has, and does not propose them again', () => {
  const listed = [{ key: 'ana', slackId: 'U0ANA0001', name: 'Ana', signature: 'AK' }];
  const people = [person('U0ANA0001', 'Ana Kovač'), person('U0ANA0002', 'Ana Kuhn')];
  expect(short(people, listed)).toEqual(['ana-k: Ana Kuhn ^AKU']);
});

it('proposes no bots, guests or deactivated people', () => {
  const people = [
    person('U0BOT0001', 'Bot', { bot: true }),
    person('U0GUEST01', 'Gus', { guest: true }),
    person('U0GONE001', 'Gone', { deactivated: true }),
  ];
  expect(short(people)).toEqual([]);
});

it('names of any letters give keys and signatures that desk.yaml takes, each once', () => {
  const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(names, (all) => {
      const people = all.map((name, at) => person(`U0PERSON${at}`, name));
      const proposed = proposedStaff(people);
      for (const { key, signature } of proposed) {
        expect(key).toMatch(/^[a-z0-9-]+$/);
        expect(signature).toMatch(/^[\p{L}\p{N}]{1,5}$/u);
      }
      expect(new Set(proposed.map(({ key }) => key)).size).toBe(people.length);
      expect(new Set(proposed.map(({ signature }) => signature)).size).toBe(people.length);
    }),
    // A capital with its accent apart, one of two letters, one of three.
    { examples: [[['ẖ', 'ß', 'ﬃ']]] },
  );
});
