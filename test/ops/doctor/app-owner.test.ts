import { expect, it } from 'vitest';
import { appOwnerChecks } from '../../../src/ops/doctor/app-owner.js';
import { nobody } from './scene.js';

const saying = (answer: boolean | undefined) => ({ ...nobody, confirm: async () => answer });
const found = async (ownsApp: boolean, answer: boolean | undefined) =>
  (await appOwnerChecks({ network: 'X', handle: 'library', ownsApp }, saying(answer)))[0];

it('whoever installs this is asked who owns the developer app, and desk.yaml is held against it', async () => {
  expect(await found(true, true)).toMatchObject({ mark: 'ok' });
  expect(await found(true, false)).toMatchObject({
    mark: 'wrong',
    fix: 'Set x.ownsApp: false in desk.yaml.',
  });
  expect(await found(false, true)).toMatchObject({ mark: 'wrong', fix: 'Set x.ownsApp: true in desk.yaml.' });
});

it('an app that another account owns is noted with what it costs, and so is that nobody was asked', async () => {
  expect(await found(false, false)).toMatchObject({
    mark: 'note',
    fix: expect.stringContaining('5 to 10 times'),
  });
  expect(await found(true, undefined)).toMatchObject({
    mark: 'note',
    found: expect.stringContaining('nobody was asked'),
  });
});
