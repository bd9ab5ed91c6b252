import type { CardEvent, RecordedAction } from '../core/card/actions.js';
import type { Act, Card, CardState } from '../core/card/card.js';
import { isRefusal } from '../core/card/refusal.js';
import { isWritten } from '../core/card/select.js';
import type { DeskSettings } from '../core/desk/desk-settings.js';
import type { CardId, SlackUserId } from '../core/ids.js';
import { isPurged } from '../core/keeping/purged-card.js';
import type { Cards, Settings, Update } from '../ports/documents.js';

/** What became of one approval, or of one hand-off. */
export const sendOutcomes = [
  'sent',
  'refused',
  'unsure',
  'put-back',
  'lapsed',
  'undone',
  'found',
  'not-there',
  'by-hand',
] as const;
type SendOutcome = (typeof sendOutcomes)[number];

/**
 * One thing that was decided and stored: ids, and names of states and actions, so that nobody's words, name or handle can
 * be in it. `arrive`: a new card; `purge`: what a patron wrote is gone; `erase`: they asked for it; `end`: its record is gone.
 * `pause` and `resume` are about the whole desk.
 */
export interface Decision {
  readonly desk: string;
  /** A step of the card's history, or `arrive`, `purge`, `erase`, `end`, `pause`, `resume`. */
  readonly action: string;
  readonly card?: CardId;
  /** Where the card is now; undefined for one that is gone. */
  readonly state?: CardState;
  /** Who did it; undefined for the desk itself. */
  readonly by?: SlackUserId;
  /** The number of the approval that it is about. */
  readonly attempt?: number;
  readonly outcome?: SendOutcome;
  /** Why X refused. */
  readonly reason?: string;
  /** What patrons did, where the card got it with this. */
  readonly acts?: readonly { readonly kind: Act['kind']; readonly topic: string }[];
}

type Seen = (decision: Decision) => void;

/** The cards of a desk; `seen` is told once of all that is decided on them, after it was stored. */
export function withDecisions(cards: Cards, desk: string, seen: Seen): Cards {
  return {
    ...cards,
    async change<T>(id: CardId, update: Update<Card, T>) {
      let decisions: readonly Decision[] = [];
      const result = await cards.change<T>(id, (card, world) => {
        const updated = update(card, world);
        // It may run several times: the last run is the one that is stored.
        decisions = isRefusal(updated) ? [] : decisionsOf(desk, card, updated.next);
        return updated;
      });
      for (const decision of decisions) seen(decision);
      return result;
    },
  };
}

/** The settings of a desk; `seen` is told when sending is paused or goes on. */
export function withPauses(settings: Settings, desk: string, seen: Seen): Settings {
  return {
    ...settings,
    async change<T>(update: Parameters<Settings['change']>[0]) {
      let decision: Decision | undefined;
      const result = await settings.change<T>((now) => {
        const updated = update(now);
        decision = isRefusal(updated) ? undefined : pauseOf(desk, now, updated.next);
        return updated as typeof updated & { readonly result: T };
      });
      if (decision) seen(decision);
      return result;
    },
  };
}

function pauseOf(desk: string, before: DeskSettings, after: DeskSettings): Decision | undefined {
  if (before.pause?.at === after.pause?.at) return undefined;
  if (after.pause) return { desk, action: 'pause', by: after.pause.by };
  const by = after.pausesToTell?.findLast(({ ended }) => ended)?.ended?.by;
  return { desk, action: 'resume', ...(by && { by }) };
}

/** What was decided between two versions of a card. What only its messages show, such as an open modal, is no decision. */
export function decisionsOf(
  desk: string,
  before: Card | undefined,
  after: Card | undefined,
): readonly Decision[] {
  if (before === after) return [];
  if (!after) return before ? [{ desk, card: before.id, action: 'end' }] : [];
  const { id: card, state } = after;
  const about = { desk, card, state };
  if (after.erased && !before?.erased) return [{ ...about, action: 'erase' }];
  // What stays of the history is written anew, and nothing of it happened now.
  if (isPurged(after) && !(before && isPurged(before))) return [{ ...about, action: 'purge' }];
  const known = new Set(before?.acts.map(({ id }) => id));
  const acts = after.acts.filter(({ id, kind }) => kind !== 'hello' && !known.has(id)).map(kindAndTopic);
  const arrived = before ? [] : [{ ...about, action: 'arrive', ...(acts.length > 0 && { acts }) }];
  const steps = after.history.filter((step) => !before?.history.includes(step));
  return [
    ...arrived,
    ...steps.map(({ action, by }) => ({
      ...about,
      action,
      ...(by && { by }),
      ...aboutSending(action, before, after),
      ...(before && acts.length > 0 && { acts }),
    })),
  ];
}

const kindAndTopic = (act: Act) => ({ kind: act.kind, topic: isWritten(act) ? act.topic : 'none' });

/** What a step says of the approval that it is about. */
function aboutSending(
  action: string,
  before: Card | undefined,
  after: Card,
): Pick<Decision, 'attempt' | 'outcome' | 'reason'> {
  const attempt = after.reply?.n ?? before?.reply?.n;
  const outcome = outcomeOf(action, before?.state);
  const rejected = action === 'reject' ? eventOf(after, 'rejected') : undefined;
  if (attempt === undefined || (!outcome && !sendingActions.includes(action)))
    return outcome ? { outcome } : {};
  return { attempt, ...(outcome && { outcome }), ...(rejected && { reason: rejected.reason }) };
}

const sendingActions: readonly string[] = ['approve', 'begin', 'not-found'] satisfies RecordedAction[];

function eventOf<Name extends CardEvent['event']>({ pending = [] }: Card, name: Name) {
  return pending.findLast((one): one is Extract<CardEvent, { event: Name }> => one.event === name);
}

const outcomes: Readonly<Partial<Record<string, SendOutcome>>> = {
  publish: 'sent',
  reject: 'refused',
  'mark-unknown': 'unsure',
  'put-back': 'put-back',
  lapse: 'lapsed',
  undo: 'undone',
} satisfies Partial<Record<RecordedAction, SendOutcome>>;

/** What a step from a state says became of an approval or a hand-off; undefined where it says nothing of it. */
function outcomeOf(action: string, from: CardState | undefined): SendOutcome | undefined {
  const isHere = action === 'seen' || action === 'it-is-there';
  if (isHere && from === 'unsure') return 'found';
  if (isHere && from === 'handed-off') return 'by-hand';
  if (action === 'not-there' && from === 'unsure') return 'not-there';
  return outcomes[action];
}
