import { faceOf } from '../face.js';
import { isPhoto, photoOf } from '../photo.js';
import { all } from '../scene.js';

/** Nothing is fetched from elsewhere: a photo on X is drawn, and so is somebody's face; any other picture has a face of its own. */
export function drawnPicture(url = '') {
  if (isPhoto(url)) return photoOf(url);
  const [, id] = /profile_images\/(\d+)\//.exec(url) ?? [];
  const account = id ? all('x/account/').find(({ seen }) => seen.id === id)?.seen : undefined;
  return faceOf(account?.handle ?? url);
}
