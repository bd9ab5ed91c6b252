import type fc from 'fast-check';
import { expect } from 'vitest';
import { boot, postId, token } from '../../../src/core/ids.js';
import { anAction } from './card-in.js';
import { type Model, type Real, step } from './walk.js';

export type Command = fc.AsyncCommand<Model, Real, false>;

export const does = (name: string, run: (model: Model, real: Real) => Promise<unknown>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
  },
  toString: () => name,
});

let posts = 1_993_456_789_012_345_000n;
export const nextPost = () => postId(String(++posts));

/** The desk begins to send: what it calls X with is what was approved. */
export async function begin(
  model: Model,
  real: Real,
  under = model.card.reply?.boot ?? boot('none'),
): Promise<void> {
  const fence = token(`token-${nextPost()}`);
  const { leaseMs } = anAction.begin;
  const { state, reply } = await step(model, real, { do: 'begin', token: fence, leaseMs, boot: under });
  if (state !== 'posting' || reply?.token !== fence) return;
  const { text, replyTo, approvedBy: by } = reply;
  expect(model.calls.at(-1), 'what is called was approved').toMatchObject({
    approval: { text, replyTo, by },
  });
}
