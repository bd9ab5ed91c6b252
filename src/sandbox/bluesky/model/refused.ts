/** An answer that is no success, with the name and the words of the real servers. https://atproto.com/specs/xrpc#error-responses */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** 400, by default for a request that makes no sense. */
export const refused = (message: string, error = 'InvalidRequest'): Refused =>
  new Refused(400, error, message);
