import { attempt, call } from '../act.js';
import { drawList, h } from '../dom.js';
import { calendar, clockTime, dayName, scene } from '../scene.js';
import { toast } from '../ui.js';

const minuteMs = 60_000;

/** Always there; the bot's own calendar adds its shifts and its closing time. */
const steps = [
  { label: '10 minutes', ms: 10 * minuteMs },
  { label: '30 minutes', ms: 30 * minuteMs },
  { label: '1 hour', ms: 60 * minuteMs },
  { label: '4 hours', ms: 240 * minuteMs },
];

async function move(node, to) {
  const others = node.parentElement.querySelectorAll('button');
  for (const one of others) one.disabled = true;
  toast('The clock moves on, and the desk with it…');
  await attempt(() => call('/clock', { to }));
  for (const one of others) one.disabled = false;
  toast(`It is ${dayName(to)}, ${clockTime(to)}.`);
}

/** Where the clock can go: forward only. */
export function clockList() {
  const list = h('div', { class: 'row moments' });
  const root = h('div', {}, list);
  const choice = (key, label, to) => ({
    key,
    stamp: label,
    draw: () =>
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-place': key,
          onclick: ({ currentTarget }) => move(currentTarget, to()),
        },
        label,
      ),
  });
  const update = () => {
    const moments = calendar()?.moments ?? [];
    drawList(list, [
      ...moments.map(({ label, at }) => ({ ...choice(label, label, () => at), stamp: `${label} ${at}` })),
      ...steps.map(({ label, ms }) => choice(label, `+ ${label}`, () => scene.now + ms)),
    ]);
  };
  return { root, update };
}
