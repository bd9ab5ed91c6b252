import type { KnownBlock } from '@slack/web-api';
import { isLegal } from '../core/actions.js';
import { type Act, type Card, isFollow, type Mention, newestAct } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import type { SlackUserId } from '../core/ids.js';
import { waitsWith } from '../core/next.js';
import { firstOf, listOf, moment } from '../core/phrases.js';
import { onShift } from '../core/rota.js';
import { noticeSentence } from '../core/sentences.js';
import { say, sayCount } from '../core/words.js';
import { aloud, cut, escapeText, line, type Message, note, rich, richSay, text, user } from './blocks.js';
import { cardButtons, startersOf } from './card-buttons.js';
import { shortly, shownName } from './patron.js';
import { showStanding, standing } from './standing.js';
import { patronBlocks } from './views.js';

const MAX_SPOKEN_QUOTE = 300;
const MAX_LINE_QUOTE = 200;
/** Slack's limit for `text`. */
const MAX_TEXT = 4000;

/** A card as its message shows it: who and what, how it stands, and what can be done. */
export function cardMessage(card: Card, desk: Desk, now: number, looksForMs?: number): Message {
  const stands = standing(card, desk, now, looksForMs);
  const notice = card.state === 'claimed' ? noticeSentence(desk, card) : undefined;
  const blocks: KnownBlock[] = [
    ...patronBlocks(card, desk, now),
    stands ? showStanding(stands) : note(openLine(card, desk, now)),
    ...(notice ? [rich(line(notice))] : []),
    ...cardButtons(card, desk),
  ];
  const spoken = [
    firstLine(card, desk, now),
    stands?.said ?? (isFollow(card) ? '' : shiftLine(desk, now)),
    notice ?? '',
  ];
  return { text: cut(escapeText(spoken.filter((part) => part !== '').join(' ')), MAX_TEXT), blocks };
}

/** What an open card adds to the patron's words. */
function openLine(card: Card, desk: Desk, now: number): string {
  const { words } = desk;
  if (isFollow(card)) return say(words, 'card.follow-hint', { first: firstOf(card.patron) });
  const act = waitsWith(card);
  const photos = act.kind === 'mention' ? act.photos : 0;
  return [
    topicOf(act, desk),
    ...(photos > 0 ? [sayCount(words, 'card.photos', photos)] : []),
    shiftLine(desk, now),
  ].join(' · ');
}

function topicOf(act: Act, desk: Desk): string {
  return say(desk.words, `topic.${act.kind === 'mention' ? act.topic : 'other'}`);
}

/** "Ana is on shift", or nobody. */
export function shiftLine(desk: Desk, now: number): string {
  const names = onShift(desk.rota, now).map(({ member }) => member.name);
  if (names.length === 0) return say(desk.words, 'shift.nobody');
  return say(desk.words, names.length === 1 ? 'shift.one' : 'shift.many', {
    names: listOf(desk.words, names),
  });
}

function firstLine(card: Card, desk: Desk, now: number): string {
  const act = newestAct(card);
  const name = shownName(card.patron);
  const time = moment(desk.rota, act.at, now);
  return act.kind === 'follow'
    ? say(desk.words, 'card.follow-in-text', { name, time })
    : say(desk.words, 'card.in-text', {
        topic: topicOf(act, desk),
        name,
        time,
        quote: shortly(act, desk, MAX_SPOKEN_QUOTE),
      });
}

/** The line in a card's thread that pings one colleague, and says where an answer is written. */
export function threadLine(card: Card, act: Mention, desk: Desk, to: SlackUserId): Message {
  const { words } = desk;
  const starter = isLegal('claim', card.state) ? startersOf(card, desk)[0]?.label : undefined;
  const said = [
    ...richSay(words, `line.${act.topic}`, {
      to: user(to),
      first: firstOf(card.patron),
      quote: text(shortly(act, desk, MAX_LINE_QUOTE)),
    }),
    text(` ${say(words, 'line.how', { button: starter ?? say(words, 'button.open') })}`),
  ];
  return { text: aloud(said), blocks: [rich(line(...said))] };
}
