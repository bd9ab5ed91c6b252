import type { Panel } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import { type PanelOption, type PanelRef, panelActionId } from '../ids.js';
import { button } from './blocks.js';
export const panelButton = (
  option: PanelOption,
  label: string,
  panel: Pick<Panel, 'id'>,
  desk: Desk,
  extra?: string,
) => button({ id: panelActionId(option), label, ref: panelRef(panel, desk, extra) });

/** What a button of a panel is about. */
export const panelRef = ({ id }: Pick<Panel, 'id'>, desk: Desk, extra?: string): PanelRef => ({
  desk: desk.id,
  panel: id,
  ...(extra === undefined ? {} : { extra }),
});
