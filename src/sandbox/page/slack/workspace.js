import { h, set } from '../dom.js';
import { channel, workspace } from '../scene.js';
import { go, ui } from '../ui.js';
import { modal } from './modal.js';
import { placeView } from './place.js';
import { placesOf, sidebar } from './sidebar.js';
import { threadView } from './thread.js';

/** The left side: a place of the workspace, with its thread beside it and its modal over it. */
export function slackSide(root) {
  const side = sidebar();
  const place = placeView();
  const thread = threadView();
  const over = modal();
  const behind = h('div', { class: 'behind' }, side.root, place.root, thread.root);
  root.append(behind, over.root);
  return () => {
    settlePlace();
    place.update();
    side.update();
    thread.update();
    over.update();
    set(behind, 'inert', over.isOpen());
  };
}

/** Somebody who goes nowhere stands in the channel that the app is in, as far as they are in it. */
function settlePlace() {
  const places = placesOf();
  if (places.length === 0 || places.some(({ at }) => at === ui.at)) return;
  const { botUser } = workspace().app;
  const open = places.filter(({ archived }) => !archived);
  const desk = open.find(({ at }) => channel(at)?.members.includes(botUser) && channel(at)?.name);
  go({ at: (desk ?? open[0] ?? places[0]).at });
}
