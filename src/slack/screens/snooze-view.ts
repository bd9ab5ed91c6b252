import type { ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { minuteMs } from '../../core/durations.js';
import { nextOpening } from '../../core/rota/open-hours.js';
import { whoOf } from '../../core/sentences/kept-sentences.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { callbackIds, type SnoozeChoice, snoozeActionId, snoozeChoices } from '../ids.js';
import { actions, button, line, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';

/** *Not now…*: buttons for when the card comes back. */
export function snoozeView(card: Card, desk: Desk, now: number): ModalView {
  return modal({
    callbackId: callbackIds.snooze,
    ref: refTo(card, desk),
    desk,
    title: 'snooze.title',
    about: whoOf(card, desk),
    close: 'pass.close',
    blocks: [
      rich(line(say(desk.words, 'snooze.said'))),
      ...actions(
        ...snoozeChoices.flatMap((choice) => {
          const until = snoozedUntil(choice, desk, now);
          if (until === undefined) return [];
          const label = say(desk.words, `snooze.${choice}`, { time: momentText(desk, until, now) });
          return [button({ id: snoozeActionId(choice), label, ref: refTo(card, desk, choice) })];
        }),
      ),
    ],
  });
}

/** When a choice made now ends (Unix ms); undefined when the library does not open again within two weeks. */
export function snoozedUntil(choice: SnoozeChoice, { rota }: Desk, now: number): number | undefined {
  return choice === 'opening' ? nextOpening(rota, now) : now + Number(choice) * minuteMs;
}
