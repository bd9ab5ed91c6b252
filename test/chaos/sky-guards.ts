import { direct } from './directed.js';
import { anaSends, type Guard, minutes, played } from './plays.js';
import { put } from './witnessed.js';

const onBluesky = (rule: string | undefined) => direct(rule, { network: 'bluesky' });

/** What keeps an answer on Bluesky from being posted twice, from being lost, and from being asked for. */
export const skyGuards: Readonly<Record<string, Guard>> = {
  'same key': {
    fault: 'doubled',
    play: async (rule) =>
      played(await onBluesky(rule), async (scene) => {
        const when = { when: 'late', lateMs: 8_000 } as const;
        scene.sandbox.faults.plan({ side: 'bluesky', call: put, how: 'reset', ...when });
        await anaSends(scene);
        await scene.pass(minutes(8));
      }),
  },

  'send again': {
    fault: 'stuck',
    play: async (rule) =>
      played(await onBluesky(rule), async (scene) => {
        scene.sandbox.faults.plan({ side: 'bluesky', call: put, when: 'before', how: 'reset', times: 2 });
        await anaSends(scene);
        await scene.pass(minutes(8));
      }),
  },

  'not after a deletion': {
    fault: 'doubled',
    play: async (rule) =>
      played(await onBluesky(rule), async (scene) => {
        const { faults } = scene.sandbox;
        const noLook = { call: 'GET com.atproto.repo.listRecords', when: 'before', how: 'status' } as const;
        faults.plan({ side: 'bluesky', call: put, when: 'after', how: 'reset' });
        await anaSends(scene);
        faults.plan({ side: 'bluesky', ...noLook, status: 502, times: 1_000 });
        await scene.pass(minutes(1));
        const [answer] = await scene.town.ours('centrallibrary.test');
        if (!answer) throw new Error('The answer is not there.');
        await scene.town.remove(answer.id);
        await scene.pass(minutes(3));
        await faults.clear();
        await scene.pass(minutes(8));
      }),
  },
};
