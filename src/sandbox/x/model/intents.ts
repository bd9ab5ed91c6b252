import { follow } from './follow.js';
import { messageDetail, messageInPerson, postDetail, postInPerson } from './in-person.js';
import { accountByHandle, isBlocking } from './people.js';
import type { Account, X } from './state.js';

/** What a Web Intent link offers a person to do. https://docs.x.com/x-for-websites/web-intents/overview */
export type Intent =
  | { readonly kind: 'post'; readonly text: string; readonly replyTo?: string }
  | { readonly kind: 'follow'; readonly whom: string }
  | { readonly kind: 'message'; readonly to: string; readonly text: string };

const paths = ['/intent/tweet', '/intent/post', '/intent/follow', '/messages/compose'];

/** Throws an Error that says what is wrong with the link. */
export function readIntent(link: string): Intent {
  if (!URL.canParse(link, 'https://x.com')) throw new Error(`'${link}' is no address.`);
  const { pathname, searchParams: params } = new URL(link, 'https://x.com');
  const text = params.get('text') ?? '';
  switch (pathname) {
    case '/intent/tweet':
    case '/intent/post': {
      const replyTo = params.get('in_reply_to');
      const tags =
        params
          .get('hashtags')
          ?.split(',')
          .map((tag) => `#${tag}`) ?? [];
      const via = params.get('via');
      const words = [text, params.get('url') ?? '', ...tags, via ? `via @${via}` : '']
        .filter(Boolean)
        .join(' ');
      return { kind: 'post', text: words, ...(replyTo !== null && { replyTo }) };
    }
    case '/intent/follow': {
      const whom = params.get('user_id') ?? params.get('screen_name');
      if (!whom) throw new Error('/intent/follow needs user_id or screen_name.');
      return { kind: 'follow', whom };
    }
    case '/messages/compose': {
      const to = params.get('recipient_id');
      if (!to) throw new Error('/messages/compose needs recipient_id.');
      return { kind: 'message', to, text };
    }
    default:
      throw new Error(`${pathname} is no intent. There are ${paths.join(', ')}.`);
  }
}

/** The account that a browser is signed in to; undefined when it is signed in to none. */
export function signedIn(x: X, browser: string): Account | undefined {
  const account = x.state.accounts[x.state.browsers[browser] ?? ''];
  return account?.status === 'active' ? account : undefined;
}

/** Presses the button on an intent page. `text` is the offered text as the person has changed it. */
export function pressIntent(x: X, browser: string, link: string, text?: string): { id: string } {
  const intent = readIntent(link);
  const account = signedIn(x, browser);
  if (!account) throw new Error(`Nobody is signed in to X in the browser '${browser}'.`);
  const more = { browser, url: link };
  switch (intent.kind) {
    case 'post': {
      const written = text ?? intent.text;
      const post = postInPerson(x, account, {
        written,
        ...(intent.replyTo !== undefined && { replyTo: intent.replyTo }),
      });
      x.world.journal.write('x', 'intent', { ...more, ...postDetail(x, post) });
      return { id: post.id };
    }
    case 'follow': {
      const whom = x.state.accounts[intent.whom] ?? accountByHandle(x, intent.whom);
      if (whom?.status !== 'active' || whom.id === account.id || isBlocking(x, whom.id, account.id)) {
        throw new Error(`@${account.handle} cannot follow '${intent.whom}'.`);
      }
      const { pending } = follow(x, account, whom);
      x.world.journal.write('x', 'intent', { ...more, by: account.handle, whom: whom.handle, pending });
      return { id: whom.id };
    }
    case 'message': {
      const recipient = x.state.accounts[intent.to];
      if (!recipient) throw new Error(`There is no account ${intent.to}.`);
      const message = messageInPerson(x, account, [recipient], text ?? intent.text);
      x.world.journal.write('x', 'intent', { ...more, ...messageDetail(account, [recipient], message) });
      return { id: message.id };
    }
  }
}
