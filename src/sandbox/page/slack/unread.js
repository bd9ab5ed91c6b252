import { goToMessage } from '../act.js';
import { all, person, seen, workspace } from '../scene.js';
import { toast, ui } from '../ui.js';

/** Channel → the messages that came since the page opened, oldest first. What stood there before is read. */
const arrived = new Map();
const heard = new Set();
/** Person and place → the ts up to which they have read there. */
const readTo = new Map();
const keyOf = (place) => `${ui.as} ${place}`;

/** What this window's person has not read at a place: nothing of their own, and nothing that was deleted. */
function unreadAt(place) {
  const read = readTo.get(keyOf(place)) ?? 0;
  const news = arrived.get(place) ?? [];
  const from = news.findLastIndex(({ ts }) => Number(ts) <= read) + 1;
  return news.slice(from).filter(({ key, user }) => user !== ui.as && seen(key));
}

/** How often a place calls this person: Slack's badge. */
export const pingsAt = (place) => unreadAt(place).filter(({ notified }) => notified.includes(ui.as)).length;

/** The ts of what is unread in a channel itself, oldest first. Replies in threads make no channel bold. */
export const newAt = (place) => unreadAt(place).flatMap(({ ts, inThread }) => (inThread ? [] : [ts]));

/** This window's person sees the end of a place. */
export function look(place) {
  const last = arrived.get(place)?.at(-1);
  if (last) readTo.set(keyOf(place), Number(last.ts));
}

/** Hears what is new, and tells the person of this window when it calls them. */
export function hearNews(keys, whole) {
  if (whole) return forgetOld();
  for (const key of keys) {
    const message = key.startsWith('slack/message/') ? seen(key) : undefined;
    if (!message || heard.has(message.ts)) continue;
    heard.add(message.ts);
    const { ts, channel, user, notified, thread_ts, broadcast } = message;
    if (!arrived.has(channel)) arrived.set(channel, []);
    arrived.get(channel).push({ key, ts, user, notified, inThread: Boolean(thread_ts) && !broadcast });
    if (notified.includes(ui.as)) tell(message);
  }
}

/** What was there when the page opened, or when all began again, is no news. */
function forgetOld() {
  for (const { seen: message } of all('slack/message/')) heard.add(message.ts);
}

function tell(message) {
  const { channel, ts, thread_ts, text, user } = message;
  const from = message.byApp ? workspace()?.app.name : person(user)?.realName;
  const said = text
    .replace(/<@(\w+)>/g, (_, id) => `@${person(id)?.realName.split(' ')[0] ?? id}`)
    .replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name]);
  toast(`${from}: ${said.length > 100 ? `${said.slice(0, 99)}…` : said}`, {
    kind: 'ping',
    open: () => goToMessage(channel, ts, thread_ts),
  });
}
