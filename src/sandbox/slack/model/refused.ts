import type { Fields } from '../blocks/json.js';
import type { Problem } from '../blocks/shape.js';

/** A refusal of Slack: `{ok: false, error, response_metadata: {messages}}` with HTTP 200. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly messages: readonly string[] = [],
    /** Further fields of the answer, beside `error`. */
    readonly fields: Fields = {},
  ) {
    super(messages.length > 0 ? `${code}: ${messages.join('; ')}` : code);
  }
}

/** HTTP 429 with `Retry-After` in whole seconds. */
export class RateLimited extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`ratelimited, ${retryAfterSeconds} s`);
  }
}

/** The refusal of arguments that Slack can't read. */
export function invalidArguments(...messages: string[]): Refused {
  return new Refused(
    'invalid_arguments',
    messages.map((message) => `[ERROR] ${message}`),
  );
}

/** Block Kit problems in Slack's words: `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`. */
export function withPointers(problems: readonly Problem[]): string[] {
  return problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
}
