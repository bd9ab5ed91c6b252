/** One thing that was measured. */
export interface Row {
  readonly row: string;
  readonly measured: number;
  /** How the figure is written: dollars, or a number of reads or of times. */
  readonly unit: 'usd' | 'reads' | 'reads each';
  /** What is promised; without a goal the row is there to be seen. */
  readonly goal?: { readonly atMost: number };
}

/** Whether a row keeps its promise; undefined where nothing is promised. */
export const holds = ({ goal, measured }: Row): boolean | undefined => goal && measured <= goal.atMost;

/** The rows as a table of text: row, measured, goal, holds. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((one) => [
    one.row,
    figure(one.measured, one.unit),
    one.goal ? `≤ ${figure(one.goal.atMost, one.unit)}` : '',
    { true: 'yes', false: 'NO', undefined: '' }[String(holds(one))] ?? '',
  ]);
  const all = [['row', 'measured', 'goal', 'holds'], ...cells];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((line) => line[at]?.length ?? 0)));
  const lines = all.map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
  );
  return lines.map((line) => line.join('  ').trimEnd()).join('\n');
}

function figure(value: number, unit: Row['unit']): string {
  if (unit === 'usd') return `$${value.toFixed(2)}`;
  return unit === 'reads each' ? value.toFixed(2) : String(value);
}
