import type { Panel } from '../../core/board/panel.js';
import type { Actor } from '../../core/card/actions.js';
import type { Refusal } from '../../core/card/refusal.js';
import {
  askCover,
  askEveryone,
  type CoverAsk,
  closePast,
  coverTold,
  takeCover,
  undoCover,
  withdrawCover,
} from '../../core/desk/cover-transitions.js';
import { type CoverMessage, type CoverRequest, coverMessages } from '../../core/rota/cover.js';
import { nameOf } from '../../core/sentences/phrases.js';
import { spanAndDayText } from '../../core/sentences/shift-times.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { announce } from '../tell/announce.js';

type Deciding = Pick<Ports, 'clock' | 'desk' | 'like' | 'settings'>;

/** Where the covers of a desk are kept: one that is like another has those of that one, which also tells of them. */
const keptIn = ({ like, settings }: Pick<Ports, 'like' | 'settings'>) => (like ?? { settings }).settings;

/** Asks everyone or one colleague for cover. The messages follow by the due list, as with all that is pressed here. */
export const ask = (ports: Deciding, actor: Actor, asked: CoverAsk): Promise<CoverRequest | Refusal> =>
  keptIn(ports).change((now) => askCover(now, ports.desk, actor, asked, ports.clock.now()));

const acting =
  (step: typeof takeCover) =>
  (
    ports: Pick<Ports, 'clock' | 'like' | 'settings'>,
    actor: Actor,
    id: string,
  ): Promise<CoverRequest | Refusal> =>
    keptIn(ports).change((now) => step(now, actor, id, ports.clock.now()));

/** *I'll take it*. */
export const take = acting(takeCover);
/** *Undo*, after *I'll take it*. */
export const undoTake = acting(undoCover);
/** *Never mind*. */
export const withdraw = acting(withdrawCover);
/** *Ask everyone*, where one colleague was asked. */
export const widen = acting(askEveryone);

/**
 * Closes requests whose time is over, and makes each message about a request show how it is now. May be cut off anywhere
 * and run again.
 */
export async function tellCovers(
  ports: Pick<Ports, 'alike' | 'clock' | 'due' | 'panels' | 'settings'>,
): Promise<void> {
  const { alike = [], clock, due, settings } = ports;
  await settings.change((now) => ({ next: closePast(now, clock.now()), result: undefined }));
  for (const request of (await settings.get()).covers) {
    const { id, told, version } = request;
    if (told >= version) continue;
    for (const message of coverMessages(request)) await agree(ports, request, message);
    // Somebody else may be on shift now.
    for (const one of [due, ...alike.map((other) => other.due)])
      await one.put({ job: 'poll', id: 'shifts', at: clock.now() });
    await settings.change((now) => ({ next: coverTold(now, id, version), result: undefined }));
  }
}

/**
 * Tells the person who asked one colleague for cover that Slack took no message to that colleague: nobody else knows of
 * the request. May be done again.
 */
export async function tellNotAsked(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  { cover, message }: Pick<Panel, 'cover' | 'message'>,
): Promise<void> {
  if (cover?.part !== 'asked' || cover.request.over || message?.ts !== undefined) return;
  const { desk } = ports;
  const { asked = '', askedBy, id } = cover.request;
  const fill = { asked: nameOf(desk, asked), when: spanAndDayText(desk, cover.request, ports.clock.now()) };
  await announce(ports, `cover-${id}`, say(desk.words, 'cover.not-asked', fill), askedBy);
}

async function agree(
  { clock, panels }: Pick<Ports, 'clock' | 'panels'>,
  request: CoverRequest,
  { id, part, to }: CoverMessage,
): Promise<void> {
  const { version } = request;
  const startedAt = clock.now();
  await panels.change(id, (panel) => {
    if (panel && panel.version >= version) return { next: panel, result: undefined };
    const cover = { request, part };
    const first = { id, format: 1, kind: 'cover', startedAt, closed: true, ...(to ? { to } : {}) } as const;
    return { next: { ...first, ...panel, version, cover }, result: undefined };
  });
}
