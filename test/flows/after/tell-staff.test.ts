import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { postId } from '../../../src/core/ids.js';
import { Rejected } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { lookAtOurTimeline } from '../../../src/flows/send/look.js';
import { aCard, aFollow, ana, minutes, tuesday } from '../../build.js';
import { asAna } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';
import { idAt } from '../on-x.js';

const samsPost = postId('6001');

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  card = aCard({ acts: [aFollow()] });
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  await act(ports, card.id, { do: 'hand-off', replyTo: samsPost }, asAna);
  ports.clock.pass(minutes(1));
});

/** Ana posts the greeting in X, and our timeline is read. */
async function greets(text: string): Promise<void> {
  const now = tuesday + minutes(1);
  ports.network.weAnswer({ id: idAt(now), at: now, text: `@samokafor ${text}`, repliedTo: samsPost });
  await lookAtOurTimeline(ports, tuesday);
  await doWhatFollows(ports);
}

it('a greeting that thanks for following is noticed when it is seen, and only its writer is told', async () => {
  await greets('Hi Sam, thanks for following!');
  await lookAtOurTimeline(ports, tuesday);
  await doWhatFollows(ports);
  expect(ports.board.whispers).toEqual([
    {
      to: ana,
      text: 'Your greeting to somebody is on X. For next time: "Thanks for following" reads like a machine. Say something about what somebody posts instead.',
    },
  ]);
});

it('two looks at our timeline at once tell its writer once', async () => {
  const at = tuesday + minutes(1);
  const text = '@samokafor Hi Sam, thanks for following!';
  ports.network.weAnswer({ id: idAt(at), at, text, repliedTo: samsPost });
  await Promise.all([lookAtOurTimeline(ports, tuesday), lookAtOurTimeline(ports, tuesday)]);
  await Promise.all([doWhatFollows(ports), doWhatFollows(ports)]);
  expect(ports.board.whispers).toHaveLength(1);
});

it('its writer may have left the channel, but a mistake of ours in telling them shows', async () => {
  ports.board.whisper = () => Promise.reject(new Rejected('other', 'user_not_in_channel'));
  await greets('Hi Sam, thanks for following!');
  expect((await ports.cards.get(card.id))?.state).toBe('sent');
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  await act(ports, card.id, { do: 'hand-off', replyTo: samsPost }, asAna);
  ports.board.whisper = () => Promise.reject(new TypeError('no such field'));
  const at = tuesday + minutes(2);
  ports.network.weAnswer({ id: idAt(at), at, text: 'Sam, thanks for following!', repliedTo: samsPost });
  await lookAtOurTimeline(ports, tuesday);
  await expect(doWhatFollows(ports)).rejects.toThrow('no such field');
});

it('a greeting like one of the last 90 days is noticed, with its day', async () => {
  const text = 'Hi Leo, the allotment shelf at Park has three new books on soil this week!';
  await ports.ourPosts.keep([{ id: '1', at: Date.UTC(2026, 9, 3, 12), text }], tuesday);
  await greets('Hi Sam, the allotment shelf at Park has three new books on soil this week!');
  expect(ports.board.whispers).toMatchObject([
    {
      to: ana,
      text: 'Your greeting to somebody is on X. For next time: We said this to someone on 3 October.',
    },
  ]);
});

it('a greeting of its own words is left alone', async () => {
  await greets('Hi Sam, Middlemarch took me two winters. Which part did you like best?');
  expect(ports.board.whispers).toEqual([]);
  expect((await ports.cards.get(card.id))?.state).toBe('sent');
});

it('what stands on our timeline is remembered without the names in it, whoever wrote it', async () => {
  const id = idAt(tuesday);
  ports.network.weAnswer({ id, text: 'Closed on Monday, says @council' });
  await lookAtOurTimeline(ports, tuesday - minutes(1));
  expect(await ports.ourPosts.recent(tuesday)).toMatchObject([{ id, text: 'Closed on Monday, says @…' }]);
});
