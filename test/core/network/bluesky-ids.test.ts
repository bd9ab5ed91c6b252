import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountIdOf, didOf, postIdOf, refOf } from '../../../src/core/network/bluesky-ids.js';

const did = fc
  .tuple(fc.constantFrom('plc', 'web'), fc.stringMatching(/^[a-zA-Z0-9._-][a-zA-Z0-9._:%-]{0,60}$/))
  .map(([method, rest]) => `did:${method}:${rest}`);
const rkey = fc.stringMatching(/^[A-Za-z0-9._:~-]{1,60}$/);
const cid = fc.option(fc.stringMatching(/^[a-z2-7]{59}$/), { nil: undefined });

it('an id leads back to what it was made of, and has only letters, digits and underscores', () => {
  fc.assert(
    fc.property(did, rkey, cid, (of, key, version) => {
      const ref = { did: of, rkey: key, ...(version ? { cid: version } : {}) };
      expect(refOf(postIdOf(ref))).toEqual(ref);
      expect(didOf(accountIdOf(of))).toBe(of);
      expect(postIdOf(ref)).toMatch(/^\w+$/);
    }),
  );
});
