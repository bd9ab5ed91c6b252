import { faceOf } from '../face.js';
import { all } from '../scene.js';

/** Nothing is fetched from elsewhere: somebody's picture is their drawn face, any other one a face of its own. */
export function faceOfPicture(url = '') {
  const [, id] = /profile_images\/(\d+)\//.exec(url) ?? [];
  const account = id ? all('x/account/').find(({ seen }) => seen.id === id)?.seen : undefined;
  return faceOf(account?.handle ?? url);
}
