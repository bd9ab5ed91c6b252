import { goToMessage } from '../act.js';
import { all, person, seen, workspace } from '../scene.js';
import { toast, ui } from '../ui.js';

/** Person and place → how many messages there have called them since they looked. */
const waiting = new Map();
const keyOf = (user, place) => `${user} ${place}`;

export const pingsOf = (place) => waiting.get(keyOf(ui.as, place)) ?? 0;

/** Counts whom new messages call, as Slack's badge does, and tells the person of this window. */
export function hearPings(keys, whole) {
  if (whole) return;
  for (const key of keys) {
    const message = key.startsWith('slack/message/') ? seen(key) : undefined;
    if (!message || message.edited || heard.has(message.ts)) continue;
    heard.add(message.ts);
    for (const user of message.notified) {
      const place = keyOf(user, message.channel);
      waiting.set(place, (waiting.get(place) ?? 0) + 1);
    }
    if (message.notified.includes(ui.as)) tell(message);
  }
}
const heard = new Set();

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

/** Whoever looks at a place has seen what called them there. */
export function look(place) {
  waiting.delete(keyOf(ui.as, place));
}

/** What was there when the page opened is no news. */
export function ignoreOld() {
  for (const { seen: message } of all('slack/message/')) heard.add(message.ts);
}
