import { practiceId } from '../../core/desk/practice-id.js';
import type { PresentDesk } from './changed-desk.js';
import { type AccountAnswers, type DeskAnswers, deskIdFrom } from './fresh-desk.js';
import { withValue } from './yaml-edit.js';

/**
 * The text of a desk.yaml with one more desk, which has its people and their rota from the desk `like`. Its id comes from the name of
 * its channel, where nobody has that.
 */
export function withSecondDesk(
  text: string,
  desks: readonly PresentDesk[],
  like: string,
  {
    answers: { account, channel },
    channelName,
  }: { readonly answers: Pick<DeskAnswers, 'account' | 'channel'>; readonly channelName: string },
): string {
  const ids = desks.map(({ id }) => id);
  const taken = [...ids, ...ids.map(practiceId)];
  const network = account.x ? 'x' : 'bluesky';
  const wanted = [deskIdFrom(channelName), network, `${like}-${network}`];
  const id = wanted.find((one) => !taken.includes(one) && !taken.includes(practiceId(one))) ?? network;
  return withValue(text, ['desks', id], { channel, like, ...entryOfAccount(account) });
}

function entryOfAccount({ bluesky, x }: AccountAnswers) {
  if (bluesky) return { bluesky };
  const { monthlyUsd, ...account } = x;
  return { x: account, ...(monthlyUsd !== undefined && { budget: { monthlyUsd } }) };
}
