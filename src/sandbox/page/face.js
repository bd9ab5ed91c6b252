import { h } from './dom.js';

// Faces are drawn from a name's letters: the same name has the same face everywhere, and nothing is fetched.
const skins = ['#f6d3b8', '#e8b48c', '#c98d63', '#9c6542', '#7a4a30', '#f1c7a6'];
const hairs = ['#2b2320', '#5a3a22', '#8a5a2b', '#c79a4b', '#a33d2b', '#6f6f78', '#d9d4cc'];
const shirts = ['#0f766e', '#9a3412', '#1d4ed8', '#7c3aed', '#be185d', '#4d7c0f', '#b45309', '#334155'];
const grounds = ['#dbeafe', '#fde68a', '#dcfce7', '#fee2e2', '#ede9fe', '#cffafe', '#fef3c7', '#e2e8f0'];

const styles = [
  '<path d="M18 27c0-12 28-12 28 0l-3-5c-6 2-16 2-22 0z"/>',
  '<path d="M17 40V26c0-14 30-14 30 0v14h-5V27c-8 1-15-1-18-4-1 3-2 5-2 7v10z"/>',
  '<path d="M19 28c-3-16 29-18 27 0 0-4-5-8-9-8-6 3-14 1-18 8z"/>',
  '<circle cx="32" cy="13" r="6"/><path d="M18 28c0-13 28-13 28 0-4-6-24-6-28 0z"/>',
  '<path d="M18 29c-2-8 3-15 14-15s16 7 14 15c-1-4-3-6-5-7-5 2-13 2-18 0-2 1-4 3-5 7z"/><circle cx="19" cy="31" r="5"/><circle cx="45" cy="31" r="5"/>',
  '<path d="M18 34c-3-22 31-22 28 0l-3-9c-7 1-15 0-19-4-1 3-3 5-4 6z"/>',
];

function numberOf(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return hash;
}

const made = new Map();

/** The address of a drawn face. */
export function faceOf(name) {
  const known = made.get(name);
  if (known) return known;
  let rest = numberOf(name);
  const pick = (list) => {
    const [one] = list.slice(rest % list.length);
    rest = Math.floor(rest / list.length) + 7;
    return one;
  };
  const [ground, shirt, skin, hair, style] = [grounds, shirts, skins, hairs, styles].map(pick);
  const glasses =
    rest % 3 === 0
      ? '<g fill="none" stroke="#1f2937" stroke-width="1.4"><circle cx="27" cy="32" r="4"/><circle cx="37" cy="32" r="4"/><path d="M31 32h2"/></g>'
      : '';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/><path d="M10 64c1-13 10-17 22-17s21 4 22 17z" fill="${shirt}"/><path d="M27 42h10v8a5 5 0 0 1-10 0z" fill="${skin}"/><ellipse cx="32" cy="32" rx="12" ry="14" fill="${skin}"/><g fill="${hair}">${style}</g><circle cx="27" cy="32" r="1.5" fill="#1f2937"/><circle cx="37" cy="32" r="1.5" fill="#1f2937"/><path d="M28 39q4 3 8 0" fill="none" stroke="#7f1d1d" stroke-width="1.5" stroke-linecap="round"/>${glasses}</svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  made.set(name, address);
  return address;
}

const building = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#134e4a"/><path d="M12 26 32 13l20 13v3H12zM16 32h5v15h-5zM29.5 32h5v15h-5zM43 32h5v15h-5zM12 49h40v4H12z" fill="#fef3c7"/></svg>')}`;
const desk = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#b45309"/><path d="M15 20h34a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H33l-10 9v-9h-8a3 3 0 0 1-3-3V23a3 3 0 0 1 3-3z" fill="#fff7ed"/><path d="M20 28h24M20 34h15" stroke="#b45309" stroke-width="3" stroke-linecap="round"/></svg>')}`;

/** A picture beside a name; decoration, since the name stands there. */
export function face(name, { size = 36, kind } = {}) {
  const src = kind === 'library' ? building : kind === 'app' ? desk : faceOf(name);
  return h('img', { class: 'face', src, alt: '', width: size, height: size });
}
