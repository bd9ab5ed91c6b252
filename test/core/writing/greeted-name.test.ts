import { expect, it } from 'vitest';
import { strangersName } from '../../../src/core/writing/greeted-name.js';

const xena = { name: 'Xena Ñúñez-Ward 📚', handle: 'xw_reads' };

it.each([
  ['Hi Maya, yes we do', 'Maya'],
  ['hi maya, yes', 'maya'],
  ['@xw_reads Hello Maya!', 'Maya'],
  ['Hi Maya we open at nine', 'Maya'],
  ['Good morning Maya: yes', 'Maya'],
  ['Hello, Maya!', 'Maya'],
  ['Thank you, Maya! So glad', 'Maya'],
  ['Hi maya_reads, yes', 'maya_reads'],
  ['Hola Maya, sí', 'Maya'],
  ['Buenos días Maya, sí', 'Maya'],
  ['Hallo Maya 👋', 'Maya'],
  ['Liebe Maya, ja', 'Maya'],
  ['Helo Maya, oes', 'Maya'],
  ['Annwyl Maya,', 'Maya'],
  ['Thank you so much Maya!', 'Maya'],
  ['Dear Mrs Ortiz, yes', 'Ortiz'],
  ['Hi Dr. Ortiz, yes', 'Ortiz'],
  ['Liebe Frau Ortiz, ja', 'Ortiz'],
])('"%s" to Xena greets %s', (text, name) => {
  expect(strangersName(text, xena)).toBe(name);
});

it.each([
  'Hi Xena, yes',
  'Hi xena!',
  'Hola Nunez, sí',
  'Hi Xen, yes',
  'Hi xw_reads, yes',
  'Hi xw, yes',
  'Hi all, we open',
  'Dear Ms Ward, we open',
  'Dear Sir, we open',
  'Dear Dr, we open',
  'Hi there! We open',
  'Hello, we open at nine',
  'Hello, Monday works',
  'Hello! Maya Angelou is on shelf 811.',
  'Good morning! We open',
  'Thanks so much',
  'Thank you for asking, Maya told us',
  'Thanks Monday is fine',
  'Sorry about that, we will look',
  'Hallo zusammen, ja',
  'Liebe Leserin, ja',
  'Hola a todos, sí',
  'Helo bawb, oes',
  "Diolch i'r staff",
  'Maya Angelou is on shelf 811',
  'Yes, Maya Angelou is',
  'Hi @maya, yes',
  'Hi',
  '',
])('"%s" to Xena greets no stranger', (text) => {
  expect(strangersName(text, xena)).toBeUndefined();
});
