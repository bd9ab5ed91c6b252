import { x } from '../act.js';
import { account } from '../scene.js';

/** Who lives here and what they say; read once. */
export const town = await (await fetch('/page/town/town.json')).json();

export const resident = (handle) => town.residents.find((one) => one.handle === handle);

/** Somebody who is not on X yet joins it. */
export async function join(handle) {
  if (account(handle)) return;
  const { name, about } = resident(handle) ?? { name: handle, about: '' };
  await x('addAccount', { handle, name, description: about, messagesFrom: 'everyone' });
}

const last = new Map();
/** The next of a list, from a different place each time the page opens. */
export function nextOf(list) {
  const at = last.has(list) ? last.get(list) + 1 : Math.floor(Math.random() * list.length);
  last.set(list, at);
  return list[at % list.length];
}
