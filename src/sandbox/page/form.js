import { attempt } from './act.js';
import { h, say } from './dom.js';

/**
 * A small form in an area that has none; another press takes it away. It goes once the network has taken the words.
 * `most` is how many characters, as people count them, a post may have.
 */
export function form(area, { label, text, button, send, before, most }) {
  if (area.firstChild) return area.replaceChildren();
  const box = h('textarea', { rows: 2, 'aria-label': label, value: text });
  const submit = async (event) => {
    event.preventDefault();
    if (await attempt(() => send(box.value))) area.replaceChildren();
  };
  area.append(
    h(
      'form',
      { class: 'post-form', onsubmit: submit },
      before ?? null,
      box,
      h(
        'div',
        { class: 'form-row' },
        h('button', { type: 'submit', class: 'button primary' }, button),
        most ? counter(box, most) : null,
      ),
    ),
  );
  box.focus();
}

const segments = new Intl.Segmenter();

/** How many characters are left. */
function counter(box, most) {
  const count = h('span', { class: 'count' });
  const weigh = () => {
    const left = most - [...segments.segment(box.value)].length;
    say(count, String(left));
    count.classList.toggle('over', left < 0);
  };
  box.addEventListener('input', weigh);
  weigh();
  return count;
}
