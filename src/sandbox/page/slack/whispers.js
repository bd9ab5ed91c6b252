import { attempt, slack } from '../act.js';
import { h } from '../dom.js';
import { all } from '../scene.js';

/** Slack shows an ephemeral message only in windows that are open when it comes: after a reload it is gone. */
let before;

export function ignoreWhispers() {
  before ??= new Set(all('slack/ephemeral/').map(({ key }) => key));
}

/** What only this person was shown in a channel, or in a thread of it, in this window. */
export function whispersIn(channel, user, thread) {
  return all('slack/ephemeral/')
    .filter(({ key, seen }) => {
      const isHere = seen.channel === channel && (seen.thread_ts ?? '') === thread;
      return isHere && seen.user === user && !before?.has(key);
    })
    .map((one) => ({ ...one, seen: { ...one.seen, ephemeral: true } }));
}

export function onlyYou({ ts }) {
  const dismiss = () => attempt(() => slack('dismiss', { ts }));
  return h(
    'p',
    { class: 'only-you' },
    h('span', {}, 'Only visible to you'),
    h('button', { type: 'button', 'data-place': 'dismiss', onclick: dismiss }, 'Dismiss'),
  );
}
