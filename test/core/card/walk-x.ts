import fc from 'fast-check';
import { actId, boot } from '../../../src/core/ids.js';
import { aMention, aPatron, minutes } from '../../build.js';
import { anAction } from './card-in.js';
import { type Call, type Model, type Real, step } from './walk.js';
import { begin, type Command, does, nextPost } from './walk-command.js';

const wholeSeconds = (ms: number) => Math.floor(ms / 1_000) * 1_000;

const arrives = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([late, asks, muted]) =>
  does(late ? 'a post arrives late' : 'a post arrives', async (model, real) => {
    const post = nextPost();
    const act = aMention({
      id: actId(post),
      at: real.clock.now() - (late ? minutes(10) : 0),
      versions: [post],
      topic: asks ? 'question' : 'praise',
    });
    const action = {
      do: 'another-act',
      act,
      patron: aPatron(),
      ...(muted ? { muted: 'muted' as const } : {}),
    } as const;
    await step(model, real, action);
  }),
);

const edits = fc.nat(9).map((which) =>
  does('the patron edits a post', async (model, real) => {
    const act = model.card.acts[which % model.card.acts.length];
    if (act?.kind !== 'mention') return;
    const post = nextPost();
    const mention = { ...act, text: 'Changed', answered: false, versions: [...act.versions, post] };
    await step(model, real, { do: 'edited', act: act.id, mention });
  }),
);

const removes = fc.nat(9).map((which) =>
  does('the patron removes a post', async (model, real) => {
    const act = model.card.acts[which % model.card.acts.length];
    if (act) await step(model, real, { do: 'withdraw', act: act.id });
  }),
);

const passes = fc
  .constantFrom(1_000, 20_000, minutes(5), minutes(16))
  .map((ms) => does(`${ms / 1_000} s pass`, async (_, { clock }) => clock.pass(ms)));

const begins = fc
  .boolean()
  .map((restarted) =>
    does(restarted ? 'the desk begins after a restart' : 'the desk begins', (model, real) =>
      begin(model, real, restarted ? boot(`another-${nextPost()}`) : undefined),
    ),
  );

/** What X did with a call, and what the desk heard of it. */
const endings: Readonly<Record<string, (call: Call, model: Model, real: Real) => Promise<unknown>>> = {
  'X takes it and says so': (call, model, real) => {
    const { id, text } = posted(call, model, real);
    return step(model, real, { do: 'publish', token: call.token, postId: id, text });
  },
  'X takes it and says nothing': (call, model, real) => {
    posted(call, model, real);
    return step(model, real, { do: 'mark-unknown', token: call.token });
  },
  'X takes it and the desk is dead': async (call, model, real) => posted(call, model, real),
  'nothing is heard of X': ({ token }, model, real) => step(model, real, { do: 'mark-unknown', token }),
  'X says no': ({ token }, model, real) => step(model, real, { ...anAction.reject, token }),
  'X is not reached': ({ token }, model, real) => {
    const until = real.clock.now() + 2_000;
    return step(model, real, { do: 'put-back', token, until, because: 'unreachable' });
  },
};

function posted({ approval: { text, replyTo: under, n } }: Call, { onX }: Model, { clock }: Real) {
  if (!under) throw new Error('An answer answers a post.');
  const post = { id: nextPost(), under, text, n, at: wholeSeconds(clock.now()) };
  onX.push(post);
  return post;
}

const returns = fc.tuple(fc.nat(3), fc.constantFrom(...Object.keys(endings))).map(([which, how]) =>
  does(`a call ends: ${how}`, async (model, real) => {
    const [call] = model.calls.splice(which % Math.max(1, model.calls.length), 1);
    if (call) await endings[how]?.(call, model, real);
  }),
);

const leaseEnds = fc.constant(
  does('the lease of the call ends', async (model, real) => {
    if (model.fence) await step(model, real, { do: 'mark-unknown', token: model.fence });
  }),
);

const colleague = fc.nat(9).map((which) =>
  does('a colleague answers in the X app', async ({ posts, onX }, { clock }) => {
    const under = posts[which % posts.length]?.post;
    if (under) onX.push({ id: nextPost(), under, at: wholeSeconds(clock.now()), text: 'Written in X' });
  }),
);

const finishes = fc.constant(
  does('a person posts what was opened in X', async ({ card: { handOff }, onX }, { clock }) => {
    if (!handOff) return;
    const { replyTo: under, text = 'Written in X' } = handOff;
    onX.push({ id: nextPost(), under, at: wholeSeconds(clock.now()), text });
  }),
);

export async function lookAtX(model: Model, real: Real): Promise<void> {
  for (const { id, under, at, text } of [...model.onX]) {
    const { handOff, reply } = model.card;
    const asApproved = text === (handOff?.text ?? reply?.text);
    await step(model, real, { do: 'seen', post: { postId: id, repliedTo: under, at, text, asApproved } });
  }
}

const looks = fc.constant(
  does('the desk looks at our timeline', async (model, real) => {
    await lookAtX(model, real);
    if (model.handOff) await step(model, real, { do: 'timeline-checked' });
  }),
);

const inVain = fc.boolean().map((last) =>
  does('the desk looks in vain', async (model, real) => {
    const { boot: under, looks: look = 0 } = model.card.reply ?? {};
    await step(model, real, { do: 'not-found', look, last, boot: under ?? boot('none') });
  }),
);

const byItself = fc
  .constantFrom('expire', 'greeted')
  .map((name) => does(`the desk: ${name}`, (model, real) => step(model, real, { do: name })));

export const worldsCommands: fc.Arbitrary<Command>[] = [
  ...[arrives, arrives, edits, removes, colleague, finishes, passes, passes],
  ...[begins, begins, returns, returns, leaseEnds, looks, inVain, byItself],
];
