import fc from 'fast-check';
import { expect } from 'vitest';
import { type Action, type ActionName, theDesk, type Who } from '../../src/core/actions.js';
import { actId, boot, postId, token } from '../../src/core/ids.js';
import { aMention, aPatron, minutes } from '../build.js';
import { anAction, asAna, asBen, asCarla, asDora, asStranger } from './card-in.js';
import { expected } from './legal-moves.js';
import { type Call, type Model, type Real, step } from './walk.js';

type Command = fc.AsyncCommand<Model, Real, false>;

const does = (name: string, run: (model: Model, real: Real) => Promise<unknown>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
  },
  toString: () => name,
});

const people: Readonly<Record<string, Who>> = {
  Ana: asAna,
  Carla: asCarla,
  'Ben, a trainee,': asBen,
  'Dora, not signed in to X,': asDora,
  'A stranger': asStranger,
  'The desk': theDesk,
};

const pressed = [
  ...['claim', 'take-over', 'release', 'save-draft', 'keep-words', 'approve', 'undo', 'hand-off'],
  ...['it-is-there', 'not-there', 'dismiss', 'reopen'],
] as ActionName[];

/** A press as it comes in this walk: each approval has words of its own, and says what the newest post is. */
function press(name: ActionName, { card, posts }: Model): Action {
  const newest = posts.at(-1)?.post ?? postId('0');
  switch (name) {
    case 'take-over':
      return { ...anAction['take-over'], handOffQuietMs: 0 };
    case 'hand-off':
      return { do: 'hand-off', replyTo: newest };
    case 'approve': {
      const text = `Answer ${card.version} ^AK`;
      return { ...anAction.approve, text, boot: card.reply?.boot ?? anAction.approve.boot };
    }
    default:
      return anAction[name];
  }
}

/** Anybody presses anything; three times in four somebody what they may. */
const presses = fc
  .tuple(fc.constantFrom(...Object.keys(people)), fc.nat(), fc.nat(3))
  .map(([name, which, luck]) =>
    does('somebody presses something', async (model, real) => {
      const holder = Object.values(people).find((who) => who.kind === 'staff' && who.id === model.holder);
      const who = (luck > 1 ? holder : undefined) ?? people[name] ?? theDesk;
      const holds = who.kind === 'staff' && who.id === model.holder;
      const may = pressed.filter((one) => !expected(one, model.state, who, holds).startsWith('refused'));
      const choice = luck > 0 && may.length > 0 ? may : pressed;
      await step(model, real, press(choice[which % choice.length] ?? 'claim', model), who);
    }),
  );

const answers = fc.constantFrom(asAna, asCarla).map((who) =>
  does(`${who === asAna ? 'Ana' : 'Carla'} answers, and a call begins`, async (model, real) => {
    await step(model, real, { do: 'claim' }, who);
    await sends(model, real, who);
  }),
);

const answersAgain = fc.constant(
  does('Ana does not see her answer on X, and sends again', async (model, real) => {
    if (model.fence) await step(model, real, { do: 'lose-sight', token: model.fence });
    await step(model, real, { do: 'not-there' }, asAna);
    await sends(model, real, asAna);
  }),
);

async function sends(model: Model, real: Real, who: Who): Promise<void> {
  await step(model, real, press('approve', model), who);
  real.clock.pass(anAction.approve.undoMs);
  await begin(model, real);
}

let posts = 1_993_456_789_012_345_000n;
export const nextPost = () => postId(String(++posts));

const arrives = fc.boolean().map((late) =>
  does(late ? 'a post arrives late' : 'a post arrives', (model, real) => {
    const post = nextPost();
    const act = aMention({
      id: actId(post),
      at: real.clock.now() - (late ? minutes(10) : 0),
      versions: [post],
    });
    model.posts.push({ act: act.id, post });
    return step(model, real, { do: 'another-act', act, patron: aPatron() });
  }),
);

const edits = fc.nat(9).map((which) =>
  does('the patron edits a post', async (model, real) => {
    const act = model.card.acts[which % model.card.acts.length];
    if (act?.kind !== 'mention') return;
    const post = nextPost();
    const mention = { ...act, answered: false, versions: [...act.versions, post] };
    await step(model, real, { do: 'edited', act: act.id, mention });
    model.posts.push({ act: act.id, post });
  }),
);

const passes = fc
  .constantFrom(1_000, 20_000, minutes(5), minutes(16))
  .map((ms) => does(`${ms / 1_000} s pass`, async (_, { clock }) => clock.pass(ms)));

async function begin(
  model: Model,
  real: Real,
  under = model.card.reply?.boot ?? boot('none'),
): Promise<void> {
  const fence = token(`token-${nextPost()}`);
  const { leaseMs } = anAction.begin;
  const { state, reply } = await step(model, real, { do: 'begin', token: fence, leaseMs, boot: under });
  if (state !== 'posting' || reply?.token !== fence) return;
  const { text, replyTo, approvedBy: by } = reply;
  expect(model.calls.at(-1), 'what is called was approved').toMatchObject({
    approval: { text, replyTo, by },
  });
}

const begins = fc
  .boolean()
  .map((restarted) =>
    does(restarted ? 'the desk begins after a restart' : 'the desk begins', (model, real) =>
      begin(model, real, restarted ? boot('another') : undefined),
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
    return step(model, real, { do: 'lose-sight', token: call.token });
  },
  'X takes it and the desk is dead': async (call, model, real) => posted(call, model, real),
  'nothing is heard of X': ({ token }, model, real) => step(model, real, { do: 'lose-sight', token }),
  'X says no': ({ token }, model, real) => step(model, real, { ...anAction.reject, token }),
  'X is not reached': ({ token }, model, real) => {
    const until = real.clock.now() + 2_000;
    return step(model, real, { do: 'put-back', token, until, because: 'unreachable' });
  },
};

function posted({ approval: { text, replyTo: under, n } }: Call, { onX }: Model, { clock }: Real) {
  const post = { id: nextPost(), under, text, n, at: Math.floor(clock.now() / 1_000) * 1_000 };
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
    if (model.fence) await step(model, real, { do: 'lose-sight', token: model.fence });
  }),
);

const colleague = fc.nat(9).map((which) =>
  does('a colleague answers in the X app', async ({ posts, onX }, { clock }) => {
    const under = posts[which % posts.length]?.post;
    const at = Math.floor(clock.now() / 1_000) * 1_000;
    if (under) onX.push({ id: nextPost(), under, at, text: 'Written in X' });
  }),
);

export async function lookAtX(model: Model, real: Real): Promise<void> {
  for (const { id, under, at, text } of model.onX) {
    const post = { postId: id, repliedTo: under, at, text, asApproved: text === model.approval?.text };
    await step(model, real, { do: 'seen', post });
  }
}

const looks = fc.constant(does('the desk looks at our timeline', lookAtX));

const inVain = fc.boolean().map((last) =>
  does('the desk looks in vain', async (model, real) => {
    const look = model.card.reply?.looks ?? 0;
    await step(model, real, { do: 'look-in-vain', look, last });
  }),
);

/** Up to sixty of all that, in any order. */
export const walks = fc.commands<Model, Real, false>(
  [
    ...[presses, presses, presses, answers, answers, answersAgain],
    ...[arrives, edits, colleague, passes],
    ...[begins, begins, returns, returns, leaseEnds, looks, inVain],
  ],
  { maxCommands: 60, size: 'max' },
);
