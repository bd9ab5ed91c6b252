/** What both sandboxes hold, as the feed tells it: key → `{seen, stamp}`; a new stamp with each change. */
const sights = new Map();
let stamps = 0;

export const scene = {
  now: 0,
  connected: false,
  /** Milliseconds of the last whole event; what stood then is no news. */
  wholeAt: 0,
};

/** Listens to the feed for as long as the page is open; `changed` hears the keys, and whether all is new. */
export function follow(changed) {
  const feed = new EventSource('/scene');
  feed.onmessage = ({ data }) => {
    const { now, changed: news, gone, whole } = JSON.parse(data);
    scene.connected = true;
    scene.now = now;
    if (whole) {
      sights.clear();
      scene.wholeAt = now;
    }
    for (const key of gone) sights.delete(key);
    for (const [key, seen] of Object.entries(news)) {
      stamps += 1;
      sights.set(key, { key, seen, stamp: stamps });
    }
    changed(Object.keys(news), whole === true);
  };
  feed.onerror = () => {
    scene.connected = false;
    changed([], false);
  };
}

export const seen = (key) => sights.get(key)?.seen;
export const stampOf = (key) => sights.get(key)?.stamp ?? 0;

/** Everything whose key begins so. */
export function all(prefix) {
  const found = [];
  for (const [key, sight] of sights) if (key.startsWith(prefix)) found.push(sight);
  return found;
}

export const person = (id) => seen(`slack/person/${id}`);
export const channel = (id) => seen(`slack/channel/${id}`);
export const file = (id) => seen(`slack/file/${id}`);
export const account = (handle) => seen(`x/account/${handle}`);
export const workspace = () => seen('slack/workspace');
export const ours = () => seen('x/settings')?.ours ?? '';
export const calendar = () => seen('world/calendar');

/** What stands in the place of a post that is not there; those who practise may have come by a link from before. */
export const noSuchPost = (network) =>
  seen('world/alone')
    ? `There is no such post. This ${network} begins anew each time that the desk starts: what was here before is gone.`
    : 'There is no such post.';

export const timeZone = () => calendar()?.timeZone;
const formats = new Map();
function format(options) {
  const key = JSON.stringify(options) + timeZone();
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat('en-GB', { timeZone: timeZone(), ...options }));
  return formats.get(key);
}

export const clockTime = (ms) => format({ hour: '2-digit', minute: '2-digit' }).format(ms);
export const dayName = (ms) => format({ weekday: 'short', day: 'numeric', month: 'short' }).format(ms);
export const dayKey = (ms) => format({ dateStyle: 'short' }).format(ms);

/** "now", "5 min", "3 h", "12 Nov". */
export function ago(ms) {
  const minutes = Math.floor((scene.now - ms) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return format({ day: 'numeric', month: 'short' }).format(ms);
}

/** Slack's `seconds.microseconds` in ms. */
export const msOf = (ts) => Number(ts) * 1000;
