import { expect, it } from 'vitest';
import { signatureAtEnd, unsigned } from '../../../src/core/post/signature.js';

it('a signature is taken off, whoever signed, and all of them where there are several', () => {
  expect(unsigned('Hi Maya, yes. ^CM ')).toBe('Hi Maya, yes.');
  expect(unsigned('Hi Maya, yes. ^CM ^BO')).toBe('Hi Maya, yes.');
  expect(unsigned('Hi Maya, yes.')).toBe('Hi Maya, yes.');
  expect(unsigned('^CM')).toBe('');
});

it('a power of ten is no signature', () => {
  expect(unsigned('That is 10^3')).toBe('That is 10^3');
  expect(signatureAtEnd('That is 10^3')).toBeUndefined();
  expect(signatureAtEnd('That is so ^CM ')).toBe('^CM');
});
