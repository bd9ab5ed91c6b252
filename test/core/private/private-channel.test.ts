import { expect, it } from 'vitest';
import { exposureOf } from '../../../src/core/private/private-channel.js';

const colleague = { guest: false, deactivated: false };
const guest = { guest: true, deactivated: false };

it.each([
  ['a private channel of colleagues', { isPrivate: true }, [colleague], undefined],
  ['a public one', { isPrivate: false }, [colleague], 'is_public'],
  ['one of which Slack says too little', {}, [colleague], 'is_public'],
  ['one that another organisation is in', { isPrivate: true, isShared: true }, [colleague], 'is_shared'],
  ['one with a guest', { isPrivate: true }, [colleague, guest], 'has_guests'],
  ['one with somebody of whom Slack says nothing', { isPrivate: true }, [colleague, undefined], 'has_guests'],
  ['one that a guest was in', { isPrivate: true }, [colleague, { ...guest, deactivated: true }], undefined],
])('%s', (_name, channel, people, exposure) => {
  expect(exposureOf({ name: 'x-private', ...channel }, people)).toBe(exposure);
});
