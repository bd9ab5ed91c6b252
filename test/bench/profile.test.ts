import { expect, it } from 'vitest';
import { sharesIn } from '../../scripts/bench/programs/profile.js';

const node = (functionName: string, url: string, hitCount: number) => ({
  id: 1,
  callFrame: { functionName, scriptId: '1', url, lineNumber: 0, columnNumber: 0 },
  hitCount,
});
const root = 'file:///home/somebody/greeting-desk';

it('a profile says whose code took the time, without the time in which nothing ran', () => {
  const nodes = [
    node('(root)', '', 5),
    node('(idle)', '', 900),
    node('(garbage collector)', '', 10),
    node('(program)', '', 5),
    node('show', `${root}/.cache/programs/src/flows/show/show.js`, 30),
    node('change', `${root}/.cache/programs/src/store/documents/changes.js`, 20),
    node('parse', `${root}/node_modules/ioredis/built/DataHandler.js`, 15),
    node('write', `${root}/node_modules/undici/lib/src/client.js`, 8),
    node('writev', 'node:net', 12),
  ];
  expect(sharesIn({ nodes, startTime: 0, endTime: 1 })).toEqual({
    "the desk's own code": 0.5,
    'the clients of Redis and queue': 0.15,
    'Node: sockets, streams, timers': 0.12,
    'garbage collection': 0.1,
    'HTTP (undici)': 0.08,
    'native code': 0.05,
  });
});
