import type { Words } from './words.js';

/** What was done with a card, by whom; `{name}` is the colleague. One line for each action. */
export const historyWords = {
  'history.claim': '{name} took this',
  'history.take-over': '{name} took this over',
  'history.release': '{name} put this back',
  'history.release-by-desk': 'Back to everybody',
  'history.keep': '{name} is still on it',
  'history.pass': '{name} passed this on',
  'history.flag': "{name} flagged this: don't answer yet",
  'history.unflag': '{name} lifted the flag',
  'history.save-draft': '{name} wrote',
  'history.keep-words': '{name} wrote',
  'history.ask-review': '{name} asked for a check',
  'history.check': '{name} began to check',
  'history.send-back': '{name} sent the words back',
  'history.approve': '{name} pressed Send',
  'history.undo': '{name} pressed Undo',
  'history.lapse': 'It did not go out in its time',
  'history.begin': 'It went to X',
  'history.put-back': 'X asked us to wait',
  'history.publish': 'It is on X',
  'history.reject': 'X said no',
  'history.mark-unknown': 'X did not say what became of it',
  'history.not-found': 'It was not on our timeline',
  'history.hand-off': '{name} opened it in X',
  'history.timeline-checked': 'We looked at our timeline',
  'history.seen': 'The answer was seen on our timeline',
  'history.it-is-there': '{name} said that it is on X',
  'history.not-there': '{name} said that it is not on X',
  'history.another-act': '{first} wrote again',
  'history.edited': '{first} changed the post',
  'history.dismiss': '{name} closed this: no reply needed',
  'history.reopen': '{name} reopened this',
  'history.snooze': '{name} said: not now',
  'history.wake': '{name} brought this back',
  'history.wake-by-desk': 'Back after "not now"',
  'history.mute': '{name} muted this conversation',
  'history.start': '{name} began by /greet',
  'history.greeted': 'Greeted by our hello to everybody new',
  'history.delete-from-x': '{name} deleted the answer from X',
  'history.expire': 'Folded away',
  'history.withdraw': '{first} removed a post',
  'history.scrub': 'The words of others were removed here',
} as const satisfies Words;

/** Actions that earlier versions stored, and wrote in `words:` keys, under another name. */
const formerActions: Readonly<Record<string, string>> = {
  'lose-sight': 'mark-unknown',
  'look-in-vain': 'not-found',
  looked: 'timeline-checked',
};

/** The key of the text for an action in a card's history; the key of now where an earlier version stored the action. */
export const historyKey = (action: string): string => `history.${formerActions[action] ?? action}`;

/** A key of `words:` as it is called now. */
export const currentKey = (key: string): string =>
  key.startsWith('history.') ? historyKey(key.slice('history.'.length)) : key;

/** The words of a desk under the keys of now. Where a text stands under both names, the newer name wins. */
export const underCurrentKeys = (words: Words): Words => ({
  ...Object.fromEntries(Object.entries(words).map(([key, text]) => [currentKey(key), text])),
  ...words,
});
