import { bumpVersion, type PanelOutcome } from '../../core/board/panel.js';
import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { urgentWordOf } from '../../core/card/select.js';
import { type MutedPerson, mutedPeopleAt, muteMs } from '../../core/desk/desk-settings.js';
import type { AccountId, PostId } from '../../core/ids.js';
import { omit } from '../../core/omit.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { panelOf, seriesOf } from '../series.js';

type Muting = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'settings'>;

/**
 * Closes what is open in a conversation; what comes later in it arrives closed, in its fold or among the answers to our question,
 * from which it is
 * unmuted.
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

/**
 * Mutes the patron of a card for 30 days, by a lead: their open cards close, and what they write later arrives closed,
 * except posts with urgent words. Gives until when (Unix ms); also when they are muted already. It ends by itself.
 */
export async function mutePerson(
  ports: Pick<Ports, 'cards' | 'clock' | 'settings'>,
  { patron }: Card,
  actor: Actor,
): Promise<MutedPerson | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  if (!actor.lead) return { refused: 'lead-only' };
  const at = ports.clock.now();
  const { id: person, handle } = patron;
  const entry: MutedPerson = { person, handle, by: actor.id, at, until: at + muteMs };
  const muted = await ports.settings.change<MutedPerson>((settings) => {
    const standing = mutedPeopleAt(settings, at);
    const known = standing.find((one) => one.person === person);
    return known
      ? { next: settings, result: known }
      : { next: { ...settings, mutedPeople: [...standing, entry] }, result: entry };
  });
  if (isRefusal(muted)) return muted;
  for (const id of await ports.cards.ofPatron(person)) {
    const card = await ports.cards.get(id);
    if (card?.state === 'open' && urgentWordOf(card) === undefined)
      await act(ports, id, { do: 'mute', person: true }, actor);
  }
  return muted;
}

/** What a muted patron writes from now on waits again; by a lead. What was closed stays closed. */
export async function unmutePerson(
  { settings }: Pick<Ports, 'settings'>,
  person: AccountId,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  if (!actor.lead) return { refused: 'lead-only' };
  const unmuted = await settings.change((now) => ({
    next: { ...now, mutedPeople: (now.mutedPeople ?? []).filter((one) => one.person !== person) },
    result: undefined,
  }));
  return isRefusal(unmuted) ? unmuted : undefined;
}

async function mark(ports: Muting, conversation: PostId, outcome: PanelOutcome | undefined): Promise<void> {
  for (const series of await seriesOf(ports, conversation)) {
    const { id } = await panelOf(ports, series);
    await ports.panels.change(id, (panel) => ({
      next: panel && { ...omit(bumpVersion(panel), 'outcome'), ...(outcome ? { outcome } : {}) },
      result: undefined,
    }));
  }
}
