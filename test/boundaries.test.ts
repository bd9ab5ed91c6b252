import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, read, sources } from './sources.js';

/**
 * What each room of src may import: rooms of ours and packages by name, `node:` for the builtins.
 * A room always reads its own files. `type core` means its types alone.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['temporal-polyfill', 'twitter-text'],
  ports: ['node:', 'type core'],
  errors: ['node:', 'type core'],
  log: ['node:', 'pino'],
  version: ['node:'],
  config: ['node:', 'core', 'errors', 'zod', 'yaml', 'ical.js', 'windows-iana', 'leven', 'undici'],
  flows: ['node:', 'core', 'ports', 'errors'],
  slack: ['node:', 'core', 'ports', 'errors', 'log', 'zod', '@slack/*', 'undici'],
  x: ['node:', 'core', 'ports', 'errors', 'log', 'zod', 'twitter-api-v2'],
  bluesky: ['node:', 'core', 'ports', 'errors', 'zod', '@atcute/*', 'twitter-text', 'undici'],
  store: ['node:', 'core', 'ports', 'errors', 'log', 'zod', 'ioredis'],
  queue: ['node:', 'core', 'ports', 'errors', 'log', 'zod', 'bullmq', 'ioredis'],
  charts: ['node:', 'type core', 'type ports', 'echarts', '@resvg/*'],
  ops: ['node:', 'core', 'ports', 'errors', 'log', 'prom-client'],
  app: [
    ...['node:', 'core', 'ports', 'errors', 'log', 'config', 'flows', 'slack', 'x', 'bluesky'],
    ...['store', 'queue', 'ops'],
    ...['charts', 'version'],
  ],
  cli: [
    ...['node:', 'type core', 'app', 'config', 'errors', 'ops', 'log', 'sandbox', 'version'],
    ...['commander', '@inquirer/prompts'],
  ],
  // An independent witness cannot repeat our mistake: nothing of ours.
  sandbox: ['node:', 'ws', 'twitter-text'],
};

/** Files that may import more than their room. */
const mayAlsoImport: Readonly<Record<string, readonly string[]>> = {
  'slack/listeners': ['flows'],
  'queue/worker': ['flows'],
};

/** `file` is a path inside src. */
function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** A room of ours, `node:`, or a package's name. */
function targetOf(file: string, from: string): string {
  if (from.startsWith('node:')) return 'node:';
  if (!from.startsWith('.')) return from.split('/', from.startsWith('@') ? 2 : 1).join('/');
  const path = posix.join(posix.dirname(file), from);
  return path.startsWith('..') ? 'outside src' : roomOf(path.replace(/\.js$/, ''));
}

function allowedFor(file: string): readonly string[] {
  const more = Object.entries(mayAlsoImport).filter(
    ([path]) => file === `${path}.ts` || file.startsWith(`${path}/`),
  );
  return [...(mayImport[roomOf(file)] ?? []), ...more.flatMap(([, rooms]) => rooms)];
}

/** The sentence against an import, or undefined when it is allowed. */
function objection(file: string, { from, typeOnly }: Import): string | undefined {
  const target = targetOf(file, from);
  if (target === roomOf(file)) return undefined;
  const allowed = allowedFor(file);
  const fits = (rule: string) =>
    rule === target ||
    (typeOnly && rule === `type ${target}`) ||
    (rule.endsWith('/*') && target.startsWith(rule.slice(0, -1)));
  if (allowed.some(fits)) return undefined;
  return `src/${file} imports "${from}". The room ${roomOf(file)} may import its own files, ${allowed.join(', ')}.`;
}

describe('rooms', () => {
  it('every file of src stands in a room that the table knows', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((file) => mayImport[roomOf(file)] === undefined)).toEqual([]);
  });

  it('no file imports what its room may not', () => {
    const objections = sources.flatMap((file) =>
      importsOf(read(`src/${file}`)).flatMap((found) => objection(file, found) ?? []),
    );
    expect(objections).toEqual([]);
  });
});

it('core asks no clock and throws no dice', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\.now\b/;
  const core = sources.filter((file) => roomOf(file) === 'core');
  expect(core.filter((file) => impure.test(read(`src/${file}`)))).toEqual([]);
});

describe('the guard itself', () => {
  it.each<[statement: string, from: string, typeOnly: boolean]>([
    ["import { a, b as c } from './a.js';", './a.js', false],
    ["import {\n  a,\n  type B,\n} from './a.js';", './a.js', false],
    ["import * as a from 'a';", 'a', false],
    ["import a, { b } from 'a';", 'a', false],
    ["import type { A } from './a.js';", './a.js', true],
    ["export * from './a.js';", './a.js', false],
    ["export type { A } from './a.js';", './a.js', true],
    ["import './a.js';", './a.js', false],
    ["const a = await import('./a.js');", './a.js', false],
    ['const a = await import(name);', 'a computed name', false],
    ["type A = import('./a.js').A;", './a.js', false],
    ["const a = require('a');", 'a', false],
  ])('reads %j', (statement, from, typeOnly) => {
    expect(importsOf(`const x = 1;\n${statement}\nconst y = 2;\n`)).toEqual([{ from, typeOnly }]);
  });

  it.each([
    ["const text = 'import a from b';"],
    ["// import { a } from './a.js';"],
    [" * import { a } from './a.js';"],
    ["export const from = 'a';"],
  ])('is not misled by %j', (line) => {
    expect(importsOf(line)).toEqual([]);
  });

  it.each([
    ['core/rota.ts', 'node:fs'],
    ['core/rota.ts', 'zod'],
    ['core/rota.ts', '../ports.js'],
    ['core/rota.ts', '../ports/network.js'],
    ['errors.ts', './core/card.js'],
    ['flows/send.ts', '../x/client.js'],
    ['flows/send.ts', 'bullmq'],
    ['slack/board/board.ts', '../../flows/show/show.js'],
    ['slack/screens/editor.ts', '../../flows/answer/claim.js'],
    ['slack/board.ts', '../store/cards.js'],
    ['slack/board.ts', 'twitter-api-v2'],
    ['x/client.ts', 'twitter-text'],
    ['x/client.ts', '@slack/web-api'],
    ['queue/queue.ts', '../flows/watch/watch.js'],
    ['queue/worker.ts', '../slack/board.js'],
    ['store/redis.ts', 'bullmq'],
    ['store/redis.ts', 'fs'],
    ['app.ts', './sandbox/sandbox.js'],
    ['cli.ts', './flows/watch.js'],
    ['sandbox/x/post.ts', '../../core/topic.js'],
    ['sandbox/x/post.ts', '../../errors.js'],
    ['flows/report.ts', '../charts/charts.js'],
    ['charts/heat-chart.ts', '@slack/web-api'],
    ['config/env.ts', '../../package.json'],
  ])('src/%s may not import %s', (file, from) => {
    expect(objection(file, { from, typeOnly: false })).toContain(`src/${file} imports "${from}"`);
  });

  it.each([
    ['core/same-words.ts', './plain.js'],
    ['core/rota.ts', 'temporal-polyfill'],
    ['ports.ts', './ports/network.js'],
    ['slack/board.ts', '@slack/web-api'],
    ['slack/listeners/commands.ts', '../../flows/answer/claim.js'],
    ['queue/worker.ts', '../flows/watch.js'],
    ['x/client.ts', 'node:https'],
    ['app.ts', './slack/bolt.js'],
    ['cli.ts', './sandbox/sandbox.js'],
    ['sandbox/x/post.ts', '../clock.js'],
  ])('src/%s may import %s', (file, from) => {
    expect(objection(file, { from, typeOnly: false })).toBeUndefined();
  });

  it('ports and errors may name the types of core', () => {
    expect(objection('ports.ts', { from: './core/card.js', typeOnly: true })).toBeUndefined();
    expect(objection('ports/network.ts', { from: '../core/post.js', typeOnly: true })).toBeUndefined();
    expect(objection('ports/network.ts', { from: '../core/post.js', typeOnly: false })).toBeDefined();
  });
});
