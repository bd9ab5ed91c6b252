import type { KnownBlock } from '@slack/web-api';
import type { MessageContent } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Message as MessageRecord } from '../../core/card/message.js';
import { isHello } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { linkedUrl } from '../../core/sentences/link-only-sentences.js';
import { actUrl, ourRepliesUrl, postUrl, profileUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actions, cut, escapeText, line, link, type Message, rich, user } from '../parts/blocks.js';

const MAX_WORDS = 500;

/**
 * A message that Slack did not take, in a few words and with a link to the network. The buttons stay where only the words
 * were refused; a `bare` one has none.
 */
export function plainMessage(
  { text, blocks }: Message,
  content: MessageContent,
  { plain, to }: Pick<MessageRecord, 'plain' | 'to'>,
  desk: Desk,
): Message {
  const named = to !== undefined && text.includes(`<@${to}>`) ? [user(to), ' '] : [];
  const words = cut(unescaped(text.replace(/<@\w+>[,:]?\s*/gu, '')), MAX_WORDS);
  const there = link(urlOf(content, desk), say(desk.words, 'card.view'));
  const buttons = plain === 'short' ? blocks.flatMap(buttonsIn) : [];
  return {
    text: `${named.length > 0 ? `<@${to}> ` : ''}${escapeText(words)}`,
    blocks: [rich(line(...named, `${words} `, there)), ...buttons],
  };
}

/** The buttons of a block, also those beside a line. */
function buttonsIn(block: KnownBlock): KnownBlock[] {
  if (block.type === 'actions') return [block];
  const beside = block.type === 'section' ? block.accessory : undefined;
  return beside?.type === 'overflow' || beside?.type === 'button' ? actions(beside) : [];
}

const unescaped = (escaped: string): string =>
  escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function urlOf(content: MessageContent, desk: Desk): string {
  if ('card' in content) return urlOfCard(content.card, desk);
  const { conversation } = content.panel;
  return conversation ? postUrl(desk, conversation) : ourRepliesUrl(desk);
}

function urlOfCard(card: Card, desk: Desk): string {
  const there = isHello(card)
    ? ourRepliesUrl(desk)
    : card.linkOnly
      ? linkedUrl(card, desk)
      : actUrl(desk, card);
  return there ?? profileUrl(desk, card.patron.handle);
}
