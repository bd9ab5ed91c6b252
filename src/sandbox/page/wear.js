import { drawList, h } from './dom.js';
import { seen } from './scene.js';
import { go, ui } from './ui.js';

export const networkNames = { x: 'X', bluesky: 'Bluesky' };

/** The network of the desk in each channel, as whoever runs the bot tells it. */
const ofChannels = () => seen('world/networks') ?? {};

let stoodAt;
/** The right side wears the network of the channel on the left. Where no desk is, such as at Home, it stays as it was. */
export function wearNetwork() {
  if (ui.at === stoodAt) return;
  stoodAt = ui.at;
  const network = ofChannels()[ui.at];
  if (network && network !== ui.network) go({ network });
}

/** The way to the other network, where desks are on both. */
export function networkSwitch() {
  const root = h('div', { class: 'networks', role: 'group', 'aria-label': 'Network' });
  const update = () => {
    const there = [...new Set(Object.values(ofChannels()))];
    drawList(
      root,
      (there.length > 1 ? there : []).map((network) => ({
        key: network,
        stamp: String(network === ui.network),
        draw: () =>
          h(
            'button',
            {
              type: 'button',
              class: 'small',
              'data-place': network,
              'aria-pressed': String(network === ui.network),
              onclick: () => go({ network }),
            },
            networkNames[network],
          ),
      })),
    );
  };
  return { root, update };
}
