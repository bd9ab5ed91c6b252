import { readDeskFile } from '../../src/config/desk-file.js';
import type { Act, Card, Mention } from '../../src/core/card/card.js';
import { mentionAct } from '../../src/core/card/join.js';
import type { Desk } from '../../src/core/desk/desk.js';
import { accountId } from '../../src/core/ids.js';
import { wellFormed } from '../../src/core/one-line.js';
import type { Patron, Post } from '../../src/core/post/post.js';
import { ConfigError } from '../../src/errors.js';
import { readPosts } from '../../src/x/to-post.js';
import { postsAnswer, toPatron } from '../../src/x/wire.js';
import { aDesk, aMention, ana, ben, minutes, tuesday } from '../build.js';
import { everyCard, inState } from '../slack/cards.js';
import type { Case } from './case.js';

export const now = tuesday + minutes(8);

/** A case as the desk has it: what came from X and from Slack went the way that it goes. */
export interface Drawn {
  readonly desk: Desk;
  readonly card: Card;
  readonly elsewhere: Card;
  readonly posts: readonly Post[];
  readonly said: Case;
  /** What `check` printed of a file that it refused. */
  readonly problems: readonly string[];
}

const shortLink = 'https://t.co/AbCdEf1234';

export function draw(drawn: Case): Drawn {
  const said = wellFormed(drawn);
  const { desk = usualDesk, problems = [] } = configured(drawn);
  const { posts, author } = fromX(drawn);
  const [newest, earlier, elsewhere, quoted] = posts;
  const card = everyCard[drawn.card];
  if (!card || !newest || !earlier || !elsewhere || !quoted) throw new RangeError('X gave not all posts.');
  return {
    said,
    problems,
    desk: {
      ...desk,
      channelName: said.colleague,
      outsiders: [{ slackId: 'U0NOBODY9', name: said.colleague, guest: false, inChannel: true }],
      notes: [{ text: said.note, by: ana, at: tuesday, until: now + 1 }],
      savedStarters: [{ id: 'saved-1', label: said.label, opening: said.opening, by: ben, at: now }],
      budget: { monthlyUsd: 50 },
    },
    card: filled(card, author, mentionAct(newest), earlier, said),
    elsewhere: filled(inState.sent, author, aMention({ text: elsewhere.text }), earlier, said),
    posts: [quoted, { ...newest, closed: true }],
  };
}

const escapedByX = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Posts and their author, out of X's own answer. */
function fromX({ avatar, bio, display, handle, name, ...said }: Case): {
  readonly posts: readonly Post[];
  readonly author: Patron;
} {
  const answer = {
    data: [said.post, said.earlier, said.elsewhere, said.quoted].map((text) => ({
      id: '5001',
      text: escapedByX(text),
      author_id: '2001',
      conversation_id: '5001',
      created_at: new Date(tuesday).toISOString(),
      entities: { urls: [{ url: shortLink, expanded_url: `https://${display}`, display_url: display }] },
    })),
    includes: {
      users: [
        {
          id: '2001',
          username: handle,
          name,
          description: bio,
          location: bio,
          profile_image_url: avatar || 'https://pbs.twimg.com/profile_images/2001/maya.jpg',
        },
      ],
    },
    meta: {},
  };
  const page = postsAnswer.parse(wellFormed(answer));
  const { found } = readPosts(page, (page.includes?.users ?? []).map(toPatron), {
    id: accountId('1000'),
    handle: 'centrallibrary',
  });
  const [first] = found;
  if (!first) throw new RangeError('X gave no post.');
  return { posts: found.map(({ post }) => post), author: first.author };
}

/** A card of the fixtures with somebody else's words in every place that it has. */
function filled(card: Card, patron: Patron, newest: Mention, earlier: Post, said: Case): Card {
  const acts = card.acts.map((act, index): Act => {
    if (act.kind !== 'mention' || act.gone) return act;
    const { text, links } = index === card.acts.length - 1 ? newest : earlier;
    return {
      ...act,
      text,
      links,
      topic: newest.topic,
      media: [said.bio, said.display].map((alt) => ({
        kind: 'photo',
        alt,
        preview: 'https://pbs.twimg.com/media/1.jpg',
      })),
      nthQuestion: 3,
    };
  });
  const { draft, note, notice, reply } = card;
  return {
    ...card,
    patron,
    acts,
    answers: card.answers.map((answer) => ({ ...answer, text: said.draft })),
    keptWords: [{ text: said.kept, by: ben, at: now }],
    ...(draft ? { draft: { ...draft, text: said.draft } } : {}),
    ...(note ? { note: { ...note, text: said.passNote } } : {}),
    ...(reply ? { reply: { ...reply, text: said.draft || 'Yes.' } } : {}),
    ...(notice?.kind === 'rejected' ? { notice: { ...notice, detail: said.detail } } : {}),
    ...(notice?.kind === 'paused'
      ? { notice: { ...notice, pause: { ...notice.pause, reason: said.passNote } } }
      : {}),
    history: [
      { at: now, action: said.bio, by: ana },
      { at: now, action: 'claim', by: ana },
      { at: now, action: 'expire' },
    ],
  };
}

const everyDay = (hours: readonly string[]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]));

type Setting = NonNullable<Case['setting']>;

/** desk.yaml with a string in one of its places. */
function deskFile({ where, said }: Setting): unknown {
  const at = (place: typeof where, usual: string) => (place === where ? said : usual);
  const staffKey = at('staffKey', 'ana');
  const central = {
    channel: 'C0XDESK01',
    x: { handle: 'centrallibrary', secrets: 'SANDBOX', plan: 'self-serve' },
    timeZone: 'Europe/London',
    openHours: everyDay(['00:00-24:00']),
    closures: [{ on: '2026-11-27', name: at('closure', 'Stocktaking') }],
    staff: {
      [staffKey]: {
        slack: ana,
        name: at('staffName', 'Ana'),
        signature: at('signature', 'AK'),
        xSignIn: true,
      },
      ben: { slack: ben, name: 'Ben', signature: 'BO', trainee: true },
      carla: { slack: 'U0CARLA03', name: 'Carla', signature: 'CR', lead: true, xSignIn: true },
    },
    shifts: [{ days: ['mon', 'tue', 'wed', 'thu', 'sat', 'sun'], at: ['00:00-24:00'], who: [staffKey] }],
    voice: { helpDesk: at('helpDesk', '020 7946 0000') },
    starters: {
      [at('starterId', 'hours')]: {
        label: at('starterLabel', 'Hours'),
        opening: at('starterOpening', 'Hi {first}, we are open until '),
        for: ['question', 'greeting'],
      },
    },
    blockedWords: [at('blocked', 'stupid*')],
    topicWords: { asking: [at('topicWord', 'how')] },
    greetings: { followBack: true },
    words: {
      'card.follow-hint': at('word', '{first} is new.'),
      'starter.answer.opening': at('openingWord', 'Hi {first}, '),
      ...(where === 'wordKey' ? { [said]: 'x' } : {}),
    },
  };
  return { desks: { [at('deskId', 'central')]: central } };
}

/** What the file makes of the desk, or why it is refused; any other fault is thrown. */
function configured({ setting }: Case): { readonly desk?: Desk; readonly problems?: readonly string[] } {
  if (!setting) return { desk: usualDesk };
  try {
    const [desk] = readDeskFile(JSON.stringify(deskFile(setting)), 'desk.yaml').desks;
    return { desk: { ...aDesk(), ...desk } };
  } catch (error) {
    if (error instanceof ConfigError) return { problems: error.problems };
    throw error;
  }
}

const usualDesk = aDesk();
