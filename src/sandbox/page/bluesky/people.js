import { attempt, bluesky } from '../act.js';
import { h } from '../dom.js';
import { seen, stampOf } from '../scene.js';
import { act, nameLink, personFace } from './post.js';
import { account, follows, nameOf, ours } from './sights.js';

/** One of a list of people: who they are, and how they and the library stand to each other. */
export const personItem = (handle) => ({
  key: `@${handle}`,
  stamp: [
    `account/${handle}`,
    `follow/${handle}/${ours()}`,
    `follow/${ours()}/${handle}`,
    `block/${handle}/${ours()}`,
    `block/${ours()}/${handle}`,
  ]
    .map((key) => stampOf(`bluesky/${key}`))
    .join(' '),
  draw: () => drawPerson(handle),
});

function drawPerson(handle) {
  const { description, status } = account(handle) ?? {};
  const isBlocking = seen(`bluesky/block/${handle}/${ours()}`);
  const does = (name) => () => attempt(() => bluesky(name, { by: handle }));
  const name = nameOf(handle);
  const bonds = [
    follows(ours(), handle) && 'Followed by the library',
    isBlocking && 'Blocks the library',
    seen(`bluesky/block/${ours()}/${handle}`) && 'Blocked by the library',
    status && status !== 'active' && status,
  ].filter(Boolean);
  return h(
    'li',
    { class: 'follower' },
    personFace(handle, 42),
    h(
      'div',
      { class: 'post-body' },
      h('p', { class: 'who' }, nameLink(handle), h('span', { class: 'handle' }, `@${handle}`)),
      description ? h('p', { class: 'text' }, description) : null,
      bonds.length > 0
        ? h(
            'p',
            { class: 'bonds' },
            bonds.map((bond) => h('span', { class: 'bond' }, bond)),
          )
        : null,
    ),
    handle === ours()
      ? null
      : h(
          'div',
          { class: 'person-acts' },
          follows(handle, ours())
            ? act('Unfollow', `Unfollow as ${name}`, does('unfollow'))
            : act('Follow', `Follow as ${name}`, does('follow')),
          isBlocking
            ? act('Unblock', `Unblock as ${name}`, does('unblock'))
            : act('Block', `Block as ${name}`, does('block')),
        ),
  );
}
