import { attempt, slack } from '../act.js';

/** Slack tells the app of typing once the person pauses. */
const pauseMs = 250;

/** What is typed in the modal of this window and not told yet: place → words. */
const typed = new Map();
let timer;
let telling = Promise.resolve();

const placeOf = ({ id }, { block_id }, { action_id }) => `${id}|${block_id}|${action_id}`;

export const typedIn = (view, block, element) => typed.get(placeOf(view, block, element));

export function type(view, block, element, text) {
  typed.set(placeOf(view, block, element), text);
  clearTimeout(timer);
  timer = setTimeout(tell, pauseMs);
}

/** Tells the app whatever it has not heard, in the order in which it was typed. */
export function tell() {
  clearTimeout(timer);
  telling = telling.then(async () => {
    for (const [place, text] of [...typed]) {
      const [, block_id, action_id] = place.split('|');
      await attempt(() => slack('type', { block_id, action_id, text }));
      if (typed.get(place) === text) typed.delete(place);
    }
  });
  return telling;
}
