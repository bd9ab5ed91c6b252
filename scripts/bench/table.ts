import { holds, ratioOf, spreadOf } from './ratio.js';
import type { Row, Unit } from './row.js';

const heads = ['row', 'measured', 'baseline', 'ratio', 'rounds', 'goal', 'holds'] as const;

/** The rows as a table of text. Letters lead to what stands below it: what a baseline is, what to know of a row. */
export function tableOf(rows: readonly Row[]): string {
  const below: string[] = [];
  const letterOf = (text: string): string => {
    if (!below.includes(text)) below.push(text);
    return String.fromCharCode('a'.charCodeAt(0) + below.indexOf(text));
  };
  const cells = rows.map((row) => [
    row.note ? `${row.row} (${letterOf(row.note)})` : row.row,
    figure(row.measured, row.unit),
    row.baseline ? `${figure(row.baseline.value, row.unit)} (${letterOf(row.baseline.what)})` : '',
    row.baseline ? timesOf(ratioOf(row)) : '',
    spreadOf(row)?.map(twoPlaces).join('–') ?? '',
    goalOf(row),
    { true: 'yes', false: 'NO', undefined: '' }[String(holds(row))] ?? '',
  ]);
  const all = [heads, ...cells];
  const widths = heads.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)));
  const lines = all.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const notes = below.map((text) => `(${letterOf(text)}) ${text}`);
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function goalOf({ goal, baseline, unit }: Row): string {
  if (!goal) return '';
  const [sign, value] = 'atMost' in goal ? ['≤', goal.atMost] : ['≥', goal.atLeast];
  return `${sign} ${baseline ? `${value} ×` : figure(value, unit)}`;
}

const twoPlaces = (value: number): string => value.toFixed(2);
const timesOf = (ratio: number | undefined): string => (ratio === undefined ? '?' : `${twoPlaces(ratio)} ×`);

const mebibyte = 1_048_576;

const figures: Readonly<Record<Unit, (value: number) => string>> = {
  ms: (value) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`,
  'per s': (value) => `${value < 100 ? value.toFixed(1) : Math.round(value)} / s`,
  usd: (value) => `$${value.toFixed(2)}`,
  reads: String,
  'reads each': twoPlaces,
  bytes: (value) => (value < mebibyte ? `${Math.round(value)} B` : `${(value / mebibyte).toFixed(1)} MiB`),
  'bytes each': (value) => `${value.toFixed(1)} B`,
  share: (value) => `${(value * 100).toFixed(2)} %`,
  count: String,
};

/** A figure as the table writes it. */
export const figure = (value: number, unit: Unit): string => figures[unit](value);
