/** The time from `fromMs` (Unix ms) up to, but without, `toMs`. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Whether a moment (Unix ms) lies in a span. */
export function contains(span: Span, ms: number): boolean {
  return span.fromMs <= ms && ms < span.toMs;
}

/** The same time in spans that neither touch nor overlap, in order. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last === undefined || fromMs > last.toMs) result.push({ fromMs, toMs });
    else result[result.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, toMs) };
  }
  return result;
}

/** The parts of some spans that lie outside the others. */
export function subtract(spans: readonly Span[], others: readonly Span[]): Span[] {
  return others.reduce((left, other) => left.flatMap((span) => outside(span, other)), [...spans]);
}

/** The parts of some spans that lie inside one. */
export function intersect(spans: readonly Span[], one: Span): Span[] {
  return spans.flatMap((span) => {
    const fromMs = Math.max(span.fromMs, one.fromMs);
    const toMs = Math.min(span.toMs, one.toMs);
    return fromMs < toMs ? [{ fromMs, toMs }] : [];
  });
}

/** How long spans are together (ms). They must not overlap. */
export function lengthMs(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

function outside(span: Span, other: Span): Span[] {
  if (other.toMs <= span.fromMs || span.toMs <= other.fromMs) return [span];
  const before = { fromMs: span.fromMs, toMs: other.fromMs };
  const after = { fromMs: other.toMs, toMs: span.toMs };
  return [before, after].filter(({ fromMs, toMs }) => fromMs < toMs);
}
