import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { conversationOfCard, isHello } from '../../core/card/select.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { lookedOver } from '../../core/sentences/finding-sentences.js';
import { dateText, firstOf, momentText } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { act } from '../../flows/act.js';
import { check as checkWords } from '../../flows/answer/check.js';
import { flag as flagCard } from '../../flows/answer/flag.js';
import { passTo } from '../../flows/answer/pass.js';
import { muteConversation, mutePerson, unmutePerson } from '../../flows/team/mute.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds, callbackIds, snoozeChoices } from '../ids.js';
import { historyView } from '../screens/history-view.js';
import { noteView } from '../screens/note-view.js';
import { filledIn, flagView, passView, sendBackView } from '../screens/pass-views.js';
import { snoozedUntil, snoozeView } from '../screens/snooze-view.js';
import { decodeMutedRef, decodeRef, oneOf, readPerson } from '../values.js';
import { edit } from './answering.js';
import { viewHandler } from './handlers.js';
import { notServed, orTellNotSaved, type Press, pressedValue, screenOf, tellNotServed } from './press.js';

/** *History*: who did what with a card. */
const steps = ({ desk }: Pick<Press, 'desk'>, card: Card, now: number) => historyView(card, desk, now);
export const history = viewHandler(steps, undefined, steps);
/** *Pass to a colleague…*: the form, for those who may. */
export const pass = viewHandler(({ desk, user }, card, now) => passView(card, desk, user, now), 'pass');
/** *Flag to Carla…*: the form, for those who may. */
export const flag = viewHandler(({ desk, user }, card, now) => flagView(card, desk, user, now), 'flag');
/** *Send back…*: the form, for the reviewer. */
export const sendBack = viewHandler(({ desk }, card, now) => sendBackView(card, desk, now), 'send-back');
/** *Not now…*: until when. */
export const notNow = viewHandler(({ desk }, card, now) => snoozeView(card, desk, now), 'snooze');

/** *Not now*: sets the card aside until the time that the button says, counted from the press. */
export async function snooze(press: Press): Promise<void> {
  const { desk, ports } = press;
  const now = ports.clock.now();
  const choice = oneOf(snoozeChoices, press.extra);
  const until = choice && snoozedUntil(choice, desk, now);
  if (until === undefined) return press.refuse({ refused: 'gone' });
  const result = await act(ports, press.card, { do: 'snooze', until }, press.actor);
  if (isRefusal(result)) return press.refuse(result);
  const done = say(desk.words, 'snooze.done', { time: momentText(desk, until, now) });
  await press.show(noteView(desk, done, result.card));
}

/** *Hand to Ben*, at the end of a shift: the button says to whom. */
export async function handTo(press: Press): Promise<void> {
  const result = await passTo(press.ports, press.card, readPerson(press.extra), '', press.actor);
  if (isRefusal(result)) await press.refuse(result);
}

/** *Check*: the presser becomes the one reviewer, and the editor opens with the findings about the words. */
export async function check(press: Press): Promise<void> {
  const { desk, ports, actor } = press;
  const result = await act(ports, press.card, { do: 'check' }, actor);
  if (isRefusal(result)) return press.refuse(result);
  const { card } = result;
  const checked = await checkWords(ports, card, actor, card.draft?.text ?? '');
  await edit(press, card, { looked: { words: checked.text, found: lookedOver(desk, checked, card) } });
}

/** *Mute conversation*: closes its open cards; later posts in it wait for nobody. */
export async function mute(press: Press): Promise<void> {
  const { desk, ports, actor } = press;
  const card = await ports.cards.get(press.card);
  const conversation = card && conversationOfCard(card.id);
  if (!conversation) return press.refuse({ refused: 'gone' });
  const refusal =
    refusalFor(card, { do: 'mute' }, actor, ports.clock.now()) ??
    (await muteConversation(ports, conversation, actor));
  if (refusal) return press.refuse(refusal, card);
  if (press.inModal) await press.show(noteView(desk, say(desk.words, 'mute.done'), card));
}

/** *Mute this person…*, confirmed: their open cards close, and later ones arrive closed. */
export async function muteThisPerson(press: Press): Promise<void> {
  const { desk, ports, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card || isHello(card)) return press.refuse({ refused: 'gone' });
  const muted = await mutePerson(ports, card, actor);
  if (isRefusal(muted)) return press.refuse(muted, card);
  const fill = { first: firstOf(card.patron), date: dateText(desk, muted.until) };
  await press.show(noteView(desk, say(desk.words, 'mute-person.done', fill), card));
}

/** Registers *Unmute* beside a muted patron on Home, which then shows those that are left. */
export function listenToUnmute(app: App, desks: Desks, log: Logger): void {
  app.action<BlockAction>(actionIds.unmutePerson, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeMutedRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    if (!ref || !ports) return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const refusal = await unmutePerson(ports, ref.muted, screen.actor);
    if (refusal) await screen.refuse(refusal);
  });
}

type Filled = ReturnType<typeof filledIn>;
type About = NonNullable<Awaited<ReturnType<typeof aboutOf>>>;

/** Registers the forms of *Pass to a colleague…*, *Flag to Carla…* and *Send back…*. A refusal stands under an input. */
export function listenToForms(app: App, desks: Desks): void {
  const on = (
    callback: string,
    input: string,
    run: (about: About, filled: Filled) => Promise<Decision | Refusal>,
  ) => {
    app.view(callback, async ({ ack, body, view }) => {
      const stay = (why: string) => ack({ response_action: 'errors', errors: { [input]: why } });
      const about = await aboutOf(view, body.user.id, desks);
      if (!about) return stay(notServed);
      const { desk } = about.ports;
      const result = await orTellNotSaved(desk, stay, () => run(about, filledIn(view.state.values)));
      await (isRefusal(result) ? stay(refusalSentence(desk, result, about.ports.clock.now())) : ack());
    });
  };
  on(callbackIds.pass, actionIds.colleague, ({ ports, card, actor }, { colleague, note }) =>
    passTo(ports, card, colleague, note, actor),
  );
  on(callbackIds.flag, actionIds.note, ({ ports, card, actor }, { note }) =>
    flagCard(ports, card, note, actor),
  );
  on(callbackIds.sendBack, actionIds.note, ({ ports, card, actor }, { note }) =>
    act(ports, card, { do: 'send-back', note }, actor),
  );
}

async function aboutOf(view: ViewOutput, userId: string, desks: Desks) {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && (await desks.now(ref.desk));
  return ref && ports && { ports, card: ref.card, actor: actorFor(ports.desk, userId) };
}
