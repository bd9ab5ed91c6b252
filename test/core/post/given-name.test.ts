import { expect, it } from 'vitest';
import { givenName } from '../../../src/core/post/given-name.js';

it.each([
  ['Maya Ortiz', 'Maya'],
  ['📚 Maya 🌻', 'Maya'],
  ['maya', 'maya'],
  ['McKay Ward', 'McKay'],
  ['JoAnn', 'JoAnn'],
  ["D'Arcy Bell", "D'Arcy"],
  ['Anne-Marie O’Neil', 'Anne-Marie'],
  ['山田 太郎', '山田'],
  ['Maya Ortiz (she/her)', 'Maya'],
  ['𝓜𝓪𝔂𝓪 Ortiz', 'Maya'],
])('%s is greeted as %s', (name, expected) => {
  expect(givenName(name, 'reader_of_44')).toBe(expected);
});

it.each([
  ['J. K. Rowan', 'jk'],
  ['JK Rowan', 'jk'],
  ['J K', 'jk'],
  ['MAYA', 'm'],
  ['BBC News', 'bbcnews'],
  ['Dr Smith', 'drsmith'],
  ['Mrs Ortiz', 'ortiz'],
  ['Prof. Maya Ortiz', 'ortiz'],
  ['Frau Weber', 'weber'],
  ["Kofi's Kicks", 'kicks'],
  ['The Book Nook', 'booknook'],
  ['Nook Bookshop', 'nook'],
  ['Oxfam', 'oxfamgb'],
  ['Oxfam', 'oxfam'],
  ['Anna & Tom', 'at'],
  ['Anna and Tom', 'at'],
  ['Stadt Köln', 'koeln'],
  ['Siop Lyfrau Lewis', 'siop'],
  ['Biblioteca Central', 'bc'],
  ['maya_reads', 'x'],
  ['mayareads', 'mayareads'],
  ['MayaReads', 'x'],
  ['user83832', 'user83832'],
  ['83832', 'x'],
  ['Mum of 3', 'x'],
  ['Lover of Books', 'x'],
  ['Grumpy Old Man', 'x'],
  ['Deleted User', 'x'],
  ['Hill Road Allotments', 'x'],
  ['🌻🌻', 'x'],
  ['', 'x'],
])('%s (@%s) is no first name', (name, handle) => {
  expect(givenName(name, handle)).toBeUndefined();
});
