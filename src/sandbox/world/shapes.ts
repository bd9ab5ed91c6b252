/**
 * What can be odd about one post of an answer that is otherwise true. X has been seen to send some of these; a reader
 * has to live with all. `../x/odd/kinds.ts` makes each.
 */
export const oddKinds = [
  'no-conversation-id',
  'no-author',
  'no-author-id',
  'time-format',
  'time-number',
  'unknown-values',
  'no-text',
  'huge-numbers',
  'number-ids',
  'half-characters',
  'empty-entities',
  'empty-lists',
  'null-lists',
  'null-item',
  'hydration-failure',
  'partial-error',
  'errors-alone',
] as const;

export type OddKind = (typeof oddKinds)[number];

/** How many calls a fault is for; `always` until the faults are cleared. */
export type Times = number | 'always';

/** One post is odd in the answers that have it. Answers without it take none of the `times`. */
export interface OddPost {
  readonly side: 'x';
  readonly how: 'odd';
  readonly odd: OddKind;
  /** The route. By default every one that gives posts. */
  readonly call?: string;
  /** The id of any version of the post. By default the newest post of the answer that is not odd yet. */
  readonly post?: string;
  /** By default 1. */
  readonly times?: Times;
}

/** X refuses one value of the parameters `….fields`, as one that it does not know. */
export interface RefusedField {
  readonly side: 'x';
  readonly how: 'refused-field';
  readonly field: string;
  /** The route. By default every one. */
  readonly call?: string;
  /** By default `always`. */
  readonly times?: Times;
}

/** A fault that leaves the call alone and changes what X gives or takes. */
export type Shape = OddPost | RefusedField;

/** Whether a planned fault is one of these. */
export function isShape(fault: { readonly how: string }): fault is Shape {
  return fault.how === 'odd' || fault.how === 'refused-field';
}
