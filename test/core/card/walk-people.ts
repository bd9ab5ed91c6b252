import fc from 'fast-check';
import { type Action, type ActionName, type Actor, theDesk } from '../../../src/core/card/actions.js';
import { boot, postId } from '../../../src/core/ids.js';
import { minutes } from '../../build.js';
import { anAction, asAna, asBen, asCarla, asDora, asEli, asStranger } from './card-in.js';
import { expected } from './legal-moves.js';
import { type Model, type Real, step } from './walk.js';
import { begin, type Command, does, nextPost } from './walk-command.js';

const people: Readonly<Record<string, Actor>> = {
  Ana: asAna,
  'Carla, the lead,': asCarla,
  'Ben, a trainee,': asBen,
  'Dora, not signed in to X,': asDora,
  Eli: asEli,
  'A stranger': asStranger,
  'The desk': theDesk,
};
const staff = [asAna, asBen, asCarla, asEli];

const pressed = [
  ...['claim', 'take-over', 'release', 'keep', 'pass', 'start', 'flag', 'unflag', 'dismiss', 'reopen'],
  ...['snooze', 'wake', 'mute', 'save-draft', 'keep-words', 'ask-review', 'check', 'send-back'],
  ...['approve', 'undo', 'hand-off', 'it-is-there', 'not-there'],
] as ActionName[];

/** A press as it comes in this walk: all words are new, and what is finished in X is a reply to the newest post. */
function press(name: ActionName, { card, posts }: Model, now: number, which: number): Action {
  const newest = posts.at(-1)?.post ?? postId('0');
  const text = `Words ${card.history.length}-${card.version}-${which} ^AK`;
  switch (name) {
    case 'pass':
      return { ...anAction.pass, to: (staff[which % staff.length] ?? asAna).id };
    case 'snooze':
      return { do: 'snooze', until: now + minutes(which % 3) * 10 };
    case 'save-draft':
    case 'keep-words':
      return { do: name, text };
    case 'hand-off':
      return { do: 'hand-off', replyTo: newest, ...(which % 2 ? { text } : {}) };
    case 'it-is-there':
    case 'not-there':
      return { do: name, ...(which % 2 ? { confirmed: true } : {}) };
    case 'approve':
      return { ...anAction.approve, text, boot: card.reply?.boot ?? anAction.approve.boot };
    default:
      return anAction[name];
  }
}

/** Anybody presses anything; three times in four somebody what they may. */
const presses = fc
  .tuple(fc.constantFrom(...Object.keys(people)), fc.nat(), fc.nat(3))
  .map(([name, which, luck]) =>
    does('somebody presses something', async (model, real) => {
      const { holder, reviewer } = model.is;
      const busy = staff.find(({ id }) => id === (which % 2 ? (reviewer ?? holder) : holder));
      const actor = (luck > 1 ? busy : undefined) ?? people[name] ?? theDesk;
      const may = pressed.filter((one) => !expected(one, actor, model.is).startsWith('refused'));
      const choice = luck > 0 && may.length > 0 ? may : pressed;
      const chosen = choice[which % choice.length] ?? 'claim';
      await step(model, real, press(chosen, model, real.clock.now(), which), actor);
    }),
  );

type Begins = 'at once' | 'after a restart' | 'too late' | 'not yet';

const beginnings = fc.constantFrom<Begins>(
  'at once',
  'at once',
  'at once',
  'after a restart',
  'too late',
  'not yet',
);

const answers = fc.tuple(fc.constantFrom(asAna, asCarla), beginnings).map(([who, begins]) =>
  does(`${who === asAna ? 'Ana' : 'Carla'} answers; a call begins: ${begins}`, async (model, real) => {
    await step(model, real, { do: 'claim' }, who);
    await sends(model, real, who, begins);
  }),
);

const checks = fc.tuple(fc.constantFrom(asEli, asDora), beginnings).map(([who, begins]) =>
  does(
    `Ben asks ${who === asEli ? 'Eli' : 'Dora'} for a check; a call begins: ${begins}`,
    async (model, real) => {
      await step(model, real, { do: 'claim' }, asBen);
      await step(model, real, { do: 'ask-review' }, asBen);
      await step(model, real, { do: 'check' }, who);
      await sends(model, real, who, begins);
    },
  ),
);

const answersAgain = fc.constant(
  does('Ana does not see her answer on X, and sends again', async (model, real) => {
    if (model.fence) await step(model, real, { do: 'mark-unknown', token: model.fence });
    await step(model, real, { do: 'not-there', confirmed: true }, asAna);
    await sends(model, real, asAna, 'at once');
  }),
);

async function sends(model: Model, real: Real, actor: Actor, begins: Begins): Promise<void> {
  await step(model, real, press('approve', model, real.clock.now(), 0), actor);
  real.clock.pass(
    begins === 'too late' ? minutes(20) : begins === 'not yet' ? 1_000 : anAction.approve.undoMs,
  );
  await begin(model, real, begins === 'after a restart' ? boot(`another-${nextPost()}`) : undefined);
}

const finishes = fc.nat(9).map((which) =>
  does('Ana opens it in X', async (model, real) => {
    await step(model, real, { do: 'claim' }, asAna);
    await step(model, real, press('hand-off', model, real.clock.now(), which), asAna);
  }),
);

const takesOver = fc.constantFrom(0, minutes(6)).map((ms) =>
  does(`Carla takes it over after ${ms / 1_000} s`, async (model, real) => {
    real.clock.pass(ms);
    await step(model, real, anAction['take-over'], asCarla);
  }),
);

const lifts = fc.constant(
  does('the lead lifts a flag', (model, real) => step(model, real, { do: 'unflag' }, asCarla)),
);

/** It is removed from X first; then the card is offered again. */
const deletes = fc.tuple(fc.nat(9), fc.constantFrom(asAna, asBen, asCarla)).map(([which, who]) =>
  does('somebody deletes an answer from X', async (model, real) => {
    const known = model.card.answers.flatMap(({ postId }) => postId ?? []);
    const id = known[which % Math.max(1, known.length)];
    if (!id) return;
    const action = { do: 'delete-from-x', postId: id } as const;
    const may = !expected(action.do, who, model.is).startsWith('refused');
    await step(model, real, action, who);
    const at = model.onX.findIndex((post) => post.id === id);
    if (may && at >= 0) model.onX.splice(at, 1);
  }),
);

export const peoplesCommands: fc.Arbitrary<Command>[] = [
  ...[presses, presses, presses],
  ...[answers, answers, checks, answersAgain, finishes, takesOver, lifts, deletes],
];
