import { accountOf } from '../model/accounts.js';
import type { DataObject } from '../model/cid.js';
import type { Sky } from '../model/state.js';

const name = /(?<=^|[\s(])@((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)/giu;

/** An address, without what ends a sentence. */
const link = /(?<=^|[\s(])https?:\/\/\S*[^\s.,;:!?)'"]/giu;

/** The names and links in a text as the app of Bluesky marks them, in bytes of UTF-8. Names of nobody stay words. */
export function facetsIn(sky: Sky, text: string): readonly DataObject[] {
  const bytesTo = (at: number) => Buffer.byteLength(text.slice(0, at));
  const facet = (start: number, length: number, feature: DataObject): DataObject => ({
    index: { byteStart: bytesTo(start), byteEnd: bytesTo(start + length) },
    features: [feature],
  });
  const names = [...text.matchAll(name)].flatMap(({ 0: whole, 1: handle = '', index }) => {
    const did = accountOf(sky, handle)?.did;
    return did ? [facet(index, whole.length, { $type: 'app.bsky.richtext.facet#mention', did })] : [];
  });
  const links = [...text.matchAll(link)].map(({ 0: uri, index }) =>
    facet(index, uri.length, { $type: 'app.bsky.richtext.facet#link', uri }),
  );
  return [...names, ...links];
}
