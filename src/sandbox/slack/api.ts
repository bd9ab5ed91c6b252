import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, readBody, send } from '../http/http.js';
import { respond } from '../http/respond.js';
import { type Fields, isFields } from './blocks/json.js';
import { type Method, requireScope } from './methods/method.js';
import { methods } from './methods/methods.js';
import { type Args, createArgs, readArgs, readUpload } from './model/args.js';
import { takeUpload } from './model/files.js';
import { countCall } from './model/rates.js';
import { RateLimited, Refused } from './model/refused.js';
import { useResponseUrl } from './model/response-url.js';
import type { Workspace } from './model/workspace.js';

/** Serves the Web API under `/api/METHOD`, response URLs and upload URLs. */
export async function serve(
  slack: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
  const [, name] = /^\/api\/([\w.]+)$/.exec(pathname) ?? [];
  if (name) return callMethod(slack, name, request, response);
  if (/^\/(actions|commands)\//.test(pathname)) return callResponseUrl(slack, pathname, request, response);
  if (pathname.startsWith('/upload/')) return callUpload(slack, pathname, request, response);
  send(response, { status: 404, body: 'Not found: Slack answers /api/METHOD.' });
}

async function callMethod(
  slack: Workspace,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method)
    return send(response, refusal(slack, name, new Refused('unknown_method', [], { req_method: name })));
  let read: Awaited<ReturnType<typeof readArgs>>;
  try {
    read = await readArgs(request, method.json);
  } catch (error) {
    return send(response, refusal(slack, name, error));
  }
  const { args, warning } = read;
  const effect = () => {
    try {
      authorize(slack, method, bearer(request) ?? args.text('token'));
      countCall(slack, name, method.tier);
      for (const scope of method.scopes) requireScope(slack, scope);
      const { body, did } = method.run({ slack, args });
      slack.world.journal.write('slack', name, did ?? withoutToken(args));
      return {
        status: 200,
        headers: scopeHeaders(slack, method),
        body: { ok: true, ...withWarning(body, warning) },
      };
    } catch (error) {
      return refusal(slack, name, error, args);
    }
  };
  await respond(response, takeFault(slack, name), effect, { clock: slack.world.clock, ended: slack.ended });
}

async function callResponseUrl(
  slack: Workspace,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = (await readBody(request)).toString();
  const effect = () => {
    try {
      useResponseUrl(slack, path, responsePayload(text, request.headers['content-type'] ?? ''));
      return { status: 200, body: 'ok' };
    } catch (error) {
      const answer = refusal(slack, 'response_url', error);
      const gone = error instanceof Refused && /_url$/.test(error.code);
      return { ...answer, status: gone ? 404 : answer.status === 200 ? 400 : answer.status };
    }
  };
  await respond(response, takeFault(slack, 'response_url'), effect, {
    clock: slack.world.clock,
    ended: slack.ended,
  });
}

/** Takes the bytes of a file, as they are or as the one file of a form. It needs no token: the address is the secret. */
async function callUpload(
  slack: Workspace,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await readUpload(request);
  const effect = () => {
    try {
      if (request.method !== 'POST' || !bytes) throw new Refused('invalid_upload');
      const { id, length } = takeUpload(slack, path, bytes);
      slack.world.journal.write('slack', 'upload_url', { file: id, length });
      return { status: 200, body: `OK - ${length}` };
    } catch (error) {
      const answer = refusal(slack, 'upload_url', error);
      return { ...answer, status: error instanceof Refused && /_url$/.test(error.code) ? 404 : 400 };
    }
  };
  await respond(response, takeFault(slack, 'upload_url'), effect, {
    clock: slack.world.clock,
    ended: slack.ended,
  });
}

function responsePayload(text: string, type: string): Fields {
  try {
    const payload: unknown = type.startsWith('application/x-www-form-urlencoded')
      ? JSON.parse(new URLSearchParams(text).get('payload') ?? '')
      : JSON.parse(text);
    if (isFields(payload)) return payload;
  } catch {
    // The check below refuses whatever is not a JSON object.
  }
  throw new Refused('invalid_payload');
}

function takeFault(slack: Workspace, call: string) {
  const fault = slack.world.faults.take('slack', call);
  if (fault) slack.world.journal.write('slack', 'fault', { call, when: fault.when, how: fault.how });
  return fault;
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function authorize({ state }: Workspace, method: Method, token: string | undefined): void {
  const { botToken, appToken } = state.app;
  if (!token) throw new Refused('not_authed');
  if (token !== botToken && token !== appToken) throw new Refused('invalid_auth');
  const needed = { bot: botToken, app: appToken, any: token }[method.token];
  if (token !== needed) throw new Refused('not_allowed_token_type');
}

/** Slack's answer to a Refused or RateLimited, which the journal gets as `refused`. Throws any other error again. */
function refusal({ world }: Workspace, method: string, error: unknown, args: Args = createArgs({})): Answer {
  const detail = { method, args: withoutToken(args) };
  if (error instanceof RateLimited) {
    const { retryAfterSeconds } = error;
    world.journal.write('slack', 'refused', { ...detail, error: 'ratelimited', retryAfterSeconds });
    const headers = { 'retry-after': String(retryAfterSeconds) };
    return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
  }
  if (!(error instanceof Refused)) throw error;
  const { code, messages, fields } = error;
  world.journal.write('slack', 'refused', { ...detail, error: code, messages });
  const metadata = messages.length > 0 ? { response_metadata: { messages } } : {};
  return { status: 200, body: { ok: false, error: code, ...fields, ...metadata } };
}

function withoutToken({ raw }: Args): Fields {
  const { token: _token, ...rest } = raw;
  return rest;
}

function withWarning(body: Fields, warning: string | undefined): Fields {
  if (!warning) return body;
  const metadata = isFields(body.response_metadata) ? body.response_metadata : {};
  return { ...body, warning, response_metadata: { ...metadata, warnings: [warning] } };
}

function scopeHeaders({ state }: Workspace, method: Method): Record<string, string> {
  if (method.token === 'app') return {};
  return {
    'x-oauth-scopes': state.manifest.scopes.join(','),
    ...(method.scopes.length > 0 && { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
  };
}
