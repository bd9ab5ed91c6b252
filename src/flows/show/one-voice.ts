import { isMute, isSamePanel } from '../../core/board/one-voice.js';
import type { Panel, PanelPart, PanelRef } from '../../core/board/panel.js';
import { isRefusal } from '../../core/card/refusal.js';
import { memberOf } from '../../core/desk/desk-now.js';
import { remindEveryMs } from '../../core/due/reminders.js';
import { hourMs } from '../../core/durations.js';
import type { SlackUserId } from '../../core/ids.js';
import { Busy, isStorageFault, undefinedIf } from '../../errors.js';
import type { Desks, Ports } from '../../ports.js';
import { theirDesks } from '../their-desks.js';
import { privateContent } from './private-content.js';

type Speaking = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'persons' | 'timings'>;

/** Of these a person gets one message for all their desks. The others are about single cards, each with buttons of its own. */
const isForAllDesks = ({ kind }: Panel): boolean =>
  kind === 'shift-start' || kind === 'reminder' || kind === 'rest' || kind === 'handover';

/** How long a message waits for what other desks have to say to the same person (ms). */
export const voiceWaitMs = ({ desk, timings }: Pick<Ports, 'desk' | 'timings'>, panel: Panel): number =>
  isForAllDesks(panel) && (desk.amongSeveral || desk.privateMessages || desk.inPrivate)
    ? timings.oneVoiceMs
    : 0;

/**
 * Decides, once, which message says what this one has to say, for a person with several desks: whichever comes first speaks
 * for all that is ready, and what comes later is said there by an edit. A reminder that comes later waits for the next:
 * throws Busy until then; what comes much later, as where a desk opens later, speaks for itself. Gives the panel as it is then.
 */
export async function decideSpeaker(
  ports: Speaking,
  desks: Desks,
  panel: Panel,
  to: SlackUserId,
): Promise<Panel> {
  if (panel.saidBy || panel.message?.ts !== undefined || !isForAllDesks(panel)) return panel;
  const others = (await theirDesks(desks, ports.desk, to)).filter((one) => one.desk.id !== ports.desk.id);
  if (others.length === 0) return panel;
  const { clock, desk, panels, persons, timings } = ports;
  const now = clock.now();
  const mine: PanelRef = { desk: desk.id, panel: panel.id };
  const isReminder = panel.kind === 'reminder';
  const kind = desk.account.practice ? 'practising-' : '';
  const what = `${kind}${isReminder ? 'reminder' : panel.id}`;
  const everyMs = isReminder
    ? remindEveryMs(desk, to, now)
    : panel.kind === 'rest'
      ? hourMs
      : timings.tellGatherMs;
  const given = await persons.voice(to, what, mine, now, everyMs);
  const isOver = !isSamePanel(given, mine) && (await isMuteNow(desks, given));
  const heard = isOver ? await persons.voice(to, what, mine, now, everyMs, given) : given;
  const ready = isSamePanel(heard, mine) ? await readyElsewhere(others, panel, to, mine) : [];
  const standing = ready.find(({ isStanding }) => isStanding)?.part;
  const { at, ...saidBy } = standing ? await persons.voice(to, what, standing, now, everyMs, mine) : heard;
  const speaks = isSamePanel(saidBy, mine);
  const lateSince = Math.max(...(panel.lists ?? []).map(({ dueAt = 0 }) => dueAt));
  if (isReminder && !speaks && lateSince > at + timings.remindGatherMs)
    throw new Busy(at + everyMs, 'A reminder');
  const taken = speaks ? await Promise.all(ready.map((one) => takeOver(one, mine))) : [];
  return decided(panels, panel, saidBy, taken.flat());
}

/** Records which message speaks, unless that is recorded; what came to it meanwhile stays with it. */
async function decided(
  panels: Ports['panels'],
  panel: Panel,
  saidBy: PanelRef,
  taken: readonly PanelRef[],
): Promise<Panel> {
  const next = (known: Panel): Panel => {
    if (known.saidBy) return known;
    const { parts = [] } = known;
    const all = [...parts, ...taken.filter((one) => !parts.some((part) => isSamePanel(part, one)))];
    return { ...known, saidBy, ...(all.length > 0 ? { parts: all } : {}) };
  };
  const kept = await panels.change<Panel>(panel.id, (known) => {
    const then = next(known ?? panel);
    return { next: known && then, result: then };
  });
  return isRefusal(kept) ? next(panel) : kept;
}

/** Whether the message that was to speak never will. */
async function isMuteNow(desks: Desks, { desk, panel }: PanelRef): Promise<boolean> {
  const there = await desks.now(desk);
  const speaker = await there?.panels.get(panel);
  return !there || !speaker || isMute(there.desk, speaker);
}

/** What another desk has for the same person. */
interface Ready {
  readonly other: Ports;
  readonly part: PanelRef;
  /** A restored copy does not know that it was said: it stands in Slack. */
  readonly isStanding: boolean;
}

/** What other desks have ready. One whose storage is away says it later, by an edit. */
async function readyElsewhere(
  others: readonly Ports[],
  panel: Panel,
  to: SlackUserId,
  saidBy: PanelRef,
): Promise<readonly Ready[]> {
  const all = others.map((one) => readyAt(one, panel, to, saidBy).catch(undefinedIf(isStorageFault)));
  return (await Promise.all(all)).filter((one) => one !== undefined);
}

async function readyAt(
  other: Ports,
  { id, kind }: Panel,
  to: SlackUserId,
  saidBy: PanelRef,
): Promise<Ready | undefined> {
  const { desk, panels } = other;
  const ready = await (kind === 'reminder' ? panels.current({ kind, to }) : panels.get(id));
  if (!ready) return undefined;
  const part = { desk: desk.id, panel: ready.id };
  // It came to ask meanwhile.
  if (ready.saidBy && isSamePanel(ready.saidBy, saidBy)) return { other, part, isStanding: false };
  if (!isReady(ready)) return undefined;
  const isBusy = (fault: unknown) => fault instanceof Busy;
  if (!(await privateContent(other, ready, to, false).catch(undefinedIf(isBusy)))) return undefined;
  return { other, part, isStanding: await isInSlack(other, ready) };
}

/** Takes over what another desk has ready; nothing where it was said meanwhile. */
async function takeOver({ other, part }: Ready, saidBy: PanelRef): Promise<readonly PanelRef[]> {
  const taken = await other.panels.change<boolean>(part.panel, (known) =>
    known && isReady(known)
      ? { next: { ...known, saidBy }, result: true }
      : { next: known, result: known?.saidBy !== undefined && isSamePanel(known.saidBy, saidBy) },
  );
  return taken === true ? [part] : [];
}

/** Whether a message that has no record in Slack stands there all the same. */
export const isInSlack = async ({ board }: Pick<Ports, 'board'>, panel: Panel): Promise<boolean> =>
  panel.message !== undefined &&
  panel.message.ts === undefined &&
  (await board.find({ panel, inPanel: { all: [], open: [] } }, panel.message)) !== undefined;

/** Whether it can still be said elsewhere. A worker that has it in hand asks which message speaks before it posts one. */
const isReady = ({ message, purgedAt, saidBy }: Panel): boolean =>
  saidBy === undefined &&
  purgedAt === undefined &&
  message?.ts === undefined &&
  !message?.quiet &&
  (message?.begunAt === undefined || message.lease !== undefined);

/** What a message says for other desks, as it is now. What is not kept any more, or was for a desk that is gone, is left out. */
export async function partsOf(
  desks: Desks,
  desk: Ports['desk'],
  speaker: Panel,
  to: SlackUserId,
): Promise<readonly PanelPart[]> {
  const found: PanelPart[] = [];
  for (const { there, part } of await storedParts(desks, desk, speaker, to)) {
    const content = await privateContent(there, part, to, true);
    const { cards = [], waiting } = content ?? {};
    if (content) found.push({ desk: there.desk, panel: part, cards, waiting });
  }
  return found;
}

/** Whether a message has something to say for other desks that is still worth a message. */
export async function hasPartsToSay(
  desks: Desks,
  desk: Ports['desk'],
  speaker: Panel,
  to: SlackUserId,
): Promise<boolean> {
  const isBusy = (fault: unknown) => fault instanceof Busy;
  for (const { there, part } of await storedParts(desks, desk, speaker, to)) {
    if (await privateContent(there, part, to, false).catch(undefinedIf(isBusy))) return true;
  }
  return false;
}

/** The messages that it says; none of a desk at which its person is not any more, as where private messages are. */
async function storedParts(desks: Desks, desk: Ports['desk'], { id, parts = [] }: Panel, to: SlackUserId) {
  const found: { readonly there: Ports; readonly part: Panel }[] = [];
  for (const ref of parts) {
    const there = await desks.now(ref.desk);
    const part = there && memberOf(there.desk, to) && (await there.panels.get(ref.panel));
    const isSaidHere = part?.saidBy && isSamePanel(part.saidBy, { desk: desk.id, panel: id });
    if (there && part && isSaidHere && part.purgedAt === undefined) found.push({ there, part });
  }
  return found;
}
