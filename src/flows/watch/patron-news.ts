import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Mention } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import { mentionAct } from '../../core/card/join.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { CardId, PostId } from '../../core/ids.js';
import { localTime } from '../../core/rota/local-time.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { isTheirFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

type Telling = Pick<Ports, 'board' | 'clock' | 'desk'>;

/**
 * Brings a stored mention to what X has of it now: its newest version, or nothing at all. Says when it changed (Unix
 * ms); undefined when it did not. Whoever has the card is told, but for `knows`.
 */
export async function bringUpToDate(
  ports: Telling & Pick<Ports, 'cards'>,
  id: CardId,
  mention: Mention,
  onX: { readonly found: readonly AuthoredPost[]; readonly gone: readonly PostId[] },
  knows?: Actor,
): Promise<number | undefined> {
  if (mention.versions.some((version) => onX.gone.includes(version))) {
    const result = await act(ports, id, { do: 'withdraw', act: mention.id }, theDesk);
    await tellPatronsNews(ports, result, knows);
    return ports.clock.now();
  }
  const post = onX.found.find((one) => one.post.versions[0] === mention.versions[0])?.post;
  if (!post || post.versions.length <= mention.versions.length) return undefined;
  const edited = { do: 'edited', act: mention.id, mention: mentionAct(post, ports.desk.topicWords) } as const;
  await tellPatronsNews(ports, await act(ports, id, edited, theDesk), knows);
  return post.at;
}

/** Whispers to whoever has a card that the patron changed or removed what it is about; `knows` is told otherwise. */
export async function tellPatronsNews(
  { board, clock, desk }: Telling,
  result: Decision | Refusal,
  knows?: Actor,
): Promise<void> {
  if (isRefusal(result)) return;
  for (const one of result.events) {
    if (one.event !== 'changed' && one.event !== 'removed') continue;
    if (knows?.kind === 'staff' && knows.id === one.to) continue;
    const first = firstOf(result.card.patron);
    const time = localTime(desk.rota, clock.now());
    // The card says it too, so a whisper that Slack does not take is no loss.
    const said = say(desk.words, `told.${one.event}`, { first, time });
    await board.whisper(one.to, said).catch(undefinedIf(isTheirFault));
  }
}
