import type { OutcomeFigures } from '../../core/board/outcome-report.js';
import { outcomeFigures } from '../../core/outcomes/outcome-figures.js';
import type { Ports } from '../../ports.js';

/**
 * What came of follows, for a report over a period (Unix ms, `toMs` not included), by what is counted so far. Undefined for a
 * desk that does not look (`outcomes` in desk.yaml).
 */
export async function outcomesOf(
  { desk, outcomes }: Pick<Ports, 'desk' | 'outcomes'>,
  period: { readonly fromMs: number; readonly toMs: number },
): Promise<OutcomeFigures | undefined> {
  return desk.outcomes ? outcomeFigures(await outcomes.all(), period) : undefined;
}
