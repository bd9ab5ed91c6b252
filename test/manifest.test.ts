import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarScopes, neededScopes } from '../src/ops/doctor/slack-scopes.js';
import { seed } from '../src/sandbox/slack/seed.js';
import { answerNextShortcut } from '../src/slack/ids.js';

interface Manifest {
  features: {
    app_home: { home_tab_enabled: boolean; messages_tab_enabled: boolean };
    slash_commands: { command: string; should_escape: boolean }[];
    shortcuts: { name: string; type: string; callback_id: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions?: { bot_events: string[] };
    interactivity: { is_enabled: boolean };
    socket_mode_enabled: boolean;
  };
}

const manifest = parse(readFileSync('slack-manifest.yaml', 'utf8')) as Manifest;

const sources = readdirSync('src/slack', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n');

const named = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map(([, name = '']) => name))].sort();

/** What each method of the Web API asks for. https://docs.slack.dev/reference/methods */
const scopes: Readonly<Record<string, readonly string[]>> = {
  'chat.delete': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.getPermalink': [],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read', 'users:read.email'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'conversations.replies': ['channels:history', 'groups:history'],
};

it('the manifest asks for exactly the scopes that the methods in use need', () => {
  const methods = named(
    /\bclient\s*\.((?:chat|views|conversations|users|apps|bots|files|reactions)\.\w+)\(/g,
  );
  expect(methods).toEqual(Object.keys(scopes).sort());
  const needed = new Set(['commands', ...methods.flatMap((method) => scopes[method] ?? [])]);
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed].sort());
});

it('doctor knows of each scope of the manifest what is lost without it, and of no other', () => {
  expect(Object.keys({ ...neededScopes, ...calendarScopes }).sort()).toEqual(
    manifest.oauth_config.scopes.bot.toSorted(),
  );
});

it('it has exactly the commands that are listened to, with names of people left as they are typed in /greet', () => {
  const commands = manifest.features.slash_commands;
  expect(commands.map(({ command }) => command).sort()).toEqual(named(/app\.command\('([^']+)'/g));
  expect(commands.find(({ command }) => command === '/greet')?.should_escape).toBe(false);
  expect(commands.find(({ command }) => command === '/rota')?.should_escape).toBe(true);
});

it('it subscribes to exactly the events that are listened to', () => {
  expect(manifest.settings.event_subscriptions?.bot_events ?? []).toEqual(named(/app\.event\('([^']+)'/g));
});

it('it has exactly the shortcuts that are listened to, and a Home tab where a home is published', () => {
  const { app_home, shortcuts } = manifest.features;
  expect(shortcuts.map(({ callback_id, type }) => [callback_id, type])).toEqual([
    [answerNextShortcut, 'global'],
  ]);
  expect(named(/app\.shortcut\((\w+)/g)).toEqual(['answerNextShortcut']);
  expect(app_home.home_tab_enabled).toBe(sources.includes('client.views.publish('));
  expect(app_home.messages_tab_enabled).toBe(sources.includes('client.conversations.open('));
});

it('INSTALL.md says of each scope of the manifest what it is for, and of no other', () => {
  const install = readFileSync('INSTALL.md', 'utf8');
  const chapter = install.slice(install.indexOf('## The Slack app'), install.indexOf('## X\n'));
  const rows = [...chapter.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
  expect(rows.map(([, scope]) => scope).toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
  expect(rows.filter(([, , what = '']) => what.length < 20)).toEqual([]);
});

it('the Slack sandbox grants exactly what the manifest asks for', () => {
  const { scopes, events, commands, shortcuts } = seed().manifest;
  expect(scopes.toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
  expect(events.toSorted()).toEqual(manifest.settings.event_subscriptions?.bot_events.toSorted());
  expect(commands).toEqual(manifest.features.slash_commands);
  expect(shortcuts).toEqual(
    manifest.features.shortcuts.map(({ name, type, callback_id }) => ({ name, type, callback_id })),
  );
});

it('it turns on what the desk speaks: Socket Mode and interactivity', () => {
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
});
