import { WebAPIRequestError } from '@slack/web-api';
import { type CallResult, NotSent, resultOf } from '../../errors.js';
import { slackFault, unclearCodes } from './faults.js';

/** Told how a call to Slack ended: by the name of its method, or `other` for an address that names none. Must not throw. */
export type Called = (method: string, result: CallResult) => void;

/**
 * A fetch for Slack's clients that tells how each call ended: all their calls pass here, also those that a library makes by
 * itself.
 */
export function toldOf(called: Called, fetch: typeof globalThis.fetch = globalThis.fetch) {
  return async function toldFetch(...[url, init]: Parameters<typeof globalThis.fetch>): Promise<Response> {
    const method = methodOf(url);
    try {
      const response = await fetch(url, init);
      const told = (result: CallResult) => called(method, result);
      // The answer itself is the client's to read.
      void resultOfAnswer(response.clone()).then(told, () => told('unknown'));
      return response;
    } catch (fault) {
      const result = isNotSent(fault)
        ? undefined
        : resultOf(slackFault(requestError(fault), method, Date.now()));
      if (result) called(method, result);
      throw fault;
    }
  };
}

/** Addresses for answers to a command contain a secret. */
function methodOf(url: Parameters<typeof globalThis.fetch>[0]): string {
  const { pathname } = new URL(url instanceof Request ? url.url : url);
  return /\/api\/([a-zA-Z.]+)$/u.exec(pathname)?.[1] ?? 'other';
}

/** Slack says in the body of a 200 whether it did what it was asked. https://docs.slack.dev/apis/web-api/#responses */
async function resultOfAnswer(response: Response): Promise<CallResult> {
  if (response.status === 429) return 'limited';
  if (response.status !== 200) return response.status < 500 ? 'refused' : 'unknown';
  const text = await response.text();
  if (!text.startsWith('{')) return 'ok';
  const { ok, error } = JSON.parse(text) as { readonly ok?: boolean; readonly error?: string };
  if (ok !== false) return 'ok';
  return unclearCodes.includes(error ?? '') ? 'unknown' : 'refused';
}

const requestError = (fault: unknown) =>
  new WebAPIRequestError(fault instanceof Error ? fault : new Error(String(fault)));

/** Whether the last check before the request left said no: fetch hides that in its cause. */
const isNotSent = (fault: unknown): boolean =>
  fault instanceof NotSent || (fault instanceof Error && fault.cause !== undefined && isNotSent(fault.cause));
