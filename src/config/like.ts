import type { Finding } from './rules/findings.js';
import type { Path } from './rules/locate.js';
import { sharedKeys as shared } from './schema/schema.js';

/** What it has from it unless it says another. */
const unlessSaid = ['fallback'] as const;

interface Likeness {
  /** The file in which each desk that is like another has what it shares. */
  readonly file: unknown;
  readonly findings: readonly Finding[];
  /** Whether what stands there comes from another desk: what is wrong with it is said there. */
  isFromOther(path: Path): boolean;
}

/** Gives each desk with `like: another` what it shares with that one, and finds what is wrong with such a line. */
export function withLikes(raw: unknown): Likeness {
  const desks = new Map(Object.entries(asMap(asMap(raw).desks)).map(([id, desk]) => [id, asMap(desk)]));
  const alike = [...desks].filter(([, desk]) => desk.like !== undefined);
  const fromOther = new Map(
    alike.map(([id, desk]) => [
      id,
      new Set<unknown>([...shared, ...unlessSaid.filter((key) => desk[key] === undefined)]),
    ]),
  );
  const isFromOther = ([, desk, key]: Path): boolean => fromOther.get(String(desk))?.has(key) ?? false;
  if (alike.length === 0) return { file: raw, findings: [], isFromOther };

  const filled = alike.map(([id, desk]) => [
    id,
    { ...desk, ...sharedOf(desks.get(String(desk.like)), desk) },
  ]);
  return {
    file: { ...asMap(raw), desks: { ...asMap(asMap(raw).desks), ...Object.fromEntries(filled) } },
    findings: alike.flatMap(([id, desk]) => [...wrongName(id, desk, desks), ...keysOfBoth(id, desk)]),
    isFromOther,
  };
}

/** What a desk has from the other one. The keys in which that one has nothing are nobody's. */
function sharedOf(other: Keys = {}, own: Keys): Keys {
  const keys = [...shared, ...unlessSaid.filter((key) => own[key] === undefined)];
  return Object.fromEntries(keys.map((key) => [key, other[key]]));
}

function wrongName(id: string, { like }: Keys, desks: ReadonlyMap<string, Keys>): readonly Finding[] {
  // The schema refuses what is no text.
  if (typeof like !== 'string') return [];
  const names = [...desks].flatMap(([one, desk]) => (one === id || desk.like !== undefined ? [] : [one]));
  const other = desks.get(like);
  if (names.includes(like)) return [];
  const found =
    like === id
      ? `${JSON.stringify(like)} is this desk itself`
      : other
        ? `${JSON.stringify(like)} is like another desk itself`
        : `${JSON.stringify(like)} is no desk of this file`;
  const allowed =
    names.length > 0 ? names.join(', ') : 'a desk of this file with people and shifts of its own';
  return [
    { path: ['desks', id, 'like'], found, allowed, ...(!other && { meant: { written: like, names } }) },
  ];
}

const keysOfBoth = (id: string, desk: Keys): readonly Finding[] =>
  shared
    .filter((key) => desk[key] !== undefined)
    .map((key) => ({
      path: ['desks', id, key],
      at: 'key',
      found: `${key} beside like`,
      allowed: 'one of the two: with like it comes from the other desk',
    }));

type Keys = Readonly<Record<string, unknown>>;

const asMap = (value: unknown): Keys =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keys) : {};
