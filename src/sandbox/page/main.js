import { follow as open } from './act.js';
import { blueskySide } from './bluesky/side.js';
import { h, say, set } from './dom.js';
import { follow, scene, seen } from './scene.js';
import { moveBySections } from './slack/keys.js';
import { hearNews } from './slack/unread.js';
import { ignoreWhispers } from './slack/whispers.js';
import { slackSide } from './slack/workspace.js';
import { topBar } from './town/top.js';
import { tour } from './town/tour.js';
import { draw, drawn, go, ui } from './ui.js';
import { networkNames, wearNetwork } from './wear.js';
import { xSide } from './x/side.js';

const part = (id) => document.getElementById(id);

/** The left side, and the right one, whose name is that of its network. */
const sides = ['slack', 'x'];
const buttons = sides.map((side) => h('button', { type: 'button', onclick: () => go({ side }) }, 'Slack'));
part('sides').append(...buttons);

const guide = tour(part('tour'));
const updates = [
  topBar(part('top'), guide.start),
  slackSide(part('workspace')),
  xSide(part('x')),
  blueskySide(part('bluesky')),
  guide.update,
];

drawn(() => {
  if (!scene.now) return;
  const alone = seen('world/alone');
  set(document.body, 'data-alone', Boolean(alone));
  wearNetwork();
  set(document.body, 'data-side', alone ? 'x' : ui.side);
  set(document.body, 'data-network', alone ?? ui.network);
  say(buttons[1], networkNames[ui.network]);
  for (const [index, side] of sides.entries()) set(buttons[index], 'aria-pressed', String(ui.side === side));
  for (const update of updates) update();
  document.body.dataset.ready = 'yes';
});

moveBySections();

// Opened by one of the networks' own addresses.
if (location.pathname !== '/') open(location.href);

follow((keys, whole) => {
  if (whole) ignoreWhispers();
  hearNews(keys, whole);
  draw();
});
