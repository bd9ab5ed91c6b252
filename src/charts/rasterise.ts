import { createRequire } from 'node:module';
import { type BBox, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { ground } from './colours.js';

/** The one font of charts; nothing is taken from the machine, so they look alike everywhere. */
export const fontFamily = 'Open Sans';
export type FontWeight = 400 | 700;

// Fails where a file is missing: the rasteriser leaves out a text for which it has no font, and says nothing.
const { resolve } = createRequire(import.meta.url);
const fontFiles = [
  resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'),
  resolve('@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf'),
];

const options: ResvgRenderOptions = {
  background: ground,
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: fontFamily },
};

/** An SVG image of a size in pixels as PNG. */
export const toPng = (svg: string): Uint8Array => new Resvg(svg, options).render().asPng();

/** What is really drawn of an SVG image: the box around it, in pixels; undefined when that is nothing. */
export const drawnBox = (svg: string): BBox | undefined => new Resvg(svg, options).getBBox();

const widths = new Map<string, number>();

/** How wide a line of text is (px) at a font size (px). */
export function textWidth(text: string, size: number, weight: FontWeight = 400): number {
  const key = `${weight} ${text}`;
  const known = widths.get(key) ?? widthAt100(text, weight);
  widths.set(key, known);
  return (known * size) / 100;
}

function widthAt100(text: string, weight: FontWeight): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="0" y="120" font-family="${fontFamily}" font-weight="${weight}" font-size="100">${escapeXml(text)}</text></svg>`;
  return drawnBox(svg)?.width ?? 0;
}

const escapeXml = (text: string) => text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
