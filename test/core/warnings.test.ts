import { expect, it } from 'vitest';
import { warningsFor } from '../../src/core/warnings.js';
import { aCard, aFollow } from '../build.js';

const follower = aCard({ acts: [aFollow()] });

it.each(['Thanks for following!', 'thank you so much for the follow', 'Hi Sam, thx for following us'])(
  'a greeting that thanks for following is warned about: %s',
  (text) => {
    expect(warningsFor(follower, text)).toEqual([{ warning: 'thanks-for-following' }]);
  },
);

it('a greeting about what the person posts is not, nor an answer that follows something', () => {
  expect(warningsFor(follower, 'Hi Sam, thanks for the allotment tip! Do follow the shelf signs.')).toEqual(
    [],
  );
  expect(warningsFor(aCard(), 'Thanks for following up!')).toEqual([]);
});
