import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountId } from '../../src/core/ids.js';
import { type KeptReply, withoutPerson } from '../../src/core/keeping/kept-reply.js';
import type { KeptReplies } from '../../src/ports/kept-replies.js';
import { ana, tuesday } from '../build.js';

const maya = accountId('2001');
const reply = (id: string, at = tuesday, patron = maya): KeptReply => ({
  id,
  format: 1,
  at,
  text: `Said ${id}`,
  by: ana,
  how: 'as-approved',
  patron,
});

/** What every store of the library's kept replies promises. */
export function keptRepliesContract(
  open: () => Promise<{ keptReplies: KeptReplies; close(): Promise<void> }>,
): void {
  let replies: KeptReplies;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ keptReplies: replies, close } = await open());
  });
  afterEach(() => close());

  const keep = (one: KeptReply) =>
    replies.change(one.id, (known) => ({ next: known ?? one, result: undefined }));

  it('gives those of a span of time, the end excluded, oldest first', async () => {
    for (const at of [3, 1, 2, 0]) await keep(reply(`${at}`, tuesday + at));
    expect(await replies.between(tuesday + 1, tuesday + 3)).toEqual([
      { id: '1', at: tuesday + 1 },
      { id: '2', at: tuesday + 2 },
    ]);
  });

  it('finds those to one patron, until nobody can tell to whom they were', async () => {
    await keep(reply('1'));
    await keep(reply('2', tuesday + 1));
    await keep(reply('3', tuesday, accountId('2002')));
    expect(await replies.toPatron(maya)).toEqual(['1', '2']);
    await replies.change('1', (known) => ({ next: known && withoutPerson(known), result: undefined }));
    expect(await replies.toPatron(maya)).toEqual(['2']);
    expect(await replies.get('1')).toEqual({
      id: '1',
      format: 1,
      at: tuesday,
      text: 'Said 1',
      by: ana,
      how: 'as-approved',
    });
  });

  it('has nothing of one that was taken out', async () => {
    await keep(reply('1'));
    await replies.change('1', () => ({ next: undefined, result: undefined }));
    expect(await replies.get('1')).toBeUndefined();
    expect(await replies.between(0, tuesday * 2)).toEqual([]);
    expect(await replies.toPatron(maya)).toEqual([]);
  });
}
