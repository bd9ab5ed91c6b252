import { describe, expect, it } from 'vitest';
import { drawnBox, textWidth, toPng } from '../../src/charts/rasterise.js';

const letter = (one: string, weight: number) =>
  Buffer.from(
    toPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text x="9" y="45" font-family="Open Sans" font-weight="${weight}" font-size="40">${one}</text></svg>`,
    ),
  ).toString('base64');

/** What stands for a letter that the font lacks: a character of nobody's. */
const missing = '\u{E123}';
const letters = [
  ...['ŵŷẁẃẅỳýÿâêîôûŴŶẀẂẄỲÝŸÂÊÎÔÛ', 'äöüßÄÖÜẞ', 'áéíóúñü¿¡ÁÉÍÓÚÑ', 'łžășțığãçœæøåđ'],
  ...['ΑΩάώ', 'ДЯщё', 'אש', '0123456789.,%€£$–…·'],
].join('');

describe.each([400, 700])('the font in weight %i', (weight) => {
  it('has every letter of Welsh, German, Spanish and their neighbours', () => {
    const without = [...letters].filter((one) => letter(one, weight) === letter(missing, weight));
    expect(without).toEqual([]);
  });

  it('lacks letters of other scripts: the test above can fail', () => {
    expect(letter('漢', weight)).toBe(letter(missing, weight));
  });
});

it('bold letters are wider than plain ones', () => {
  expect(textWidth('Questions', 40, 700)).toBeGreaterThan(textWidth('Questions', 40, 400));
});

it('a text is as wide as its letters, also those that SVG writes otherwise', () => {
  expect(textWidth('<&>', 40)).toBeGreaterThan(textWidth('<&', 40));
});

it('a text in a font that is not there is drawn in the one that is', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="50" font-family="Nowhere">a</text></svg>';
  expect(drawnBox(svg)).toBeDefined();
});
