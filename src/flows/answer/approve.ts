import type { Action, Actor } from '../../core/card/actions.js';
import { refusalFor } from '../../core/card/authorize.js';
import type { Decision } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { CardId, PostId } from '../../core/ids.js';
import { openUntil } from '../../core/rota/open-hours.js';
import type { Finding } from '../../core/writing/finding.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { budgetLevel } from '../tell/budget.js';
import { check } from './check.js';
import { saveDraft } from './edit.js';
import { countGreeting } from './greet.js';
import { reread } from './reread.js';

type Approving = Pick<
  Ports,
  'board' | 'cards' | 'clock' | 'desk' | 'ledger' | 'network' | 'ourPosts' | 'settings' | 'timings'
>;

/**
 * Approves exactly these words, signed by their writer; or gives the first reason to stop, or why the person may not.
 * Refused words are kept, also those of somebody who lost the card.
 */
export async function approve(
  ports: Approving,
  id: CardId,
  actor: Actor,
  text: string,
  /** The post that the writer saw as the one to answer. */
  shown?: PostId,
): Promise<Decision | Refusal | Finding> {
  const result = await approveOrRefuse(ports, id, actor, text, shown);
  if (isRefusal(result)) await saveDraft(ports, id, actor, text);
  return result;
}

async function approveOrRefuse(
  ports: Approving,
  id: CardId,
  actor: Actor,
  text: string,
  shown: PostId | undefined,
): Promise<Decision | Refusal | Finding> {
  const { cards, clock, desk, timings } = ports;
  const card = await cards.get(id);
  if (!card) return { refused: 'gone' };
  const refusal = refusalFor(card, { do: 'approve' }, actor, clock.now());
  if (refusal) return refusal;
  const { text: signed, stop } = await check(ports, card, actor, text);
  if (stop) return stop;
  if ((await budgetLevel(ports)) === 'stopped') return { refused: 'budget' };
  const news = await reread(ports, id, actor);
  if (news) return news;
  const enough = await countGreeting(ports, card);
  if (enough) return enough;
  const closesAt = openUntil(desk.rota, clock.now());
  return act(
    ports,
    id,
    ({ boot, pause }): Action => ({
      do: 'approve',
      text: signed,
      undoMs: desk.send.undoMs,
      goodForMs: desk.send.goodForMs,
      goodAtLeastMs: timings.goodAtLeastMs,
      ...(closesAt === undefined ? {} : { closesAt }),
      boot,
      ...(pause ? { pause } : {}),
      ...(shown ? { shown } : {}),
    }),
    actor,
  );
}
