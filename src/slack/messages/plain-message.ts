import type { KnownBlock } from '@slack/web-api';
import type { MessageContent } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Message as MessageRecord } from '../../core/card/message.js';
import { newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { ourRepliesUrl, postUrl, profileUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { cut, escapeText, line, link, type Message, rich, user } from '../parts/blocks.js';

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
  const buttons = plain === 'short' ? blocks.filter(({ type }) => type === 'actions') : [];
  return {
    text: `${named.length > 0 ? `<@${to}> ` : ''}${escapeText(words)}`,
    blocks: [rich(line(...named, `${words} `, there)), ...buttons],
  };
}

const unescaped = (escaped: string): string =>
  escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function urlOf(content: MessageContent, desk: Desk): string {
  if ('card' in content) return urlOfCard(content.card, desk);
  const { conversation } = content.panel;
  return conversation ? postUrl(desk, conversation) : ourRepliesUrl(desk);
}

function urlOfCard(card: Card, desk: Desk): string {
  const act = newestAct(card);
  const version = act.kind === 'mention' ? act.versions.at(-1) : undefined;
  if (version) return postUrl(desk, version);
  return act.kind === 'hello' ? ourRepliesUrl(desk) : profileUrl(desk, card.patron.handle);
}

/** The same blocks without pictures, for a Slack that can't load one of them. */
export function withoutPictures(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.flatMap((block): KnownBlock[] => {
    if (block.type === 'image') return [];
    if (block.type === 'context') {
      const elements = block.elements.filter(({ type }) => type !== 'image');
      return elements.length > 0 ? [{ ...block, elements }] : [];
    }
    if (block.type !== 'section' || block.accessory?.type !== 'image') return [block];
    const { accessory: _picture, ...rest } = block;
    return [rest];
  });
}
