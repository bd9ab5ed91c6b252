import { complete } from '../blocks/complete.js';
import { type Fields, fieldsList, isFields } from '../blocks/json.js';
import { valuesOf } from '../blocks/values.js';
import { checkView } from '../blocks/view.js';
import { brokenImageIn } from './broken-images.js';
import { invalidArguments, Refused, withPointers } from './refused.js';
import type { OpenView, State } from './state.js';
import { escapeBlocks } from './text.js';
import { newId, nextTs, type Workspace } from './workspace.js';

/** Slack shows at most so many modals above each other. */
export const maxModals = 3;
const maxViewLength = 250_000;

/** Checks the view that is at the JSON pointer `at` of a call. Throws Refused. */
export function readView(
  state: State,
  view: unknown,
  types: readonly ('modal' | 'home')[],
  at = '/view',
): Fields {
  const problems = checkView(view, at, types);
  if (problems.length > 0 || !isFields(view)) throw invalidArguments(...withPointers(problems));
  if (JSON.stringify(view).length > maxViewLength) throw new Refused('view_too_large');
  const broken = brokenImageIn(state, fieldsList(view.blocks), `${at}/blocks`);
  if (broken) throw invalidArguments(broken);
  return view;
}

/** Opens a modal above the person's others. */
export function pushModal(slack: Workspace, user: string, content: Fields): OpenView {
  const stack = modalsOf(slack.state, user);
  const view = make(slack, user, 'modal', content, stack[0]?.rootViewId, stack.at(-1)?.id ?? null);
  slack.state.stacks[user] = [...stack, view];
  return view;
}

/** Opens a modal as the person's only one. Modals that were open close without a view_closed. */
export function openModal(slack: Workspace, user: string, content: Fields): OpenView {
  const before = slack.state.stacks[user];
  slack.state.stacks[user] = [];
  try {
    return pushModal(slack, user, content);
  } catch (error) {
    if (before) slack.state.stacks[user] = before;
    throw error;
  }
}

/** Replaces the Home of a person. */
export function publishHome(slack: Workspace, user: string, content: Fields): OpenView {
  const before = slack.state.homes[user];
  if (before) {
    updateView(slack, before, content);
    return before;
  }
  const view = make(slack, user, 'home', content, undefined, null);
  slack.state.homes[user] = view;
  return view;
}

/** Updates an open view. What the person entered stays where block_id and action_id are the same. */
export function updateView(slack: Workspace, view: OpenView, content: Fields): void {
  takeExternalId(slack.state, content, view.id);
  const blocks = complete(content.blocks, slack.world.random);
  view.content = { ...content, blocks };
  view.values = valuesOf(blocks, view.values);
  view.hash = newHash(slack);
}

function make(
  slack: Workspace,
  user: string,
  type: 'modal' | 'home',
  content: Fields,
  rootViewId: string | undefined,
  previousViewId: string | null,
): OpenView {
  const blocks = complete(content.blocks, slack.world.random);
  const id = newId(slack, 'V');
  takeExternalId(slack.state, content, id);
  return {
    id,
    user,
    type,
    rootViewId: rootViewId ?? id,
    previousViewId,
    hash: newHash(slack),
    content: { ...content, blocks },
    values: valuesOf(blocks),
  };
}

function newHash(slack: Workspace): string {
  return `${nextTs(slack).split('.')[0]}.${slack.world.random.text(8, '0123456789abcdef')}`;
}

/**
 * Gives an external id to a view. It stays taken when that view is closed: Slack frees it only where the person closed the
 * view by its own button, which no app can rely on. https://github.com/slackapi/slack-api-specs/issues/52
 */
function takeExternalId(state: State, { external_id: id }: Fields, viewId: string): void {
  if (typeof id !== 'string' || id === '') return;
  state.externalIds ??= {};
  const owner = state.externalIds[id] ?? viewId;
  if (owner !== viewId) throw new Refused('duplicate_external_id');
  state.externalIds[id] = viewId;
}

/** The open modals of a person, the top one last. */
export function modalsOf(state: State, user: string): OpenView[] {
  return state.stacks[user] ?? [];
}

/** Removes the top modal. */
export function closeTop(state: State, user: string): void {
  state.stacks[user] = modalsOf(state, user).slice(0, -1);
}

function allViews({ stacks, homes }: State): OpenView[] {
  return [...Object.values(stacks).flat(), ...Object.values(homes)];
}

/** An open view by id or external id. */
export function findView(
  state: State,
  by: { id?: string | undefined; externalId?: string | undefined },
): OpenView {
  const found = allViews(state).find((view) =>
    by.id ? view.id === by.id : view.content.external_id === by.externalId,
  );
  if (!found) throw new Refused('not_found');
  return found;
}

/** A view as answers and payloads have it. In view_closed `values` is empty. */
export function showView({ app, team }: State, view: OpenView, values: Fields = view.values): Fields {
  const { content } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: escapeBlocks(fieldsList(content.blocks)),
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: content.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}
