/**
 * The same value with U+FFFD in place of every half character, in texts at any depth: a text that was cut within an emoji
 * ends in one. Slack refuses a message that holds one, Redis can't keep it and no address can; nobody has ever read it.
 */
export function wellFormed<T>(value: T): T {
  return repaired(value) as T;
}

function repaired(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(repaired);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [repaired(key), repaired(inner)]));
}
