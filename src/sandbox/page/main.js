import { follow as open } from './act.js';
import { h, set } from './dom.js';
import { follow, scene, seen } from './scene.js';
import { hearPings, ignoreOld } from './slack/pings.js';
import { slackSide } from './slack/workspace.js';
import { topBar } from './town/top.js';
import { tour } from './town/tour.js';
import { draw, drawn, go, ui } from './ui.js';
import { xSide } from './x/side.js';

const part = (id) => document.getElementById(id);

const sides = { slack: 'Slack', x: 'X' };
const buttons = Object.entries(sides).map(([side, label]) =>
  h('button', { type: 'button', onclick: () => go({ side }) }, label),
);
part('sides').append(...buttons);

const guide = tour(part('tour'));
const updates = [
  topBar(part('top'), guide.start),
  slackSide(part('workspace')),
  xSide(part('x')),
  guide.update,
];

drawn(() => {
  if (!scene.now) return;
  const alone = seen('world/x-alone') === true;
  set(document.body, 'data-alone', alone);
  set(document.body, 'data-side', alone ? 'x' : ui.side);
  for (const [index, side] of Object.keys(sides).entries())
    set(buttons[index], 'aria-pressed', String(ui.side === side));
  for (const update of updates) update();
  document.body.dataset.ready = 'yes';
});

// Opened by one of X's own addresses.
if (location.pathname !== '/') open(location.href);

follow((keys, whole) => {
  if (whole) ignoreOld();
  hearPings(keys, whole);
  draw();
});
