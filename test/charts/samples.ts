import type { Chart } from '../../src/core/report/chart.js';

const days = [
  'Dydd Llun',
  'Dydd Mawrth',
  'Dydd Mercher',
  'Dydd Iau',
  'Dydd Gwener',
  'Dydd Sadwrn',
  'Dydd Sul',
];

/** Some days and hours; fewer than five are left empty. */
export function heatOf(hours: number): Chart {
  const points = days.flatMap((y, day) =>
    Array.from({ length: hours }, (_, at) => {
      const count = Math.round(28 * Math.exp(-((at - hours / 2) ** 2) / hours) * (1 - day * 0.09));
      return { x: String(at), y, ...(count >= 5 && { value: count }) };
    }),
  );
  return {
    kind: 'heat',
    title: 'Pryd daeth cwestiynau',
    alt: '',
    xTitle: 'Awr',
    yTitle: 'Diwrnod',
    empty: 'llai na 5',
    points,
  };
}

export function barsOf(
  figures: Readonly<Record<string, number | readonly number[]>>,
  title = 'What came in',
): Chart {
  const points = Object.entries(figures).flatMap(([x, values]) =>
    [values].flat().map((value, at) => ({ x, y: '', value, series: `part ${at}` })),
  );
  return { kind: 'bars', title, alt: '', xTitle: 'Kind', yTitle: 'Messages', points };
}

/** One chart of each form. */
export const forms: readonly (readonly [name: string, chart: Chart])[] = [
  ['standing bars', barsOf({ Follow: 214, Question: 141, Praise: 38, Complaint: 0 })],
  ['stacked bars', barsOf({ Follow: [214, 30, 0], Question: [141, 9, 4], Praise: [0, 0, 1] })],
  [
    'lying bars',
    barsOf(
      {
        'Öffnungszeiten und Veranstaltungsankündigungen der Zweigstellen': [1_234_567, 3],
        'Cwestiynau am ŵyl yr ŷd': [9, 1],
        '¿Preguntas de niños y de mayores?': [0, 0],
      },
      'Wie viele Fragen innerhalb der zugesagten Zeit beantwortet wurden und welche davon liegen geblieben sind',
    ),
  ],
  [
    'weeks',
    barsOf(Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`${at + 1} November`, at * 7]))),
  ],
  [
    'a month of days',
    barsOf(Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`${at + 1} Oct`, at * 900]))),
  ],
  ['hours of a day', heatOf(11)],
  ['a whole day', heatOf(24)],
  ['bars of nothing', barsOf({})],
  ['hours of nothing', { ...heatOf(0), points: [] }],
];
