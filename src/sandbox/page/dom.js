/** Makes an element. Properties that begin with `on` are listeners; false, null and undefined are left out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

const svgSpace = 'http://www.w3.org/2000/svg';
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(svgSpace, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Number.POSITIVE_INFINITY).filter((one) => one !== null && one !== undefined));
  return node;
}

/** Sets an attribute only when it changes, so that nothing is drawn again for nothing. */
export function set(node, name, value) {
  const wanted =
    value === false || value === null || value === undefined ? null : value === true ? '' : String(value);
  if (node.getAttribute(name) === wanted) return;
  if (wanted === null) node.removeAttribute(name);
  else node.setAttribute(name, wanted);
}

export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const drawn = new WeakMap();
const held = new Map();

/**
 * Brings the children of a node to these items, `{key, stamp, draw}` each, in their order. A child whose key and stamp
 * stay is only given to the item's `touch`; one with another stamp is drawn anew, and focus goes to the same place in it.
 * What is being pressed stays under the finger until it is let go.
 */
export function drawList(parent, items) {
  held.delete(parent);
  const before = drawn.get(parent) ?? new Map();
  const now = new Map();
  const kept = new Set(items.map(({ key }) => key));
  for (const [key, { node }] of before) if (!kept.has(key)) node.remove();
  let next = parent.firstChild;
  for (const { key, stamp, draw, touch } of items) {
    const known = before.get(key);
    let node = known?.node ?? draw();
    let as = stamp;
    if (known && known.stamp !== stamp) {
      if (node.matches(':active')) {
        held.set(parent, items);
        as = known.stamp;
      } else node = replace(node, draw());
    }
    if (next === known?.node || next === node) next = node.nextSibling;
    else parent.insertBefore(node, next);
    touch?.(node);
    now.set(key, { node, stamp: as });
  }
  drawn.set(parent, now);
}

// The press comes after this, and is still for what was pressed.
for (const release of ['pointerup', 'pointercancel', 'keyup']) {
  addEventListener(release, () => setTimeout(drawHeld));
}

function drawHeld() {
  for (const [parent, items] of [...held]) drawList(parent, items);
}

function replace(old, made) {
  const { activeElement } = document;
  const isItself = activeElement === old;
  const place = old.contains(activeElement) ? (activeElement.dataset.place ?? '') : undefined;
  old.replaceWith(made);
  if (place === undefined) return made;
  const same = place && !isItself ? made.querySelector(`[data-place="${CSS.escape(place)}"]`) : null;
  // No other button gets the focus where the item itself can have it: somebody may be about to press Enter.
  const other = made.matches('[tabindex]') ? made : made.querySelector('button, a, input, textarea, select');
  (same ?? other ?? made).focus({ preventScroll: true });
  return made;
}

/** Runs `work` once soon, however often it is asked for. */
export function together(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      work();
    });
  };
}
