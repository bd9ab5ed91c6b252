import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../src/ops/metrics.js';
import { ana } from '../build.js';
import { aReading } from './a-reading.js';

const read = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8');

const metrics = createMetrics(async () => aReading);
metrics.measureProcess();
metrics.called('slack')('chat.postMessage', 'ok');
metrics.pressed(true);
metrics.decided({
  desk: 'central',
  action: 'publish',
  by: ana,
  outcome: 'sent',
  acts: [{ kind: 'follow', topic: 'none' }],
});
const text = await metrics.text();
/** What /metrics serves: the labels of each name. */
const served = new Map<string, Set<string>>(
  [...text.matchAll(/^# TYPE (\S+) /gmu)].map(([, name = '']) => [name, new Set()]),
);
for (const [, name = '', labels = ''] of text.matchAll(/^([a-z_0-9]+)(?:\{(.*)\})? \S+$/gmu)) {
  for (const [, label = ''] of labels.matchAll(/(\w+)="/gu)) served.get(name)?.add(label);
}
const ours = [...served.keys()].filter((name) => name.startsWith('greeting_desk_'));

const namesIn = (expr: string) => expr.match(/\b(?:greeting_desk|nodejs|process)_[a-z_0-9]+/gu) ?? [];

const rules = z
  .object({
    groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
  })
  .parse(parse(await read('scripts/ops/alerts.yaml')))
  .groups.flatMap(({ rules }) => rules);
const panels = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })),
      }),
    ),
  })
  .parse(JSON.parse(await read('scripts/ops/grafana-dashboard.json'))).panels;
const exprs = [...rules, ...panels.flatMap(({ targets }) => targets)].map(({ expr }) => expr);
const guide = await read('OPERATE.md');

describe('the dashboard and the alert rules', () => {
  it('use only what /metrics serves, by the labels that it has', () => {
    expect([...new Set(exprs.flatMap(namesIn))].filter((name) => !served.has(name))).toEqual([]);
    const known = new Set([...[...served.values()].flatMap((labels) => [...labels]), 'instance', 'job']);
    const used = exprs.flatMap((expr) => [
      ...[...expr.matchAll(/by \(([^)]*)\)/gu)].flatMap(([, list = '']) => list.split(/,\s*/u)),
      ...[...expr.matchAll(/(\w+)(?:=~|!~|!=|=)"/gu)].map(([, label = '']) => label),
    ]);
    expect(used.filter((label) => !known.has(label))).toEqual([]);
    const legends = panels
      .flatMap(({ targets }) => targets.map(({ legendFormat }) => legendFormat))
      .join(' ');
    const inLegends = [...legends.matchAll(/\{\{(\w+)\}\}/gu)].map(([, label = '']) => label);
    expect(inLegends.filter((label) => !known.has(label))).toEqual([]);
  });

  it('use all that is our own on /metrics', () => {
    const used = new Set(exprs.flatMap(namesIn));
    expect(ours.filter((name) => !used.has(name))).toEqual([]);
  });

  it('every panel has an id and a title of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  });
});

describe('OPERATE.md', () => {
  it('has a line for each metric of ours with exactly its labels, and for no other', () => {
    const rows = [...guide.matchAll(/^\| `(greeting_desk_\w+)` \|([^|]*)\|/gmu)];
    const told = new Map(rows.map(([, name, labels = '']) => [name, labels.match(/`(\w+)`/gu) ?? []]));
    const labelsOf = (name: string) => [...(served.get(name) ?? [])].map((label) => `\`${label}\``);
    expect([...told].map(([name, labels]) => [name, labels])).toEqual(
      [...told.keys()].map((name) => [name, labelsOf(name ?? '')]),
    );
    expect([...told.keys()].sort()).toEqual(ours.toSorted());
  });

  it('says for each alert what to do', () => {
    expect(rules.filter(({ alert }) => !guide.includes(`\`${alert}\``)).map(({ alert }) => alert)).toEqual(
      [],
    );
  });
});
