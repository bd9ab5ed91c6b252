import { expect, it } from 'vitest';
import { readOptions } from '../../scripts/demo/options.js';

const usual = { help: false, once: false, network: 'x', plainRepliesSummon: false };

it('without a word the page is served, and the story is that on X', () => {
  expect(readOptions([])).toEqual(usual);
  expect(readOptions(['--once', '--plain-replies-summon'])).toEqual({
    ...usual,
    once: true,
    plainRepliesSummon: true,
  });
});

it('--network says whose story it is', () => {
  expect(readOptions(['--network', 'bluesky', '--once'])).toEqual({
    ...usual,
    network: 'bluesky',
    once: true,
  });
});

it('another network, and another word, is refused with what there is', () => {
  expect(() => readOptions(['--network', 'mastodon'])).toThrow(
    "--network is 'mastodon'; it can be x (the default) or bluesky.",
  );
  expect(() => readOptions(['--netwrok', 'x'])).toThrow(
    /netwrok[\s\S]*npm run demo -- --once --network bluesky/,
  );
});
