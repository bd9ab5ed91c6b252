import { attempt, slack } from '../act.js';
import { drawBlock } from '../blocks/blocks.js';
import { drawList, h } from '../dom.js';
import { seen } from '../scene.js';
import { ui } from '../ui.js';
import { surface } from './surface.js';

/** The app's home tab, as it was last published for this person. */
export function home() {
  const root = h('div', { class: 'home scroller', tabindex: 0, role: 'region', 'aria-label': 'App home' });
  const at = surface({ home: true });
  const update = (cameHere) => {
    if (cameHere) attempt(() => slack('openHome'));
    const view = seen(`slack/home/${ui.as}`);
    if (!view)
      return drawList(root, [
        { key: 'none', stamp: '', draw: () => h('p', { class: 'empty' }, 'Nothing here yet.') },
      ]);
    drawList(
      root,
      view.blocks.map((block, index) => ({
        key: `${index} ${block.block_id}`,
        stamp: JSON.stringify(block),
        draw: () => h('div', { class: 'said' }, drawBlock(block, at)),
      })),
    );
  };
  return { root, update };
}
