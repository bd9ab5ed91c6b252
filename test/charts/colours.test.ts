import { describe, expect, it } from 'vitest';
import {
  contrast,
  emptyLine,
  ground,
  heatColour,
  heatColours,
  ink,
  inkOn,
  quietInk,
  seriesColours,
} from '../../src/charts/colours.js';

type Colour = readonly [red: number, green: number, blue: number];

/**
 * How a colour looks to people who lack one kind of cones, in linear light: Machado, Oliveira and Fernandes 2009, table of
 * severity 1.0. https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html
 */
const eyes: Readonly<Record<string, readonly [Colour, Colour, Colour]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(colour: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return [red, green, blue];
}

const dot = ([a, b, c]: Colour, [x, y, z]: Colour) => Math.max(0, a * x + b * y + c * z);

/** In CIELAB, where a distance of 2 is just seen. */
function lab(colour: string, eye: readonly [Colour, Colour, Colour]): Colour {
  const light = linear(colour);
  const seen: Colour = [dot(eye[0], light), dot(eye[1], light), dot(eye[2], light)];
  const root = (part: number) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], seen) / 0.95047);
  const y = root(dot([0.2126, 0.7152, 0.0722], seen));
  const z = root(dot([0.0193, 0.1192, 0.9505], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(one: string, other: string, eye: readonly [Colour, Colour, Colour]): number {
  const [a, b] = [lab(one, eye), lab(other, eye)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(Object.entries(eyes))('with %s', (_name, eye) => {
  it('the series differ clearly from each other', () => {
    const [first, second, third] = seriesColours;
    expect(distance(first, second, eye)).toBeGreaterThan(20);
    expect(distance(first, third, eye)).toBeGreaterThan(20);
    expect(distance(second, third, eye)).toBeGreaterThan(20);
  });

  it('each step from few to many is darker than the one before', () => {
    const lightness = heatColours.map((colour) => lab(colour, eye)[0]);
    const steps = lightness.slice(1).map((one, at) => (lightness[at] ?? 0) - one);
    expect(Math.min(...steps)).toBeGreaterThan(4);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
  });

  it.each([...seriesColours])('of the bars %s with the ground is at least 3 to 1', (colour) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each([...seriesColours, ...heatColours])('of a figure on %s is at least 4.5 to 1', (colour) => {
    expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
  });

  it('of words and of hatching with the ground is at least 4.5 to 1', () => {
    for (const colour of [ink, quietInk, emptyLine]) {
      expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('the scale begins at none and ends at the most', () => {
  expect(heatColour(0, 40)).toBe(heatColours[0]);
  expect(heatColour(40, 40)).toBe(heatColours.at(-1));
  expect(heatColour(0, 0)).toBe(heatColours[0]);
});
