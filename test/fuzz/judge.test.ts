import { describe, expect, it } from 'vitest';
import { faultsOf, type Screen } from './judge.js';

const saying = (...elements: readonly unknown[]) => ({
  text: 'Maya wrote',
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});
const words = (text: string) => saying({ type: 'text', text });
const marked = (text: string) => ({
  text: 'Maya wrote',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
});
const aloud = (text: string) => ({ ...words('Maya wrote'), text });

const kindsIn = (shown: unknown, more: Partial<Screen> = {}) => [
  ...new Set(faultsOf({ name: 'a card', shown, ...more }).map(({ kind }) => kind)),
];

describe('the judge finds', () => {
  it.each([
    ['a broadcast', saying({ type: 'broadcast', range: 'channel' })],
    ['a person who is not to be named', saying({ type: 'user', user_id: 'U0BEN0002' })],
    ['a user group', saying({ type: 'usergroup', usergroup_id: 'S0LIBRARY' })],
    ['<!channel> in mrkdwn', marked('hello <!channel>')],
    ['<!subteam^S1|x> in mrkdwn', marked('<!subteam^S1|x>')],
    ['<@U…> in the fallback', aloud('<@U0BEN0002> wrote')],
    ['<!here> in the fallback', aloud('a <!here|here>')],
  ])('a ping: %s', (_, shown) => {
    expect(kindsIn(shown)).toContain('pings');
  });

  it.each([
    ['another host', saying({ type: 'link', url: 'https://evil.example/', text: 'X' })],
    ['a host that begins like ours', saying({ type: 'link', url: 'https://x.com.evil.example/', text: 'X' })],
    ['a user name that looks like our host', saying({ type: 'link', url: 'https://x.com@evil.example/' })],
    ['a script', saying({ type: 'link', url: 'javascript:alert(1)' })],
    ['a link in mrkdwn', marked('<https://evil.example|X>')],
    ['a bare address in mrkdwn', marked('closed today.It')],
    ['a link in the fallback', aloud('<https://evil.example|X>')],
    ['a bare address in a message without blocks', { text: 'see www.evil.example' }],
    ['a channel', marked('<#C0XDESK01>')],
    [
      'a picture',
      { text: 'a', blocks: [{ type: 'image', image_url: 'https://evil.example/a.png', alt_text: 'a' }] },
    ],
  ])('a foreign link: %s', (_, shown) => {
    expect(kindsIn(shown)).toContain('foreign links');
  });

  it.each([
    ['an empty text', words('')],
    ['half a character', words('a \ud83d')],
    ['a fallback of 4,001 characters', aloud('a'.repeat(4001))],
    ['no fallback', aloud('')],
    ['blocks of 11,001 characters', words('a'.repeat(11_001))],
  ])('what Slack refuses: %s', (_, shown) => {
    expect(kindsIn(shown)).toContain('refused messages');
  });

  it.each(['*a* and *b*', '_a_', '~a~', '`a`', ':tada:', '&gt; a'])('what Slack would format: %s', (text) => {
    expect(kindsIn(marked(text))).toContain('formats');
  });

  it('words that are not there, or not aloud', () => {
    expect(kindsIn(words('Maya…'), { says: ['Maya Ortiz'] })).toEqual(['lost']);
    expect(kindsIn(aloud('From &lt;…'), { spoken: ['<Maya>'] })).toEqual(['lost']);
  });
});

describe('the judge lets stand', () => {
  it.each([
    ['what somebody wrote in rich text', words('<!channel> <https://evil.example|X> today.It @here')],
    ['it in a fallback where blocks are shown', aloud('&lt;!channel&gt; https://evil.example')],
    ['a post on X', saying({ type: 'link', url: 'https://x.com/i/status/17', text: 'View' })],
    [
      'a link that X shortened',
      saying({ type: 'link', url: 'https://t.co/AbCdEf1234', text: 'evil.example' }),
    ],
  ])('%s', (_, shown) => {
    expect(kindsIn(shown)).toEqual([]);
  });

  it('a name in bold, and what mrkdwn shows as it is written', () => {
    const text = '✅ *Maya* · ∗so∗ my_own_words at 10:44 · <https://x.com/i/status/17|View>';
    expect(kindsIn(marked(text))).toEqual([]);
  });

  it('an address in mrkdwn of which Slack makes no link', () => {
    const text = { type: 'mrkdwn', text: 'closed today.It', verbatim: true };
    expect(kindsIn({ text: 'a', blocks: [{ type: 'section', text }] })).toEqual([]);
  });

  it('the colleague whom a line names, and only there', () => {
    const line = { ...saying({ type: 'user', user_id: 'U0ANA0001' }), text: '<@U0ANA0001> look' };
    expect(kindsIn(line, { names: ['U0ANA0001'] })).toEqual([]);
    expect(kindsIn(line)).toEqual(['pings']);
  });

  it('words whose letters Slack shows in another shape', () => {
    expect(kindsIn(words('e\u0301te\u0301 \u202eMaya'), { says: ['été Maya'] })).toEqual([]);
  });
});
