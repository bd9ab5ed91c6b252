// Photos are drawn from their address, like faces: a shelf of books, the same for the same address. Nothing is fetched.
const walls = ['#fde68a', '#dbeafe', '#fce7f3', '#dcfce7', '#ede9fe', '#ffedd5'];
const covers = [
  '#0f766e',
  '#9a3412',
  '#1d4ed8',
  '#7c3aed',
  '#be185d',
  '#4d7c0f',
  '#b45309',
  '#334155',
  '#b91c1c',
];
const films = '<circle cx="60" cy="40" r="15" fill="#111827b0"/><path d="M55 32v16l14-8z" fill="#fff"/>';

const addresses = /^https:\/\/pbs\.twimg\.com\/(media|ext_tw_video_thumb|tweet_video_thumb)\//;

/** A photo on Bluesky, by the name of its bytes: it has several sizes, and is the same in each. */
const inSizes = /^https:\/\/cdn\.bsky\.app\/img\/feed_\w+\/plain\/[^/]+\/(\w+)/;

/** Whether an address is that of a photo on X or Bluesky, or of a film's first picture. */
export const isPhoto = (url) => addresses.test(url) || inSizes.test(url);

/** The address of a drawn photo, 3 to 2; that of a film has a mark to play it. */
export function photoOf(url) {
  let rest = 7;
  for (const letter of inSizes.exec(url)?.[1] ?? url) rest = (rest * 31 + letter.codePointAt(0)) % 1_000_003;
  const next = (many) => {
    rest = (rest * 7919 + 13) % 1_000_003;
    return rest % many;
  };
  const wall = walls[next(walls.length)];
  const books = [];
  for (let at = 12; at < 104; ) {
    const width = 6 + next(7);
    const height = 28 + next(24);
    const cover = covers[next(covers.length)];
    books.push(
      `<rect x="${at}" y="${66 - height}" width="${width}" height="${height}" rx="1" fill="${cover}"/>`,
    );
    at += width + 1;
  }
  const mark = /video_thumb\//.test(url) ? films : '';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><rect width="120" height="80" fill="${wall}"/>${books.join('')}<rect x="6" y="66" width="108" height="5" fill="#78350f"/>${mark}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
