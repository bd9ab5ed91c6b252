import { setTimeout as delay } from 'node:timers/promises';
import type { Told } from './desk.js';
import type { DeskProcess } from './desk-process.js';
import type { Line } from './history.js';
import type { Stage } from './stage.js';
import { speed, wireMs } from './timings.js';

/** Days that pass at once, while no process of the desk runs. */
export interface Nights {
  /** What a process that starts now goes by. */
  clock(): Told['clock'];
  /** Resolves when no such days are passing. */
  over(): Promise<void>;
  /**
   * Kills all processes, lets four days pass, in which closed cards' time is over, and starts them again. The first worker is
   * killed once more, right after it has changed a message.
   */
  pass(): Promise<void>;
}

const awayMs = 4 * 24 * 60 * 60_000;

export function createNights(
  stage: Stage,
  processes: readonly DeskProcess[],
  write: (line: Line) => void,
): Nights {
  const { clock } = stage.sandbox;
  let passing = Promise.resolve();

  async function night(): Promise<void> {
    const at = clock.now();
    for (const one of processes) {
      one.kill();
      write({ line: 'trouble', at, until: at, kind: 'kill', what: one.name });
    }
    await Promise.all(processes.map((one) => one.ended()));
    // A lease is longer than a call that is still on its way.
    await delay(wireMs / speed);
    clock.advance(awayMs);
    write({ line: 'trouble', at, until: clock.now(), kind: 'away', what: 'four days without the desk' });
  }

  return {
    clock: () => ({ deskAt: clock.now(), realAt: Date.now(), speed }),
    over: () => passing,
    pass: async () => {
      passing = night();
      await passing;
      const worker = processes.find(({ role }) => role === 'worker');
      while (worker && !worker.isUp()) await delay(50);
      worker?.order({ point: 'after-update', how: 'kill' });
    },
  };
}
