import { expect, it } from 'vitest';
import { ana, dev } from '../e2e/desk.js';
import { hands, openScene, scene } from '../e2e/scene.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually, idOf } from './town.js';

type Library = Awaited<ReturnType<typeof createLibrary>>;

const server = useServer();

const skyChannel = 'C0SKYDESK';

/** A desk of the library's, between the sandbox's Slack and the server. */
async function openDesk(): Promise<Library> {
  const library = await createLibrary(server());
  const account = `bluesky: { handle: ${library.handle}, secrets: SANDBOX, service: "${server().service}" }`;
  await openScene({
    sandbox: { startAt: Date.now(), speed: 0 },
    desk: (text) =>
      text.replace(/x: \{[^}]*\}/u, `${account}\n    greetings: { perDay: 20, followBack: true }`),
    env: { BLUESKY_SANDBOX_APP_PASSWORD: library.appPasswordOfDesk },
    mayLoseBooks: true,
  });
  return library;
}

/** Somebody who follows the library, and their post; the desk shows them by now. */
async function follower({ did, network }: Library, name: string) {
  const person = await createPerson(server(), name);
  const post = await person.post('Any good allotment books?');
  await person.follow(did);
  await eventually(async () => (await network.recentPosts(person.id, 0))?.[0], 'post');
  await scene.pass(330_000);
  return { person, post: idOf(post) };
}

it('a new follower is greeted and followed back, by presses in Slack alone', async () => {
  const library = await openDesk();
  const { person: sam, post } = await follower(library, 'sam');
  await scene.press(ana, sam.handle, 'Greet');
  expect(await hands.reads(ana)).toContain('Any good allotment books?');
  await hands.inModal(ana, `Follow ${sam.handle} back`);
  expect(await hands.reads(ana)).toMatch(/Ana followed sam-\S+ back at \d\d:\d\d\./u);
  await eventually(async () => (await library.network.person(sam.handle))?.weFollow, 'follow');
  expect(await hands.shown(sam.handle)).toContain(`Ana followed ${sam.handle} back at`);

  await hands.inModal(ana, 'Answer this');
  await hands.type(ana, 'The allotment shelf is by the window, under 635.');
  await hands.submit(ana);
  await scene.pass(60_000);
  const ours = (await library.network.ownPosts(0)).found;
  expect(ours).toMatchObject([{ repliedTo: post, text: expect.stringContaining('under 635. ^AK') }]);
  expect(await hands.shown(sam.handle)).toContain('Ana answered at');
}, 60_000);

it('a trainee greets too, and a colleague checks the words', async () => {
  const library = await openDesk();
  const { person: sam, post } = await follower(library, 'sam');
  await scene.press(dev, sam.handle, 'Greet');
  await hands.inModal(dev, 'Answer this');
  await hands.type(dev, 'The allotment shelf is by the window, under 635.');
  await hands.submit(dev);
  await scene.press(ana, sam.handle, 'Check');
  await hands.submit(ana);
  await scene.pass(60_000);
  const ours = (await library.network.ownPosts(0)).found;
  expect(ours).toMatchObject([{ repliedTo: post, text: expect.stringContaining('under 635.') }]);
}, 60_000);

it('a desk on X and one on Bluesky stand side by side on Home and in /greet', async () => {
  const library = await createLibrary(server());
  const second = `
  sky:
    channel: ${skyChannel}
    bluesky: { handle: ${library.handle}, secrets: SANDBOX, service: "${server().service}" }
    timeZone: Europe/London
    openHours: { mon: ["00:00-24:00"] }
    staff: { ana: { slack: U0ANA0001, name: Ana, signature: AK, lead: true } }
    shifts: [{ days: [mon, tue, wed, thu, fri, sat, sun], at: ["00:00-24:00"], who: [ana] }]
`;
  await openScene({
    sandbox: { startAt: Date.now(), speed: 0 },
    desk: (text) => text.trimEnd() + second,
    env: { BLUESKY_SANDBOX_APP_PASSWORD: library.appPasswordOfDesk },
    mayLoseBooks: true,
    prepare: async ({ slack }) => {
      await slack.acts.addChannel?.({ name: 'sky', id: skyChannel, members: ['ana'], bot: true });
    },
  });
  const maya = await createPerson(server(), 'maya');
  const asked = await maya.post(`@${library.handle} Do you have large print?`, {}, [library]);
  await eventually(async () => (await library.network.posts([idOf(asked)])).found[0], 'post');
  await scene.mention('leo_on_wheels', 'Leo Brandt', '@centrallibrary Is the lift working?');
  await scene.pass(120_000);
  await hands.command(ana, '/greet');
  await scene.slack('openHome', { user: ana });
  await scene.app.idle();
  const both = [/@centrallibrary .*Leo Brandt/su, new RegExp(`@${library.handle} .*large print`, 'su')];
  for (const seen of [await hands.reads(ana), await hands.home(ana)])
    for (const one of both) expect(seen).toMatch(one);
}, 60_000);

it('a post that only some may answer says so, and is not answered', async () => {
  const library = await openDesk();
  const maya = await createPerson(server(), 'maya');
  const asked = await maya.post(`@${library.handle} Do you have large print?`, {}, [library]);
  await maya.write(
    'app.bsky.feed.threadgate',
    { post: asked.uri, allow: [], createdAt: new Date().toISOString() },
    asked.uri.split('/').at(-1),
  );
  await eventually(async () => (await library.network.posts([idOf(asked)])).found[0]?.post.closed, 'gate');
  await scene.pass(120_000);
  expect(await hands.shown(maya.handle)).toMatch(/lets only some people reply.*No reply needed/u);
  await hands.command(ana, '/greet', `@${maya.handle}`);
  await hands.type(ana, 'Yes, 40 at Central.');
  const { errors } = await hands.submit(ana);
  expect(Object.values(errors ?? {})[0]).toContain('lets only some people reply to this post');
  expect((await library.network.ownPosts(0)).found).toEqual([]);
}, 60_000);
