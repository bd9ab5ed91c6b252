import type { ModalView } from '@slack/web-api';
import type { Actor } from '../../core/card/actions.js';
import { refusalFor } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { findingSentence } from '../../core/sentences/finding-sentences.js';
import { sentence } from '../../core/sentences/sentences.js';
import { check } from '../../flows/answer/check.js';
import { saveDraft } from '../../flows/answer/edit.js';
import type { Ports } from '../../ports.js';
import { finishView } from '../screens/finish-view.js';

/** Hands words over to X: the screen with the link, or why this person can't do that now. */
export async function showHandOff(
  ports: Ports,
  card: Card,
  actor: Actor,
  words: string,
): Promise<ModalView | Refusal> {
  const { clock, desk, settings } = ports;
  const now = clock.now();
  const refusal = refusalFor(card, { do: 'hand-off' }, actor, now);
  if (refusal) return refusal;
  const { pause } = await settings.get();
  if (pause) return { refused: 'paused', ...pause };
  const { text, stop, warnings } = await check(ports, card, actor, words, 'hand-off');
  const nothing = stop?.check === 'empty' || stop?.check === 'nothingAdded';
  return finishView({
    card,
    desk,
    now,
    text: nothing ? undefined : text,
    stopped: stop && !nothing ? findingSentence(desk, stop, card) : undefined,
    warned: stop ? [] : warnings.map((one) => findingSentence(desk, one, card)),
  });
}

/** *Send* where X takes the answer from a person only: the link, or a sentence under the words, which are kept. */
export async function sendByHandOff(
  ports: Ports,
  card: Card,
  actor: Actor,
  words: string,
): Promise<ModalView | string> {
  const { clock, desk } = ports;
  const { stop } = await check(ports, card, actor, words, 'hand-off');
  if (stop) return findingSentence(desk, stop, card);
  await saveDraft(ports, card.id, actor, words, clock.now());
  const came = await showHandOff(ports, card, actor, words);
  return isRefusal(came) ? sentence(desk, came) : came;
}
