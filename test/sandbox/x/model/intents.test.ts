import { describe, expect, test } from 'vitest';
import { built, library, useX } from '../build.js';

useX();

const timeline = () => built.act('timeline', { handle: library.handle }).posts as Record<string, unknown>[];
const link = (path: string, query: Record<string, string>) =>
  `https://x.com${path}?${new URLSearchParams(query)}`;

describe('pressing the button on an intent page', () => {
  test('posts the answer as the account signed in, whoever that is', async () => {
    built.person('sam');
    const said = built.post('sam', 'Finally finished Middlemarch');
    built.act('signIn', { browser: 'U1', as: library.handle });
    const url = link('/intent/tweet', { in_reply_to: said, text: 'Well done, what is next?' });
    const { id } = built.act('intent', { browser: 'U1', url });
    expect(timeline()[0]).toMatchObject({
      id,
      in_reply_to: said,
      text: 'Well done, what is next?',
      via: 'x',
    });
    expect(built.journal('intent')).toMatchObject([
      { browser: 'U1', url, by: library.handle, id, in_reply_to: said },
    ]);
    built.person('private_ana');
    built.act('signIn', { browser: 'U2', as: 'private_ana' });
    built.act('intent', { browser: 'U2', url });
    expect(timeline()).toHaveLength(4);
    expect(built.journal('intent')[1]).toMatchObject({ by: 'private_ana' });
  });

  test('does nothing when nobody is signed in', () => {
    const url = link('/intent/tweet', { text: 'hello' });
    expect(() => built.act('intent', { browser: 'U1', url })).toThrow('Nobody is signed in');
    built.act('signIn', { browser: 'U1', as: library.handle });
    built.act('signIn', { browser: 'U1' });
    expect(() => built.act('intent', { browser: 'U1', url })).toThrow('Nobody is signed in');
    expect(built.journal('intent')).toMatchObject([{ refused: expect.any(String) }, {}]);
  });

  test('takes the words as the person changed them, and X’s own rules hold', () => {
    built.act('signIn', { browser: 'U1', as: library.handle });
    const url = link('/intent/post', { text: 'hello' });
    built.act('intent', { browser: 'U1', url, text: 'Good morning' });
    expect(timeline()[0]?.text).toBe('Good morning');
    expect(() => built.act('intent', { browser: 'U1', url, text: 'Good morning' })).toThrow('duplicate');
    expect(() => built.act('intent', { browser: 'U1', url, text: 'a'.repeat(281) })).toThrow('too long');
  });

  test('follows, and writes privately', () => {
    const maya = built.person('maya_reads', { messagesFrom: 'everyone' });
    built.act('signIn', { browser: 'U1', as: library.handle });
    built.act('intent', { browser: 'U1', url: link('/intent/follow', { user_id: maya }) });
    expect(built.act('account', { handle: library.handle }).following).toEqual(['maya_reads']);
    const url = link('/messages/compose', { recipient_id: maya, text: 'hello' });
    built.act('intent', { browser: 'U1', url });
    expect(built.act('messages', { handle: 'maya_reads' }).messages).toMatchObject([{ text: 'hello' }]);
  });

  test('is refused for a link that is none of X’s', () => {
    built.act('signIn', { browser: 'U1', as: library.handle });
    expect(() => built.act('intent', { browser: 'U1', url: 'https://x.com/home' })).toThrow(
      '/home is no intent',
    );
  });
});

describe('the page itself', () => {
  test('shows the words and who is signed in, lets one switch, and posts', async () => {
    built.person('sam');
    const said = built.post('sam', 'Finally finished <Middlemarch>');
    const query = new URLSearchParams({ in_reply_to: said, text: 'Well "done"', browser: 'Ana' });
    const url = `${built.x.url}/intent/tweet?${query}`;
    const shown = await (await fetch(url)).text();
    expect(shown).toContain('Signed in as nobody');
    expect(shown).toContain('Finally finished &lt;Middlemarch&gt;');
    expect(shown).toContain('Well &quot;done&quot;');
    const press = (form: Record<string, string>) =>
      fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    expect((await press({ text: 'Well done' })).status).toBe(403);
    expect(await (await press({ as: library.handle })).text()).toContain('Signed in as @centrallibrary');
    expect((await press({ text: 'Well done' })).status).toBe(200);
    expect(timeline()[0]).toMatchObject({ text: 'Well done', in_reply_to: said });
  });

  test('that does not exist is a 404', async () => {
    expect((await fetch(`${built.x.url}/home`)).status).toBe(404);
  });
});
