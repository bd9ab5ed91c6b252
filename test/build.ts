import type { Act, Card, Follow, Mention } from '../src/core/card/card.js';
import type { PrivateMessage } from '../src/core/card/join.js';
import type { Desk } from '../src/core/desk/desk.js';
import { usualKeeping, usualNudges } from '../src/core/desk/policy.js';
import { accountId, actId, boot, cardId, deskId, postId, slackUserId } from '../src/core/ids.js';
import { followThanks, topicWords } from '../src/core/languages/languages.js';
import { networks } from '../src/core/network/networks.js';
import type { Patron, Post } from '../src/core/post/post.js';
import type { Rota, StaffMember } from '../src/core/rota/rota.js';
import { type Checks, checkReasons, eachCheck, personalWords } from '../src/core/writing/finding.js';

/** What a desk looks at that sets nothing. */
export const usualChecks: Checks = {
  settings: eachCheck((name) => checkReasons[name].usual),
  ours: [],
  blockedWords: [],
  personalWords,
  followThanks,
};

export const ana = slackUserId('U0ANA0001');
export const ben = slackUserId('U0BEN0002');
export const carla = slackUserId('U0CARLA03');
/** In Slack, but not on the staff list. */
export const stranger = slackUserId('U0NOBODY9');

/** A Tuesday, 10:42 in London. */
export const tuesday = Date.UTC(2026, 10, 24, 10, 42);
export const minutes = (count: number) => count * 60_000;

export const staff: readonly StaffMember[] = [
  member('ana', ana, { name: 'Ana', signature: 'AK', lead: true, xSignIn: true }),
  member('ben', ben, { name: 'Ben', signature: 'BO', trainee: true }),
  member('carla', carla, { name: 'Carla', signature: 'CM', lead: true, xSignIn: true }),
];

const open = [{ fromMinute: 9 * 60, toMinute: 17 * 60 }];

/** Open every day but Sunday, 9 to 17; Ana until 13, then Ben; Carla on Saturdays. */
export function aRota(given: Partial<Rota> = {}): Rota {
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  return {
    timeZone: 'Europe/London',
    openHours: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: [] },
    closures: [],
    staff,
    dated: [],
    covers: [],
    shifts: [
      { days: weekdays, at: [{ fromMinute: 9 * 60, toMinute: 13 * 60 }], who: ['ana'] },
      { days: weekdays, at: [{ fromMinute: 13 * 60, toMinute: 17 * 60 }], who: ['ben'] },
      { days: ['sat'], at: open, who: ['carla'] },
    ],
    ...given,
  };
}

export function aDesk(given: Partial<Desk> = {}): Desk {
  return {
    id: deskId('central'),
    channel: 'C0XDESK01',
    network: networks.x,
    account: { handle: 'centrallibrary', plan: 'self-serve', longPosts: false },
    rota: aRota(),
    membership: 'list',
    responseTargets: { question: 4 * 60 * 60_000 },
    nudges: usualNudges,
    keep: usualKeeping,
    send: { undoMs: 20_000, goodForMs: minutes(15) },
    greetings: { perDay: 20, followBack: false },
    checks: usualChecks,
    topicWords,
    voice: { helpDesk: '', starters: [] },
    language: 'en-GB',
    words: {},
    ...given,
  };
}

/** Maya, who asks. */
export function aPatron(given: Partial<Patron> = {}): Patron {
  return {
    id: accountId('2001'),
    handle: 'maya_reads',
    name: 'Maya Ortiz',
    avatarUrl: 'https://pbs.twimg.com/profile_images/2001/maya.jpg',
    ...given,
  };
}

/** Sam, who follows. */
export const aFollower = (given: Partial<Patron> = {}): Patron =>
  aPatron({
    id: accountId('2002'),
    handle: 'samokafor',
    name: 'Sam Okafor',
    avatarUrl: 'https://pbs.twimg.com/profile_images/2002/sam.jpg',
    ...given,
  });

/** A mention whose id is its post's, unless `versions` says otherwise. */
export function aMention(given: Partial<Mention> = {}): Mention {
  const id = given.id ?? actId('5001');
  return {
    kind: 'mention',
    id,
    at: tuesday,
    answered: false,
    versions: [postId(id)],
    text: "@centrallibrary Do you have large-print crime novels? My mum can't get out.",
    links: [],
    media: [],
    topic: 'question',
    ...given,
  };
}

export function aFollow(given: Partial<Follow> = {}): Follow {
  return { kind: 'follow', id: actId('follow-2002'), at: tuesday, answered: false, ...given };
}

/** An open card of Maya's, or of Sam's when its act is a follow. */
export function aCard(given: Partial<Card> = {}): Card {
  const acts: readonly Act[] = given.acts ?? [aMention()];
  const follow = acts[0]?.kind === 'follow';
  return {
    id: cardId(follow ? 'follow-2002' : 'mention-5001-2001'),
    format: 2,
    version: 1,
    state: 'open',
    patron: follow ? aFollower() : aPatron(),
    acts,
    changedAt: tuesday,
    passes: [],
    keptWords: [],
    answers: [],
    history: [],
    messages: {},
    ...given,
  };
}

/** A patron's or our own post, as people read it. */
export function aPost(given: Partial<Post> = {}): Post {
  const id = given.id ?? postId('5001');
  return {
    id,
    versions: [id],
    authorId: accountId('2002'),
    conversationId: id,
    at: tuesday,
    text: 'Finally finished Middlemarch',
    links: [],
    names: [],
    media: [],
    ...given,
  };
}

export const aBoot = boot('run-1 replid-1');

function member(key: string, slackId: string, given: Partial<StaffMember>): StaffMember {
  return { key, slackId, name: key, signature: '', lead: false, trainee: false, xSignIn: false, ...given };
}

/** Maya's private message. */
export const aPrivateMessage = (given: Partial<PrivateMessage> = {}): PrivateMessage => ({
  ...aMention({ id: actId('7001'), versions: [postId('7001')], text: 'Is my hold in?' }),
  kind: 'private',
  ...given,
});

/** The private side of the desk. */
export const aPrivateSide = (given: Partial<Desk> = {}): Desk =>
  aDesk({
    id: deskId('central-private'),
    channel: 'C0PRIVATE1',
    inPrivate: {
      of: deskId('central'),
      privacyPolicy: 'https://library.example/privacy',
      stopWords: ['stop', 'no more messages'],
    },
    ...given,
  });
