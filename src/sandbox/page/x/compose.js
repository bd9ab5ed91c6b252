import { attempt, x } from '../act.js';
import { h } from '../dom.js';
import { account, ours, person, seen } from '../scene.js';
import { go, toast, ui } from '../ui.js';
import { head, linked, personFace } from './post.js';

/** What a link to X's composer asks for. */
function read(link) {
  const { pathname, searchParams } = new URL(link, 'https://x.com');
  return {
    kind: pathname.includes('follow') ? 'follow' : pathname.includes('messages') ? 'message' : 'post',
    text: searchParams.get('text') ?? '',
    to: searchParams.get('in_reply_to') ?? '',
    whom: searchParams.get('screen_name') ?? searchParams.get('user_id') ?? '',
  };
}

/** X's own page in this person's browser, as the link that was pressed opens it. */
export function drawCompose(link) {
  const intent = read(link);
  const browser = ui.as;
  const signedIn = seen(`x/browser/${browser}`);
  const name = person(browser)?.realName.split(' ')[0] ?? browser;
  const target = seen(`x/post/${intent.to}`);
  const count = h('span', { class: 'count' });
  const box = h('textarea', {
    rows: 6,
    'aria-label': 'Your post',
    'data-place': 'compose',
    value: intent.text,
  });
  const weigh = () => {
    const left = 280 - [...box.value].length;
    count.textContent = `${left} left`;
    count.classList.toggle('over', left < 0);
  };
  box.addEventListener('input', weigh);
  weigh();
  const send = async (event) => {
    event.preventDefault();
    const args = { browser, url: link, ...(intent.kind !== 'follow' && { text: box.value }) };
    const done = await attempt(() => x('intent', args));
    if (!done) return;
    toast(intent.kind === 'post' ? 'Posted on X.' : 'Done on X.');
    go(intent.kind === 'post' ? { intent: '', post: '', x: 'posts' } : { intent: '', post: '' });
  };
  return h(
    'form',
    { class: 'compose', onsubmit: send, 'aria-labelledby': 'compose-title' },
    h(
      'h3',
      { id: 'compose-title' },
      { post: target ? 'Reply' : 'New post', follow: 'Follow', message: 'Private message' }[intent.kind],
    ),
    signIn(browser, name, signedIn),
    target
      ? h(
          'div',
          { class: 'target' },
          personFace(target.by, 32),
          h('div', {}, head(target.by, target.created_at), h('p', { class: 'text' }, linked(target.text))),
        )
      : null,
    intent.kind === 'follow' ? h('p', {}, `Follow ${intent.whom}`) : box,
    h(
      'div',
      { class: 'compose-row' },
      intent.kind === 'follow' ? null : count,
      h('button', { type: 'button', class: 'button', onclick: () => go({ intent: '' }) }, 'Not now'),
      h(
        'button',
        { type: 'submit', class: 'button primary' },
        { post: target ? 'Reply' : 'Post', follow: 'Follow', message: 'Send' }[intent.kind],
      ),
    ),
  );
}

function signIn(browser, name, handle) {
  const as = handle ? account(handle)?.name : undefined;
  const change = () => attempt(() => x('signIn', handle ? { browser } : { browser, as: ours() }));
  return h(
    'p',
    { class: `signed-in${handle ? '' : ' nobody'}` },
    handle ? personFace(handle, 24) : null,
    h('span', {}, handle ? `Signed in as ${as}` : `Nobody is signed in to X in ${name}’s browser.`),
    h(
      'button',
      { type: 'button', class: 'small', 'data-place': 'sign in', onclick: change },
      handle ? 'Sign out' : `Sign in as @${ours()}`,
    ),
  );
}
