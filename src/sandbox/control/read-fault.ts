import { oneOf, readArguments, whole } from '../world/arguments.js';
import type { Fault, Refusal } from '../world/faults.js';
import { oddKinds, type Shape, type Times } from '../world/shapes.js';

const hows = [
  'refused',
  'reset',
  'hang',
  'status',
  'slow',
  'trickle',
  'cut',
  'odd',
  'refused-field',
] as const;
/** Which `how` an argument belongs to. */
const belongs: Readonly<Record<string, readonly string[]>> = {
  status: ['status'],
  headers: ['status'],
  body: ['status'],
  ms: ['refused', 'slow', 'trickle'],
  odd: ['odd'],
  post: ['odd'],
  field: ['refused-field'],
};

/** A fault as it comes over HTTP. Throws an Error that says what was found and what is allowed. */
export function readFault(args: Record<string, unknown>): Fault | Refusal | Shape {
  const read = readArguments('fault', args, {
    side: 'string',
    how: 'string',
    call: 'string?',
    when: 'string?',
    status: 'number?',
    headers: 'object?',
    body: 'anything?',
    ms: 'number?',
    lateMs: 'number?',
    times: 'anything?',
    odd: 'string?',
    post: 'string?',
    field: 'string?',
  });
  const side = oneOf('fault', 'side', read.side, ['slack', 'x', 'bluesky'] as const);
  const how = oneOf('fault', 'how', read.how, hows);
  for (const [name, only] of Object.entries(belongs)) {
    if (args[name] !== undefined && !only.includes(how)) {
      throw new Error(`fault: '${name}' goes with how: ${only.join(' or ')}, not with '${how}'.`);
    }
  }
  const ms = whole('fault', 'ms', read.ms, 0);
  if (how === 'refused') {
    const more = ['call', 'when', 'lateMs', 'times'].find((name) => args[name] !== undefined);
    if (more) throw new Error(`fault: a refused connection has no '${more}'; it takes side and ms.`);
    return { side, how, ...(ms !== undefined && { ms }) };
  }
  const times = readTimes(read.times);
  if (how === 'odd' || how === 'refused-field') {
    const more = ['when', 'lateMs'].find((name) => args[name] !== undefined);
    if (more) throw new Error(`fault: '${how}' has no '${more}', because the call takes effect.`);
    if (side !== 'x') throw new Error(`fault: '${how}' goes with side: x, not with '${side}'.`);
    return {
      ...readShape(how, read),
      ...(read.call !== undefined && { call: read.call }),
      ...(times !== undefined && { times }),
    };
  }
  if (read.call === undefined) throw new Error(`fault: 'call' is missing: which call of ${side} shall fail?`);
  const when = oneOf('fault', 'when', read.when ?? 'before', ['before', 'after', 'late'] as const);
  if (read.lateMs !== undefined && when !== 'late') {
    throw new Error(`fault: 'lateMs' goes with when: late, not with '${when}'.`);
  }
  const given = {
    status: whole('fault', 'status', read.status, 200, 599),
    headers: read.headers && readHeaders(read.headers),
    body: read.body,
    ms,
    lateMs: whole('fault', 'lateMs', read.lateMs, 0),
    times,
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { side, call: read.call, when, how, ...present };
}

function readShape(
  how: Shape['how'],
  read: {
    readonly odd?: string | undefined;
    readonly post?: string | undefined;
    readonly field?: string | undefined;
  },
): Shape {
  if (how === 'odd') {
    const odd = oneOf('fault', 'odd', read.odd ?? '', oddKinds);
    return { side: 'x', how, odd, ...(read.post !== undefined && { post: read.post }) };
  }
  if (read.field === undefined) throw new Error("fault: 'field' is missing: which field shall X refuse?");
  return { side: 'x', how, field: read.field };
}

function readTimes(times: unknown): Times | undefined {
  if (times === undefined || times === 'always') return times;
  if (typeof times === 'number') return whole('fault', 'times', times, 1);
  throw new Error(`fault: 'times' is ${JSON.stringify(times)}, not a whole number or "always".`);
}

function readHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      throw new Error(`fault: the header '${name}' is ${JSON.stringify(value)}, not a string.`);
    }),
  );
}
