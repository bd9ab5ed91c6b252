interface Kinds {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly strings: readonly string[];
  readonly object: Readonly<Record<string, unknown>>;
  readonly anything: unknown;
}

type Kind = keyof Kinds | `${keyof Kinds}?`;
type Spec = Readonly<Record<string, Kind>>;
type Read<S extends Spec> = {
  readonly [K in keyof S]: S[K] extends keyof Kinds
    ? Kinds[S[K]]
    : S[K] extends `${infer Base extends keyof Kinds}?`
      ? Kinds[Base] | undefined
      : never;
};

/** The arguments of an act, checked. Throws an Error that says what is allowed for an unknown, missing or wrong one. */
export function readArguments<S extends Spec>(act: string, args: Record<string, unknown>, spec: S): Read<S> {
  const list = Object.entries(spec).map(([name, kind]) => `${name}: ${kind}`);
  const allowed = list.length > 0 ? `It takes ${list.join(', ')}.` : 'It takes nothing.';
  for (const name of Object.keys(args)) {
    if (!Object.hasOwn(spec, name)) throw new Error(`${act}: there is no argument '${name}'. ${allowed}`);
  }
  for (const [name, kind] of Object.entries(spec)) {
    const value = args[name];
    if (value === undefined && kind.endsWith('?')) continue;
    if (value === undefined) throw new Error(`${act}: '${name}' is missing. ${allowed}`);
    const wanted = kind.replace('?', '');
    if (!fits(value, wanted)) {
      throw new Error(`${act}: '${name}' is ${JSON.stringify(value)}, not a ${wanted}. ${allowed}`);
    }
  }
  return args as Read<S>;
}

function fits(value: unknown, kind: string): boolean {
  if (kind === 'anything') return true;
  if (kind === 'strings') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === kind;
}

/** The value, if it is one of `allowed`. Throws an Error that lists them otherwise. */
export function oneOf<T extends string>(act: string, name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw new Error(`${act}: '${name}' is '${value}', not one of ${allowed.join(', ')}.`);
  }
  return found;
}

/** The value, if it is a whole number from `min` to `max`, or undefined. Throws an Error with the bounds otherwise. */
export function whole(
  act: string,
  name: string,
  value: number | undefined,
  min: number,
  max = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return value;
  const bounds = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`;
  throw new Error(`${act}: '${name}' is ${value}, not a whole number, ${bounds}.`);
}
