import { attempt, x } from '../act.js';
import { h } from '../dom.js';
import { photoOf } from '../photo.js';

const kinds = { photo: 'Photo', video: 'Film', animated_gif: 'GIF' };

/** The photos, films and the poll of a post. */
export function attached({ id, media = [], poll }) {
  return [media.map(medium), poll ? options(id, poll) : null];
}

function medium({ kind, alt, picture }) {
  const name = kinds[kind];
  return h(
    'figure',
    { class: 'medium' },
    h('img', { src: photoOf(picture), alt: alt || `${name} without a description`, width: 240, height: 160 }),
    kind === 'photo' ? null : h('figcaption', {}, name),
  );
}

/** Somebody in town presses an option: X says whether the poll is still open. */
function options(id, poll) {
  return h(
    'ul',
    { class: 'poll', 'aria-label': 'Poll' },
    poll.options.map(({ label, votes }, index) => {
      const vote = () => attempt(() => x('vote', { id, option: index + 1 }));
      return h(
        'li',
        {},
        h('button', { type: 'button', class: 'small', 'data-place': `vote ${index}`, onclick: vote }, label),
        h('span', { class: 'many' }, `${votes} ${votes === 1 ? 'vote' : 'votes'}`),
      );
    }),
  );
}
