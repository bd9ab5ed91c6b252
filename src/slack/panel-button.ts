import type { Desk } from '../core/desk.js';
import type { Panel } from '../core/panel.js';
import { button } from './blocks.js';
import { type PanelOption, panelActionId } from './ids.js';
import { panelRef } from './panel-ref.js';

export const panelButton = (
  option: PanelOption,
  label: string,
  panel: Pick<Panel, 'id'>,
  desk: Desk,
  extra?: string,
) => button({ id: panelActionId(option), label, ref: panelRef(panel, desk, extra) });
