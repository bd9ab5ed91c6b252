import { attempt } from '../act.js';
import { h } from '../dom.js';
import { toast } from '../ui.js';
import { nextOf, town } from './residents.js';

/** Somebody in town does something on a network: in words from the town, or in one's own. */
export function happenings(on) {
  const id = (name) => `${on.network}-${name}`;
  const handles = town.residents.map(on.handleOf);
  const who = h(
    'select',
    { id: id('who') },
    town.residents.map(({ name }, index) =>
      h('option', { value: handles[index] }, `${name} (@${handles[index]})`),
    ),
  );
  const kind = h(
    'select',
    { id: id('kind'), onchange: () => suggest() },
    Object.entries(on.kinds).map(([value, label]) => h('option', { value }, label)),
  );
  const words = h('textarea', { id: id('words'), rows: 3 });
  const extra = h(
    'select',
    { id: id('extra') },
    Object.entries(on.extras).map(([value, [label]]) => h('option', { value }, label)),
  );
  const isPrivate = () => on.isPrivate(kind.value);
  const suggest = () => {
    extra.disabled = isPrivate();
    words.value = nextOf(isPrivate() ? town.private : town.says[kind.value]);
  };
  suggest();

  const say = async (event) => {
    event.preventDefault();
    const by = who.value;
    const text = words.value.trim();
    const done = await attempt(async () => {
      await on.join(by);
      return isPrivate() ? on.message(by, text, kind.value) : on.post(by, text, on.extras[extra.value][1]);
    });
    if (!done) return;
    on.show(isPrivate() ? 'messages' : 'mentions');
    suggest();
    extra.value = 'nothing';
    who.selectedIndex = (who.selectedIndex + 1) % who.options.length;
  };
  const button = (label, act) =>
    h('button', { type: 'button', class: 'button', onclick: () => attempt(act) }, label);
  const strangers = () => handles.filter((handle) => !on.isFollower(handle));

  async function follow(some) {
    if (some.length === 0) throw new Error('Everybody in town follows the library already.');
    for (const by of some) {
      await on.join(by);
      await on.follow(by);
    }
    on.show('followers');
  }

  /** A question, a thank-you and a new follower, from people who stand together in the list. */
  async function aFew() {
    for (const [at, says] of [town.says.question, town.says.thanks].entries()) {
      const by = handles[(who.selectedIndex + at) % handles.length];
      await on.join(by);
      await on.post(by, nextOf(says), {});
    }
    const [stranger] = strangers();
    if (stranger) await follow([stranger]);
    toast(`A question, a thank-you${stranger ? ' and a new follower' : ''}.`);
    on.show('mentions');
  }

  async function pileOn() {
    const post = on.newest();
    if (!post) throw new Error('The library has no post to answer.');
    for (const [index, by] of handles.slice(0, 12).entries()) {
      await on.join(by);
      await on.answer(by, post, town.flood[index]);
    }
    toast('Twelve people answered one post.');
    on.show('mentions');
  }

  return h(
    'form',
    { class: `happen of-${on.network}`, onsubmit: say },
    h('label', { for: id('who') }, 'Who'),
    who,
    h('label', { for: id('kind') }, 'What'),
    kind,
    h('label', { for: id('words') }, 'Words (yours, if you like)'),
    words,
    h('label', { for: id('extra') }, 'With'),
    extra,
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'submit', class: 'button primary' }, 'Let it happen'),
      h('button', { type: 'button', class: 'button', onclick: suggest }, 'Other words'),
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, 'Or'),
      h(
        'div',
        { class: 'row' },
        button('A few posts', aFew),
        button('They follow us', () => follow([who.value])),
        button('Eight follow us', () => follow(strangers().slice(0, 8))),
        button('Twelve answer one post', pileOn),
      ),
    ),
  );
}
