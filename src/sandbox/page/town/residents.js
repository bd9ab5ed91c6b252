/** Who lives here and what they say; read once. */
export const town = await (await fetch('/page/town/town.json')).json();

const last = new Map();
/** The next of a list, from a different place each time the page opens. */
export function nextOf(list) {
  const at = last.has(list) ? last.get(list) + 1 : Math.floor(Math.random() * list.length);
  last.set(list, at);
  return list[at % list.length];
}
