import { isOurs } from '../model/people.js';
import { invalidArguments, Refused } from '../model/refused.js';
import type { OpenView } from '../model/state.js';
import {
  findView,
  maxModals,
  modalsOf,
  openModal,
  publishHome,
  pushModal,
  readView,
  showView,
  updateView,
} from '../model/views.js';
import type { Workspace } from '../model/workspace.js';
import type { Call, Method, MethodResult } from './method.js';

const writes = { tier: 'tier4', token: 'bot', json: true, scopes: [] } as const;

export const viewMethods: Record<string, Method> = {
  'views.open': { ...writes, run: open },
  'views.push': { ...writes, run: push },
  'views.update': { ...writes, run: update },
  'views.publish': { ...writes, run: publish },
};

function givenView({ args, slack }: Call, types: readonly ('modal' | 'home')[]) {
  if (!args.has('view')) throw invalidArguments('missing required field: view');
  return readView(slack.state, args.json('view', 'invalid_arguments'), types);
}

function open(call: Call): MethodResult {
  const content = givenView(call, ['modal']);
  const user = exchange(call);
  return shown(call.slack, openModal(call.slack, user, content));
}

function push(call: Call): MethodResult {
  const content = givenView(call, ['modal']);
  const user = exchange(call);
  const stack = modalsOf(call.slack.state, user);
  if (stack.length === 0) throw new Refused('not_found');
  if (stack.length >= maxModals) throw new Refused('push_limit_reached');
  return shown(call.slack, pushModal(call.slack, user, content));
}

function exchange({ slack, args }: Call): string {
  return slack.triggers.exchange(args.raw.trigger_id ?? args.raw.interactivity_pointer);
}

function update(call: Call): MethodResult {
  const { slack, args } = call;
  const id = args.text('view_id');
  const externalId = args.text('external_id');
  if (!id && !externalId) throw invalidArguments('must provide either `view_id` or `external_id`');
  if (id && externalId) throw invalidArguments('Cannot provide both `view_id` and `external_id`');
  const content = givenView(call, ['modal', 'home']);
  const view = findView(slack.state, { id, externalId });
  if (content.type !== view.type)
    throw invalidArguments(`unsupported type: ${content.type} [json-pointer:/view/type]`);
  requireHash(call, view);
  updateView(slack, view, content);
  return shown(slack, view);
}

function publish(call: Call): MethodResult {
  const { slack, args } = call;
  const { state } = slack;
  const person = state.people[args.required('user_id')];
  if (!person || person.deleted || person.isBot || !isOurs(state, person)) {
    throw invalidArguments('invalid `user_id` [json-pointer:/user_id]');
  }
  const content = givenView(call, ['home']);
  if (!state.manifest.homeTab) throw new Refused('not_enabled');
  const before = state.homes[person.id];
  if (before) requireHash(call, before);
  return shown(slack, publishHome(slack, person.id, content));
}

function requireHash({ args }: Call, view: OpenView): void {
  const hash = args.text('hash');
  if (hash && hash !== view.hash) throw new Refused('hash_conflict');
}

function shown({ state }: Workspace, view: OpenView): MethodResult {
  return {
    body: { view: showView(state, view) },
    did: { user: view.user, view_id: view.id, hash: view.hash, view: view.content },
  };
}
