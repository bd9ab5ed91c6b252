import { h } from '../dom.js';

let open;

/** A menu under the button that opened it: arrows move, Enter chooses, Escape and a press elsewhere close. */
export function menu(opener, choices) {
  const wasOpen = open?.opener === opener;
  close();
  if (wasOpen) return;
  const items = choices.map(({ label, choose }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        onclick: () => {
          close();
          opener.focus();
          choose(opener);
        },
      },
      label,
    ),
  );
  const list = h(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': opener.getAttribute('aria-label') },
    items,
  );
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length).focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      close();
      opener.focus();
    }
  });
  opener.closest('[role="dialog"], main').append(list);
  opener.setAttribute('aria-expanded', 'true');
  place(list, opener);
  open = { opener, list };
  items[0].focus({ preventScroll: true });
}

function place(list, opener) {
  const { left, bottom, top } = opener.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = list;
  const below = bottom + 4 + offsetHeight < innerHeight;
  list.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  list.style.top = `${below ? bottom + 4 : Math.max(8, top - 4 - offsetHeight)}px`;
}

function close() {
  open?.list.remove();
  open?.opener.removeAttribute('aria-expanded');
  open = undefined;
}

document.addEventListener('pointerdown', ({ target }) => {
  if (open && !open.list.contains(target) && !open.opener.contains(target)) close();
});
document.addEventListener('scroll', () => open && place(open.list, open.opener), true);
