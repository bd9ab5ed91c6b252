import type { Button, ModalView } from '@slack/web-api';
import type { Action, ActionName, Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { refusalFor } from '../../core/card/rules.js';
import { isFollow, isHello, isPrivate, urgentWordOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { leadToAsk } from '../../core/desk/lead.js';
import { holdSentence } from '../../core/sentences/kept-sentences.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { callbackIds, confirmed, type MoreOption, moreActionId } from '../ids.js';
import { actions, button, line, rich } from '../parts/blocks.js';
import { isDeletable, optionLabel, refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';
import { noteBlocks, statusBlocks, statusOf } from '../parts/status.js';
import { confirmLooked, confirmMute } from './confirm-views.js';

interface MoreContent {
  readonly card: Card;
  readonly desk: Desk;
  readonly actor: Actor;
  readonly now: number;
  /** The patron wrote to us in private, and this person reads what they write there. */
  readonly privately?: boolean;
}

interface Choice {
  readonly as: MoreOption;
  readonly needs: ActionName;
  readonly when?: (card: Card, actor: Actor) => boolean;
}

const isMine = ({ holder }: Card, actor: Actor): boolean => actor.kind === 'staff' && holder?.id === actor.id;
const isAConversation = (card: Card): boolean => !isFollow(card) && !isHello(card) && !isPrivate(card);

/** A lead mutes people. Nothing urgent is muted, so it is answered first. */
function mayBeMuted(card: Card, actor: Actor): boolean {
  return actor.kind === 'staff' && actor.lead && !isHello(card) && urgentWordOf(card) === undefined;
}

/** The options that don't fit into the menu of a card, in the order of the screen. */
const choices: readonly Choice[] = [
  { as: 'flag', needs: 'flag', when: (card) => !card.flag },
  { as: 'unflag', needs: 'unflag', when: (card) => card.flag !== undefined },
  { as: 'send-back', needs: 'send-back' },
  { as: 'take-over', needs: 'take-over', when: (card, actor) => !isMine(card, actor) },
  { as: 'release', needs: 'release' },
  { as: 'dismiss', needs: 'dismiss', when: ({ state }) => state === 'in-review' || state === 'handed-off' },
  { as: 'mute', needs: 'mute', when: isAConversation },
  { as: 'mute-person', needs: 'mute', when: mayBeMuted },
  { as: 'delete', needs: 'delete-from-x', when: isDeletable },
  { as: 'hold', needs: 'hold', when: (card) => isDone(card) && card.hold === undefined },
  { as: 'end-hold', needs: 'end-hold', when: ({ hold }) => hold !== undefined },
];

/** *More…*: what this person may do with this card now. */
export function moreView({ card, desk, actor, now, privately }: MoreContent): ModalView {
  const status = statusOf(card, desk, now);
  const offered = choices.filter(
    ({ needs, when }) => !refusalFor(card, { do: needs }, actor, now) && (when?.(card, actor) ?? true),
  );
  return modal({
    callbackId: callbackIds.more,
    ref: refTo(card, desk),
    desk,
    title: 'more.title',
    about: firstOf(card.patron),
    close: 'draft.close',
    blocks: [
      status ? statusBlocks(status) : rich(line(say(desk.words, 'draft.nobody'))),
      ...noteBlocks(card, desk, now),
      ...(card.hold ? [rich(line(holdSentence(desk, card.hold)))] : []),
      ...actions(
        ...offered.map(({ as }) => optionButton(as, card, desk, leadFor(desk, actor, now))),
        ...(privately ? [optionButton('in-private', card, desk)] : []),
        ...outcomeReports(card, desk, actor, now),
        optionButton('history', card, desk),
      ),
    ],
  });
}

/** The name of the lead whom a flag of this person asks; undefined where the desk has no lead now. */
function leadFor(desk: Desk, actor: Actor, now: number): string | undefined {
  const lead = leadToAsk(desk, now, actor.kind === 'staff' ? actor.id : undefined);
  return lead && nameOf(desk, lead);
}

const optionButton = (option: MoreOption, card: Card, desk: Desk, lead?: string): Button =>
  button({
    id: moreActionId(option),
    label: optionLabel(option, desk, lead),
    ref: refTo(card, desk, option),
    ...(option === 'mute-person' ? { confirm: confirmMute(card, desk) } : {}),
    danger: option === 'delete',
  });

/** *It's there* and *Not there* for somebody who does not have the card: Slack's dialog asks whether they looked. */
export function outcomeReports(card: Card, desk: Desk, actor: Actor, now: number): Button[] {
  const reports = ['it-is-there', 'not-there'] as const;
  return reports.flatMap((name) => {
    const sure: Action = { do: name, confirmed: true };
    if (isMine(card, actor) || refusalFor(card, sure, actor, now)) return [];
    if (card.state === 'unsure' && !card.reply?.notSeen) return [];
    return [
      button({
        id: moreActionId(name),
        label: optionLabel(name, desk),
        ref: refTo(card, desk, confirmed),
        confirm: confirmLooked(name, desk),
      }),
    ];
  });
}
