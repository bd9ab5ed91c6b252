import { afterAll, beforeAll } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.js';

/** A Bluesky server: its origin, and what handles there end with. */
export interface Server {
  readonly service: string;
  readonly domain: string;
}

/** The server that the tests of a file run over: the one at `BLUESKY_SERVICE`, such as a real one, or else our sandbox. */
export function useServer(): () => Server {
  let service = process.env.BLUESKY_SERVICE ?? '';
  if (!service) {
    let close: () => Promise<void>;
    beforeAll(async () => {
      const sandbox = await createSandbox();
      service = sandbox.blueskyUrl;
      close = sandbox.close;
    });
    afterAll(() => close());
  }
  return () => ({ service, domain: 'test' });
}
