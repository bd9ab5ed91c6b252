import { attempt, call } from '../act.js';
import { ask } from '../blocks/confirm.js';
import { onBluesky } from '../bluesky/town.js';
import { h, say } from '../dom.js';
import { clockTime, dayName, scene, seen } from '../scene.js';
import { go, toast } from '../ui.js';
import { onX } from '../x/town.js';
import { clockList } from './clock.js';
import { happenings } from './happen.js';
import { outageList } from './outages.js';

/** The bar over both sides: what happens in town, what breaks, what time it is. */
export function topBar(root, startTour) {
  const day = h('span', { class: 'wide' });
  const now = h('b', { class: 'now' });
  const clock = clockList();
  const notice = h('p', { class: 'notice', hidden: true });
  const offline = h(
    'p',
    { class: 'offline', role: 'alert', hidden: true },
    'The sandbox does not answer. Is it still running?',
  );
  const tour = h('button', { type: 'button', class: 'button quiet menu-button', onclick: startTour }, 'Tour');
  root.append(
    h(
      'h1',
      { class: 'brand' },
      h('span', { class: 'brand-mark', 'aria-hidden': 'true' }),
      'Greeting Desk',
      h('span', { class: 'brand-more' }, 'practice town'),
    ),
    notice,
    offline,
    h(
      'div',
      { class: 'menus' },
      panel('happen', sized('Make something happen', 'Happen'), [onX, onBluesky].map(happenings)),
      panel('outages', 'Outages', outageList()),
      h(
        'div',
        { class: 'with-slack' },
        panel('clock', h('span', {}, h('span', { class: 'aside' }, 'Clock: '), day, now), clock.root),
      ),
      tour,
      h('button', { type: 'button', class: 'button quiet menu-button with-slack', onclick: reset }, 'Reset'),
    ),
  );
  return () => {
    say(day, `${dayName(scene.now)}, `);
    say(now, clockTime(scene.now));
    const said = seen('world/notice') ?? '';
    say(notice, said);
    notice.hidden = said === '';
    offline.hidden = scene.connected || scene.now === 0;
    tour.hidden = !seen('world/tour');
    clock.update();
  };
}

/** Fewer letters where there is less room. */
const sized = (wide, narrow) => [h('span', { class: 'wide' }, wide), h('span', { class: 'narrow' }, narrow)];

function panel(name, label, content) {
  const id = `panel-${name}`;
  const button = h(
    'button',
    { type: 'button', class: 'button quiet menu-button', popovertarget: id, 'aria-haspopup': 'dialog' },
    label,
  );
  const title = { happen: 'Make something happen', outages: 'Outages', clock: 'Move the clock' }[name];
  const close = h(
    'button',
    { type: 'button', class: 'icon', 'aria-label': 'Close', popovertarget: id, popovertargetaction: 'hide' },
    '✕',
  );
  const box = h(
    'div',
    { id, popover: 'auto', class: 'panel', role: 'dialog', 'aria-label': title },
    h('div', { class: 'panel-head' }, h('h2', {}, title), close),
    content,
  );
  // Under its button, inside the window.
  box.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'open') return;
    const { bottom, left } = button.getBoundingClientRect();
    box.style.top = `${bottom + 6}px`;
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`;
    box.style.maxHeight = `${innerHeight - bottom - 14}px`;
    const first = [...box.querySelectorAll('select, .choice, .moments button')].find((one) =>
      one.checkVisibility(),
    );
    first?.focus();
  });
  return h('div', { class: 'panel-holder' }, button, box);
}

async function reset() {
  const text = (words) => ({ type: 'plain_text', text: words });
  const sure = await ask({
    title: text('Begin again?'),
    text: text('Slack, the networks and the desk go back to how they were at the start.'),
    confirm: text('Begin again'),
    deny: text('Stay here'),
  });
  if (!sure) return;
  toast('Beginning again…');
  await attempt(() => call('/reset', {}));
  go({ at: '', thread: '', post: '', intent: '', x: 'mentions', uri: '', bluesky: 'mentions' });
}
