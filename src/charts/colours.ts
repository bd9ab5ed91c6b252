/** What charts are drawn on, in light and in dark Slack. */
export const ground = '#FFFFFF';
/** Words and figures. */
export const ink = '#101010';
/** Titles of axes, and what is said beside the figures. */
export const quietInk = '#4A4A4A';
/** Outline and hatching of what is left empty. */
export const emptyLine = '#767676';

/**
 * The series of a chart: the three colours of Okabe and Ito's palette that people with any colour blindness tell apart best
 * among those with a contrast of 3 to 1 with white. https://jfly.uni-koeln.de/color/
 */
export const seriesColours = ['#0072B2', '#D55E00', '#CC79A7'] as const;

/** Few to many, of one hue, so that lightness alone tells them apart: ColorBrewer's Blues. https://colorbrewer2.org/#type=sequential&scheme=Blues */
export const heatColours = [
  '#DEEBF7',
  '#C6DBEF',
  '#9ECAE1',
  '#6BAED6',
  '#4292C6',
  '#2171B5',
  '#08519C',
] as const;

/** The colour for `value` on a scale that ends at `max`. */
export function heatColour(value: number, max: number): string {
  const last = heatColours.length - 1;
  const step = max > 0 ? Math.round((value / max) * last) : 0;
  return heatColours[Math.min(Math.max(step, 0), last)] ?? heatColours[0];
}

/** The ink for words on a colour, whichever of dark and white is read better. */
export const inkOn = (colour: string): string =>
  contrast(ink, colour) >= contrast(ground, colour) ? ink : ground;

/** The contrast of two colours `#rrggbb`, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
