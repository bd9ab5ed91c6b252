import type { Button, KnownBlock } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { actionIds, panelActionId } from '../ids.js';
import { actions, bold, escapeText, line, type Message, rich } from '../parts/blocks.js';
import { ofDesk } from '../parts/desk-mark.js';

/** What one desk says of several. */
interface DeskSays {
  readonly desk: Desk;
  readonly message: Message;
}

/**
 * What several desks say, each under its name; below it, once, the buttons that are for all of them. What they all say in the
 * same words is said once, for none by name.
 */
export function byDesks(said: readonly DeskSays[], greeting = ''): Message {
  const [first] = said;
  if (first && said.every(({ message }) => JSON.stringify(message) === JSON.stringify(first.message)))
    return first.message;
  const named = said.map(({ desk, message }) => ofDesk(desk, message));
  const all = named.flatMap((message) => message.blocks);
  const blocks = all.flatMap(withoutShared);
  const shared = all.flatMap(buttonsIn).filter(isShared);
  const isFirst = ({ action_id }: Button, at: number) =>
    shared.findIndex((one) => one.action_id === action_id) === at;
  return {
    text: [escapeText(greeting), ...named.map(({ text }) => text)].filter((text) => text !== '').join(' '),
    blocks: [
      ...(greeting ? [rich(line(bold(greeting)))] : []),
      ...blocks.filter((block, at) => !blocks.slice(at + 1).some((later) => isSame(block, later))),
      ...actions(...shared.filter(isFirst)),
    ],
  };
}

/** As the time of which all of it is. */
const isSame = (one: KnownBlock, other: KnownBlock): boolean =>
  one.type === 'context' && JSON.stringify(one) === JSON.stringify(other);

/** *Answer next* is over all desks of a person, and *Not now* for all that a message says. */
const isShared = ({ action_id }: Button): boolean =>
  action_id === actionIds.next || action_id === panelActionId('not-now');

const buttonsIn = (block: KnownBlock): readonly Button[] =>
  block.type === 'actions' ? block.elements.filter((one) => one.type === 'button') : [];

function withoutShared(block: KnownBlock): readonly KnownBlock[] {
  if (block.type !== 'actions') return [block];
  const elements = block.elements.filter((one) => one.type !== 'button' || !isShared(one));
  return elements.length > 0 ? [{ ...block, elements }] : [];
}
