import type { Panel, Series } from '../core/board/panel.js';
import { isPanelOver, nthPanelId } from '../core/board/placement.js';
import { isRefusal } from '../core/card/refusal.js';
import type { PostId } from '../core/ids.js';
import type { Ports } from '../ports.js';

/**
 * The panel of a series that cards join now: the one that stands, or else a new one, which closes it. `question`: the words
 * of ours that a new one is about.
 */
export async function panelOf(
  { clock, desk, panels }: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  series: Series,
  question?: string,
): Promise<Panel> {
  const now = clock.now();
  const current = await panels.current(series);
  if (current && !isPanelOver(current, desk.rota, now)) return current;
  if (current) {
    await panels.change(current.id, (panel) => ({
      next: panel && { ...panel, closed: true },
      result: undefined,
    }));
  }
  for (let n = 1; ; n++) {
    const id = nthPanelId(series, desk.rota, now, n);
    const about = question === undefined ? {} : { question };
    const begun: Panel = { id, format: 1, ...series, ...about, version: 1, startedAt: now, closed: false };
    const panel = await panels.change<Panel>(id, (known = begun) => ({ next: known, result: known }));
    if (!isRefusal(panel) && !isPanelOver(panel, desk.rota, now)) return panel;
  }
}

/**
 * The series that cards of a conversation are in: that of the answers to our question, where it is one, and that of its
 * folds. Where neither has begun, it would be a fold.
 */
export async function seriesOf(
  { panels }: Pick<Ports, 'panels'>,
  conversation: PostId,
): Promise<readonly [Series, ...Series[]]> {
  const asked = { kind: 'asked', conversation } as const;
  const fold = { kind: 'fold', conversation } as const;
  if (!(await panels.current(asked))) return [fold];
  return (await panels.current(fold)) ? [asked, fold] : [asked];
}
