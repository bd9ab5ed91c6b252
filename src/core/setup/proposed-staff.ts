import { type Colleague, initials, isColleague, shortName } from '../desk/desk-now.js';

/** Somebody as desk.yaml would list them. */
export interface ProposedMember {
  /** Their key in desk.yaml, such as `ana`. */
  readonly key: string;
  readonly slackId: string;
  /** What colleagues see. */
  readonly name: string;
  /** One to five letters or digits, without ^. */
  readonly signature: string;
}

/** Somebody who is not in desk.yaml yet. */
export interface Proposal extends ProposedMember {
  readonly fullName: string;
}

/** The most letters of a signature. */
const longest = 5;

/**
 * The people of a channel who may answer, as desk.yaml would list them: by their first name, where that is enough, and with a
 * key and a signature that nobody else has, nor those who are `listed` already. Bots, guests and deactivated people are left out.
 */
export function proposedStaff(
  members: readonly Colleague[],
  listed: readonly ProposedMember[] = [],
): readonly Proposal[] {
  const known = new Set(listed.map(({ slackId }) => slackId));
  const people = members.filter(isColleague).filter(({ id }) => !known.has(id));
  const proposed: Proposal[] = [];
  for (const person of people) {
    const taken = [...listed, ...proposed];
    proposed.push({
      key: firstFree(keysOf(person), new Set(taken.map(({ key }) => key))),
      slackId: person.id,
      fullName: person.name,
      name: shortName(person, [...people, ...listed]),
      signature: firstFree(signaturesOf(person), new Set(taken.map(({ signature }) => signature))),
    });
  }
  return proposed;
}

function firstFree(wishes: Iterable<string>, taken: ReadonlySet<string>): string {
  for (const wish of wishes) if (!taken.has(wish)) return wish;
  return '';
}

/** "ana", then "ana-k", "ana-kovac", "ana-2" and so on; the person's id for a name that Latin letters do not spell. */
function* keysOf({ id, name }: Colleague): Iterable<string> {
  const [first, ...others] = name
    .split(/\s+/u)
    .map((word) => inLatin(word))
    .filter((word) => word !== '');
  const base = first ?? id.toLowerCase();
  yield base;
  const last = others.at(-1);
  if (last) yield* [`${base}-${last.slice(0, 1)}`, `${base}-${last}`];
  for (let number = 2; ; number += 1) yield `${base}-${number}`;
}

/** A word in the letters that a key may have: "Kovač" is "kovac". */
const inLatin = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');

/** "AK" for Ana Kovač, then "AKO", "AKOV" and so on, then "AK2". */
function* signaturesOf(person: Colleague): Iterable<string> {
  const short = initials(person);
  yield short;
  const last = person.name.split(/\s+/u).filter(Boolean).at(-1) ?? '';
  const more = [...last.toLocaleUpperCase('en')].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).slice(1);
  for (let count = 1; count <= Math.min(more.length, longest - short.length); count += 1) {
    yield `${short}${more.slice(0, count).join('')}`;
  }
  for (let number = 2; ; number += 1) yield `${short.slice(0, longest - String(number).length)}${number}`;
}
