import { drawList, h, say, set } from '../dom.js';
import { face } from '../face.js';
import { all, calendar, clockTime, person, workspace } from '../scene.js';
import { go, ui } from '../ui.js';
import { newAt, pingsAt } from './unread.js';

/** Who you are, where you can go, and who is on shift. */
export function sidebar() {
  const team = h('p', { class: 'team' });
  const as = h('select', { id: 'as', onchange: () => go({ as: as.value }) });
  const me = h('span', { class: 'me' });
  const shift = h('p', { class: 'shift' });
  const places = h('ul', { class: 'places' });
  const root = h(
    'nav',
    { id: 'sidebar', 'aria-label': 'Places in Slack' },
    h(
      'div',
      { class: 'who-am-i' },
      team,
      h('label', { for: 'as' }, 'You act as'),
      h('div', { class: 'as' }, me, as),
      shift,
    ),
    places,
  );
  const update = () => {
    say(team, workspace()?.team.name ?? '');
    const people = all('slack/person/').filter(({ seen }) => !seen.deleted);
    drawList(
      as,
      people.map(({ seen, stamp }) => ({
        key: seen.id,
        stamp,
        draw: () => h('option', { value: seen.id }, seen.realName),
      })),
    );
    if (as.value !== ui.as) as.value = ui.as;
    const name = person(ui.as)?.realName ?? '';
    if (me.dataset.name !== name) {
      me.dataset.name = name;
      me.replaceChildren(face(name, { size: 32 }));
    }
    say(shift, shiftLine());
    shift.hidden = shift.textContent === '';
    drawList(places, placesOf().map(placeItem));
  };
  return { root, update };
}

function shiftLine() {
  const on = calendar()?.onShift;
  if (!on) return '';
  if (on.length === 0) return 'Nobody is on shift';
  return `On shift: ${on
    .map(
      ({ user, until }) =>
        `${(person(user)?.realName ?? user).split(' ')[0]}${until ? ` until ${clockTime(until)}` : ''}`,
    )
    .join(', ')}`;
}

/** Channels that this person is in, archived ones last, direct messages, and the app's home. */
export function placesOf() {
  const mine = all('slack/channel/')
    .map(({ seen }) => seen)
    .filter(({ members }) => members.includes(ui.as))
    .sort((a, b) => Number(a.archived) - Number(b.archived));
  const named = mine
    .filter(({ name }) => name)
    .map(({ id, name, kind, archived }) => ({
      at: id,
      sign: kind === 'private' ? '🔒' : '#',
      label: name,
      archived,
    }));
  const direct = mine
    .filter(({ kind }) => kind === 'im' || kind === 'mpim')
    .map((one) => ({ at: one.id, ...otherSide(one) }));
  const manifest = workspace()?.manifest;
  return [...named, ...direct, ...(manifest?.homeTab ? [{ at: 'home', label: 'Home', kind: 'app' }] : [])];
}

function otherSide({ members }) {
  const { app } = workspace() ?? {};
  const others = members.filter((id) => id !== ui.as);
  if (others.includes(app?.botUser)) return { label: app.name, kind: 'app' };
  const name = others.map((id) => person(id)?.realName ?? id).join(', ');
  return { label: name, face: name };
}

function placeItem({ at, sign, label, kind, archived, face: name }) {
  const isHere = ui.at === at;
  const pings = pingsAt(at);
  const isNew = newAt(at).length > 0 || pings > 0;
  return {
    key: at,
    stamp: `${label} ${isHere} ${isNew} ${pings} ${archived}`,
    draw: () => {
      const button = h(
        'button',
        {
          type: 'button',
          class: `place${isNew ? ' unread' : ''}${archived ? ' closed' : ''}`,
          'data-place': at,
          onclick: () => go({ at }),
        },
        sign
          ? h('span', { class: 'sign', 'aria-hidden': 'true' }, sign)
          : face(name ?? label, { size: 20, kind }),
        h('span', { class: 'label' }, label),
        archived ? h('small', {}, 'archived') : null,
        isNew && pings === 0 ? h('span', { class: 'aside' }, ' unread') : null,
        pings > 0
          ? h('span', { class: 'badge' }, String(pings), h('span', { class: 'aside' }, ' new'))
          : null,
      );
      set(button, 'aria-current', isHere ? 'page' : null);
      return h('li', {}, button);
    },
  };
}
