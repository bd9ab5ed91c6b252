import {
  csvHead,
  csvRow,
  isoTime,
  jsonRow,
  replyRow,
  staffNamed
} from "./chunk-RS7YDN73.js";
import {
  createLog
} from "./chunk-L2NOB7MX.js";
import {
  createKeptReplies,
  createOutcomes,
  createSnapshots,
  repliesOf,
  withWords
} from "./chunk-LSS7L4DW.js";
import {
  typedAccount,
  typedHandle
} from "./chunk-ITL762CJ.js";
import "./chunk-OAKAVM22.js";
import {
  createCards,
  createOurPosts,
  createSettings,
  createWatermarks,
  deskKeys
} from "./chunk-2IALTKIL.js";
import "./chunk-VQ2JEA5N.js";
import {
  DAY_MINUTES,
  localDayOf,
  privateSideOf
} from "./chunk-2ZTQUPFK.js";
import {
  isHello,
  isWritten
} from "./chunk-5A2VF7ET.js";
import {
  createRedisState
} from "./chunk-QM6TXLB5.js";
import {
  connectStore
} from "./chunk-R7MF6V6P.js";
import {
  timings
} from "./chunk-5KOJH3LK.js";
import {
  withStaff
} from "./chunk-RQ3MMC74.js";
import "./chunk-3J5ILMX7.js";
import "./chunk-ZTQXIARE.js";
import {
  compareIds
} from "./chunk-DX3M4XLW.js";
import {
  ConfigError
} from "./chunk-PZOFDEKK.js";
import "./chunk-5EYM5PYM.js";

// dist/core/export/known-of-person.js
var isKnown = ({ cards, isFollower, outcome, person, replies, settings }) => isFollower || outcome !== void 0 || cards.length + replies.length > 0 || (settings.mutedPeople ?? []).some((one) => one.person === person);
function knownOfPerson(desk, records) {
  const { cards, isFollower, outcome, person, replies, settings } = records;
  const { muted, mutedPeople = [] } = settings;
  const by = (slackId) => slackId && staffNamed(desk, slackId).key;
  return {
    desk: desk.inPrivate?.of ?? desk.id,
    where: desk.inPrivate ? "private messages" : "public posts",
    knownFollower: isFollower,
    lookedAtAgain: outcome && {
      followedAt: isoTime(outcome.at),
      done: outcome.group,
      after7Days: outcome.after7,
      wroteWithin7Days: outcome.after7 && outcome.wrote7 === true
    },
    muted: mutedPeople.filter((one) => one.person === person).map((one) => ({
      by: by(one.by),
      from: isoTime(one.at),
      until: isoTime(one.until),
      handle: one.handle
    })),
    cards: cards.filter((card) => !isHello(card)).map((card) => cardAs(desk, card, muted)),
    keptReplies: replies.map((reply) => replyRow(desk, reply))
  };
}
function cardAs(desk, card, muted) {
  const by = (slackId) => slackId && staffNamed(desk, slackId).key;
  const words = (one) => one && { text: one.text, by: by(one.by), at: isoTime(one.at) };
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
      writtenBy: by(one.writtenBy)
    })),
    approved: reply && {
      text: reply.text,
      by: by(reply.approvedBy),
      writtenBy: by(reply.writtenBy),
      at: isoTime(reply.approvedAt),
      answersTo: reply.replyTo
    },
    finishedInX: handOff && { ...words({ ...handOff, at: handOff.openedAt }), answersTo: handOff.replyTo },
    drafts: [...card.draft ? [card.draft] : [], ...card.keptWords].map(words),
    heldBy: holder && { by: by(holder.id), since: isoTime(holder.since) },
    passes: card.passes.map((pass) => ({ from: by(pass.from), to: by(pass.to), at: isoTime(pass.at) })),
    note: words(card.note),
    flagged: flag && { ...words({ ...flag, text: flag.note ?? "" }), lead: by(flag.to) },
    kept: card.hold && {
      ...words({ ...card.hold, text: card.hold.reason }),
      until: isoTime(card.hold.until)
    },
    notBefore: isoIf(card.snoozedUntil),
    notice: notice && { what: notice.kind, ...notice.kind === "rejected" ? { text: notice.detail } : {} },
    closed: closed && { reason: closed.reason, by: by(closed.by), at: isoTime(closed.at) },
    conversationMuted: silence && { by: by(silence.by), at: isoTime(silence.at) },
    pickedPost: card.picked,
    followedBack: card.followBack?.at && {
      by: by(card.followBack.by),
      at: isoTime(card.followBack.at)
    },
    history: card.history.map((step) => ({ at: isoTime(step.at), action: step.action, by: by(step.by) })),
    slackMessages: Object.values(card.messages).flatMap(({ ts }) => ts ?? [])
  };
}
var personAs = ({ avatarUrl, ...patron }) => ({ ...patron, picture: avatarUrl });
function actAs(act) {
  const { answered, at, gone, id, kind, purged } = act;
  const base = { kind, id, at: isoTime(at), answered, removed: gone, contentEnded: purged };
  if (!isWritten(act))
    return base;
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
    asksToStop: act.kind === "private" ? act.stops : void 0
  };
}
var mediaAs = (one) => one.kind === "poll" ? { kind: one.kind, options: one.options } : { kind: one.kind, description: one.alt, picture: one.preview };
var isoIf = (ms) => ms === void 0 ? void 0 : isoTime(ms);

// dist/flows/keep/export-replies.js
async function* exportReplies(desks, days) {
  const named = await Promise.all(desks.map(withItsPeople));
  const places = [];
  for (const one of named)
    places.push(...await placesOf(one, days));
  places.sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
  for (const place of places) {
    const reply = await replyAt(place);
    if (reply)
      yield replyRow(place.of.desk, reply);
  }
}
async function withItsPeople(records) {
  const colleagues = await records.snapshots.get("colleagues");
  return colleagues ? { ...records, desk: withStaff(records.desk, colleagues.value) } : records;
}
async function placesOf(of, days) {
  const { timeZone } = of.desk.rota;
  const fromMs = localDayOf(timeZone, days.from).at(0);
  const toMs = localDayOf(timeZone, days.to).at(DAY_MINUTES);
  const places = /* @__PURE__ */ new Map();
  for (const { id, at } of await of.keptReplies.between(fromMs, toMs))
    places.set(id, { of, id, at });
  for (const card of await of.cards.withActsSince(0)) {
    const found = await of.cards.get(card);
    for (const { at, id } of found ? repliesOf(found) : []) {
      if (at >= fromMs && at < toMs && !places.has(id))
        places.set(id, { of, id, at, card });
    }
  }
  return [...places.values()];
}
async function replyAt({ of, id, card }) {
  const kept = await of.keptReplies.get(id);
  if (kept || card === void 0)
    return kept;
  const now = await of.cards.get(card);
  const reply = now && repliesOf(now).find((one) => one.id === id);
  return reply && withWords(of, reply);
}

// dist/flows/keep/export-person.js
async function exportPerson(desks, who) {
  const typed = typedAccount(who);
  const accounts = typed ? [typed.id] : await accountsNamed(desks, typedHandle(who));
  const [person, ...others] = accounts;
  if (person === void 0 || others.length > 0)
    return { accounts };
  const known = [];
  for (const desk of desks) {
    const { desk: named, ...records } = await withItsPeople(desk);
    const found = await recordsOf({ desk: named, ...records }, person);
    if (isKnown(found))
      known.push(knownOfPerson(named, found));
  }
  return known.length > 0 ? { person, desks: known } : { accounts: [] };
}
async function accountsNamed(desks, name) {
  const accounts = /* @__PURE__ */ new Set();
  for (const { cards, settings } of desks) {
    for (const id of await cards.ofHandle(name)) {
      const card = await cards.get(id);
      if (card)
        accounts.add(card.patron.id);
    }
    const { mutedPeople = [] } = await settings.get();
    for (const one of mutedPeople)
      if (one.handle.toLowerCase() === name)
        accounts.add(one.person);
  }
  return [...accounts];
}
async function recordsOf({ cards, desk, keptReplies, outcomes, settings, watermarks }, person) {
  const [ids, replies, set, months, [isFollower = false]] = await Promise.all([
    cards.ofPatron(person),
    keptReplies.toPatron(person),
    settings.get(),
    outcomes.all(),
    watermarks.areKnown([person])
  ]);
  const [found, kept] = await Promise.all([
    Promise.all(ids.map((id) => cards.get(id))),
    Promise.all(replies.map((id) => keptReplies.get(id)))
  ]);
  const outcome = months.flatMap(({ followed }) => followed).find((one) => one.person === person);
  return {
    person,
    ...outcome && !desk.inPrivate && { outcome },
    cards: found.filter((card) => card !== void 0),
    settings: desk.inPrivate ? { muted: [] } : set,
    isFollower,
    replies: kept.filter((reply) => reply !== void 0)
  };
}

// dist/app/export.js
async function openRecords({ env, desks }) {
  const store = connectStore(env.redisUrl, createLog("silent"));
  await store.connect().catch(async (error) => {
    store.disconnect();
    const state = createRedisState(env.redisUrl, env.redisPrefix);
    const found = await state.look();
    state.end();
    throw found.length > 0 ? new ConfigError(found.map(({ line }) => line)) : error;
  });
  const records = desks.flatMap((desk) => recordsOf2(desk, env.redisPrefix, store));
  return {
    person: (who) => exportPerson(records, who),
    async *replies(days, format) {
      if (format === "csv")
        yield csvHead();
      for await (const row of exportReplies(records, days))
        yield format === "csv" ? csvRow(row) : jsonRow(row);
    },
    close: () => store.disconnect()
  };
}
function recordsOf2(desk, prefix, store) {
  const own = deskKeys(prefix, desk.id);
  const records = (side2, keys) => ({
    desk: side2,
    cards: createCards(store, keys, timings, side2),
    settings: createSettings(store, own),
    snapshots: createSnapshots(store, keys),
    ourPosts: createOurPosts(store, own),
    keptReplies: createKeptReplies(store, keys),
    outcomes: createOutcomes(store, own),
    watermarks: createWatermarks(store, keys)
  });
  const side = privateSideOf(desk);
  return [records(desk, own), ...side ? [records(side, deskKeys(prefix, desk.id, "private"))] : []];
}
export {
  openRecords
};
