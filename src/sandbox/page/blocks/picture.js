import { h } from '../dom.js';
import { faceOf } from '../face.js';
import { isPhoto, photoOf } from '../photo.js';
import { all, file, workspace } from '../scene.js';

/** Nothing is fetched from elsewhere: a photo on X is drawn, and so is somebody's face; any other picture has a face of its own. */
function drawnPicture(url = '') {
  if (isPhoto(url)) return photoOf(url);
  const [, id] = /profile_images\/(\d+)\//.exec(url) ?? [];
  const account = id ? all('x/account/').find(({ seen }) => seen.id === id)?.seen : undefined;
  return faceOf(account?.handle ?? url);
}

/** A picture of a block or element; where Slack can't load it, a broken one with what would say it. */
export function picture({ image_url: url, slack_file: named, alt_text: alt }, name, width, height = width) {
  if (named) return uploaded(file(named.id), alt, name, width);
  if (workspace()?.brokenImages?.includes(url)) return broken(alt, name);
  return h('img', { class: name, src: drawnPicture(url), alt, width, height });
}

/** A picture that the app uploaded, as high as it is. */
function uploaded(shown, alt, name, width) {
  return shown ? h('img', { class: name, src: shown.address, alt, width }) : broken(alt, name);
}

function broken(alt, name) {
  return h(
    'span',
    { class: `${name} broken`, role: 'img', 'aria-label': alt || 'Picture' },
    name === 'face' ? '▨' : `▨ ${alt}`,
  );
}
