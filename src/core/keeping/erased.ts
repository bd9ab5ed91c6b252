import { type Panel, staleFrom } from '../board/panel.js';
import type { Card } from '../card/card.js';
import { pendingEvents } from '../card/decide.js';
import { isDone, staleMessage } from '../card/message.js';
import { newestAct } from '../card/select.js';
import type { DeskSettings } from '../desk/desk-settings.js';
import type { CardId } from '../ids.js';
import { omit } from '../omit.js';
import { purgedCard } from './purged-card.js';
import { purgedPanel } from './purged-panel.js';

/** Whose erasure it is: the account, and what ids of ours are made of. Ids of the network have no hyphen. */
export interface Erased {
  readonly person: string;
  /** Their posts. A conversation that one of them began is named by it. */
  readonly posts: readonly string[];
}

/** Whether an id of a card or panel names somebody, as `mention-55-99` names 99. */
export const namesPerson = (id: string, { person }: Pick<Erased, 'person'>): boolean =>
  id.split('-').includes(person);

/**
 * What is left of a card of somebody who asked to be forgotten, until its messages are out of Slack: ids, and nothing
 * that anybody can go on with. `at` is Unix ms.
 */
export function erasedCard(card: Card, at: number): Card {
  if (card.erased) return card;
  const left = omit(card, 'listed', 'hold', 'flag', 'holder', 'reply', 'closed', 'review');
  return purgedCard({ ...left, state: 'withdrawn', changedAt: at, erased: true }, at);
}

/** Whether nothing of an erased card is in Slack any more, as far as the desk knows: then its record goes. */
export const isOutOfSlack = (card: Card): boolean =>
  staleMessage(card) === undefined && pendingEvents(card).length === 0 && (card.openViews ?? []).length === 0;

/** Whether a card is one of those that go with what somebody did up to a time (Unix ms). */
export const isFromBefore = (card: Card, at: number): boolean => newestAct(card).at <= at;

/** When a card goes because its patron asked to be forgotten and is answered (Unix ms); undefined for all others. */
export const forgottenFrom = (card: Card): number | undefined =>
  card.forgotten && isDone(card) && !card.flag && !card.erased ? card.changedAt : undefined;

/**
 * What becomes of a message for several cards, or a notice, where somebody is forgotten: it lists their cards no more, nor
 * does a report link to their posts; one that is about them alone, or whose id names them, is erased. The same where it has nothing of theirs.
 */
export function withoutPerson(panel: Panel, who: Erased, at: number): Panel {
  if (panel.erased) return panel;
  const isTheirs = (card: CardId | undefined): boolean => card !== undefined && namesPerson(card, who);
  const { about, before, lists, read, report } = panel;
  const others = lists?.filter(({ card }) => !isTheirs(card));
  const saysNothingElse = lists !== undefined && lists.length > 0 && others?.length === 0;
  if (namesPerson(panel.id, who) || isTheirs(about) || saysNothingElse) return erasedPanel(panel, at);
  const isNamed = lists?.length !== others?.length || read?.cards.some(isTheirs) === true;
  const isAfterTheirs = before !== undefined && namesPerson(before, who);
  const slipped = report?.figures.slipped.map((one) =>
    one.post && who.posts.includes(one.post) ? omit(one, 'post') : one,
  );
  const isLinked = slipped?.some((one, at) => one !== report?.figures.slipped[at]) === true;
  if (!isNamed && !isAfterTheirs && !isLinked) return panel;
  return {
    ...(isAfterTheirs ? omit(panel, 'before') : panel),
    ...(report && slipped ? { report: { ...report, figures: { ...report.figures, slipped } } } : {}),
    ...(others ? { lists: others } : {}),
    ...(read ? { read: { ...read, cards: read.cards.filter((card) => !isTheirs(card)) } } : {}),
    version: panel.version + 1,
  };
}

/**
 * What is left of a message that is about somebody who is forgotten, until it is out of Slack: also for which desks it spoke,
 * because they say theirs again. `at` is Unix ms.
 */
export const erasedPanel = (panel: Panel, at: number): Panel =>
  panel.erased
    ? panel
    : { ...purgedPanel(panel, at), ...(panel.parts ? { parts: panel.parts } : {}), erased: true };

/** Whether an erased panel is out of Slack, as far as the desk knows. */
export const isPanelOutOfSlack = (panel: Panel): boolean => staleFrom(panel) === undefined;

/** The settings without somebody, and without what was set for conversations that they began. The same where there is nothing. */
export function settingsWithout<S extends Pick<DeskSettings, 'mutedPeople' | 'muted' | 'greeted'>>(
  settings: S,
  who: Erased,
): S {
  const { greeted, muted, mutedPeople = [] } = settings;
  const left = {
    muted: muted.filter(({ conversation }) => !who.posts.includes(conversation)),
    mutedPeople: mutedPeople.filter(({ person }) => person !== who.person),
    greeted: greeted?.cards.filter((card) => !namesPerson(card, who)) ?? [],
  };
  const isSame =
    left.muted.length === muted.length &&
    left.mutedPeople.length === mutedPeople.length &&
    left.greeted.length === (greeted?.cards.length ?? 0);
  if (isSame) return settings;
  return {
    ...settings,
    ...left,
    ...(greeted ? { greeted: { ...greeted, cards: left.greeted } } : { greeted: undefined }),
  };
}
