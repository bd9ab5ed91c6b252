import type { KnownBlock } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import type { CoverRequest } from '../../core/rota/cover.js';
import { momentText, nameOf } from '../../core/sentences/phrases.js';
import { spanAndDayText } from '../../core/sentences/shift-times.js';
import { say, type WordKey } from '../../core/words/words.js';
import { type CoverOption, coverActionId } from '../ids.js';
import { actions, button, escapeText, line, type Message, overflow, rich } from '../parts/blocks.js';
import { panelRef } from '../parts/buttons.js';

/** "Ana can't do 13:00–17:00 today. [I'll take it]"; later what came of the request. */
export function coverMessage(panel: Panel, desk: Desk, now: number): Message {
  const { cover } = panel;
  if (!cover) throw new RangeError(`Panel ${panel.id} has no request for cover.`);
  const { request, part } = cover;
  const text = { asked: channelText, taken: takenText, undone: undoneForText }[part](
    request,
    panel,
    desk,
    now,
  );
  return {
    text: escapeText(text),
    blocks: [rich(line(text)), ...(part === 'undone' ? [] : buttons(request, panel, desk))],
  };
}

type TextOf = (request: CoverRequest, panel: Panel, desk: Desk, now: number) => string;

const channelText: TextOf = (request, _panel, desk, now) => {
  const { over, takenBy } = request;
  if (over?.how === 'withdrawn') return coverText('cover.withdrawn', request, desk, now);
  if (over?.how === 'everyone') return coverText('cover.everyone', request, desk, now);
  if (over?.how === 'undone') return undoneText(request, desk, now);
  if (takenBy) return coverText('cover.taken', request, desk, now);
  return coverText(over?.how === 'past' ? 'cover.past' : 'cover.asked', request, desk, now);
};

const takenText: TextOf = (request, { to }, desk, now) => {
  if (request.over?.how === 'undone') return undoneText(request, desk, now);
  const key = to === request.takenBy ? 'taken-by-you' : to === request.whose ? 'taken-for-you' : 'taken';
  return coverText(`cover.${key}`, request, desk, now);
};

const undoneForText: TextOf = (request, { to }, desk, now) => {
  if (to === request.takenBy) return coverText('cover.told-undone', request, desk, now);
  return coverText(
    request.over?.again ? 'cover.told-undone-again' : 'cover.told-undone-yours',
    request,
    desk,
    now,
  );
};

function undoneText({ over }: CoverRequest, desk: Desk, now: number): string {
  const fill = { by: nameOf(desk, over?.by ?? ''), time: momentText(desk, over?.at ?? now, now) };
  return say(desk.words, over?.again ? 'cover.undone-again' : 'cover.undone', fill);
}

function coverText(key: WordKey, request: CoverRequest, desk: Desk, now: number): string {
  return say(desk.words, key, {
    name: nameOf(desk, request.whose),
    taker: nameOf(desk, request.takenBy ?? ''),
    by: nameOf(desk, request.over?.by ?? ''),
    when: spanAndDayText(desk, request, now),
  });
}

/** No buttons once the request is over. */
function buttons({ id, over, takenBy }: CoverRequest, panel: Panel, desk: Desk): KnownBlock[] {
  if (over) return [];
  const ref = panelRef(panel, desk, id);
  const press = (option: CoverOption, label: WordKey, primary = false) =>
    button({ id: coverActionId(option), label: say(desk.words, label), ref, primary });
  if (takenBy) return actions(press('undo', 'button.undo'));
  const withdraw = { label: say(desk.words, 'button.never-mind'), ref: panelRef(panel, desk, id) };
  // In the channel, where the person who asked can press it.
  const menu = panel.to ? [] : [overflow(coverActionId('withdraw'), [withdraw])];
  return actions(press('take', 'button.take-cover', true), ...menu);
}
