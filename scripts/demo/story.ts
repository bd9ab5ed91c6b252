import type { Entry } from '../../src/sandbox/world/journal.js';
import { cardOf, editorFor, shows, tsOf, updateOf } from './signs.js';
import type { Sign, Stage } from './stage.js';

const channel = 'C0XDESK01';
const ana = 'U0ANA0001';
const ben = 'U0BEN0002';
const carla = 'U0CARLA03';

/** How many steps the story has: one for each `see` below. */
export const storyLength = 17;

/**
 * Plays two followers, three mentions and a plain answer to the library, from the first card to the last answer. With
 * `plainReplySummons` X takes an answer to that by API; otherwise Ana finishes it in X.
 */
export async function playStory(stage: Stage, plainReplySummons: boolean): Promise<void> {
  await arrivals(stage);
  await answering(stage);
  await thanks(stage);
  await plainAnswer(stage, plainReplySummons);
  await greeting(stage);
  await lostAnswer(stage);
  await report(stage);
}

async function arrivals(stage: Stage): Promise<void> {
  const people = [
    ['maya_reads', 'Maya Ortiz'],
    ['leo_on_wheels', 'Leo Brandt'],
    ['priya_knits', 'Priya Nair'],
    ['samokafor', 'Sam Okafor'],
    ['ines_bikes', 'Inês Duarte'],
  ];
  for (const [handle, name] of people) await stage.x('addAccount', { handle, name });
  await stage.x('post', {
    by: 'samokafor',
    text: 'Finally finished Middlemarch. What do people read after that?',
  });
  await stage.x('signIn', { browser: ana, as: 'centrallibrary' });

  await stage.x('follow', { by: 'samokafor' });
  await stage.x('follow', { by: 'ines_bikes' });
  const mentions = [
    ['maya_reads', "@centrallibrary Do you have large-print crime novels? My mum can't get out."],
    ['leo_on_wheels', '@centrallibrary The lift at Central is broken again. Second week now.'],
    ['priya_knits', '@centrallibrary Lovely knitting group on Saturday, thank you all!'],
  ];
  for (const [by, text] of mentions) await stage.x('post', { by, text });

  await stage.see('Sam and Inês follow the library.', followBy('samokafor'), followBy('ines_bikes'));
  await stage.see(
    'Maya asks, Leo complains, Priya says thanks.',
    ...mentions.map(
      ([by]) =>
        (entry: Entry) =>
          entry.kind === 'post' && entry.by === by && isNew(entry),
    ),
  );
  await stage.seeWithin(10_000, 'The first card is there, within ten seconds.', (entry) =>
    people.some(([, name = '']) => cardOf(name)(entry)),
  );
  await stage.see('Each of the five has a card in #x-desk.', ...people.map(([, name = '']) => cardOf(name)));
  await stage.see(
    'Ana, who is on shift, is named in the thread of Maya’s card.',
    (entry) => entry.kind === 'chat.postMessage' && 'thread_ts' in entry && shows(entry, `<@${ana}>`, 'Maya'),
  );
}

async function answering(stage: Stage): Promise<void> {
  const card = await tsOf(stage, 'Maya Ortiz');
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Answer' });
  await stage.see('Ana presses Answer, and the card says so.', updateOf(card, 'Ana is answering'));

  await stage.slack('press', { user: ben, channel, ts: card, label: 'Open' });
  await stage.see(
    'Ben presses the same card and is told who has it.',
    (entry) => entry.kind === 'views.open' && entry.user === ben && shows(entry, 'Ana is answering'),
  );

  await stage.slack('type', {
    user: ana,
    text: 'Hi Maya, yes: 40 at Central, and we post them to people at home. Shall I send the form?',
  });
  await stage.slack('submit', { user: ana });
  await stage.see(
    'Ana writes and sends; after the undo time it is on X, signed.',
    published('Shall I send the form? ^AK'),
  );
  await stage.see('The card shows the answer and who gave it.', updateOf(card, 'Ana answered', 'Hi Maya'));
}

async function thanks(stage: Stage): Promise<void> {
  const card = await tsOf(stage, 'Maya Ortiz');
  const [answer] = await stage.soFar(published('Shall I send the form?'));
  await stage.x('post', { by: 'maya_reads', text: '@centrallibrary thank you!!', in_reply_to: answer?.id });
  await stage.see('Maya’s “thank you” joins her card.', updateOf(card, 'thank you!!'));
}

async function plainAnswer(stage: Stage, summons: boolean): Promise<void> {
  await stage.x('summons', { plainReply: summons });
  await stage.x('addAccount', { handle: 'noor_b', name: 'Noor Bakri' });
  const { posts } = await stage.x('timeline', { handle: 'centrallibrary' });
  const question = (posts as { id: string; text: string }[]).find(({ text }) =>
    text.startsWith('Which book'),
  );
  await stage.x('post', { by: 'noor_b', text: 'Piranesi. To my brother.', in_reply_to: question?.id });
  await stage.until('Noor’s card', cardOf('Noor Bakri'));
  const card = await tsOf(stage, 'Noor Bakri');
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Answer' });
  await stage.until('the editor opens', editorFor('Noor'));
  await stage.slack('type', { user: ana, text: 'A good brother to have, Noor.' });
  await stage.slack('submit', { user: ana });
  if (summons) {
    await stage.see(
      'Noor answers the library without its @name; X takes Ana’s reply.',
      published('A good brother'),
      updateOf(card, 'Ana answered', 'A good brother'),
    );
    return;
  }
  await stage.until('X refuses', updateOf(card, "X won't take this from us"));
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Open' });
  await stage.until(
    'the way into X',
    (entry) => entry.kind === 'views.open' && shows(entry, 'A good brother', 'Open in X'),
  );
  const { url } = await stage.slack('press', { user: ana, label: 'Open in X' });
  await stage.x('intent', { browser: ana, url });
  await stage.see(
    'Noor answers the library without its @name; X takes no reply by API, so Ana finishes hers in X.',
    (entry) => entry.kind === 'intent' && shows(entry, 'A good brother'),
    updateOf(card, 'Ana answered', 'A good brother'),
  );
}

async function greeting(stage: Stage): Promise<void> {
  const card = await tsOf(stage, 'Sam Okafor');
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Greet' });
  await stage.see(
    'Ana presses Greet and sees what Sam posted lately.',
    (entry) => entry.kind === 'views.update' && shows(entry, 'Middlemarch'),
  );
  const { url } = await stage.slack('press', { user: ana, label: 'Open in X' });
  await stage.x('intent', {
    browser: ana,
    url,
    text: 'Hi Sam, try Daniel Deronda next; two copies are in at Central.',
  });
  await stage.see(
    'She finishes the greeting in X; the desk recognises it.',
    (entry) => entry.kind === 'intent' && shows(entry, 'Daniel Deronda'),
    updateOf(card, 'Ana answered in X'),
  );
}

async function lostAnswer(stage: Stage): Promise<void> {
  const card = await tsOf(stage, 'Leo Brandt');
  await stage.x('lag', { timelineMs: 8_000 });
  await stage.fail({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'hang' });
  await stage.slack('press', { user: ana, channel, ts: card, label: 'Apologise and ask' });
  await stage.until('the editor opens', editorFor('Leo'));
  await stage.slack('type', {
    user: ana,
    text: 'Sorry about that, Leo. The part comes on Thursday; until then ring the bell and we open the side lift.',
  });
  await stage.slack('submit', { user: ana });
  await stage.see(
    'X publishes Ana’s next answer, but never says so: the desk is looking.',
    published('open the side lift'),
    updateOf(card, "We don't know yet"),
  );
  await stage.see('The desk finds it on the timeline.', updateOf(card, 'Ana answered', 'View reply on X'));
  const posts = await stage.soFar(published('open the side lift'));
  if (posts.length !== 1) throw new Error(`X has ${posts.length} of Ana's answers; it must have one.`);
}

async function report(stage: Stage): Promise<void> {
  await stage.slack('command', { user: carla, channel, command: '/greet', text: 'report quarter' });
  const isReport: Sign = (entry) =>
    entry.kind === 'chat.postMessage' && shows(entry, 'slack_file', 'A chart of what came');
  await stage.see(
    'Carla asks for the last quarter: its charts are uploaded, where nobody sees them.',
    (entry) => entry.kind === 'files.completeUploadExternal' && entry.channel === undefined,
  );
  await stage.see('She gets the report in private, with its charts.', isReport);
}

const followBy =
  (handle: string): Sign =>
  (entry) =>
    entry.kind === 'follow' && entry.by === handle;
const isNew = (entry: Entry) => shows(entry, '@centrallibrary');
const published =
  (text: string): Sign =>
  (entry) =>
    entry.kind === 'POST /2/tweets' && entry.tookEffect === true && shows(entry, text);
