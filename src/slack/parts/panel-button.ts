import type { Panel } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import { type PanelOption, panelActionId } from '../ids.js';
import { button } from './blocks.js';
import { panelRef } from './panel-ref.js';

export const panelButton = (
  option: PanelOption,
  label: string,
  panel: Pick<Panel, 'id'>,
  desk: Desk,
  extra?: string,
) => button({ id: panelActionId(option), label, ref: panelRef(panel, desk, extra) });
