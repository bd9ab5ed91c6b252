import { type MessageContent, type Panel, quoting } from '../../core/board/panel.js';
import type { WaitingCounts } from '../../core/board/waiting-counts.js';
import type { Card } from '../../core/card/card.js';
import { leadOfFlag } from '../../core/desk/lead.js';
import { asksAbout, idleInfoOf, isIdleWith, waitsForShift } from '../../core/due/deadlines.js';
import { earliestReminderAt, isStillToRemind, peopleToRemind } from '../../core/due/reminders.js';
import { isPatronPost } from '../../core/due/shift-edges.js';
import { waitsToBeTold } from '../../core/due/tellings.js';
import type { SlackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import { openFrom } from '../../core/rota/open-hours.js';
import { Busy } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { joinReminder } from '../remind/remind.js';
import { follow } from '../tell/follow.js';
import { stillToTell } from '../tell/tell.js';

type Reading = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'timings'>;

type PrivateContent = Extract<MessageContent, { readonly panel: Panel }>;

/** What a message to one person says now; undefined when it is not begun yet and there is nothing left to say. */
export async function privateContent(
  ports: Reading,
  panel: Panel,
  to: SlackUserId,
  isBegun: boolean,
): Promise<PrivateContent | undefined> {
  const cards = await followedCards(ports, panel);
  const waiting = countsAll(panel) ? await ports.cards.countWaiting(countedAt(ports, panel)) : undefined;
  const content = (said: Panel, about: readonly Card[]) => ({
    panel: said,
    inPanel: { all: [], open: [] },
    newest: undefined,
    cards: about,
    ...(waiting && { waiting }),
  });
  await notePeople(ports, panel, cards);
  if (isBegun) return content(panel, cards);
  waitForOpening(ports, panel);
  if (panel.kind === 'told') {
    const left = await stillToTell(ports, panel, to, cards);
    return left && content(left, cards);
  }
  const said = await toSay(ports, panel, to, cards, waiting);
  return said && content(panel, said);
}

/** Notes which cards a message shows besides those that it lists, so that what their patrons remove leaves it too. */
async function notePeople({ panels }: Reading, { id, kind }: Panel, cards: readonly Card[]): Promise<void> {
  if (!countsAll({ kind })) return;
  // The beginning of a shift quotes none but a flagged one.
  const shown = kind === 'reminder' ? cards : cards.filter(({ flag }) => flag);
  const ids = shown.map((card) => card.id);
  await panels.change(id, (now) => ({ next: now && quoting(now, ids), result: undefined }));
}

/**
 * While the library is closed nobody is told anything but of urgent posts. What people arrange among themselves or ask for waits for nothing; nor does the
 * list of a shift that ends with the opening hours. Throws Busy until it opens.
 */
function waitForOpening({ clock, desk, timings }: Reading, { kind }: Panel): void {
  if (kind === 'cover' || kind === 'notice' || kind === 'report' || kind === 'shift-end' || kind === 'urgent')
    return;
  const now = clock.now();
  const from = openFrom(desk.rota, now);
  if (from !== now) throw new Busy(from ?? now + timings.pollShiftsMs, 'The library');
}

/** Whether a message counts all that waits, of which it shows only the first. */
const countsAll = ({ kind }: Pick<Panel, 'kind'>): boolean => kind === 'shift-start' || kind === 'reminder';

/** What waited when a shift began is said as it was then: what is late now was late then (Unix ms). */
const countedAt = ({ clock }: Reading, { kind, startedAt }: Panel): number =>
  kind === 'shift-start' ? startedAt : clock.now();

/**
 * The cards of a message as they are once it follows them: a reminder names others besides those that it lists, and is edited
 * when one of those is taken. A list of what waited when a shift began says of which time it is, and is not.
 */
async function followedCards(ports: Reading, panel: Panel): Promise<readonly Card[]> {
  for (;;) {
    const cards = await listedCards(ports, panel);
    const isListed = ({ id }: Card) => panel.lists?.some(({ card }) => card === id) === true;
    const others = panel.kind === 'reminder' ? cards.filter((card) => !isListed(card)) : [];
    const fresh = others.filter(({ listed }) => !listed?.in.includes(panel.id));
    if (fresh.length === 0) return cards;
    await follow(
      ports,
      panel.id,
      fresh.map(({ id }) => id),
    );
  }
}

async function listedCards({ cards, clock }: Reading, { kind, lists = [] }: Panel): Promise<readonly Card[]> {
  if (kind === 'shift-start') return [...(await cards.waiting(1)).first, ...(await cards.flagged())];
  const found = await Promise.all([...new Set(lists.map(({ card }) => card))].map((id) => cards.get(id)));
  const listed = found.filter((card) => card !== undefined);
  if (kind !== 'reminder') return listed;
  // A reminder names what is late longest, also where people were told of it before.
  const [first] = await cards.dueUpTo(clock.now(), 1);
  const longest = first && (await cards.get(first));
  const others = [...(longest ? [longest] : []), ...(await cards.toLookAt())];
  return [...listed, ...others.filter(({ id }) => !lists.some(({ card }) => card === id))];
}

/** Those of its cards that a message still has to tell. */
async function toSay(
  ports: Reading,
  panel: Panel,
  to: SlackUserId,
  cards: readonly Card[],
  waiting: WaitingCounts | undefined,
): Promise<readonly Card[] | undefined> {
  const { desk } = ports;
  switch (panel.kind) {
    case 'shift-start':
      return isOnShift(desk, to, ports.clock.now()) &&
        ((waiting?.toBeTold ?? 0) > 0 || cards.some((card) => card.flag !== undefined && isPatronPost(card)))
        ? cards
        : undefined;
    case 'rest':
      return cards.some(waitsToBeTold) ? cards : undefined;
    case 'reminder':
      return stillLate(ports, panel, to, cards);
    case 'handover':
      return someOf(cards.filter(waitsForShift));
    case 'idle':
      return someOf(cards.filter((card) => isAskedBy(panel, card, desk)));
    case 'shift-end':
      return someOf(cards.filter((card) => isIdleWith(card, to, panel.startedAt)));
    case 'flags':
      return someOf(cards.filter(({ flag }) => flag && leadOfFlag(desk, flag, ports.clock.now()) === to));
    default:
      return cards;
  }
}

const isOnShift = ({ rota }: Ports['desk'], person: SlackUserId, now: number): boolean =>
  onShift(rota, now).some(({ member }) => member.slackId === person);

const someOf = (cards: readonly Card[]) => (cards.length > 0 ? cards : undefined);

function isAskedBy({ id }: Panel, card: Card, desk: Ports['desk']): boolean {
  const idleInfo = idleInfoOf(desk, card);
  return idleInfo !== undefined && asksAbout(id, card, idleInfo);
}

/**
 * A reminder goes out in open hours, to somebody who is there. It may have waited past the end of their shift: then its
 * cards join those of the people who are there now.
 */
async function stillLate(
  ports: Reading,
  panel: Panel,
  to: SlackUserId,
  cards: readonly Card[],
): Promise<readonly Card[] | undefined> {
  const { clock, desk } = ports;
  const now = clock.now();
  const isNew = ({ id }: Card) => panel.lists?.some(({ card }) => card === id) === true;
  const late = cards.filter((card) => isNew(card) && waitsForShift(card));
  if (late.length === 0) return undefined;
  const from = earliestReminderAt(desk, to, now);
  if (from !== now) throw new Busy(from ?? now + ports.timings.pollShiftsMs, 'The rota');
  if (isStillToRemind(desk, now, to)) return cards;
  const others = peopleToRemind(desk, now, 'shift');
  const lateIds = new Set(late.map(({ id }) => id));
  const left = (panel.lists ?? []).filter(({ card }) => lateIds.has(card));
  const joining = left.map(({ card, dueAt }) => ({ card, ...(dueAt === undefined ? {} : { dueAt }) }));
  for (const other of others) await joinReminder(ports, other, joining);
  return undefined;
}
