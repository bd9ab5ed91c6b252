import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** How often V8 looks at what runs (µs). */
const everyUs = 200;

/** Whose code it is, by where it is from: the first that fits. */
const owners: readonly (readonly [owner: string, from: RegExp])[] = [
  ["the desk's own code", /^(?!.*\/node_modules\/).*\/src\//],
  ["Slack's library", /\/node_modules\/@slack\//],
  ['HTTP (undici)', /\/node_modules\/undici\//],
  ['the clients of Redis and queue', /\/node_modules\/(?:@?ioredis|bullmq|msgpackr)\//],
  ['Node: sockets, streams, timers', /^node:/],
  ['other packages', /\/node_modules\//],
];
const collector = 'garbage collection';
const native = 'native code';

/** V8's names of what is no function. */
const waiting = ['(idle)', '(root)'];

/** Where the time of a profile went, by whose code it is: shares of all that was no waiting, the largest first. */
export function sharesIn({ nodes }: Profiler.Profile): Readonly<Record<string, number>> {
  const hits = new Map<string, number>();
  for (const { callFrame, hitCount = 0 } of nodes) {
    const { functionName, url } = callFrame;
    if (waiting.includes(functionName)) continue;
    const [known] = owners.find(([, from]) => from.test(url)) ?? [];
    const owner = functionName === '(garbage collector)' ? collector : (known ?? native);
    hits.set(owner, (hits.get(owner) ?? 0) + hitCount);
  }
  const all = [...hits.values()].reduce((sum, count) => sum + count, 0);
  const largestFirst = [...hits].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  return Object.fromEntries(largestFirst.map(([owner, count]) => [owner, count / all]));
}

/** Profiles this process when its parent asks for it. */
export function profiling() {
  const session = new Session();
  return {
    profile: async () => {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: everyUs });
      await session.post('Profiler.start');
    },
    profiled: async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return sharesIn(profile);
    },
  };
}
