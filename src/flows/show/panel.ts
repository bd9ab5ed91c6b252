import { speakerOf } from '../../core/board/one-voice.js';
import { type MessageContent, type Panel, type PanelRef, staleFrom } from '../../core/board/panel.js';
import { panelKey, withRefresh } from '../../core/card/message.js';
import { isGone } from '../../core/desk/fallback.js';
import type { PanelId, SlackUserId } from '../../core/ids.js';
import { omit } from '../../core/omit.js';
import { KeysRefused, MessageRefused, Rejected } from '../../errors.js';
import type { Desks, Ports } from '../../ports.js';
import { eraseMessage, isEditRefused, takeBack } from '../keep/take-back.js';
import { drawReport, noteRefusedPictures } from '../report/pictures.js';
import { tellNotAsked } from '../team/cover.js';
import { handOn, noOthers, tellSpeaker } from '../tell/said-together.js';
import { type Change, type Leased, type Records, withLease } from './message-lease.js';
import { decideSpeaker, hasPartsToSay, isInSlack, partsOf, voiceWaitMs } from './one-voice.js';
import { privateContent } from './private-content.js';
import { foundMessage, newMessage, privateMessage, syncMessage } from './sync-message.js';

type Showing = Pick<
  Ports,
  | 'board'
  | 'cards'
  | 'charts'
  | 'clock'
  | 'desk'
  | 'due'
  | 'panels'
  | 'persons'
  | 'recovery'
  | 'settings'
  | 'timings'
>;

/**
 * Makes Slack agree with a fold, a digest or a notice, as `show` does with a card. However many cards join it, it is
 * brought up to date once in a while: the due list has its next time. `desks`: with whom one person's messages are shared.
 */
export async function showPanel(ports: Showing, id: PanelId, desks: Desks = noOthers): Promise<void> {
  await record(ports, id);
  const records: Records<Panel> = {
    change: (update) => ports.panels.change(id, update),
    stale: (panel) => {
      const at = staleFrom(panel);
      const isNews = !panel.message || panel.message.shown < panel.version;
      return at === undefined ? undefined : { key: panelKey, at, ...(isNews ? {} : { refresh: true }) };
    },
    message: ({ message }) => message,
    withMessage: (panel, _key, message) => ({ ...panel, message }),
    isPrivate: ({ to }) => to !== undefined,
    isBlank: ({ purgedAt }) => purgedAt !== undefined,
  };
  await withLease(
    ports,
    records,
    (work) => syncPanel(ports, work, desks),
    async ({ owner: panel, message, mayStillSend }, failure) => {
      if (panel.purgedAt !== undefined && !panel.erased && isEditRefused(failure)) {
        const blank = { panel, inPanel: { all: [], open: [] } };
        return takeBack(ports, blank, message, panel.version, mayStillSend);
      }
      // Somebody whom Slack does not let us write to: asking again changes nothing.
      const isRefused =
        panel.to !== undefined &&
        failure instanceof Rejected &&
        !(failure instanceof KeysRefused || failure instanceof MessageRefused);
      if (!isRefused) return undefined;
      await tellNotAsked(ports, panel);
      return asQuiet;
    },
  );
}

const asQuiet: Change = (message) => ({ ...message, quiet: true });

/** A panel without a message gets its slot first. */
async function record(ports: Showing, id: PanelId): Promise<void> {
  const { panels } = ports;
  const known = await panels.get(id);
  if (!known || known.message) return;
  const fresh = known.to
    ? privateMessage(ports, known.to, voiceWaitMs(ports, known))
    : await newMessage(ports);
  const message = (await foundMessage(ports, id, panelKey)) ?? fresh;
  await panels.change(id, (panel) => ({ next: panel && { message, ...panel }, result: undefined }));
}

async function syncPanel(ports: Showing, work: Leased<Panel>, desks: Desks): Promise<Change> {
  const { clock, timings } = ports;
  const { message, mayStillSend } = work;
  const panel = await drawReport(ports, work.owner);
  if (speakerOf(ports.desk, panel)) return sayThere(ports, work, desks);
  if (panel.purgedAt !== undefined) {
    const blank = { panel, inPanel: { all: [], open: [] } };
    if (panel.erased) {
      await handOn(ports, desks, panel);
      return eraseMessage(ports, blank, message, panel.version, mayStillSend);
    }
    if (message.quiet) return takeBack(ports, blank, message, panel.version, mayStillSend);
    // One that never came to stand says nothing now, and so notifies nobody.
    const standing = message.ts ?? (await ports.board.find(blank, message))?.ts;
    if (standing === undefined) return asQuiet;
    const { ts } = await syncMessage(ports, blank, { ...message, ts: standing }, mayStillSend);
    return (now) => ({ ...omit(now, 'changesAt', 'refreshAt'), ts, shown: panel.version });
  }
  // Its cards are read under the lease: a card that joins later makes a new version.
  const content = await contentOf(ports, { ...work, owner: panel }, desks);
  if (!content) return asQuiet;
  if ('panel' in content && speakerOf(ports.desk, content.panel))
    return sayThere(ports, { ...work, owner: content.panel }, desks);
  const { ts, changesAt, picturesRefused } = await syncMessage(ports, content, message, mayStillSend);
  if (picturesRefused) await noteRefusedPictures(ports, panel.id);
  // Many cards may join a fold or digest at once, or be the rest of an hour. Other panels change by a press, and that
  // person waits to see it.
  const isCalm = (panel.to !== undefined && panel.kind !== 'rest') || panel.kind === 'cover';
  const slotAt = clock.now() + (isCalm ? 0 : timings.panelEveryMs);
  return (now) => ({ ...withRefresh(now, changesAt), ts, slotAt, shown: panel.version });
}

/** Another desk's message to the same person says it; the record remembers which version. Where that one can't, this one may. */
async function sayThere(
  ports: Showing,
  { owner: panel, message }: Leased<Panel>,
  desks: Desks,
): Promise<Change> {
  const speaker = speakerOf(ports.desk, panel);
  const isOver = panel.purgedAt !== undefined;
  // A restored copy may not know that this one was said.
  const stands = message.shown === 0 && !isOver && (await isInSlack(ports, panel));
  if (stands) await speakFor(ports, panel, { desk: ports.desk.id, panel: panel.id });
  if (!stands) await handOn(ports, desks, panel);
  const isSaid = speaker === undefined || (await tellSpeaker(ports, desks, panel, speaker));
  if (stands) return (now) => ({ ...now, shown: 0 });
  if (isSaid || isOver)
    return (now) => ({ ...now, shown: panel.version, ...(isOver ? { quiet: true } : {}) });
  await speakFor(ports, panel, undefined);
  return asUnsaid;
}

/** To be posted from the beginning, if there is still something to say. */
const asUnsaid: Change = (message) => ({ ...omit(message, 'begunAt', 'changesAt', 'refreshAt'), shown: 0 });

/** Sets which message says what this one does; `undefined`: that is to be decided. */
const speakFor = ({ panels }: Showing, { id }: Panel, saidBy: PanelRef | undefined) =>
  panels.change(id, (panel) => ({
    next: panel && { ...omit(panel, 'saidBy'), ...(saidBy ? { saidBy } : {}) },
    result: undefined,
  }));

/** Whether a message was meant for somebody who is gone. A reminder hands its cards to others instead. */
const isForNobody = (desk: Ports['desk'], { kind }: Panel, to: SlackUserId): boolean =>
  kind !== 'reminder' && isGone(desk, to);

/** Undefined for a message to one person that has nothing to say any more. */
async function contentOf(
  ports: Showing,
  { owner: panel, message }: Leased<Panel>,
  desks: Desks,
): Promise<MessageContent | undefined> {
  const { cards } = ports;
  if (panel.to && message.begunAt === undefined && isForNobody(ports.desk, panel, panel.to)) {
    await tellNotAsked(ports, panel);
    return undefined;
  }
  if (panel.to) return contentForOne(ports, panel, panel.to, message.begunAt !== undefined, desks);
  return sharedContent(cards, panel);
}

/** What a message to one person says, with what it says for their other desks; or whose message says it. */
export async function contentForOne(
  ports: Omit<Showing, 'board' | 'due' | 'recovery' | 'settings'>,
  panel: Panel,
  to: SlackUserId,
  isBegun: boolean,
  desks: Desks,
): Promise<MessageContent | undefined> {
  const left = await privateContent(ports, panel, to, isBegun);
  // It speaks for others whether or not it still has something to say itself.
  const own =
    left ??
    ((await hasPartsToSay(desks, ports.desk, panel, to)) && (await privateContent(ports, panel, to, true)));
  if (!own) return undefined;
  const decided = await decideSpeaker(ports, desks, panel, to);
  const { parts, saidBy } = decided;
  const said = 'panel' in own && saidBy ? { ...own, panel: { ...own.panel, saidBy } } : own;
  return parts ? { ...said, parts: await partsOf(desks, ports.desk, decided, to) } : said;
}

/** A digest names this many new followers, in the order of the list behind *Choose people*. */
const mostNamed = 3;
/** It looks for them among so many: the name of an account that looks automated tells nobody anything. */
const lookedAt = 20;

/** What a fold or digest shows: how many cards it has, the newest that waits of a fold, and the first people of a digest. */
export async function sharedContent(
  cards: Pick<Ports['cards'], 'get' | 'inPanel'>,
  panel: Panel,
): Promise<Extract<MessageContent, { readonly panel: Panel }>> {
  const inPanel = await cards.inPanel(panel.id);
  const newest = inPanel.open.at(-1);
  if (panel.kind === 'fold') return { panel, inPanel, newest: newest && (await cards.get(newest)) };
  if (panel.kind !== 'digest') return { panel, inPanel };
  const found = await Promise.all(inPanel.open.slice(0, lookedAt).map((id) => cards.get(id)));
  const people = found.flatMap((card) => (card?.state === 'open' ? card.patron : []));
  return { panel, inPanel, named: people.filter(({ automated }) => !automated).slice(0, mostNamed) };
}
