import { attempt, x } from '../act.js';
import { h, say } from '../dom.js';
import { all, seen } from '../scene.js';
import { go, ui } from '../ui.js';
import { join } from '../x/town.js';

const doneKey = 'greeting-desk-tour';
const skipped = () => localStorage.getItem(doneKey) === 'yes';

/**
 * A few steps through what the page can do, told by whoever runs the bot: `{title, says, button?, does?, until?, look?}`.
 * `until` is what has to be seen: a key's beginning (`ME` is this window's person), and words in it.
 */
export function tour(root) {
  const title = h('h2', {});
  const text = h('p', {});
  const where = h('span', { class: 'tour-where' });
  const next = h('button', { type: 'button', class: 'button primary', onclick: press });
  const skip = h('button', { type: 'button', class: 'button', onclick: end }, 'Skip the tour');
  root.append(title, text, h('div', { class: 'row' }, next, skip, where));
  let at = skipped() ? -1 : 0;
  let before = new Set();

  const steps = () => seen('world/tour') ?? [];
  const enter = (index) => {
    at = index;
    before = new Set(found(steps()[index]));
    const { look } = steps()[index] ?? {};
    if (look) go(look);
    update();
  };

  async function press() {
    const { does } = steps()[at];
    if (!does) return at + 1 < steps().length ? enter(at + 1) : end();
    next.disabled = true;
    await attempt(async () => {
      for (const { act, ...args } of does) {
        if (args.by) await join(args.by);
        await x(act, args);
      }
    });
    next.disabled = false;
  }

  function end() {
    localStorage.setItem(doneKey, 'yes');
    at = -1;
    update();
  }

  function update() {
    const step = steps()[at];
    root.hidden = !step;
    if (!step) return;
    if (step.until && found(step).some((key) => !before.has(key)) && at + 1 < steps().length)
      return enter(at + 1);
    say(title, step.title);
    say(text, step.says);
    say(next, step.button ?? (at + 1 < steps().length ? 'Next' : 'Done'));
    next.hidden = step.until !== undefined && !step.does;
    say(where, `${at + 1} of ${steps().length}`);
  }

  return { update, start: () => enter(0) };
}

/** What is there that the step waits for; with its stamp, so that a change of what was there counts. */
function found({ until } = {}) {
  if (!until) return [];
  const prefix = until.key.replace('ME', ui.as);
  return all(prefix)
    .filter(({ seen: one }) => {
      const said = JSON.stringify(one);
      return until.words.every((word) => said.includes(word));
    })
    .map(({ key }) => key);
}
