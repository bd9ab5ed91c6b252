import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { type Decision, decide } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { isHello, reachOf, takesNoReply } from '../../core/card/select.js';
import type { CardId, PostId } from '../../core/ids.js';
import { usedUpBudget } from '../../core/money/budget-use.js';
import { givenName } from '../../core/post/given-name.js';
import { openUntil } from '../../core/rota/open-hours.js';
import { firstOf } from '../../core/sentences/phrases.js';
import type { Checked } from '../../core/writing/check-words.js';
import type { Finding } from '../../core/writing/finding.js';
import { openingUse } from '../../core/writing/starters.js';
import type { WriteContext } from '../../ports/documents.js';
import type { Ports } from '../../ports.js';
import { budgetUses } from '../tell/budget.js';
import { check } from './check.js';
import { claim } from './claim.js';
import { saveDraft, withWords } from './edit.js';
import { countGreeting } from './greet.js';
import { reread } from './reread.js';

type Submitting = Pick<
  Ports,
  'cards' | 'clock' | 'desk' | 'due' | 'ledger' | 'network' | 'ourPosts' | 'panels' | 'settings' | 'timings'
>;

/** What somebody sends. */
export interface Submission {
  readonly text: string;
  /** The post that the editor showed as the one to answer. */
  readonly shownPost?: PostId | undefined;
  /** The words that the editor began with, where it still knows them. */
  readonly begun?: string;
  /** The writer has read the warnings about these words. */
  readonly warned?: true;
}

/** What came of *Send*, with the card as it is stored then. */
export type Submitted =
  /** The words are approved: they go out when the time for *Undo* has passed. */
  | { readonly outcome: 'approved'; readonly card: Card }
  /** A trainee's words: a colleague checks and sends them. */
  | { readonly outcome: 'check-asked'; readonly card: Card }
  /** X takes these words from a person only. */
  | { readonly outcome: 'hand-off'; readonly card: Card; readonly checked: Checked }
  /** The writer reads the warnings first, and may send the same words anyway. */
  | { readonly outcome: 'warned'; readonly card: Card; readonly warnings: readonly Finding[] }
  /** The words have to be changed first. */
  | { readonly outcome: 'stopped'; readonly card: Card; readonly stop: Finding }
  /** Nothing is sent, and the words are kept. Without a card where there is none. */
  | { readonly outcome: 'refused'; readonly card?: Card | undefined; readonly refusal: Refusal };

/**
 * *Send*: approves exactly these words, signed by their writer. Reads the card, our recent posts and the post on X once
 * each, in the three seconds that Slack gives, and writes the card once: the write decides again on the newest card.
 */
export async function submit(
  ports: Submitting,
  id: CardId,
  actor: Actor,
  submission: Submission,
): Promise<Submitted> {
  const { clock, desk } = ports;
  const { text } = submission;
  const refuse = async (refusal: Refusal): Promise<Submitted> => ({
    outcome: 'refused',
    refusal,
    card: await saveDraft(ports, id, actor, text),
  });

  const card = await cardToAnswer(ports, id, actor);
  if (isRefusal(card)) return refuse(card);
  const refusal = refusalFor(card, { do: 'approve' }, actor, clock.now());
  if (refusal && refusal.refused !== 'trainee') return refuse(refusal);
  if (refusal) {
    if (takesNoReply(card, desk)) return refuse({ refused: 'takes-no-reply', first: firstOf(card.patron) });
    return askForCheck(ports, card, actor, text);
  }
  if (reachOf(card, desk) === 'hand-off') return sendByHandOff(ports, card, actor, text);

  const { text: signed, stop, warnings } = await check(ports, card, actor, text);
  if (stop) return { outcome: 'stopped', card, stop };
  if (warnings.length > 0 && !submission.warned) {
    const saved = await saveDraft(ports, id, actor, text);
    return { outcome: 'warned', card: saved ?? card, warnings };
  }
  const usedUp = usedUpBudget(await budgetUses(ports));
  if (usedUp) return refuse({ refused: 'budget', of: usedUp });
  const news = await reread(ports, card, actor);
  if (news) return refuse(news.refusal);
  const enough = await countGreeting(ports, card);
  if (enough) return refuse(enough);
  return approve(ports, card, actor, submission, signed);
}

/** The card; claimed again by the sender when it went back to everybody while the editor was open. */
async function cardToAnswer(
  ports: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  actor: Actor,
): Promise<Card | Refusal> {
  const card = await ports.cards.get(id);
  if (!card) return { refused: 'gone' };
  return card.state === 'open' ? claim(ports, id, actor) : card;
}

/** A trainee's words go to a colleague. Warnings are for that colleague to read. */
async function askForCheck(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'ourPosts'>,
  card: Card,
  actor: Actor,
  text: string,
): Promise<Submitted> {
  const { stop } = await check(ports, card, actor, text);
  if (stop) return { outcome: 'stopped', card, stop };
  return writeOnce(ports, card.id, actor, text, 'check-asked', (newest, now) => {
    const saved = decide(newest, { do: 'save-draft', text }, actor, now);
    return isRefusal(saved) ? saved : decide(saved.card, { do: 'ask-review' }, actor, now);
  });
}

/** Where X takes the answer from a person only: the words are saved, and sent by the link that opens X. */
async function sendByHandOff(ports: Submitting, card: Card, actor: Actor, text: string): Promise<Submitted> {
  const { cards, clock } = ports;
  const checked = await check(ports, card, actor, text, 'hand-off');
  if (checked.stop) return { outcome: 'stopped', card, stop: checked.stop };
  const news = await reread(ports, card, actor);
  if (news) {
    const saved = await saveDraft(ports, card.id, actor, text);
    return { outcome: 'refused', refusal: news.refusal, card: saved };
  }
  const result = await cards.change<Submitted>(card.id, (newest, { pause }) => {
    if (!newest) return { refused: 'gone' };
    const now = clock.now();
    const next = withWords(newest, actor, text, now);
    const refusal =
      refusalFor(newest, { do: 'hand-off' }, actor, now) ??
      (pause ? ({ refused: 'paused', ...pause } as const) : undefined);
    return {
      next,
      result: refusal
        ? { outcome: 'refused', card: next, refusal }
        : { outcome: 'hand-off', card: next, checked },
    };
  });
  return isRefusal(result) ? { outcome: 'refused', refusal: result } : result;
}

/** The answer is good for some minutes; approved in open hours, not past closing. */
function approve(
  ports: Submitting,
  card: Card,
  actor: Actor,
  { begun, text, shownPost }: Submission,
  signed: string,
): Promise<Submitted> {
  const { clock, desk, timings } = ports;
  const first = givenName(card.patron.name, card.patron.handle);
  const opening = isHello(card) ? undefined : openingUse(text, begun, first, desk);
  const closesAt = openUntil(desk.rota, clock.now());
  return writeOnce(ports, card.id, actor, text, 'approved', (newest, now, { boot, pause }) =>
    decide(
      newest,
      {
        do: 'approve',
        text: signed,
        undoMs: desk.send.undoMs,
        goodForMs: desk.send.goodForMs,
        goodAtLeastMs: timings.goodAtLeastMs,
        ...(closesAt === undefined ? {} : { closesAt }),
        boot,
        ...(pause ? { pause } : {}),
        ...(shownPost ? { shown: shownPost } : {}),
        ...(opening ? { opening } : {}),
      },
      actor,
      now,
    ),
  );
}

/** Writes what was decided on the newest card, or keeps the words where that is a refusal. */
async function writeOnce(
  { cards, clock }: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  actor: Actor,
  text: string,
  outcome: 'approved' | 'check-asked',
  decideOn: (newest: Card, now: number, world: WriteContext) => Decision | Refusal,
): Promise<Submitted> {
  const result = await cards.change<Submitted>(id, (newest, world) => {
    if (!newest) return { refused: 'gone' };
    const now = clock.now();
    const decided = decideOn(newest, now, world);
    if (!isRefusal(decided)) return { next: decided.card, result: { outcome, card: decided.card } };
    const next = withWords(newest, actor, text, now);
    return { next, result: { outcome: 'refused', card: next, refusal: decided } };
  });
  return isRefusal(result) ? { outcome: 'refused', refusal: result } : result;
}
