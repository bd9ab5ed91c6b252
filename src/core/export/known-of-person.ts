import type { Act, Card } from '../card/card.js';
import { isHello, isWritten } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import type { DeskSettings } from '../desk/desk-settings.js';
import type { AccountId } from '../ids.js';
import type { KeptReply } from '../keeping/kept-reply.js';
import type { Followed } from '../outcomes/outcome-month.js';
import type { Media, Patron } from '../post/post.js';
import { isoTime, replyRow, staffNamed } from './reply-row.js';

/** All that a desk, or its private side, has of one person. */
export interface PersonRecords {
  readonly person: AccountId;
  readonly cards: readonly Card[];
  readonly settings: Pick<DeskSettings, 'muted' | 'mutedPeople'>;
  /** Their id is among those of the library's followers. */
  readonly isFollower: boolean;
  readonly replies: readonly KeptReply[];
  /** Their follow is among those that are looked at again. */
  readonly outcome?: Followed;
}

/** Whether anything of the person is kept here. */
export const isKnown = ({ cards, isFollower, outcome, person, replies, settings }: PersonRecords): boolean =>
  isFollower ||
  outcome !== undefined ||
  cards.length + replies.length > 0 ||
  (settings.mutedPeople ?? []).some((one) => one.person === person);

/**
 * What a desk knows of one person, in plain field names and with ISO times, for a file that is given to them. Staff are named
 * by their keys of desk.yaml. What is missing is not known.
 */
export function knownOfPerson(desk: Desk, records: PersonRecords) {
  const { cards, isFollower, outcome, person, replies, settings } = records;
  const { muted, mutedPeople = [] } = settings;
  const by = (slackId: string | undefined) => slackId && staffNamed(desk, slackId).key;
  return {
    desk: desk.inPrivate?.of ?? desk.id,
    where: desk.inPrivate ? 'private messages' : 'public posts',
    knownFollower: isFollower,
    lookedAtAgain: outcome && {
      followedAt: isoTime(outcome.at),
      done: outcome.group,
      after7Days: outcome.after7,
      wroteWithin7Days: outcome.after7 && outcome.wrote7 === true,
    },
    muted: mutedPeople
      .filter((one) => one.person === person)
      .map((one) => ({
        by: by(one.by),
        from: isoTime(one.at),
        until: isoTime(one.until),
        handle: one.handle,
      })),
    cards: cards.filter((card) => !isHello(card)).map((card) => cardAs(desk, card, muted)),
    keptReplies: replies.map((reply) => replyRow(desk, reply)),
  };
}

function cardAs(desk: Desk, card: Card, muted: DeskSettings['muted']) {
  const by = (slackId: string | undefined) => slackId && staffNamed(desk, slackId).key;
  const words = (one: { readonly text?: string; readonly by: string; readonly at: number } | undefined) =>
    one && { text: one.text, by: by(one.by), at: isoTime(one.at) };
  const { closed, flag, handOff, holder, notice, reply } = card;
  const silence = muted.find(({ conversation }) => card.id.startsWith(`mention-${conversation}-`));
  return {
    card: card.id,
    state: card.state,
    changedAt: isoTime(card.changedAt),
    contentEndedAt: isoIf(card.purgedAt),
    person: personAs(card.patron),
    acts: card.acts.map(actAs),
    answers: card.answers.map((one) => ({
      postId: one.postId,
      answersTo: one.under,
      answersActs: one.covers,
      at: isoTime(one.at),
      text: one.text,
      how: one.how,
      sentBy: by(one.by),
      writtenBy: by(one.writtenBy),
    })),
    approved: reply && {
      text: reply.text,
      by: by(reply.approvedBy),
      writtenBy: by(reply.writtenBy),
      at: isoTime(reply.approvedAt),
      answersTo: reply.replyTo,
    },
    finishedInX: handOff && { ...words({ ...handOff, at: handOff.openedAt }), answersTo: handOff.replyTo },
    drafts: [...(card.draft ? [card.draft] : []), ...card.keptWords].map(words),
    heldBy: holder && { by: by(holder.id), since: isoTime(holder.since) },
    passes: card.passes.map((pass) => ({ from: by(pass.from), to: by(pass.to), at: isoTime(pass.at) })),
    note: words(card.note),
    flagged: flag && { ...words({ ...flag, text: flag.note ?? '' }), lead: by(flag.to) },
    kept: card.hold && {
      ...words({ ...card.hold, text: card.hold.reason }),
      until: isoTime(card.hold.until),
    },
    notBefore: isoIf(card.snoozedUntil),
    notice: notice && { what: notice.kind, ...(notice.kind === 'rejected' ? { text: notice.detail } : {}) },
    closed: closed && { reason: closed.reason, by: by(closed.by), at: isoTime(closed.at) },
    conversationMuted: silence && { by: by(silence.by), at: isoTime(silence.at) },
    pickedPost: card.picked,
    followedBack: card.followBack?.at && {
      by: by(card.followBack.by),
      at: isoTime(card.followBack.at),
    },
    history: card.history.map((step) => ({ at: isoTime(step.at), action: step.action, by: by(step.by) })),
    slackMessages: Object.values(card.messages).flatMap(({ ts }) => ts ?? []),
  };
}

const personAs = ({ avatarUrl, ...patron }: Patron) => ({ ...patron, picture: avatarUrl });

function actAs(act: Act) {
  const { answered, at, gone, id, kind, purged } = act;
  const base = { kind, id, at: isoTime(at), answered, removed: gone, contentEnded: purged };
  if (!isWritten(act)) return base;
  const { first, firstInYear, links, media, nthQuestion, ours, quoted, repliedTo, sensitive, suspect } = act;
  return {
    ...base,
    postIds: act.versions,
    text: act.text,
    topic: act.topic,
    urgentWord: act.urgent,
    links: links.map(({ expanded, url }) => expanded ?? url),
    media: media.map(mediaAs),
    sensitive,
    takenFor: suspect,
    answersTo: repliedTo,
    quotes: quoted,
    ourWords: ours && { answered: ours.answered, quoted: ours.quoted },
    firstPost: first ?? firstInYear,
    questionOfTheMonth: nthQuestion,
    asksToStop: act.kind === 'private' ? act.stops : undefined,
  };
}

const mediaAs = (one: Media) =>
  one.kind === 'poll'
    ? { kind: one.kind, options: one.options }
    : { kind: one.kind, description: one.alt, picture: one.preview };

const isoIf = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : isoTime(ms));
