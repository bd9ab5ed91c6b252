import { drawList, h } from './dom.js';
import { go, ui } from './ui.js';

/**
 * The row of tabs of a network's side, `{name: {label, many?}}` with how many there are. `ui[network]` names the one that
 * is shown; `open` is where `ui` names what is open over them, and `closed` what a press closes.
 */
export function sideTabs({ network, label, tabs, panel, open, closed }) {
  const root = h('div', { class: 'tabs', role: 'tablist', 'aria-label': label });
  const idOf = (name) => (network === 'x' ? `tab-${name}` : `${network}-tab-${name}`);
  const show = (name) => go({ [network]: name, ...closed });
  // Arrows move between tabs, as tabs do everywhere.
  root.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const names = Object.keys(tabs);
    const to = names[(names.indexOf(ui[network]) + step + names.length) % names.length];
    show(to);
    setTimeout(() => document.getElementById(idOf(to))?.focus());
  });

  const tab = ([name, { label: text, many = () => 0 }]) => {
    const isOn = ui[network] === name && !ui[open];
    const count = many();
    return {
      key: name,
      stamp: `${isOn} ${count}`,
      draw: () =>
        h(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: idOf(name),
            'aria-selected': String(isOn),
            'aria-controls': panel,
            tabindex: ui[network] === name ? 0 : -1,
            'data-place': name,
            onclick: () => show(name),
          },
          text,
          count > 0 ? h('span', { class: 'many' }, String(count)) : null,
        ),
    };
  };
  return {
    root,
    update: () => drawList(root, Object.entries(tabs).map(tab)),
    id: () => idOf(ui[network]),
  };
}

/** The way back from what is open to the tabs. */
export function backBar(what, back) {
  return h(
    'div',
    { class: 'back' },
    h('button', { type: 'button', class: 'small', 'data-place': 'back', onclick: back }, '← Back'),
    h('span', {}, what),
  );
}
