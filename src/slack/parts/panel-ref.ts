import type { Panel } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PanelRef } from '../ids.js';

/** What a button of a panel is about. */
export const panelRef = ({ id }: Pick<Panel, 'id'>, desk: Desk, extra?: string): PanelRef => ({
  desk: desk.id,
  panel: id,
  ...(extra === undefined ? {} : { extra }),
});
