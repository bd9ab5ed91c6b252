import { together } from './dom.js';

// What this window looks at; it stands in the address, so that two windows can be two people.
// `x` and `bluesky` are the tabs of those sides; `post` and `uri` what is open in them: a post, or @somebody.
const known = {
  as: 'U0ANA0001',
  at: '',
  thread: '',
  side: 'slack',
  network: 'x',
  x: 'mentions',
  post: '',
  bluesky: 'mentions',
  uri: '',
};
const read = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

export const ui = {
  ...known,
  ...Object.fromEntries(Object.entries(read).filter(([name]) => name in known)),
  /** The link that X's composer was opened with. */
  intent: '',
  /** How many messages of the channel are drawn. */
  shown: 100,
};

const drawers = [];
export const draw = together(() => {
  for (const one of drawers) one();
});

/** `drawer` runs after each change. */
export const drawn = (drawer) => drawers.push(drawer);

export function go(change) {
  if (change.at !== undefined && change.at !== ui.at) Object.assign(ui, { thread: '', shown: 100 });
  Object.assign(ui, change);
  const kept = Object.entries(ui).filter(
    ([name, value]) => name in known && value !== known[name] && value !== '',
  );
  history.replaceState(null, '', `/#${new URLSearchParams(kept)}`);
  draw();
}

let toasts;
/** Says something at the bottom for a while; `open` makes it a button. */
export function toast(text, { open, kind = 'note' } = {}) {
  toasts ??= document.getElementById('toasts');
  const made = document.createElement(open ? 'button' : 'p');
  made.className = `toast ${kind}`;
  made.textContent = text;
  if (open) {
    made.addEventListener('click', () => {
      made.remove();
      open();
    });
  }
  toasts.append(made);
  while (toasts.children.length > 3) toasts.firstChild.remove();
  setTimeout(() => made.remove(), 7000);
}
