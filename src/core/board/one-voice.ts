import type { DeskId } from '../ids.js';
import type { Panel, PanelRef } from './panel.js';

/** Whether both name the same panel. */
export const isSamePanel = (one: PanelRef, other: PanelRef): boolean =>
  one.desk === other.desk && one.panel === other.panel;

/** The message of another desk that says what this one would; undefined for one that speaks itself. */
export const speakerOf = (desk: { readonly id: DeskId }, { id, saidBy }: Panel): PanelRef | undefined =>
  saidBy && !isSamePanel(saidBy, { desk: desk.id, panel: id }) ? saidBy : undefined;

/**
 * Whether a message says nothing for others, and never will: another one says it, it was taken out of Slack because somebody
 * is forgotten, or it had nothing to say. One that said it, and is over since, has said it.
 */
export const isMute = (desk: { readonly id: DeskId }, panel: Panel): boolean => {
  const { erased, message, purgedAt } = panel;
  const isUnsaid = purgedAt === undefined && message?.quiet === true && message.ts === undefined;
  return erased === true || isUnsaid || speakerOf(desk, panel) !== undefined;
};
