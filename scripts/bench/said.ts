import type { Row } from './row.js';
import { figure } from './table.js';

/** A figure of cost or speed in a guide: what stands there, and the row that prints it. */
interface Said {
  readonly file: 'README.md' | 'INSTALL.md';
  readonly figure: string;
  readonly row: string;
}

const month1 = 'a month of 300 mentions, 200 follows, 150 replies: month 1';

/** Every figure of cost or speed in the guides, but for X's prices. */
export const said: readonly Said[] = [
  { file: 'README.md', figure: '$5.36', row: month1 },
  { file: 'INSTALL.md', figure: '$5.36', row: month1 },
  {
    file: 'INSTALL.md',
    figure: '$8.36',
    row: '… month 1, where X bills included people (includesBilled: true)',
  },
  { file: 'INSTALL.md', figure: '11', row: 'billed reads on an idle day 31' },
  {
    file: 'INSTALL.md',
    figure: '$0.44',
    row: 'outcomes: true, a month of 60 follows, 400 followers before',
  },
];

/** A line for each figure of a guide that is no longer what its row says. What was not measured contradicts nothing. */
export function contradictions(rows: readonly Row[]): readonly string[] {
  return said.flatMap(({ file, figure: says, row: name }) => {
    const row = rows.find((one) => one.row === name);
    const now = row && figure(row.measured, row.unit);
    return now === undefined || now === says
      ? []
      : [`${file} says ${says} where "${name}" is ${now}: correct it, there and in scripts/bench/said.ts.`];
  });
}
