import { expect, it } from 'vitest';
import { measuredGroups } from '../../scripts/bench/groups.js';
import { contradictions, said } from '../../scripts/bench/said.js';
import { filesUnder, read } from '../sources.js';

const [, section = ''] = /\n## How to read the bench\n([\s\S]*?)(?:\n## |$)/.exec(read('OPERATE.md')) ?? [];
const sources = filesUnder('scripts/bench')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('said.ts'))
  .map(read)
  .join('\n');

/** Row names that are put together, as patterns; those of a few fixed letters would fit anything. */
const patterns = [...sources.matchAll(/`([^`\n]+)`/g)]
  .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
  .filter((parts) => parts.join('').length > 12)
  .map(
    (parts) =>
      new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')).join('.*')}$`),
  );

const isRow = (name: string) =>
  sources.includes(`'${name}'`) || patterns.some((pattern) => pattern.test(name));

it('every row that the section names is one that the bench has', () => {
  const named = [...section.matchAll(/^\|[^|]*\| \*\*(.+?)\*\* \|/gm)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !sources.includes(name))).toEqual([]);
});

it('the section has rows of every group that the bench measures', () => {
  expect(measuredGroups.filter((group) => !section.includes(`| \`${group}\` |`))).toEqual([]);
});

it('the section explains every column of the table', () => {
  const explained = [...section.matchAll(/^\| (\w+) \| \S/gm)].map(([, column]) => column);
  expect(explained).toEqual(
    expect.arrayContaining(['row', 'measured', 'baseline', 'ratio', 'rounds', 'goal', 'holds']),
  );
});

it('each figure that the guides tell stands there, and a row of the bench prints it', () => {
  expect(said.filter(({ file, figure }) => !read(file).includes(figure))).toEqual([]);
  expect(said.filter(({ row }) => !isRow(row))).toEqual([]);
});

it('README tells no figure of cost or speed besides', () => {
  const prose = read('README.md').replaceAll(/<[^>]*>/g, '');
  const figures = prose.match(/\$\d[\d.,]*\d|\b\d[\d.,]* ?(?:ms|milliseconds|[KMG]i?B|%|times)(?!\w)/g) ?? [];
  const known = said.flatMap(({ file, figure }) => (file === 'README.md' ? [figure] : []));
  expect(figures.filter((figure) => !known.includes(figure))).toEqual([]);
});

it("INSTALL's own measures are rows of the bench", () => {
  const [, table = ''] = /By our measure([\s\S]*?)X's prices/.exec(read('INSTALL.md')) ?? [];
  const told = [...table.matchAll(/\| (\$?[\d.]+)[^|]*\|$/gm)].map(([, figure]) => figure);
  const known = said.flatMap(({ file, figure }) => (file === 'INSTALL.md' ? [figure] : []));
  expect(told).toEqual(known);
});

it('a guide that tells another figure than its row is named, and what was not measured contradicts nothing', () => {
  const [first] = said;
  const row = { group: 'cost', row: first?.row ?? '', unit: 'usd' } as const;
  expect(contradictions([{ ...row, measured: 5.362 }])).toEqual([]);
  expect(contradictions([{ ...row, measured: 5.6 }])[0]).toContain('README.md says $5.36 where');
  expect(contradictions([])).toEqual([]);
});
