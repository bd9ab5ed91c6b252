import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, readBody, send } from '../http/http.js';
import { respond } from '../http/respond.js';
import { type Fault, takesEffect } from '../world/faults.js';
import { identityMethods } from './methods/identity.js';
import { peopleMethods } from './methods/people.js';
import { postMethods } from './methods/posts.js';
import { repoMethods } from './methods/repo.js';
import { serverMethods } from './methods/server.js';
import { seenNow } from './model/app-view.js';
import { Refused, refused } from './model/refused.js';
import type { Account, Sky } from './model/state.js';
import { countCall, ofAddress } from './wire/limits.js';
import type { Call, Method } from './wire/method.js';
import { readInput, readParams } from './wire/read.js';
import { readToken } from './wire/tokens.js';

/** All methods. */
export const methods: readonly Method[] = [
  ...serverMethods,
  ...identityMethods,
  ...repoMethods,
  ...peopleMethods,
  ...postMethods,
];

/** Answers one request under /xrpc/, or fails it as a planned fault says. */
export async function serveApi(
  sky: Sky,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  ended: AbortSignal,
): Promise<void> {
  const bytes = await readBody(request, 10_000_000);
  const nsid = url.pathname.slice('/xrpc/'.length);
  const method = methods.find(({ call }) => call === `${request.method} ${nsid}`);
  if (!method) return send(response, answerOf(unknown(sky, request, nsid)));
  const fault = sky.world.faults.take('bluesky', method.call);
  if (fault && !takesEffect(fault)) {
    const detail = { tookEffect: false, fault: `${fault.when} ${fault.how}`, ...wanted(bytes) };
    sky.world.journal.write('bluesky', method.call, detail);
  }
  const effect = () => run({ sky, request, url, bytes, method, fault });
  await respond(response, fault, effect, { clock: sky.world.clock, ended });
}

/** What the account's server answers for a method that it does not have under this verb. */
function unknown(sky: Sky, { headers, method = '' }: IncomingMessage, nsid: string): Refused {
  const known = methods.find(({ call }) => call.split(' ')[1] === nsid);
  try {
    if (!known || known.isOfAppView) readToken(sky, headers.authorization, 'at+jwt');
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  if (known) return refused(`Incorrect HTTP method (${method}) expected ${known.call.split(' ')[0]}`);
  return new Refused(501, 'MethodNotImplemented', 'Method Not Implemented');
}

interface Asked {
  readonly sky: Sky;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly bytes: Buffer;
  readonly method: Method;
  readonly fault: Fault | undefined;
}

function run({ bytes, fault, method, request, sky, url }: Asked): Answer {
  const isWrite = method.call.startsWith('POST ');
  const detail: Record<string, unknown> = {
    ...(fault && { fault: `${fault.when} ${fault.how}` }),
    ...(isWrite && wanted(bytes)),
  };
  const write = (more: Record<string, unknown>) =>
    sky.world.journal.write('bluesky', method.call, { ...detail, ...more });
  let headers: Readonly<Record<string, string>> = {};
  try {
    const account = callerOf(sky, method, request);
    if (account) detail.caller = account.handle;
    if (method.isOfAppView && sky.state.isAppViewDown)
      throw new Refused(502, 'UpstreamFailure', 'Upstream service unreachable');
    const call = callOf({ sky, method, request, url, bytes }, account);
    const address = request.socket.remoteAddress ?? '';
    headers = countCall(sky, [...(method.limits?.(call, address) ?? []), ofAddress(address)]);
    const { body, journal } = method.answer(call);
    write({ ...journal, status: 200, ...(isWrite && { tookEffect: true }) });
    return { status: 200, headers, body: body ?? '' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    write({
      status: error.status,
      error: error.error,
      message: error.message,
      ...(isWrite && { tookEffect: false }),
    });
    return answerOf(error, headers);
  }
}

const answerOf = (
  { error, headers, message, status }: Refused,
  before: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { ...before, ...headers },
  body: { error, message },
});

/** Who signs the call; undefined where nobody has to. Throws Refused. */
function callerOf(sky: Sky, { auth }: Method, { headers }: IncomingMessage): Account | undefined {
  if (auth === 'none') return undefined;
  const { scope, sub } = readToken(sky, headers.authorization, auth === 'refresh' ? 'refresh+jwt' : 'at+jwt');
  if (auth === 'full' && scope !== 'com.atproto.access') throw refused('Bad token scope', 'InvalidToken');
  const account = sky.state.accounts[sub];
  if (!account) throw new Refused(403, 'AccountNotFound', 'Account not found');
  if (account.status === 'takendown')
    throw new Refused(401, 'AccountTakedown', 'Account has been taken down');
  return account;
}

function callOf(
  { bytes, method, request, sky, url }: Omit<Asked, 'fault'>,
  account: Account | undefined,
): Call {
  const nsid = method.call.split(' ')[1] ?? '';
  const caller = () => {
    if (!account) throw new Refused(401, 'AuthMissing', 'Authentication Required');
    return account;
  };
  return {
    sky,
    params: method.params ? readParams(nsid, method.params, url.searchParams) : {},
    input: readInput(method, request, bytes),
    bytes,
    contentType: request.headers['content-type'] ?? '',
    caller,
    tokenId: () => readToken(sky, request.headers.authorization, 'refresh+jwt').jti ?? '',
    looking: () => ({ sky, seen: seenNow(sky), viewer: caller().did }),
  };
}

/** What the caller wants to write, as it was sent, for the journal. */
function wanted(bytes: Buffer): Record<string, unknown> {
  if (bytes[0] !== 0x7b) return {};
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(bytes.toString());
  } catch {
    return {};
  }
  const record = (body.record ?? {}) as Record<string, unknown>;
  const { parent } = (record.reply ?? {}) as { parent?: { uri?: unknown } };
  const { collection, rkey } = body;
  const all = { collection, rkey, text: record.text, reply_to: parent?.uri, subject: record.subject };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
