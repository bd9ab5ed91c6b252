/**
 * A chart as the figures it shows and the words around it; how it is drawn is the adapter's.
 * `bars`: `x` is the category, in the given order, `value` the height; `series`, at most three
 * of them, stack. `heat`: `x` is the hour, `y` the weekday; a `value` of `undefined` is a cell
 * left empty because it counts too few people.
 */
export interface Chart {
  readonly kind: 'bars' | 'heat';
  readonly title: string;
  /** What the chart says, in full sentences, for whoever does not see it. */
  readonly alt: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** What is meant where a value is missing, as the legend says it: "fewer than 5". */
  readonly empty?: string;
  readonly points: readonly ChartPoint[];
}

/** One bar, one part of a stacked bar, or one cell. */
export interface ChartPoint {
  readonly x: string;
  readonly y: string | number;
  readonly value?: number;
  readonly series?: string;
}
