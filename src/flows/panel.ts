import { randomUUID } from 'node:crypto';
import type { Content } from '../core/content.js';
import { token as asToken, type PanelId, type Token } from '../core/ids.js';
import { leased, type Message, overwritten, panelMessage, released } from '../core/message.js';
import type { Panel } from '../core/panel.js';
import { isRefusal } from '../core/refusal.js';
import { Busy, Gone, KeysRefused, NotSent, Rejected } from '../errors.js';
import type { Ports } from '../ports.js';
import { afterFault, bring, foundMessage, newMessage, privateMessage } from './bring.js';
import { tellNotAsked } from './cover.js';
import { privateContent } from './private-content.js';
import { stopwatch } from './stopwatch.js';

type Showing = Pick<Ports, 'board' | 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'recovery' | 'timings'>;

interface Work {
  readonly panel: Panel;
  readonly message: Message;
  readonly lease: Token;
  readonly mayStillSend: () => boolean;
}

/**
 * Makes Slack agree with a fold, a digest or a notice, as `show` does with a card. However many cards join it, it is
 * brought up to date once in a while: the due list has its next time.
 */
export async function showPanel(ports: Showing, id: PanelId): Promise<void> {
  const work = await take(ports, id);
  if (!work) return;
  const { clock, timings } = ports;
  try {
    // What stands in it is read under the lease: whoever joins later makes a new version.
    const content = await contentOf(ports, work);
    if (!content) return await finish(ports, work, asQuiet);
    const ts = await bring(ports, content, work.message, work.mayStillSend);
    // Cards join a fold or digest in a flood; what else changes is what somebody pressed, and waits to see.
    const isCalm = work.panel.to !== undefined || work.panel.kind === 'cover';
    const slotAt = clock.now() + (isCalm ? 0 : timings.panelEveryMs);
    await finish(ports, work, (message) => ({ ...message, ts, slotAt, shown: work.panel.version }));
  } catch (fault) {
    // Somebody whom Slack does not let us write to: asking again changes nothing.
    const isRefused =
      work.panel.to !== undefined && fault instanceof Rejected && !(fault instanceof KeysRefused);
    if (isRefused) await tellNotAsked(ports, work.panel);
    await finish(ports, work, isRefused ? asQuiet : await afterFault(ports, fault, work.message));
    if (!(fault instanceof Busy || fault instanceof Gone || fault instanceof NotSent)) throw fault;
  }
}

const asQuiet = (message: Message): Message => ({ ...message, quiet: true });

/** The panel with its message leased, if that is out of date and due; one without a message gets its slot first. */
async function take(ports: Showing, id: PanelId): Promise<Work | undefined> {
  const { clock, panels, timings } = ports;
  const known = await panels.get(id);
  if (known && !known.message) {
    const fresh = known.to ? privateMessage(ports, known.to) : await newMessage(ports);
    const message = (await foundMessage(ports, id, panelMessage)) ?? fresh;
    await panels.change(id, (panel) => ({ next: panel && { message, ...panel }, result: undefined }));
  }
  const lease = asToken(randomUUID());
  const mayStillSend = stopwatch(clock, timings.showWithinMs);
  const taken = await panels.change<Work | undefined>(id, (panel, { unread }) => {
    const message = panel?.message;
    const dueAt = message?.lease?.until ?? message?.slotAt ?? 0;
    const isDue = message && !message.quiet && message.shown < panel.version && clock.now() >= dueAt;
    if (unread === 'channel' || !isDue) return { next: panel, result: undefined };
    const next = { ...panel, message: leased(message, lease, clock.now(), timings.showLeaseMs) };
    return { next, result: { panel: next, message, lease, mayStillSend } };
  });
  return taken && isRefusal(taken) ? undefined : taken;
}

/** Undefined for a message to one person that has nothing to say any more. */
async function contentOf(ports: Showing, { panel, message }: Work): Promise<Content | undefined> {
  const { cards } = ports;
  if (panel.to) return privateContent(ports, panel, panel.to, message.begunAt !== undefined);
  const inPanel = await cards.inPanel(panel.id);
  const newest = inPanel.open.at(-1);
  return { panel, inPanel, newest: panel.kind === 'fold' && newest ? await cards.get(newest) : undefined };
}

/** Ends a lease. If it was lost meanwhile, what another worker brought may have been overwritten: it is brought again. */
async function finish(
  { panels }: Showing,
  { panel: { id }, lease }: Work,
  after: (message: Message) => Message,
): Promise<void> {
  await panels.change(id, (panel) => {
    const message = panel?.message;
    if (!panel || !message) return { next: panel, result: undefined };
    const mine = released(message, lease);
    return { next: { ...panel, message: mine ? after(mine) : overwritten(message) }, result: undefined };
  });
}
