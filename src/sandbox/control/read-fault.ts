import { oneOf, readArguments, whole } from '../world/arguments.js';
import type { Fault, Refusal } from '../world/faults.js';

const hows = ['refused', 'reset', 'hang', 'status', 'slow', 'trickle', 'cut'] as const;
/** Which `how` an argument belongs to. */
const belongs: Readonly<Record<string, readonly string[]>> = {
  status: ['status'],
  headers: ['status'],
  body: ['status'],
  ms: ['refused', 'slow', 'trickle'],
};

/** A fault as it comes over HTTP. Throws an Error that says what was found and what is allowed. */
export function readFault(args: Record<string, unknown>): Fault | Refusal {
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
    times: 'number?',
  });
  const side = oneOf('fault', 'side', read.side, ['slack', 'x'] as const);
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
    times: whole('fault', 'times', read.times, 1),
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { side, call: read.call, when, how, ...present };
}

function readHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      throw new Error(`fault: the header '${name}' is ${JSON.stringify(value)}, not a string.`);
    }),
  );
}
