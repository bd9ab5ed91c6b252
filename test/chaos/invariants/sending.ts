import { grouped } from '../grouped.js';
import { type History, type LineOf, ofKind } from '../history.js';
import type { Invariant, Offence } from '../offence.js';

type Posted = LineOf<'posted'>;
type Submitted = LineOf<'submitted'>;

/** Every text that is sent is another one: the text is the approval. */
const approvalOf = ({ desk, text }: { desk: string; text: string }) => `${desk} ${text}`;

const approvals = (history: History): ReadonlyMap<string, Submitted> =>
  new Map(ofKind(history, 'submitted').map((one) => [approvalOf(one), one]));

/** One approval is one post at most. */
export const postedOnce: Invariant = (history) => {
  const byApproval = grouped(ofKind(history, 'posted'), approvalOf);
  return [...byApproval.values()].flatMap((posts): Offence[] => {
    const [, second] = posts;
    if (!second) return [];
    const what = `"${second.text}" was posted ${posts.length} times.`;
    return [{ fault: 'doubled', at: second.at, what, story: [...about(history, second), ...posts] }];
  });
};

/** What is on the network was approved before, word for word, and nobody was told that it would not go out. */
export const approved: Invariant = (history) => {
  const known = approvals(history);
  return ofKind(history, 'posted').flatMap((post): Offence[] => {
    const by = known.get(approvalOf(post));
    if (by && by.led !== 'refused' && by.at <= post.at) return [];
    const why = by ? `${by.who} was told no (${by.said ?? ''})` : 'nobody sent these words';
    const what = `"${post.text}" was posted, but ${why}.`;
    return [{ fault: 'unapproved', at: post.at, what, story: [...(by ? [by] : []), post] }];
  });
};

/** Nothing goes out after it was good. A late one was called in time. */
export const inTime: Invariant = (history) => {
  const known = approvals(history);
  const limits = ofKind(history, 'begun')[0]?.limits;
  return ofKind(history, 'posted').flatMap((post): Offence[] => {
    const by = known.get(approvalOf(post));
    if (!by || !limits) return [];
    const goodUntil = by.until + Math.max(limits.goodForMs, limits.undoMs + limits.goodAtLeastMs);
    if (post.at <= goodUntil + limits.wireMs + (post.late ? limits.lateMs : 0)) return [];
    const what = `"${post.text}" went out ${Math.round((post.at - goodUntil) / 1000)} s after it was good.`;
    return [{ fault: 'stale', at: post.at, what, story: [by, post] }];
  });
};

/** Whoever sends has the card: nobody else was shown its editor since. */
export const entitled: Invariant = (history) => {
  const posts = new Set(ofKind(history, 'posted').map(approvalOf));
  return ofKind(history, 'submitted').flatMap((by): Offence[] => {
    if (!posts.has(approvalOf(by))) return [];
    const held = ofKind(history, 'held').filter((one) => one.desk === by.desk && one.card === by.card);
    const own = held.findLast((one) => one.who === by.who && one.at <= by.at);
    if (own && !held.some((one) => one.who !== by.who && one.at > own.until && one.until < by.at)) return [];
    const what = `${by.who} sent "${by.text}" without having ${by.card}.`;
    return [{ fault: 'unapproved', at: by.at, what, story: [...held, by] }];
  });
};

/** An approval has an end, and the store knows of each that the desk said yes to, unless an older copy came back. */
export const ends: Invariant = (history) => {
  const cards = storedCards(history);
  const posts = new Set(ofKind(history, 'posted').map(approvalOf));
  const restores = ofKind(history, 'trouble').filter(({ kind }) => kind === 'restore');
  const stuck = [...cards.values()].flatMap((card): Offence[] => {
    const isStuck = card.state === 'sending' || card.state === 'posting';
    const what = `${card.card} is ${card.state} for good.`;
    return isStuck ? [{ fault: 'stuck', at: card.at, what, story: aboutCard(history, card) }] : [];
  });
  const forgotten = ofKind(history, 'submitted').flatMap((by): Offence[] => {
    if (by.led !== 'going' || posts.has(approvalOf(by))) return [];
    if (restores.some(({ back = 0, until }) => back <= by.until && by.at <= until)) return [];
    const known = cards
      .get(`${by.desk} ${by.card}`)
      ?.history.some(
        ({ action, by: who, at }) =>
          action === 'approve' && who === by.who && at >= by.at - slackMs && at <= by.until + slackMs,
      );
    const what = `${by.who} was told that "${by.text}" goes out, and the desk knows nothing of it.`;
    return known ? [] : [{ fault: 'lost', at: by.at, what, story: [...aboutCard(history, by), by] }];
  });
  return [...stuck, ...forgotten];
};

/** What a card says was posted is there. */
export const sentIsThere: Invariant = (history) => {
  const posts = new Set(ofKind(history, 'posted').map(approvalOf));
  return ofKind(history, 'stored').flatMap((card): Offence[] => {
    const { desk, reply, state } = card;
    const last = card.history.findLast(({ action }) => action === 'approve' || action === 'publish');
    if (state !== 'sent' || !reply?.text || last?.action !== 'publish') return [];
    if (posts.has(approvalOf({ desk, text: reply.text }))) return [];
    const what = `${card.card} says that "${reply.text}" was sent, and nobody posted it.`;
    return [{ fault: 'lost', at: card.at, what, story: aboutCard(history, card) }];
  });
};

/** Where a post is read just before it is answered, nothing is posted under one that was gone or closed by then. */
export const underWhatIsThere: Invariant = (history) => {
  const { limits, once = [] } = ofKind(history, 'begun')[0] ?? {};
  if (!limits) return [];
  const ended = ofKind(history, 'acted').filter(({ kind }) => kind === 'delete' || kind === 'close');
  return ofKind(history, 'posted').flatMap((post): Offence[] => {
    if (!once.includes(post.desk) || post.to === undefined) return [];
    const by = ended.find(({ of }) => of === post.to);
    const lateMs = post.late ? limits.lateMs : 0;
    if (!by || post.at <= by.at + (limits.shownMs ?? 0) + lateMs) return [];
    const what = `"${post.text}" was posted under what ${by.by} had ${by.kind === 'close' ? 'closed' : 'removed'} ${Math.round((post.at - by.at) / 1000)} s before.`;
    return [{ fault: 'stale', at: post.at, what, story: [by, ...about(history, post), post] }];
  });
};

/** Where a key posts once, nobody is ever asked to look, and no card stays unsure. */
export const neverUnsure: Invariant = (history) => {
  const { once = [] } = ofKind(history, 'begun')[0] ?? {};
  const left = ofKind(history, 'stored').filter(({ state }) => state === 'unsure');
  return [...ofKind(history, 'asked'), ...left].flatMap((unsure): Offence[] => {
    if (!once.includes(unsure.desk)) return [];
    const what = `${unsure.card} is unsure, where the same key posts once.`;
    return [{ fault: 'stuck', at: unsure.at, what, story: aboutCard(history, unsure) }];
  });
};

/** Clocks of several processes agree to this (desk ms). */
const slackMs = 1_000;

/** A person is asked to look only for what really could not be seen, after something that could have hidden it. */
export const unsureForAReason: Invariant = (history) => {
  const limits = ofKind(history, 'begun')[0]?.limits;
  const posts = grouped(ofKind(history, 'posted'), approvalOf);
  const known = approvals(history);
  const left = ofKind(history, 'stored').flatMap(({ at, desk, card, state, reply }) =>
    state === 'unsure' && reply ? [{ at, desk, card, text: reply.text, over: reply.notSeen }] : [],
  );
  const asked = ofKind(history, 'asked').map((one) => ({ ...one, over: true }));
  return [...asked, ...left].flatMap((unsure): Offence[] => {
    const by = known.get(approvalOf(unsure));
    const story = aboutCard(history, unsure);
    if (!unsure.over) {
      return [{ fault: 'stuck', at: unsure.at, what: `${unsure.card} is looked for for good.`, story }];
    }
    if (!by || !limits) return [];
    const post = posts.get(approvalOf(unsure))?.[0];
    // All looks but the first come later than this, and one of them would have seen it.
    if (post && post.seenFrom < unsure.at - limits.settleMs / 2) {
      const what = `"${unsure.text}" is on our timeline, and the desk asks whether it is.`;
      return [{ fault: 'stuck', at: unsure.at, what, story: [...story, post] }];
    }
    const called = ofKind(history, 'called').some((one) => approvalOf(one) === approvalOf(unsure));
    const hidden = ofKind(history, 'trouble').some(
      ({ kind, at, until }) =>
        !['slack', 'exposed', 'redis-wire'].includes(kind) && until >= by.at && at <= unsure.at,
    );
    if (post || called || hidden) return [];
    const what = `"${unsure.text}" was never sent and nothing happened, and the desk asks whether it is there.`;
    return [{ fault: 'stuck', at: unsure.at, what, story }];
  });
};

const storedCards = (history: History) =>
  new Map(ofKind(history, 'stored').map((card) => [`${card.desk} ${card.card}`, card]));

const about = (history: History, { desk, text }: Posted) =>
  history.filter((one) => 'text' in one && one.desk === desk && one.text === text && one.line !== 'posted');

const aboutCard = (history: History, { desk, card }: { desk: string; card: string }) =>
  history.filter((one) => 'card' in one && one.desk === desk && one.card === card);
