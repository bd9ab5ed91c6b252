import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Page as DemoPage, startPage } from '../../scripts/demo/page.js';
import { reportMessage } from '../../scripts/demo/report-message.js';
import { ben, carla } from '../e2e/desk.js';
import { sees, seesNoMore, useBrowser, type Visitor, visit } from './browser.js';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let demo: DemoPage;
beforeAll(async () => {
  const redisUrl = process.env.REDIS_URL;
  if (!redisUrl) throw new Error('REDIS_URL is not set. Run the tests by npm test, which starts a Redis.');
  const polls = { pollMentionsMs: 500, pollFollowersMs: 500, pollOwnPostsMs: 500, pollPrivateMs: 61_000 };
  const timings = { ...polls, writeDeadlineMs: 1_000, settleLooksMs: [1_000, 3_000, 30_000, 120_000] };
  demo = await startPage({ redisUrl, prefix: `test-${randomUUID()}`, timings, port: 0 });
});
afterAll(() => demo?.close());
useBrowser();

let visitor: Visitor;
beforeAll(async () => {
  visitor = await visit(demo, { tour: true });
});

const open = (name: string) => visitor.page.getByRole('banner').getByRole('button', { name }).click();
const published = (text: string) =>
  demo.sandbox.journal
    .read()
    .filter((entry) => entry.kind === 'POST /2/tweets' && String(entry.text).includes(text));

it('the tour takes a visitor from a question to an answer on X, and can be left', async () => {
  const tour = visitor.page.getByRole('complementary', { name: 'Tour' });
  await sees(tour);
  await visitor.isAccessible('the tour');
  await tour.getByRole('button', { name: 'Next' }).click();
  await tour.getByRole('button', { name: 'Let Maya ask' }).click();
  await sees(tour.getByRole('heading', { name: 'Take it' }));
  await visitor.press('Maya Ortiz', 'Answer');
  await sees(tour.getByRole('heading', { name: 'Say it in your words' }));
  await visitor.type('yes: 40 at Central.');
  await visitor.modal.getByRole('button', { name: 'Send', exact: true }).click();
  await sees(tour.getByRole('heading', { name: 'Ten seconds' }));
  demo.sandbox.clock.advance(11_000);
  await sees(tour.getByRole('heading', { name: 'It is on X' }));
  await sees(visitor.x.getByText('Hi Maya, yes: 40 at Central. ^AK'));
  await visitor.modal.getByRole('button', { name: 'Done' }).click();
  await tour.getByRole('button', { name: 'Skip the tour' }).click();
  await seesNoMore(tour);
});

it('a lead reads three months with their charts, each of which says in words what it shows', async () => {
  const lead = await visit(demo, { as: carla });
  const message = await reportMessage(lead.page);
  const alts = await message
    .getByRole('img')
    .evaluateAll((all) => all.map((one) => one.getAttribute('alt') ?? ''));
  const charts = alts.filter((alt) => alt.startsWith('A chart of '));
  expect(charts).toHaveLength(3);
  expect(charts[1]).toContain('Most came ');
  await lead.isAccessible('a report', '#workspace');
  await lead.page.context().close();
});

it('somebody in town asks in words that the page offers, and edits, answers and removes what they said', async () => {
  await open('Make something happen');
  const panel = visitor.page.getByRole('dialog', { name: 'Make something happen' });
  await panel.getByRole('combobox', { name: 'Who' }).selectOption('noor_codes');
  await panel.getByRole('textbox', { name: 'Words' }).fill('Is level 3 open all night before exams?');
  await panel.getByRole('button', { name: 'Let it happen' }).click();
  await sees(visitor.card('Noor Haddad').getByText('Is level 3 open all night before exams?'));
  await visitor.page.keyboard.press('Escape');

  const post = visitor.x.locator('.post', { hasText: 'level 3' });
  await post.getByRole('button', { name: 'Edit as Noor Haddad' }).click();
  await post.getByRole('textbox').fill('@centrallibrary Is level 3 open till midnight before exams?');
  await post.getByRole('button', { name: 'Save' }).click();
  await sees(post.getByText('edited'));
  await sees(visitor.card('Noor Haddad').getByText('till midnight'));

  await post.getByRole('button', { name: 'Reply to Noor Haddad' }).click();
  await post.getByRole('textbox').fill('Till two, from Monday.');
  await post.getByRole('button', { name: 'Reply', exact: true }).click();
  await sees(visitor.card('Noor Haddad').getByText('in the X app'));
});

it('a photo and a poll of somebody in town can be seen, and people vote', async () => {
  await open('Make something happen');
  const panel = visitor.page.getByRole('dialog', { name: 'Make something happen' });
  for (const [words, extra] of [
    ['Whose gap is this?', 'A photo'],
    ['When is it quiet?', 'A poll'],
  ] as const) {
    await panel.getByRole('textbox', { name: 'Words' }).fill(words);
    await panel.getByRole('combobox', { name: 'With' }).selectOption({ label: extra });
    await panel.getByRole('button', { name: 'Let it happen' }).click();
    await sees(visitor.x.locator('.post', { hasText: words }));
  }
  await visitor.isAccessible('the panel with what a post can have');
  await visitor.page.keyboard.press('Escape');

  const photo = visitor.x.getByRole('img', { name: 'A shelf of books with a gap' });
  // An image that could not be drawn has no width.
  const widths = "[...document.querySelectorAll('.medium img')].map((image) => image.naturalWidth > 0)";
  await expect.poll(() => visitor.page.evaluate(widths)).toEqual([true]);
  const looked = (demo.sandbox.x.acts.posts?.({}) ?? { posts: [] }) as {
    posts: { media?: { picture: string }[] }[];
  };
  const image_url = looked.posts.flatMap(({ media = [] }) => media)[0]?.picture;
  const blocks = [{ type: 'image', image_url, alt_text: 'The same shelf' }];
  const postInSlack = async (): Promise<unknown> => {
    const answer = await fetch(`${demo.sandbox.slackUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0XDESK01', blocks }),
    });
    return answer.json();
  };
  // Slack takes one post a second in a channel, and the desk may just have had its own.
  await expect.poll(postInSlack).toMatchObject({ ok: true });
  const inSlack = visitor.page.getByRole('img', { name: 'The same shelf' });
  expect(await inSlack.getAttribute('src')).toBe(await photo.getAttribute('src'));
  const poll = visitor.x
    .locator('.post', { hasText: 'When is it quiet?' })
    .getByRole('list', { name: 'Poll' });
  await sees(poll.getByText('0 votes').first());
  await poll.getByRole('button', { name: 'In the evening' }).click();
  await sees(
    poll.getByRole('listitem').filter({ hasText: 'In the evening' }).getByText('1 vote', { exact: true }),
  );
});

it('X times out after posting: the desk says that it is looking, finds the answer, and posts it once', async () => {
  await open('Outages');
  await visitor.page.getByRole('button', { name: 'X times out after posting' }).click();
  await visitor.page.getByRole('button', { name: 'X shows posts late' }).click();
  await visitor.page.keyboard.press('Escape');
  await visitor.press('Leo Brandt', 'Apologise and ask');
  await sees(visitor.modal.getByRole('textbox'));
  await visitor.type('which floor you were on?');
  await visitor.modal.getByRole('button', { name: 'Send', exact: true }).click();
  await visitor.modal.getByRole('button', { name: 'Done' }).click();
  demo.sandbox.clock.advance(11_000);
  await sees(visitor.card('Leo Brandt').getByText("We don't know yet"));
  await open('Outages');
  await visitor.page.getByRole('button', { name: 'Everything works again' }).click();
  await visitor.page.keyboard.press('Escape');
  demo.sandbox.clock.advance(61_000);
  await sees(visitor.card('Leo Brandt').getByText('Ana answered at'));
  expect(published('which floor you were on')).toHaveLength(1);
});

it('a private message is answered in its channel, and stands in X beside what is encrypted there', async () => {
  await open('Make something happen');
  const panel = visitor.page.getByRole('dialog', { name: 'Make something happen' });
  const happens = async (kind: string, words: string) => {
    await panel.getByRole('combobox', { name: 'Who' }).selectOption('noor_codes');
    await panel.getByRole('combobox', { name: 'What' }).selectOption(kind);
    await panel.getByRole('textbox', { name: 'Words' }).fill(words);
    await panel.getByRole('button', { name: 'Let it happen' }).click();
  };
  await happens('encrypted', 'Only for people.');
  await happens('private', 'Is my hold on Emma in?');
  await sees(visitor.x.getByText('Encrypted: only people in the X app read this.'));
  await sees(visitor.x.getByText('Is my hold on Emma in?'));
  await visitor.page.keyboard.press('Escape');
  demo.sandbox.clock.advance(61_000);
  await visitor.slack.getByRole('button', { name: /x-private/ }).click();
  await sees(visitor.card('Noor Haddad').getByText('Is my hold on Emma in?'));
  await visitor.isAccessible('a private message');
  await visitor.press('Noor Haddad', 'Answer');
  await sees(visitor.modal.getByText('How we treat what you write to us:'));
  await visitor.type('yes, at the desk.');
  await visitor.modal.getByRole('button', { name: 'Send', exact: true }).click();
  await sees(visitor.modal.getByText('Going out at'));
  demo.sandbox.clock.advance(11_000);
  await sees(visitor.x.getByText(/^Hi Noor, yes, at the desk\. \^AK/));
  await visitor.modal.getByRole('button', { name: 'Done' }).click();
  await visitor.card('Noor Haddad').getByText('View reply on X').click();
  await sees(visitor.x.getByText('Is my hold on Emma in?'));
  expect(await visitor.card('Noor Haddad').getByText('Only for people.').count()).toBe(0);
  await visitor.slack.getByRole('button', { name: /x-desk/ }).click();
});

describe('a desk on Bluesky beside it', () => {
  const panel = () => visitor.page.getByRole('dialog', { name: 'Make something happen' });
  const toChannel = (name: RegExp) => visitor.slack.getByRole('button', { name }).click();

  it('has Bluesky on the right in its channel, and X again in that of X', async () => {
    await toChannel(/bluesky-desk/);
    await sees(visitor.bluesky.getByText('Is level 3 open all night before exams?'));
    expect(await visitor.x.isVisible()).toBe(false);
    await toChannel(/x-desk/);
    await sees(visitor.x.getByRole('tab', { name: /^Mentions/ }));
    expect(await visitor.bluesky.isVisible()).toBe(false);
    await visitor.x.getByRole('button', { name: 'Bluesky' }).click();
    await sees(visitor.bluesky.getByRole('tab', { name: /^Mentions/ }));
    await toChannel(/bluesky-desk/);
  });

  it('shows a question, its change, and the answer that went out from Slack, which its link leads to', async () => {
    await open('Make something happen');
    await panel().getByRole('combobox', { name: 'Who' }).selectOption('kofi-kicks.test');
    await panel().getByRole('textbox', { name: 'Words' }).fill('Is there homework club on Mondays?');
    await panel().getByRole('combobox', { name: 'With' }).selectOption({ label: 'A photo' });
    await panel().getByRole('button', { name: 'Let it happen' }).click();
    await sees(visitor.card('Kofi Mensah').getByText('Is there homework club on Mondays?'));
    await visitor.isAccessible('what can happen on Bluesky', '.panel:popover-open');
    await visitor.page.keyboard.press('Escape');

    const post = visitor.bluesky.locator('.post', { hasText: 'homework club' });
    await post.getByRole('button', { name: 'Edit as Kofi Mensah' }).click();
    await sees(post.getByText('245', { exact: true }));
    await post.getByRole('textbox').fill('@centrallibrary.test Is there homework club on Tuesdays?');
    await post.getByRole('button', { name: 'Save' }).click();
    await sees(post.getByText('edited'));
    // Bluesky shows what is written a third of a second later.
    demo.sandbox.clock.advance(1_000);
    await visitor.press('Kofi Mensah', 'Answer');
    await sees(visitor.card('Kofi Mensah').getByText('on Tuesdays'));
    await sees(visitor.modal.getByRole('textbox', { name: 'Your answer' }));
    await visitor.type('yes, at four.');
    await visitor.modal.getByRole('button', { name: 'Send', exact: true }).click();
    await sees(visitor.modal.getByText('Going out at'));
    demo.sandbox.clock.advance(11_000);
    await visitor.modal.getByRole('button', { name: 'Done' }).click();
    await visitor.card('Kofi Mensah').getByText('View reply on Bluesky').click();
    const answer = visitor.bluesky.locator('.post.marked', { hasText: 'Hi Kofi, yes, at four. ^AK' });
    await sees(answer.getByText('Replied to Kofi Mensah'));
    await visitor.isAccessible('a conversation on Bluesky', '#bluesky');
    await visitor.bluesky.getByRole('button', { name: '← Back' }).click();
  });

  it('has everybody write, quote, follow and block there, on a phone too', async () => {
    const { page, bluesky, ...inHand } = await visit(demo, { side: 'x', ...phone });
    await page.getByRole('navigation', { name: 'Sides' }).getByRole('button', { name: 'Slack' }).click();
    await inHand.slack.getByRole('button', { name: /bluesky-desk/ }).click();
    await page.getByRole('navigation', { name: 'Sides' }).getByRole('button', { name: 'Bluesky' }).click();
    const noors = bluesky.locator('.post', { hasText: 'Is level 3 open' });
    await noors.getByRole('button', { name: 'Quote Noor Haddad' }).click();
    await noors.getByRole('combobox', { name: 'Who writes' }).selectOption('yuki-prints.test');
    await noors.getByRole('textbox', { name: 'Quote' }).fill('Asking for a friend, too.');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await inHand.isAccessible('writing on Bluesky', '#bluesky');
    await noors.getByRole('button', { name: 'Quote', exact: true }).click();
    await bluesky.getByRole('tab', { name: 'Town' }).click();
    const quote = bluesky.locator('.post', { hasText: 'Asking for a friend' });
    await sees(quote.getByRole('button', { name: /Is level 3 open/ }));
    await quote.getByRole('button', { name: 'Yuki Tanaka', exact: true }).click();
    await bluesky.getByRole('button', { name: 'Follow as Yuki Tanaka' }).click();
    await sees(bluesky.getByRole('button', { name: 'Unfollow as Yuki Tanaka' }));
    await bluesky.getByRole('button', { name: 'Block as Yuki Tanaka' }).click();
    await sees(bluesky.getByText('Blocks the library'));
    await inHand.isAccessible('a person on Bluesky', '#bluesky');
    await bluesky.getByRole('tab', { name: 'Followers' }).click();
    await inHand.isAccessible('followers on Bluesky', '#bluesky');
    await page.context().close();
    await toChannel(/x-desk/);
  });
});

describe('the clock', () => {
  it('goes to the next shift, and the desk follows: Ben is on shift, and his home says so', async () => {
    await sees(visitor.slack.getByText('On shift: Ana until 13:00'));
    await open('Clock');
    await visitor.page.getByRole('button', { name: /^Next shift: Ben/ }).click();
    await sees(visitor.slack.getByText(/^On shift: Ben until/));
    await visitor.page.keyboard.press('Escape');
    const asBen = await visit(demo, { as: ben });
    await asBen.slack.getByRole('button', { name: 'Home' }).click();
    await sees(asBen.slack.getByText(/^On shift until/));
  });

  it('goes past closing time, when nobody is on shift', async () => {
    await open('Clock');
    await visitor.page.getByRole('button', { name: /^After closing/ }).click();
    await sees(visitor.slack.getByText('Nobody is on shift'));
    await visitor.page.keyboard.press('Escape');
  });
});

it('Reset asks first, and then everything begins again, the desk too', async () => {
  const carlas = await visit(demo, { as: carla });
  await carlas.page.getByRole('banner').getByRole('button', { name: 'Reset' }).click();
  await carlas.page.getByRole('button', { name: 'Begin again' }).click();
  await seesNoMore(carlas.card('Maya Ortiz'));
  await sees(visitor.card('Priya Nair'));
  await sees(visitor.slack.getByText('On shift: Ana until 13:00'));
  await visitor.press('Priya Nair', 'Thank');
  await sees(visitor.modal.getByRole('textbox'));
});
