import { expect, it } from 'vitest';
import { isDisturbing, suspectOf } from '../../src/bluesky/labels.js';

const maya = 'did:plc:ragtjsm2j2vknwkz3zp4oxrd';
const moderator = 'did:plc:ar7c4by46qjdydhdevvrndac';
const by = (src: string, val: string, given = {}) => ({ src: src as 'did:plc:a', val, ...given });

it('of several things that moderators say the worst is told', () => {
  expect(suspectOf([by(moderator, 'spam'), by(moderator, 'scam')], maya)).toBe('scam');
});

it('what was taken back, what an account says of itself, and other words say nothing', () => {
  const labels = [by(moderator, 'spam', { neg: true }), by(maya, 'spam'), by(moderator, 'porn')];
  expect(suspectOf(labels, maya)).toBeUndefined();
});

it('what disturbs people may be said by anybody, and taken back', () => {
  expect(isDisturbing([by(maya, 'porn')])).toBe(true);
  expect(isDisturbing([by(moderator, '!warn', { neg: true }), by(moderator, 'spam')])).toBe(false);
});
