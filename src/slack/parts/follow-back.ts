import type { KnownBlock } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstOf, followUrl, momentText, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { actions, button, line, link, note, rich } from './blocks.js';
import { refTo } from './buttons.js';

/** "Ana followed Maya back at 10:42." where somebody did it here; else that we follow them. */
export function followedText({ followBack, patron }: Card, desk: Desk, now: number): string {
  const first = firstOf(patron);
  if (followBack?.at === undefined) return say(desk.words, 'greet.we-follow', { first });
  const { at, by } = followBack;
  const fill = { first, name: nameOf(desk, by), time: momentText(desk, at, now) };
  return say(desk.words, 'greet.followed-back', fill);
}

/**
 * A way to follow somebody back, and what they can do then; or that we follow them already. Where the network takes that from
 * a program it is a button (`byApi`), else a link to the page on which a person does it.
 */
export function followBackBlocks(card: Card, desk: Desk, byApi: boolean, now: number): KnownBlock[] {
  const { greetings, network, words } = desk;
  const { patron } = card;
  if (patron.weFollow) return [note(followedText(card, desk, now))];
  if (!greetings.followBack) return [];
  const first = firstOf(patron);
  if (byApi)
    return actions(
      button({
        id: actionIds.followBack,
        label: say(words, 'greet.follow-back-here', { first }),
        ref: refTo(card, desk),
      }),
    );
  const there = link(followUrl(desk, patron.id), say(words, 'greet.follow-back', { first }));
  // Private messages are read only where the network has them for programs.
  const reason = network.paths.conversation ? ` ${say(words, 'greet.follow-reason', { first })}` : '';
  return [rich(line(there, reason))];
}
