import { bumpVersion, type PanelOutcome } from '../../core/board/panel.js';
import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import type { PostId } from '../../core/ids.js';
import { omit } from '../../core/omit.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { panelOf } from '../series.js';

type Muting = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'settings'>;

/**
 * Closes what is open in a conversation; what comes later in it arrives closed, in its fold, from which it is unmuted.
 * A card that somebody has stays theirs.
 */
export async function muteConversation(
  ports: Muting,
  conversation: PostId,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const entry = { conversation, by: actor.id, at: ports.clock.now() };
  const muted = await ports.settings.change((settings) => ({
    next: settings.muted.some((one) => one.conversation === conversation)
      ? settings
      : { ...settings, muted: [...settings.muted, entry] },
    result: undefined,
  }));
  if (isRefusal(muted)) return muted;
  await mark(ports, conversation, { how: 'muted', by: actor.id, at: entry.at });
  for (const id of await ports.cards.inConversation(conversation)) {
    await act(ports, id, { do: 'mute' }, actor);
  }
  return undefined;
}

/** What comes later in the conversation waits again; what was closed stays closed. */
export async function unmute(
  ports: Muting,
  conversation: PostId,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const unmuted = await ports.settings.change((settings) => ({
    next: { ...settings, muted: settings.muted.filter((one) => one.conversation !== conversation) },
    result: undefined,
  }));
  if (isRefusal(unmuted)) return unmuted;
  await mark(ports, conversation, undefined);
  return undefined;
}

async function mark(ports: Muting, conversation: PostId, outcome: PanelOutcome | undefined): Promise<void> {
  const { id } = await panelOf(ports, { kind: 'fold', conversation });
  await ports.panels.change(id, (panel) => ({
    next: panel && { ...omit(bumpVersion(panel), 'outcome'), ...(outcome ? { outcome } : {}) },
    result: undefined,
  }));
}
