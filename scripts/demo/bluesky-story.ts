import type { Entry } from '../../src/sandbox/world/journal.js';
import { blueskyChannel } from './bluesky-town.js';
import { cardOf, editorFor, shows, tsOf, updateOf } from './signs.js';
import { NotSeen, type Sign, type Stage } from './stage.js';

const channel = blueskyChannel.id;
const ana = 'U0ANA0001';
const ben = 'U0BEN0002';
const library = 'centrallibrary.test';

/** How many steps the story has: one for each `see` below. */
export const blueskyStoryLength = 16;

/** Plays three questions, a quote and a new follower on Bluesky, from the first card to following back. */
export async function playBlueskyStory(stage: Stage): Promise<void> {
  const sams = await people(stage);
  await question(stage);
  await changes(stage);
  await lostAnswer(stage);
  await newFollower(stage, sams);
}

/** Gives the address of the post that Sam wrote before he follows the library. */
async function people(stage: Stage): Promise<unknown> {
  for (const [handle, name] of [
    ['maya-reads', 'Maya Ortiz'],
    ['leo-on-wheels', 'Leo Brandt'],
    ['priya-knits', 'Priya Nair'],
    ['samokafor', 'Sam Okafor'],
  ]) {
    await stage.bluesky('addAccount', { handle, name });
  }
  const { uri } = await stage.bluesky('post', {
    by: 'samokafor',
    text: 'Finally finished Middlemarch. What do people read after that?',
  });
  return uri;
}

/** A question becomes a card, and its answer a reply under it. */
async function question(stage: Stage): Promise<void> {
  const asked = await stage.bluesky('post', {
    by: 'maya-reads',
    text: `@${library} Do you have large-print crime novels? My mum can't get out.`,
  });
  const [post] = await stage.see('Maya asks the library on Bluesky.', at(String(asked.uri)));
  const [shown] = await stage.see(
    'Her question is a card in #bluesky-desk within 20 seconds.',
    (entry) => cardOf('Maya')(entry) && entry.channel === channel,
  );
  if (!post || !shown || shown.at - post.at > 20_000) throw new NotSeen('the card within 20 seconds');
  const card = String(shown.ts);
  await stage.see(
    'Ana, who is on shift, is named in its thread.',
    (entry) => entry.kind === 'chat.postMessage' && entry.thread_ts === card && shows(entry, `<@${ana}>`),
  );

  await stage.slack('press', { user: ana, channel, ts: card, label: 'Answer' });
  await stage.see('Ana presses Answer, and the card says so.', updateOf(card, 'Ana is answering'));
  await stage.slack('press', { user: ben, channel, ts: card, label: 'Open' });
  await stage.see(
    'Ben presses the same card and is told who has it.',
    (entry) => entry.kind === 'views.open' && entry.user === ben && shows(entry, 'Ana is answering'),
  );

  const words = 'Hi Maya, yes: 40 at Central, and we post them to people at home. Shall I send the form?';
  await stage.slack('type', { user: ana, text: words });
  await stage.slack('submit', { user: ana });
  await stage.slack('press', { user: ana, label: 'Undo' });
  await stage.see(
    'Ana sends, and takes it back in time: her words are a draft.',
    (entry) => entry.user === ana && shows(entry, 'Undone. Nothing was sent'),
  );
  await stage.slack('close', { user: ana });
  const reopened = await later(stage);
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Open' });
  await stage.until('the editor opens again', reopened(editorFor('Maya')));
  await stage.slack('submit', { user: ana });
  await stage.see(
    'She sends it after all; her reply stands under the question, signed.',
    (entry) => published('Shall I send the form? ^AK')(entry) && entry.reply_to === asked.uri,
  );
  await stage.see('The card shows the answer and who gave it.', updateOf(card, 'Ana answered', 'Hi Maya'));
  await hasOne(stage, 'Shall I send the form?');
}

/** One post is changed while somebody answers it, another one removed. */
async function changes(stage: Stage): Promise<void> {
  const complaint = await stage.bluesky('post', {
    by: 'leo-on-wheels',
    text: `@${library} The lift at Central is broken again.`,
  });
  const thanks = await stage.bluesky('post', {
    by: 'priya-knits',
    text: `@${library} Lovely knitting group on Saturday, thank you all!`,
  });
  for (const name of ['Leo Brandt', 'Priya Nair']) await stage.until(`the card of ${name}`, cardOf(name));
  const [leos, priyas] = [await tsOf(stage, 'Leo Brandt'), await tsOf(stage, 'Priya Nair')];
  // Bluesky shows everything a third of a second later. People take longer than that, a story does not.
  await stage.bluesky('lag', { ms: 0 });
  await stage.bluesky('delete', { uri: thanks.uri });
  await stage.slack('press', { user: ana, channel, ts: priyas, label: 'Thank' });
  await stage.see('Priya removes her post: her card is withdrawn.', updateOf(priyas, 'Removed on Bluesky'));

  const opened = await later(stage);
  await stage.slack('press', { user: ana, channel, ts: leos, label: 'Apologise and ask' });
  await stage.until('the editor opens', opened(editorFor('Leo')));
  await stage.slack('type', {
    user: ana,
    text: 'Sorry about that, Leo. The part comes on Thursday; until then ring the bell and we open the side lift.',
  });
  await stage.bluesky('edit', {
    uri: complaint.uri,
    text: `@${library} The lift at Central is broken again. Second week now.`,
  });
  await stage.slack('submit', { user: ana });
  await stage.see(
    'Leo changes his while Ana writes: Send says so, and the card has his new words.',
    (entry) => entry.user === ana && shows(entry, 'Leo changed the post'),
    updateOf(leos, 'Second week now'),
  );
}

/** A call gets lost on its way, and the next one's answer on the way back: one reply stands. */
async function lostAnswer(stage: Stage): Promise<void> {
  const card = await tsOf(stage, 'Leo Brandt');
  const call = 'POST com.atproto.repo.putRecord';
  await stage.fail({ side: 'bluesky', call, when: 'before', how: 'hang' });
  await stage.fail({ side: 'bluesky', call, when: 'after', how: 'hang' });
  await stage.slack('submit', { user: ana });
  await stage.see(
    'Ana sends, and Bluesky says nothing: the desk is looking.',
    updateOf(card, "We don't know yet"),
  );
  await stage.see(
    'It is not there, so the desk sends it again under the same key. Bluesky has it now, and says nothing again.',
    published('open the side lift'),
  );
  await stage.see('The desk finds it.', updateOf(card, 'Ana answered', 'View reply on Bluesky'));
  await hasOne(stage, 'open the side lift');
  const calls = await stage.soFar((entry) => entry.kind === call && shows(entry, 'open the side lift'));
  const keys = new Set(calls.map(({ rkey }) => rkey));
  if (calls.length !== 2 || keys.size !== 1)
    throw new Error(`${calls.length} calls under ${keys.size} keys; the second has the key of the first.`);
}

/** A new follower is greeted and followed back without leaving Slack. */
async function newFollower(stage: Stage, post: unknown): Promise<void> {
  await stage.bluesky('follow', { by: 'samokafor' });
  await stage.until('Sam’s card', cardOf('Sam Okafor'));
  const card = await tsOf(stage, 'Sam Okafor');
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Greet' });
  await stage.see(
    'Sam follows the library; Ana presses Greet and sees what Sam posted lately.',
    (entry) => entry.kind === 'views.update' && shows(entry, 'Middlemarch'),
  );
  const followed = await later(stage);
  await stage.slack('press', { user: ana, label: 'Follow Sam back' });
  await stage.see(
    'She follows Sam back by a button.',
    (entry) => isOurs(entry, 'app.bsky.graph.follow'),
    updateOf(card, 'Ana followed Sam back'),
  );
  await stage.until(
    'the posts again',
    followed((entry) => entry.kind === 'views.update' && shows(entry, 'Answer this')),
  );
  await stage.slack('press', { user: ana, label: 'Answer this' });
  await stage.until('the editor opens', (entry) => entry.user === ana && shows(entry, 'Greet Sam', 'Send'));
  await stage.slack('type', {
    user: ana,
    text: 'Hi Sam, try Daniel Deronda next; two copies are in at Central.',
  });
  await stage.slack('submit', { user: ana });
  await stage.see(
    'She greets Sam under that post, and the card says so.',
    (entry) => published('Daniel Deronda')(entry) && entry.reply_to === post,
    updateOf(card, 'Ana answered', 'Daniel Deronda'),
  );
}

/** What comes from now on. */
async function later(stage: Stage): Promise<(sign: Sign) => Sign> {
  const known = await stage.soFar(() => true);
  const last = known.at(-1)?.seq ?? 0;
  return (sign) => (entry) => entry.seq > last && sign(entry);
}

const at =
  (uri: string): Sign =>
  (entry) =>
    entry.side === 'bluesky' && entry.uri === uri;
const isOurs = (entry: Entry, collection: string): boolean =>
  entry.kind === 'POST com.atproto.repo.putRecord' &&
  entry.tookEffect === true &&
  entry.collection === collection;
const published =
  (text: string): Sign =>
  (entry) =>
    isOurs(entry, 'app.bsky.feed.post') && shows(entry, text);

async function hasOne(stage: Stage, text: string): Promise<void> {
  const { posts } = await stage.bluesky('timeline', { handle: library });
  const found = (posts as { text: string }[]).filter((post) => post.text.includes(text));
  if (found.length !== 1) throw new Error(`Bluesky has ${found.length} of Ana's answers; it must have one.`);
}
