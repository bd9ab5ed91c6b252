import { isMute, isSamePanel, speakerOf } from '../../core/board/one-voice.js';
import { bumpVersion, type Panel, type PanelRef } from '../../core/board/panel.js';
import { purgedPanel } from '../../core/keeping/purged-panel.js';
import { omit } from '../../core/omit.js';
import type { Desks, Ports } from '../../ports.js';

/** For a desk that is the only one. */
export const noOthers: Desks = { all: async () => [], now: async () => undefined };

/** Makes the message that speaks for this one show it as it is now; false when that one can't. May be done again. */
export async function tellSpeaker(
  { clock, desk }: Pick<Ports, 'clock' | 'desk'>,
  desks: Desks,
  part: Panel,
  speaker: PanelRef,
): Promise<boolean> {
  const mine = { desk: desk.id, panel: part.id };
  const there = await desks.now(speaker.desk);
  if (!there) return false;
  const told = await there.panels.change<boolean>(speaker.panel, (panel) =>
    panel && !isMute(there.desk, panel)
      ? { next: withPart(panel, mine, part, clock.now()), result: true }
      : { next: panel, result: false },
  );
  return told !== false;
}

/**
 * The message with a part that has changed. What waited when a shift began can't be said anew; where somebody is forgotten
 * it says instead what waits now.
 */
function withPart(panel: Panel, ref: PanelRef, { erased, purgedAt }: Panel, now: number): Panel {
  if (panel.purgedAt !== undefined) return panel;
  const { parts = [] } = panel;
  const isKnown = parts.some((one) => isSamePanel(one, ref));
  const next = { ...bumpVersion(panel), ...(isKnown ? {} : { parts: [...parts, ref] }) };
  if (panel.kind !== 'shift-start') return next;
  if (isKnown && purgedAt !== undefined && !erased) return purgedPanel(panel, now);
  return isKnown === (purgedAt !== undefined) ? { ...next, startedAt: now } : panel;
}

/** A message does not speak for others any more: each of those looks again who says what it has to say. May be done again. */
export async function handOn(
  { panels }: Pick<Ports, 'panels'>,
  desks: Desks,
  { id, parts }: Panel,
): Promise<void> {
  if (!parts) return;
  for (const { desk, panel } of parts) {
    const there = await desks.now(desk);
    await there?.panels.change(panel, (part) => ({
      next: part && part.purgedAt === undefined ? bumpVersion(part) : part,
      result: undefined,
    }));
  }
  await panels.change(id, (panel) => ({ next: panel && omit(panel, 'parts'), result: undefined }));
}

/** The panels of other desks that stand in one message with this one. */
export async function saidTogether(
  desks: Desks,
  desk: Ports['desk'],
  panel: Panel,
): Promise<readonly PanelRef[]> {
  const speaker = speakerOf(desk, panel);
  if (!speaker) return panel.parts ?? [];
  const { parts = [] } = (await (await desks.now(speaker.desk))?.panels.get(speaker.panel)) ?? {};
  const mine = { desk: desk.id, panel: panel.id };
  return [speaker, ...parts.filter((part) => !isSamePanel(part, mine))];
}
