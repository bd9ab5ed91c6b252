import type { Button, ModalView } from '@slack/web-api';
import type { Action, ActionName, Who } from '../../core/card/actions.js';
import { mayNot } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import { isFollow, isHello } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { callbackIds, confirmed, type MoreOption, moreActionId } from '../ids.js';
import { actions, button, line, rich } from '../parts/blocks.js';
import { isDeletable, optionLabel, refTo } from '../parts/card-buttons.js';
import { modal } from '../parts/modal.js';
import { noteBlocks, showStanding, standing } from '../parts/status.js';
import { lookedDialog } from './confirm-views.js';

export interface Looking {
  readonly card: Card;
  readonly desk: Desk;
  readonly who: Who;
  readonly now: number;
}

interface Choice {
  readonly as: MoreOption;
  readonly needs: ActionName;
  readonly when?: (card: Card, who: Who) => boolean;
}

const isMine = ({ holder }: Card, who: Who): boolean => who.kind === 'staff' && holder?.id === who.id;
const isAConversation = (card: Card): boolean => !isFollow(card) && !isHello(card);

/** What does not fit into the menu of a card, in the order of the screen. */
const choices: readonly Choice[] = [
  { as: 'flag', needs: 'flag', when: (card) => !card.flag },
  { as: 'unflag', needs: 'unflag', when: (card) => card.flag !== undefined },
  { as: 'send-back', needs: 'send-back' },
  { as: 'take-over', needs: 'take-over', when: (card, who) => !isMine(card, who) },
  { as: 'release', needs: 'release' },
  { as: 'dismiss', needs: 'dismiss', when: ({ state }) => state === 'in-review' || state === 'handed-off' },
  { as: 'mute', needs: 'mute', when: isAConversation },
  { as: 'delete', needs: 'delete-from-x', when: isDeletable },
];

/** *More…*: what this person may do with this card now. */
export function moreView({ card, desk, who, now }: Looking): ModalView {
  const stands = standing(card, desk, now);
  const offered = choices.filter(
    ({ needs, when }) => !mayNot(card, { do: needs }, who, now) && (when?.(card, who) ?? true),
  );
  return modal({
    callbackId: callbackIds.more,
    ref: refTo(card, desk),
    desk,
    title: 'more.title',
    about: firstOf(card.patron),
    close: 'draft.close',
    blocks: [
      stands ? showStanding(stands) : rich(line(say(desk.words, 'draft.nobody'))),
      ...noteBlocks(card, desk, now),
      ...actions(
        ...offered.map(({ as }) => optionButton(as, card, desk)),
        ...settlements(card, desk, who, now),
        optionButton('history', card, desk),
      ),
    ],
  });
}

const optionButton = (option: MoreOption, card: Card, desk: Desk): Button =>
  button({
    id: moreActionId(option),
    label: optionLabel(option, desk),
    ref: refTo(card, desk, option),
  });

/** What became of an answer, from somebody who does not have the card: Slack asks whether they looked. */
export function settlements(card: Card, desk: Desk, who: Who, now: number): Button[] {
  const said = ['it-is-there', 'not-there'] as const;
  return said.flatMap((name) => {
    const sure: Action = { do: name, confirmed: true };
    if (isMine(card, who) || mayNot(card, sure, who, now)) return [];
    if (card.state === 'unsure' && !card.reply?.notSeen) return [];
    return [
      button({
        id: moreActionId(name),
        label: optionLabel(name, desk),
        ref: refTo(card, desk, confirmed),
        confirm: lookedDialog(name, desk),
      }),
    ];
  });
}
