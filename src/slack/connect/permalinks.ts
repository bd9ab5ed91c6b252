import { SlackError, type WebClient } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { cardKey } from '../../core/card/message.js';
import type { CardId } from '../../core/ids.js';
import { undefinedIf } from '../../errors.js';

/** The addresses of the messages of cards in a channel, by the cards' ids; none of a message that somebody deleted. */
export async function permalinks(
  cards: readonly Card[],
  channel: string,
  client: WebClient,
): Promise<Readonly<Record<CardId, string>>> {
  const links: Record<CardId, string> = {};
  await Promise.all(
    cards.map(async (card) => {
      const ts = card.messages[cardKey]?.ts;
      if (!ts) return;
      // Somebody may have deleted the card's message: then the card is listed without a link.
      const found = await client.chat
        .getPermalink({ channel, message_ts: ts })
        .catch(undefinedIf((fault) => fault instanceof SlackError));
      if (found?.permalink) links[card.id] = found.permalink;
    }),
  );
  return links;
}
