import type { Ports } from '../../src/ports.js';

/** Where a process can be killed or frozen: before and after each record and call of sending, showing, watching. */
export const points = [
  'after-begin',
  'before-post',
  'after-post',
  'before-show',
  'after-show',
  'before-update',
  'after-update',
  'before-advance',
] as const;
export type Point = (typeof points)[number];

/** Ports that call `at` with each point that they reach, and wait for it. */
export function withPoints(at: (point: Point) => Promise<void>): (ports: Ports) => Ports {
  return (ports) => {
    const { board, cards, network, watermarks } = ports;
    return {
      ...ports,
      cards: {
        ...cards,
        async change(id, update) {
          let begins = false;
          const came = await cards.change(id, (card, world) => {
            const updated = update(card, world);
            begins = 'next' in updated && updated.next?.state === 'posting' && card?.state === 'sending';
            return updated;
          });
          if (begins) await at('after-begin');
          return came;
        },
      },
      network: {
        ...network,
        async publish(...given) {
          await at('before-post');
          const came = await network.publish(...given);
          await at('after-post');
          return came;
        },
      },
      board: {
        ...board,
        async post(...given) {
          await at('before-show');
          const came = await board.post(...given);
          await at('after-show');
          return came;
        },
        async update(...given) {
          await at('before-update');
          const came = await board.update(...given);
          await at('after-update');
          return came;
        },
      },
      watermarks: {
        ...watermarks,
        async advance(...given) {
          await at('before-advance');
          await watermarks.advance(...given);
        },
      },
    };
  };
}
