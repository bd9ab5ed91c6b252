import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import * as z from 'zod';
import type { RejectReason } from '../core/card/banner.js';
import { dayMs, minuteMs, secondMs } from '../core/durations.js';
import {
  Busy,
  isOurMistake,
  KeysRefused,
  NotSent,
  OutcomeUnknown,
  Rejected,
  Unreachable,
} from '../errors.js';

/** What was observed of one call. */
export interface CallTrace {
  /** HTTP status of the response; 0 when none began. */
  status: number;
  /** No connection to X was ever made. */
  neverConnected: boolean;
  /** Node's error, when there is no response. */
  error?: Error;
}

/**
 * What is certain after a call that failed, at `now` (Unix ms): a fault of `errors.ts`. Every one but OutcomeUnknown means
 * that nothing took effect. A mistake of ours comes back as it is and says nothing about the call.
 */
export function faultOf(thrown: unknown, { neverConnected, error, now }: CallTrace & { now: number }): Error {
  for (const one of [thrown, error]) if (one instanceof NotSent || isOurMistake(one)) return one;
  if (thrown instanceof ApiResponseError) return faultOfAnswer(thrown, now);
  if (thrown instanceof ApiPartialResponseError) return new OutcomeUnknown('X', thrown.responseError);
  if (thrown instanceof ApiRequestError && neverConnected) return new Unreachable('X', error);
  return new OutcomeUnknown('X', error ?? thrown);
}

/** X does not give a field, or knows no field of this name. It names it in `errors[].message`. */
export class FieldRefused extends Rejected {
  constructor(
    readonly parameter: string,
    readonly field: string,
    detail: string,
  ) {
    super('other', detail);
  }
}

/** X knows no parameter of this name. */
export class ParameterRefused extends Rejected {
  constructor(
    readonly parameter: string,
    detail: string,
  ) {
    super('other', detail);
  }
}

const problemBody = z.object({
  errors: z
    .array(z.object({ message: z.string().optional() }))
    .optional()
    .catch(undefined),
  title: z.string(),
  type: z.string().optional(),
  detail: z.string().optional(),
});
type Problem = z.infer<typeof problemBody>;

/** Title and type are read before the status, because X answers 403 when the spend cap is reached. */
function faultOfAnswer({ code, data, headers }: ApiResponseError, now: number): Error {
  const problem = problemBody.safeParse(data).data;
  const isRefused = code >= 400 && code < 500 && code !== 408;
  if (isRefused && problem && isAboutMoney(problem)) return rejected('budget', code, problem);
  if (code === 429) return new Busy(retryAt(headers, now), 'X');
  if (code === 402) return rejected('budget', code, problem);
  if (code === 401 || (isRefused && problem && isOurSuspension(problem)))
    return new KeysRefused('X', detailOf(code, problem));
  if (code === 403 && problem && isNotPermitted(problem))
    return new KeysRefused('X', detailOf(code, problem), 'not-permitted');
  const field = isRefused && problem && refusedField(problem);
  if (field) return field;
  if (isRefused && problem) return rejected(code === 404 ? 'gone' : reasonOf(problem), code, problem);
  return new OutcomeUnknown('X', `HTTP ${code}`);
}

/** "The `user.fields` query parameter value [pinned_tweet_id] is not one of […]" */
const FIELD = /`(?<parameter>[\w.]+\.fields|expansions)` query parameter value \[(?<field>[\w.]+)\]/u;

/** "The query parameter [tweet.fields] is not one of […]" */
const PARAMETER = /^The query parameter \[([\w.]+\.fields)\] is not one of/u;

function refusedField({ errors = [] }: Problem): Rejected | undefined {
  for (const { message = '' } of errors) {
    const { field, parameter } = FIELD.exec(message)?.groups ?? {};
    if (field && parameter) return new FieldRefused(parameter, field, message);
    const [, unknown] = PARAMETER.exec(message) ?? [];
    if (unknown) return new ParameterRefused(unknown, message);
  }
  return undefined;
}

function rejected(reason: RejectReason, code: number, problem: Problem | undefined): Rejected {
  return new Rejected(reason, detailOf(code, problem));
}

const detailOf = (code: number, problem: Problem | undefined): string =>
  problem?.detail ?? problem?.title ?? `HTTP ${code}`;

const moneyTitles = ['CreditsDepleted', 'Payment Required', 'SpendCapReached'];
const moneyTypes = ['credits', 'credits-depleted'];

/** The last segment of a problem's type. Its host may be api.x.com or api.twitter.com. */
const lastSegment = ({ type }: Pick<Problem, 'type'>) => type?.split('/').at(-1) ?? '';
const isAboutMoney = (problem: Problem) =>
  moneyTitles.includes(problem.title) || moneyTypes.includes(lastSegment(problem));

/** X suspended our account. */
const isOurSuspension = (problem: Problem) => lastSegment(problem) === 'user-suspended';

/** Our app or its token may not do this at all, whatever the post: an access token keeps the rights it was made with. */
const isNotPermitted = (problem: Problem) =>
  permissionTypes.includes(lastSegment(problem)) ||
  permissionSentences.some((sentence) => sentence.test(problem.detail ?? ''));
const permissionTypes = ['oauth1-permissions', 'client-forbidden', 'unsupported-authentication'];
const permissionSentences = [/not permitted to perform this action/i, /read-only application/i];

/** Whether a problem says that X does not show us a thing: it was deleted, or its author is suspended or protected. */
export const isNotShown = (problem: Pick<Problem, 'type'>) => notShownTypes.includes(lastSegment(problem));
const hiddenType = 'not-authorized-for-resource';
const notShownTypes = ['resource-not-found', hiddenType];

/** Whether a problem says that the writer of a post shows us none of theirs: they are protected, or block us. */
export const isHidden = (problem: Pick<Problem, 'type'>) => lastSegment(problem) === hiddenType;

/** X has no codes for these reasons, only sentences. */
const rejectionSentences: readonly (readonly [RegExp, RejectReason])[] = [
  [/duplicate content/i, 'duplicate'],
  [/not been mentioned or otherwise engaged/i, 'not-summoned'],
  [/only reply to or quote posts where you are mentioned/i, 'not-summoned'],
  [/deleted or not visible/i, 'gone'],
  [/too long/i, 'too-long'],
  [/permission to DM/i, 'private-closed'],
];

function reasonOf(problem: Problem): RejectReason {
  if (isNotShown(problem)) return 'gone';
  return rejectionSentences.find(([sentence]) => sentence.test(problem.detail ?? ''))?.[1] ?? 'other';
}

/** Some 429s name no time. X's shortest window is 15 minutes, so asking again after a minute loses little. */
const retryWithoutResetMs = minuteMs;
/** A machine whose clock is ahead of X's would otherwise ask again at once. */
const shortestRetryMs = secondMs;
/** X's windows of 15 minutes and a day, plus a minute for clocks that differ. No wait is longer, whatever X names. */
const windowMs = 16 * minuteMs;
const dayWindowMs = dayMs + minuteMs;

/** When the window that is used up ends (Unix ms): that of a day, else that of 15 minutes. */
function retryAt(headers: ApiResponseError['headers'], now: number): number {
  const seconds = (name: string) => Number(headers[name] || Number.NaN);
  const usedUpDays = ['x-user-limit-24hour', 'x-app-limit-24hour'].filter(
    (limit) => seconds(`${limit}-remaining`) === 0,
  );
  const endOf = (limit: string, longestMs: number) =>
    Math.min(seconds(`${limit}-reset`) * secondMs, now + longestMs);
  const resets = [
    ...usedUpDays.map((limit) => endOf(limit, dayWindowMs)),
    endOf('x-rate-limit', windowMs),
  ].filter(Number.isFinite);
  return resets.length > 0 ? Math.max(now + shortestRetryMs, ...resets) : now + retryWithoutResetMs;
}
