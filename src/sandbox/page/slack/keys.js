/** Arrow keys move between the messages of a list, Home and End to the first and the last, as in Slack. */
export function moveByKeys(scroller) {
  scroller.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.closest('input, select, textarea, [role="menu"]')) return;
    const messages = [...scroller.querySelectorAll('.message')];
    const here = messages.indexOf(target.closest('.message'));
    const last = messages.length - 1;
    // Whoever comes from outside begins with the newest.
    const [up, down] = here < 0 ? [last, last] : [Math.max(0, here - 1), Math.min(last, here + 1)];
    const to = messages[{ ArrowUp: up, ArrowDown: down, Home: 0, End: last }[key]];
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

const sections = [
  '#sidebar',
  '.place-view .scroller:not([hidden])',
  '.place-view .composer:not([hidden])',
  '.thread-view:not([hidden])',
  '.modal',
  '#x',
  '#top',
];
const focusable = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** What can be reached by Tab in a part of the page, in its order. */
export const reachable = (part) =>
  [...part.querySelectorAll(focusable)].filter((one) => !one.disabled && one.tabIndex >= 0 && isThere(one));

const isThere = (node) => node.checkVisibility() && !node.closest('[inert]');

/** F6 goes to the next part of the page, with Shift to the one before, as in Slack; X is one of them. */
export function moveBySections() {
  addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const parts = sections
      .map((part) => document.querySelector(part))
      .filter((part) => part && isThere(part));
    const here = parts.findIndex((part) => part.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const part = parts.at((here < 0 ? 0 : here + step) % parts.length);
    (part.matches('[tabindex="0"]') ? part : reachable(part)[0])?.focus();
  });
}
