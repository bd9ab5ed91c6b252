import {
  KeyTaken,
  TokenRefused,
  createCaller,
  isNotThere,
  notCalled
} from "./chunk-4QQ2UUKS.js";
import {
  isAboutUs,
  suspects
} from "./chunk-ZTQXIARE.js";
import {
  accountId,
  accountIdOf,
  compareIds,
  didOf,
  handlesIn,
  namesIn,
  postCollection,
  postId,
  postIdOf,
  postUri,
  refOf,
  refOfUri
} from "./chunk-DX3M4XLW.js";
import {
  onOneLine
} from "./chunk-2LMJ4OC3.js";
import {
  KeysRefused,
  OutcomeUnknown,
  Rejected,
  undefinedIf
} from "./chunk-PZOFDEKK.js";
import "./chunk-5EYM5PYM.js";

// dist/bluesky/client.js
import { Client as Client2 } from "@atcute/client";

// dist/bluesky/reading.js
import { AppBskyFeedPost as AppBskyFeedPost2 } from "@atcute/bluesky";
import { ok as ok2 } from "@atcute/client";
import { is as is3 } from "@atcute/lexicons/validations";

// dist/bluesky/ids.js
var accountIdOf2 = (did) => accountId(accountIdOf(did));
var postIdOf2 = (ref) => postId(postIdOf(ref));

// dist/bluesky/notifications.js
import { ok } from "@atcute/client";
import { didString, handleString, is, object } from "@atcute/lexicons/validations";

// dist/bluesky/pages.js
var isBefore = (time, sinceMs) => Date.parse(time) < sinceMs;
var timeOf = (time) => Date.parse(time) || 0;
async function* pages(read) {
  let cursor;
  do {
    const page = await read(cursor);
    yield page;
    cursor = page.cursor;
  } while (cursor !== void 0);
}

// dist/bluesky/labels.js
var disturbing = ["!hide", "!warn", "porn", "sexual", "nudity", "graphic-media", "gore"];
var suspectOf = (labels, did) => suspects.find((one) => labels.some(({ neg, src, val }) => !neg && src !== did && val === one));
var isDisturbing = (labels) => labels.some(({ neg, val }) => !neg && disturbing.includes(val));
var saysAutomated = (labels, did) => labels.some(({ neg, src, val }) => !neg && src === did && val === "bot");

// dist/bluesky/to-patron.js
function toPatron(profile) {
  const { avatar, description, did, displayName, handle, labels = [], viewer } = profile;
  const bio = description && onOneLine(description);
  const suspect = suspectOf(labels, did);
  return {
    id: accountIdOf2(did),
    handle,
    name: onOneLine(displayName ?? "") || handle,
    ...avatar && { avatarUrl: avatar },
    ...bio && { bio },
    ...saysAutomated(labels, did) && { automated: true },
    ...suspect && { suspect },
    ...viewer?.followedBy && { followsUs: true },
    ...viewer?.following && { weFollow: true }
  };
}
var isMuted = ({ viewer }) => Boolean(viewer?.muted || viewer?.mutedByList);
var isBlocked = ({ viewer }) => Boolean(viewer?.blockedBy || viewer?.blocking || viewer?.blockingByList);

// dist/bluesky/notifications.js
var pageSize = 100;
var mostPages = 10;
var ofPosts = ["mention", "reply", "quote"];
var ofAll = [...ofPosts, "follow"];
var somebody = object({ did: didString(), handle: handleString() });
async function readNotifications(rpc, sinceMs) {
  const all = await notifiedSince(rpc, sinceMs, ofAll);
  return { follows: all, posts: all.isAll ? all : await notifiedSince(rpc, sinceMs, ofPosts) };
}
async function notifiedSince(rpc, sinceMs, reasons) {
  const uris = /* @__PURE__ */ new Set();
  const followers = /* @__PURE__ */ new Map();
  let pagesLeft = mostPages;
  let isAll = false;
  for await (const page of pages((cursor) => ok(rpc().get("app.bsky.notification.listNotifications", {
    params: { reasons: [...reasons], limit: pageSize, ...cursor && { cursor } }
  })))) {
    const since = page.notifications.filter(({ indexedAt }) => !isBefore(indexedAt, sinceMs));
    for (const { author, indexedAt, reason, uri } of since) {
      if (refOfUri(uri))
        uris.add(uri);
      else if (reason === "follow" && is(somebody, author) && !followers.has(author.did))
        followers.set(author.did, { patron: toPatron(author), at: timeOf(indexedAt) });
    }
    isAll = since.length < page.notifications.length || !page.cursor;
    pagesLeft -= 1;
    if (isAll || pagesLeft === 0)
      break;
  }
  return { uris: [...uris], followers: [...followers.values()], isAll };
}

// dist/bluesky/to-post.js
import { AppBskyFeedPost, AppBskyRichtextFacet, unwrapMediaEmbed, unwrapQuoteEmbed, unwrapRecordEmbed } from "@atcute/bluesky";
import { is as is2 } from "@atcute/lexicons/validations";
function toPost(view, readAt) {
  const ref = refOfUri(view.uri, view.cid);
  if (!ref || !is2(AppBskyFeedPost.mainSchema, view.record))
    return void 0;
  const at = Date.parse(view.indexedAt);
  if (Number.isNaN(at))
    return void 0;
  const labels = [...view.labels ?? [], ...view.author?.labels ?? []];
  const suspect = suspectOf(labels, ref.did);
  const quoted = unwrapQuoteEmbed(unwrapRecordEmbed(view.embed));
  const quotedRef = quoted && refOfUri(quoted.uri);
  return {
    ...fromRecord(ref, view.record),
    at,
    readAt,
    media: mediaOf(view.embed),
    ...quotedRef && { quoted: postIdOf2(quotedRef) },
    ...isDisturbing(labels) && { sensitive: true },
    ...suspect && { suspect },
    ...view.viewer?.replyDisabled && { closed: true }
  };
}
function fromRecord(ref, record) {
  const first = postIdOf2({ did: ref.did, rkey: ref.rkey });
  const id = postIdOf2(ref);
  const parent = record.reply && refOfUri(record.reply.parent.uri);
  const root = record.reply && refOfUri(record.reply.root.uri);
  return {
    id,
    versions: id === first ? [first] : [first, id],
    authorId: accountIdOf2(ref.did),
    conversationId: root ? postIdOf2(root) : first,
    at: Date.parse(record.createdAt),
    text: record.text,
    ...rangesOf(record),
    media: [],
    ...parent && { repliedTo: postIdOf2(parent), repliedToAccount: accountIdOf2(parent.did) }
  };
}
function rangesOf({ facets = [], text }) {
  const links = [];
  const names = [];
  const unitAt = unitsByByte(text);
  for (const { features, index } of facets) {
    const start = unitAt.get(index.byteStart);
    const end = unitAt.get(index.byteEnd);
    if (start === void 0 || end === void 0 || end <= start)
      continue;
    for (const feature of features) {
      if (is2(AppBskyRichtextFacet.linkSchema, feature))
        links.push({ start, end, url: feature.uri });
      if (is2(AppBskyRichtextFacet.mentionSchema, feature))
        names.push({ start, end, account: accountIdOf2(feature.did) });
    }
  }
  const inOrder = (all) => all.toSorted((a, b) => a.start - b.start);
  return { links: withoutOverlaps(inOrder(links)), names: withoutOverlaps(inOrder(names)) };
}
var withoutOverlaps = (ranges) => ranges.filter(({ start }, at) => ranges.slice(0, at).every(({ end }) => end <= start));
function unitsByByte(text) {
  const units = /* @__PURE__ */ new Map([[0, 0]]);
  let bytes = 0;
  let unit = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    unit += character.length;
    units.set(bytes, unit);
  }
  return units;
}
function mediaOf(embed) {
  const media = unwrapMediaEmbed(embed);
  switch (media?.$type) {
    case "app.bsky.embed.images#view":
      return media.images.map(({ alt, thumb }) => ({ kind: "photo", ...alt && { alt }, preview: thumb }));
    case "app.bsky.embed.video#view":
      return [
        {
          kind: media.presentation === "gif" ? "gif" : "film",
          ...media.alt && { alt: media.alt },
          ...media.thumbnail && { preview: media.thumbnail }
        }
      ];
    default:
      return [];
  }
}

// dist/bluesky/reading.js
var asDid = (account) => didOf(account);
var pageSize2 = 100;
var mostIds = 25;
function createReading(rpc, account, now) {
  let own;
  function me() {
    own ??= fetchMe().catch((fault) => {
      own = void 0;
      throw fault;
    });
    return own;
  }
  async function fetchMe() {
    const actor = await account();
    const profile = await ok2(rpc().get("app.bsky.actor.getProfile", { params: { actor } }));
    const pinned = profile.pinnedPost && refOfUri(profile.pinnedPost.uri);
    return {
      id: accountIdOf2(profile.did),
      handle: profile.handle,
      ...pinned && { pinned: postIdOf2(pinned) }
    };
  }
  async function postsAt(uris, deadlineMs) {
    const begun = performance.now();
    const found = [];
    for (let at = 0; at < uris.length; at += mostIds) {
      const leftMs = deadlineMs && Math.max(0, Math.round(begun + deadlineMs - performance.now()));
      const some = uris.slice(at, at + mostIds);
      found.push(...(await ok2(rpc(leftMs).get("app.bsky.feed.getPosts", { params: { uris: some } }))).posts);
    }
    return found;
  }
  async function authored(uris, deadlineMs) {
    const readAt = now();
    const views = await postsAt([...new Set(uris)], deadlineMs);
    const found = [];
    const odd = [];
    for (const view of views) {
      const post = toPost(view, readAt);
      const ref = refOfUri(view.uri);
      const author = is3(somebody, view.author) && toPatron(view.author);
      if (post && author)
        found.push({ post, author });
      else if (ref)
        odd.push({
          id: postIdOf2(ref),
          at: timeOf(view.indexedAt),
          ...post && { post },
          ...author && { author }
        });
    }
    return { found, odd };
  }
  async function profiles(ids, deadlineMs) {
    const found = [];
    for (let at = 0; at < ids.length; at += mostIds) {
      const actors = ids.slice(at, at + mostIds).map(asDid);
      const answer = await ok2(rpc(deadlineMs).get("app.bsky.actor.getProfiles", { params: { actors } }));
      found.push(...answer.profiles);
    }
    return found;
  }
  async function posts(ids, deadlineMs) {
    const asked = [...new Set(ids)];
    const { found, odd } = await authored(asked.map((id) => postUri(refOf(id))), deadlineMs);
    const shown = new Set(found.flatMap(({ post }) => post.versions[0] ?? []));
    const isShown = (id) => shown.has(withoutVersion(id)) || odd.some((one) => one.id === withoutVersion(id));
    const gone = asked.filter((id) => !isShown(id));
    if (gone.length === 0)
      return { found, odd, gone };
    const writers = [...new Set(gone.map((id) => accountIdOf2(refOf(id).did)))];
    const blocking = new Set((await profiles(writers, deadlineMs)).filter(isBlocked).map(({ did }) => did));
    return { found, odd, gone, hidden: gone.filter((id) => blocking.has(refOf(id).did)) };
  }
  const notShown = async (ids, deadlineMs) => {
    const shown = new Set((await profiles(ids, deadlineMs)).filter((one) => !isBlocked(one)).map(({ did }) => accountIdOf2(did)));
    return ids.filter((id) => !shown.has(id));
  };
  return {
    me,
    posts,
    postsAgain: (kept) => posts(kept.map(({ id }) => id)),
    followersAgain: (ids) => notShown(ids),
    peopleAgain: notShown,
    async stillFollowing(people) {
      const shown = new Map((await profiles(people.map(({ id }) => id))).map((one) => [accountIdOf2(one.did), one]));
      return new Map(people.map(({ id }) => {
        const one = shown.get(id);
        return [id, !one ? "gone" : one.viewer?.followedBy ? "follows" : "left"];
      }));
    },
    async mentions(sinceMs) {
      const us = await me();
      const { follows, posts: written } = await readNotifications(rpc, sinceMs);
      const { found, odd } = await authored(written.uris);
      const meant = found.filter(({ post }) => isMeantForUs(post, us.id));
      meant.sort((a, b) => a.post.at - b.post.at || compareIds(a.post.id, b.post.id));
      return {
        found: meant,
        odd,
        cutOff: !written.isAll,
        follows: { found: follows.followers, cutOff: !follows.isAll }
      };
    },
    async *followers() {
      const actor = await account();
      for await (const page of pages((cursor) => ok2(rpc().get("app.bsky.graph.getFollowers", {
        params: { actor, limit: pageSize2, ...cursor && { cursor } }
      }))))
        yield page.followers.filter((one) => !isMuted(one)).map(toPatron);
    },
    async ownPosts(sinceMs) {
      const did = await account();
      const found = [];
      for await (const page of pages((cursor) => ok2(rpc().get("com.atproto.repo.listRecords", {
        params: { repo: did, collection: postCollection, limit: pageSize2, ...cursor && { cursor } }
      })))) {
        const all = page.records.flatMap(({ uri, value }) => {
          const ref = refOfUri(uri);
          return ref && is3(AppBskyFeedPost2.mainSchema, value) ? fromRecord(ref, value) : [];
        });
        const since = all.filter(({ at }) => at >= sinceMs);
        found.push(...since);
        if (since.length < page.records.length)
          break;
      }
      return { found: found.sort((a, b) => a.at - b.at || compareIds(a.id, b.id)), odd: [] };
    },
    async recentPosts(of, sinceMs) {
      const answer = await ok2(rpc().get("app.bsky.feed.getAuthorFeed", {
        params: { actor: asDid(of), filter: "posts_no_replies", limit: 50 }
      })).catch(undefinedIf(isNotShownFeed));
      return answer?.feed.flatMap(({ post, reason }) => {
        const read = reason ? void 0 : toPost(post, now());
        return read && read.at >= sinceMs ? read : [];
      });
    },
    async person(handle) {
      const params = { actor: handle };
      const profile = await ok2(rpc().get("app.bsky.actor.getProfile", { params })).catch(undefinedIf(isNotThere));
      return profile && toPatron(profile);
    }
  };
}
var isMeantForUs = (post, us) => post.authorId !== us && (isAboutUs(post, us) || post.quoted !== void 0);
var withoutVersion = (id) => {
  const { did, rkey } = refOf(id);
  return postIdOf2({ did, rkey });
};
var isNotShownFeed = (fault) => isNotThere(fault) || fault instanceof Error && /block|suspended|deactivated/iu.test(fault.message);

// dist/bluesky/session.js
import { Client, ok as ok3 } from "@atcute/client";
function createSignedCaller({ callBluesky, sessions, handle, password, deadlineMs }) {
  let current;
  const rpcAs = (bearer) => new Client({
    handler: (path, init) => callBluesky({ path, init: bearer ? withBearer(init, bearer) : init, deadlineMs })
  });
  async function open() {
    const isOurs = (session) => session?.signedInAs === handle;
    if (!isOurs(current))
      current = await sessions.get();
    if (current && isOurs(current))
      return current;
    current = await signIn(current);
    return current;
  }
  async function signIn(known) {
    const identifier = known?.signedInAs === handle ? known.account : handle;
    const input = { identifier, password };
    const answer = await ok3(rpcAs().post("com.atproto.server.createSession", { input })).catch(asRefused);
    return sessions.replace(known, sessionFrom(answer));
  }
  const sessionFrom = (answer) => ({
    signedInAs: handle,
    account: answer.did,
    access: answer.accessJwt,
    refresh: answer.refreshJwt
  });
  async function renew(refused) {
    const stored = await sessions.get();
    if (stored && stored.signedInAs === handle && stored.access !== refused.access)
      return stored;
    try {
      const answer = await ok3(rpcAs(refused.refresh).post("com.atproto.server.refreshSession", {}));
      return await sessions.replace(refused, sessionFrom(answer));
    } catch (fault) {
      if (fault instanceof TokenRefused || fault instanceof KeysRefused)
        return signIn(refused);
      throw fault;
    }
  }
  async function callSigned(call) {
    const session = await open().catch(notCalled);
    try {
      return await callBluesky({ ...call, init: withBearer(call.init, session.access) });
    } catch (fault) {
      if (!(fault instanceof TokenRefused))
        throw fault;
      current = await renew(session).catch(notCalled);
      return callBluesky({ ...call, init: withBearer(call.init, current.access) }).catch(asRefused);
    }
  }
  return { callSigned, account: async () => (await open().catch(notCalled)).account };
}
var withBearer = (init, token) => {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${token}`);
  return { ...init, headers };
};
function asRefused(fault) {
  if (fault instanceof TokenRefused)
    throw new KeysRefused("Bluesky", fault.detail);
  if (fault instanceof Rejected && /identifier|password/iu.test(fault.detail))
    throw new KeysRefused("Bluesky", fault.detail);
  throw fault;
}

// dist/bluesky/writing.js
import { AppBskyFeedPost as FeedPost } from "@atcute/bluesky";
import { ok as ok4 } from "@atcute/client";
import { is as is4 } from "@atcute/lexicons/validations";

// dist/bluesky/facets.js
import twitter from "twitter-text";
function facetsOf(text, dids) {
  const links = twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: true }).map(({ url, indices: [start, end] }) => ({
    at: { start, end },
    feature: {
      $type: "app.bsky.richtext.facet#link",
      uri: /^https?:/iu.test(url) ? url : `https://${url}`
    }
  }));
  const names = namesIn(text).flatMap(({ handle, ...at }) => {
    const did = dids.get(handle);
    return did ? [{ at, feature: { $type: "app.bsky.richtext.facet#mention", did } }] : [];
  });
  const isFree = (at) => !names.some((name) => at.start < name.at.end && name.at.start < at.end);
  return [...links.filter(({ at }) => isFree(at)), ...names].toSorted((a, b) => a.at.start - b.at.start).map(({ at, feature }) => ({
    index: {
      byteStart: Buffer.byteLength(text.slice(0, at.start)),
      byteEnd: Buffer.byteLength(text.slice(0, at.end))
    },
    features: [feature]
  }));
}

// dist/bluesky/record-key.js
import { createHash } from "node:crypto";
import { create } from "@atcute/tid";
var clockIds = 1024;
var microsecondsEachMs = 1e3;
function recordKey(key, at) {
  const hash = createHash("sha256").update(key).digest().readUInt32BE();
  const microsecond = Math.floor(hash / clockIds) % microsecondsEachMs;
  return create(at * microsecondsEachMs + microsecond, hash % clockIds);
}

// dist/bluesky/writing.js
function createWriting(rpc, account) {
  async function put(collection, rkey, record, mayStillSend) {
    const repo = await account();
    const input = {
      repo,
      collection,
      rkey,
      swapRecord: null,
      record
    };
    return ok4(rpc(void 0, mayStillSend).post("com.atproto.repo.putRecord", { input }));
  }
  async function publish(text, replyTo, mayStillSend, key) {
    const did = await account();
    const at = timeOf2(key);
    const rkey = recordKey(key, at);
    const reply = replyTo && await replyRefTo(replyTo).catch(notCalled);
    const facets = facetsOf(text, await didsOf(handlesIn(text)).catch(notCalled));
    const record = {
      $type: postCollection,
      text,
      createdAt: new Date(at).toISOString(),
      ...facets.length > 0 && { facets },
      ...reply && { reply }
    };
    const id = postIdOf2({ did, rkey });
    try {
      await put(postCollection, rkey, { ...record }, mayStillSend);
    } catch (fault) {
      if (!(fault instanceof KeyTaken) || !await saysSame(did, rkey, record))
        throw fault;
    }
    return { id, at };
  }
  async function replyRefTo(id) {
    const uri = postUri(refOf(id));
    const { posts } = await ok4(rpc().get("app.bsky.feed.getPosts", { params: { uris: [uri] } }));
    const [parent] = posts;
    if (!parent)
      throw new Rejected("gone", `${uri} is not shown to us`);
    if (parent.viewer?.replyDisabled)
      throw new Rejected("closed", `${uri} takes no reply of ours`);
    const root = is4(FeedPost.mainSchema, parent.record) ? parent.record.reply?.root : void 0;
    const cid = refOf(id).cid ?? parent.cid;
    const strong = { uri, cid };
    return { root: root ?? strong, parent: strong };
  }
  async function didsOf(handles) {
    const found = /* @__PURE__ */ new Map();
    for (const handle of handles) {
      const params = { handle };
      const answer = await ok4(rpc().get("com.atproto.identity.resolveHandle", { params })).catch(undefinedIf(isNotThere));
      if (answer)
        found.set(handle, answer.did);
    }
    return found;
  }
  async function saysSame(did, rkey, record) {
    const params = { repo: did, collection: postCollection, rkey };
    const { value } = await ok4(rpc().get("com.atproto.repo.getRecord", { params }));
    if (!is4(FeedPost.mainSchema, value))
      return false;
    return value.text === record.text && value.reply?.parent.uri === record.reply?.parent.uri;
  }
  return {
    publish,
    async remove(id) {
      const { did, rkey } = refOf(id);
      const input = { repo: did, collection: postCollection, rkey };
      await ok4(rpc().post("com.atproto.repo.deleteRecord", { input }));
    },
    async follow(id, mayStillSend, key) {
      const at = timeOf2(key);
      const record = {
        $type: "app.bsky.graph.follow",
        subject: didOf(id),
        createdAt: new Date(at).toISOString()
      };
      await put("app.bsky.graph.follow", recordKey(key, at), record, mayStillSend);
    }
  };
}
function timeOf2(key) {
  const at = Number(key.slice(key.lastIndexOf(".") + 1));
  if (!Number.isSafeInteger(at) || at <= 0)
    throw new OutcomeUnknown("Bluesky", `no time in ${key}`);
  return at;
}

// dist/bluesky/client.js
function createNetwork(options) {
  const { handle, password, service, sessions, timings, now, ending, called, heard } = options;
  const callBluesky = createCaller({ service, now, ending, called, heard });
  const deadlineMs = timings.readDeadlineMs;
  const { account, callSigned } = createSignedCaller({ callBluesky, sessions, handle, password, deadlineMs });
  const rpc = (ms, mayStillSend) => new Client2({
    handler: (path, init) => callSigned({
      path,
      init,
      deadlineMs: ms ?? (mayStillSend ? timings.writeDeadlineMs : timings.readDeadlineMs),
      ...mayStillSend && { mayStillSend }
    })
  });
  return {
    ...createReading(rpc, account, now),
    ...createWriting(rpc, account),
    privateMessages: async () => ({ found: [], odd: [] }),
    sendPrivate: async () => {
      throw new Rejected("private-closed", "The desk sends no private messages on Bluesky.");
    }
  };
}
export {
  createNetwork
};
