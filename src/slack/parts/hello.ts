import type { Button, KnownBlock } from '@slack/web-api';
import { helloOf } from '../../core/board/hello-counts.js';
import type { Answer, Card } from '../../core/card/card.js';
import { writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { Patron } from '../../core/post/post.js';
import { listOf, momentText, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { button, line, rich } from './blocks.js';
import { refTo } from './buttons.js';
import { shownName } from './patron.js';

/** Names before "and 4 more"; where one is left, that name is as short as "1 more". */
const NAMED = 3;
/** Names in the whole list: they fill a modal, and not more than Slack takes in a block. */
const MAX_NAMED = 150;

/** Before *Send*: whom a hello greets, "Sam Okafor, Inês Duarte, Dan Reed and 4 more"; or all of them by name. */
export function greetsBlock(greets: readonly Patron[], desk: Desk, showsAll = false): KnownBlock {
  if (greets.length === 0) return rich(line(say(desk.words, 'hello.greets-nobody')));
  const named = greets.slice(0, isGreetsCut(greets) && !showsAll ? NAMED : MAX_NAMED).map(shownName);
  const left = greets.length - named.length;
  const names = listOf(desk, left > 0 ? [...named, sayCount(desk, 'hello.more', left)] : named);
  return rich(line(say(desk.words, 'hello.greets', { names })));
}

/** Whether there are too many names for the short list. */
export const isGreetsCut = (greets: readonly Patron[]): boolean => greets.length > NAMED + 1;

/** The button that names all whom a hello greets. */
export const seeAllButton = (card: Card, greets: readonly Patron[], desk: Desk): Button =>
  button({
    id: actionIds.seeAll,
    label: say(desk.words, 'button.see-all', { count: greets.length }),
    ref: refTo(card, desk),
  });

/** Of a hello that is out: "Ana said hello to 7 new followers at 10:40 · 5 answered". Undefined for all other cards. */
export function helloText(card: Card, answer: Answer, desk: Desk, now: number): string | undefined {
  const hello = helloOf(card);
  if (!hello) return undefined;
  const { answers = 0, greeted = hello.greets } = hello;
  const time = momentText(desk, answer.at, now);
  const by = writerOf(answer);
  const said = by
    ? sayCount(desk, 'hello.said', greeted, { name: nameOf(desk, by), time })
    : sayCount(desk, 'hello.said-elsewhere', greeted, { time });
  return answers > 0 ? `${said} · ${sayCount(desk, 'hello.answered', answers)}` : said;
}
