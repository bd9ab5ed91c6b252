import { type MessageContent, type Panel, staleFrom } from '../../core/board/panel.js';
import { panelKey, withRefresh } from '../../core/card/message.js';
import { isGone } from '../../core/desk/fallback.js';
import type { PanelId, SlackUserId } from '../../core/ids.js';
import { KeysRefused, MessageRefused, Rejected } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { tellNotAsked } from '../team/cover.js';
import { type Change, type Leased, type Records, withLease } from './message-lease.js';
import { privateContent } from './private-content.js';
import { foundMessage, newMessage, privateMessage, syncMessage } from './sync-message.js';

type Showing = Pick<
  Ports,
  'board' | 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'recovery' | 'settings' | 'timings'
>;

/**
 * Makes Slack agree with a fold, a digest or a notice, as `show` does with a card. However many cards join it, it is
 * brought up to date once in a while: the due list has its next time.
 */
export async function showPanel(ports: Showing, id: PanelId): Promise<void> {
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
  };
  await withLease(
    ports,
    records,
    (work) => syncPanel(ports, work),
    async ({ owner: panel }, failure) => {
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
  const fresh = known.to ? privateMessage(ports, known.to) : await newMessage(ports);
  const message = (await foundMessage(ports, id, panelKey)) ?? fresh;
  await panels.change(id, (panel) => ({ next: panel && { message, ...panel }, result: undefined }));
}

async function syncPanel(ports: Showing, work: Leased<Panel>): Promise<Change> {
  const { clock, timings } = ports;
  const { owner: panel, message, mayStillSend } = work;
  // Its cards are read under the lease: a card that joins later makes a new version.
  const content = await contentOf(ports, work);
  if (!content) return asQuiet;
  // Asked first: a midnight during the call is then not missed.
  const changesAt = ports.board.changesAt(content, message);
  const ts = await syncMessage(ports, content, message, mayStillSend);
  // Many cards may join a fold or digest at once, or be the rest of an hour. Other panels change by a press, and that
  // person waits to see it.
  const isCalm = (panel.to !== undefined && panel.kind !== 'rest') || panel.kind === 'cover';
  const slotAt = clock.now() + (isCalm ? 0 : timings.panelEveryMs);
  return (now) => ({ ...withRefresh(now, changesAt), ts, slotAt, shown: panel.version });
}

/** Whether a message was meant for somebody who is gone. A reminder hands its cards to others instead. */
const isForNobody = (desk: Ports['desk'], { kind }: Panel, to: SlackUserId): boolean =>
  kind !== 'reminder' && isGone(desk, to);

/** Undefined for a message to one person that has nothing to say any more. */
async function contentOf(
  ports: Showing,
  { owner: panel, message }: Leased<Panel>,
): Promise<MessageContent | undefined> {
  const { cards } = ports;
  if (panel.to && message.begunAt === undefined && isForNobody(ports.desk, panel, panel.to)) {
    await tellNotAsked(ports, panel);
    return undefined;
  }
  if (panel.to) return privateContent(ports, panel, panel.to, message.begunAt !== undefined);
  const inPanel = await cards.inPanel(panel.id);
  const newest = inPanel.open.at(-1);
  return { panel, inPanel, newest: panel.kind === 'fold' && newest ? await cards.get(newest) : undefined };
}
