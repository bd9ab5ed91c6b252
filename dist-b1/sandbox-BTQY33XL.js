import {
  RateLimited,
  Refused as Refused2,
  invalidArguments,
  isOurs,
  isPerson,
  isVisibleToApp,
  seed,
  showPerson,
  visiblePerson,
  withPointers
} from "./chunk-YLS6S6NZ.js";
import {
  Refused,
  Unfit,
  accountByHandle,
  accountById,
  accountOf,
  addAccount,
  asPost,
  besides,
  blobIn,
  centralLibrary,
  centralLibrary2,
  check,
  checkHandle,
  cidOfBlob,
  compose,
  createRecord,
  deleteRecord,
  didIn,
  domain,
  edit,
  filledPage,
  frontNames,
  handleOf,
  hasFormat,
  hasLink,
  isAfter,
  isBlockBetween,
  isBlocking,
  isDetached,
  isEmbeddingClosed,
  isFollowing,
  isGatedFor,
  isLong,
  isMuted,
  isNewestVersion,
  isPost,
  isoOf,
  lookAtAccount,
  lookAtPost,
  lookingActs,
  maySeePostsOf,
  mentionsAccount,
  namesInFront,
  needAccount,
  needActor,
  needRecord,
  newAppPassword,
  newestFirst,
  nextId,
  object,
  oneOf,
  oneToOne,
  pageByTime,
  pictureUrl,
  publish,
  putRecord,
  quotedIn,
  readArguments,
  receivesMessagesFrom,
  recordAt,
  recordsOf,
  refused,
  relationOf,
  rename,
  revoke,
  seedState,
  seedState2,
  seenNow,
  showBasic,
  showDetailed,
  showLabels,
  showNotifications,
  showProfile,
  subjectOf,
  tellOf,
  tooLong,
  versions,
  whole,
  whyUnseen
} from "./chunk-CJOEDHBX.js";

// dist/sandbox/http/http.js
import { createServer } from "node:http";

// dist/sandbox/http/origin.js
var loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
function foreignRequest({ method, headers }, publicOrigin) {
  const { host = "", origin } = headers;
  const isPublic2 = publicOrigin !== void 0 && host.toLowerCase() === new URL(publicOrigin).host;
  if (!isPublic2 && !loopbackHost.test(host))
    return "Use the address with 127.0.0.1 or localhost: other names are refused.";
  const site = headers["sec-fetch-site"] ?? "none";
  const isLink = method === "GET" && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document" && headers.upgrade === void 0;
  const isOwn = site === "same-origin" || site === "none" || isLink;
  if (isOwn && (origin === void 0 || origin === (isPublic2 ? publicOrigin : `http://${host}`)))
    return void 0;
  return "Pages of other sites can do nothing here.";
}
function forbidden({ headers }, reason) {
  if (!headers.accept?.includes("text/html"))
    return { status: 403, body: { error: reason } };
  const policy2 = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
  return { status: 403, headers: { "content-security-policy": policy2 }, body: pageOf(reason) };
}
var pageOf = (reason) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not allowed</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem }</style>
<main>
<h1>This page can't be opened like this</h1>
<p>${reason}</p>
</main>
</html>
`;

// dist/sandbox/http/http.js
async function listen(handle2, port = 0, { host = "127.0.0.1", publicOrigin } = {}) {
  const sockets = /* @__PURE__ */ new Set();
  const end = new AbortController();
  let openAgain;
  const server = createServer((request, response) => {
    const refusal2 = foreignRequest(request, publicOrigin);
    if (refusal2 !== void 0) {
      send(response, forbidden(request, refusal2));
      return;
    }
    handle2(request, response).catch((error) => {
      if (response.headersSent || end.signal.aborted)
        response.destroy();
      else
        send(response, { status: 500, body: { error: String(error) } });
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const begin = (at) => new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  await begin(port);
  const { port: bound } = server.address();
  const open3 = async () => {
    clearTimeout(openAgain);
    if (!server.listening && !end.signal.aborted)
      await begin(bound);
  };
  return {
    url: `http://${nameOf(host)}:${bound}`,
    server,
    ended: end.signal,
    open: open3,
    shut(ms) {
      clearTimeout(openAgain);
      server.close();
      if (ms !== void 0)
        openAgain = setTimeout(() => void open3(), ms).unref();
    },
    close: () => new Promise((resolve) => {
      clearTimeout(openAgain);
      end.abort();
      server.close(() => resolve());
      for (const socket of sockets)
        socket.destroy();
    })
  };
}
function nameOf(host) {
  if (host === "0.0.0.0" || host === "::")
    return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
async function readBody(request, limit2 = 4e6) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > limit2)
      throw new RangeError(`Body over ${limit2} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
function encode({ body, headers }) {
  const isText = typeof body === "string";
  const payload = Buffer.from(isText ? body : JSON.stringify(body));
  return {
    payload,
    headers: {
      "content-type": isText ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
      "content-length": String(payload.length),
      ...headers
    }
  };
}
function send(response, answer3) {
  const { payload, headers } = encode(answer3);
  response.writeHead(answer3.status, headers);
  response.end(payload);
}

// dist/sandbox/bluesky/acts/people.js
function peopleActs(sky) {
  const write = (kind, detail) => sky.world.journal.write("bluesky", kind, detail);
  const ours = () => sky.state.accounts[sky.state.ours]?.handle ?? "";
  const two = (act, args) => {
    const { by, whom = ours() } = readArguments(act, args, { by: "string", whom: "string?" });
    const [who, target] = [needActor(sky, act, by), needAccount(sky, act, whom)];
    if (who === target)
      throw new Error(`${act}: nobody can ${act} themselves.`);
    return { who, target, said: { by: who.handle, whom: target.handle } };
  };
  const about = (act, collection2) => (args) => {
    const { said, target, who } = two(act, args);
    const record = { subject: target.did, createdAt: isoOf(sky.world.clock.now()) };
    const { uri } = createRecord(sky, who, { collection: collection2, record });
    write(act, said);
    return { uri };
  };
  const noMore = (act, collection2) => (args) => {
    const { said, target, who } = two(act, args);
    const found = recordsOf(sky, who.did, collection2).filter(({ value }) => subjectOf(value) === target.did);
    if (found.length === 0)
      throw new Error(`${act}: ${who.handle} has nothing to undo with ${target.handle}.`);
    for (const { uri } of found)
      deleteRecord(sky, uri);
    write(act, said);
  };
  const mute = (act, on) => (args) => {
    const { said, target, who } = two(act, args);
    who.mutes = [...who.mutes.filter((did) => did !== target.did), ...on ? [target.did] : []];
    write(act, said);
  };
  const become = (act, status) => (args) => {
    const { handle: handle2, on = true } = readArguments(act, args, { handle: "string", on: "boolean?" });
    const account = needAccount(sky, act, handle2);
    account.status = on ? status : "active";
    tellOf(sky, account);
    write(act, { handle: account.handle, on });
  };
  return {
    addAccount(args) {
      const given = readArguments("addAccount", args, {
        handle: "string",
        name: "string?",
        description: "string?",
        labels: "strings?",
        password: "string?",
        createdAt: "number?"
      });
      const handle2 = handleOf(given.handle);
      if (!hasFormat("handle", handle2))
        throw new Error(`addAccount: '${handle2}' is no handle. It has letters, digits and - between dots.`);
      const password = given.password ?? newAppPassword(sky);
      const account = addAccount(sky, { handle: handle2, password, createdAt: given.createdAt });
      describe(sky, account, given);
      write("addAccount", { handle: handle2, did: account.did });
      return { did: account.did, handle: handle2, password };
    },
    profile(args) {
      const { handle: handle2, ...given } = readArguments("profile", args, {
        handle: "string",
        name: "string?",
        description: "string?",
        labels: "strings?"
      });
      const account = needActor(sky, "profile", handle2);
      describe(sky, account, given);
      write("profile", { handle: account.handle, ...given });
    },
    rename(args) {
      const { handle: handle2, to } = readArguments("rename", args, { handle: "string", to: "string" });
      const account = needActor(sky, "rename", handle2);
      const before = account.handle;
      const next = handleOf(to);
      if (!hasFormat("handle", next))
        throw new Error(`rename: '${next}' is no handle.`);
      rename(sky, account, next);
      write("rename", { handle: before, to: next });
      return { did: account.did, handle: next };
    },
    deactivate: become("deactivate", "deactivated"),
    suspend: become("suspend", "takendown"),
    follow: about("follow", "app.bsky.graph.follow"),
    unfollow: noMore("unfollow", "app.bsky.graph.follow"),
    block: about("block", "app.bsky.graph.block"),
    unblock: noMore("unblock", "app.bsky.graph.block"),
    mute: mute("mute", true),
    unmute: mute("unmute", false),
    label(args) {
      const { on, value, off = false } = readArguments("label", args, {
        on: "string",
        value: "string",
        off: "boolean?"
      });
      const uri = on.startsWith("at://") ? on : needAccount(sky, "label", on).did;
      sky.state.labels = sky.state.labels.filter((one2) => one2.uri !== uri || one2.val !== value);
      if (!off)
        sky.state.labels.push({ src: moderation, uri, val: value, at: sky.world.clock.now() });
      write("label", { on, value, off });
    },
    appPassword(args) {
      const { handle: handle2, password = newAppPassword(sky), rights = "plain" } = readArguments("appPassword", args, {
        handle: "string",
        password: "string?",
        rights: "string?"
      });
      const privileged = oneOf("appPassword", "rights", rights, ["plain", "messages"]) === "messages";
      const account = needAccount(sky, "appPassword", handle2);
      const name3 = `password ${account.appPasswords.length + 1}`;
      account.appPasswords.push({ name: name3, password, createdAt: sky.world.clock.now(), privileged });
      write("appPassword", { handle: account.handle });
      return { password };
    },
    revoke(args) {
      const { handle: handle2, password } = readArguments("revoke", args, { handle: "string", password: "string?" });
      const account = needAccount(sky, "revoke", handle2);
      const found = account.appPasswords.find((one2) => one2.password === password);
      if (password !== void 0 && !found)
        throw new Error(`revoke: ${account.handle} has no such app password.`);
      revoke(sky, account, found?.name);
      write("revoke", { handle: account.handle });
    }
  };
}
var moderation = "did:plc:ar7c4by46qjdydhdevvrndac";
function describe(sky, account, { description, labels, name: name3 }) {
  const collection2 = "app.bsky.actor.profile";
  const known2 = recordAt(sky, `at://${account.did}/${collection2}/self`)?.value ?? {};
  const record = {
    ...known2,
    ...name3 !== void 0 && { displayName: name3 },
    ...description !== void 0 && { description },
    ...labels && { labels: selfLabels(labels) }
  };
  putRecord(sky, account, { collection: collection2, rkey: "self", record });
}
var selfLabels = (values) => ({
  $type: "com.atproto.label.defs#selfLabels",
  values: values.map((val) => ({ val }))
});

// dist/sandbox/bluesky/acts/facets.js
var name = /(?<=^|[\s(])@((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)/giu;
var link = /(?<=^|[\s(])https?:\/\/\S*[^\s.,;:!?)'"]/giu;
function facetsIn(sky, text3) {
  const bytesTo = (at) => Buffer.byteLength(text3.slice(0, at));
  const facet = (start2, length, feature) => ({
    index: { byteStart: bytesTo(start2), byteEnd: bytesTo(start2 + length) },
    features: [feature]
  });
  const names3 = [...text3.matchAll(name)].flatMap(({ 0: whole2, 1: handle2 = "", index }) => {
    const did = accountOf(sky, handle2)?.did;
    return did ? [facet(index, whole2.length, { $type: "app.bsky.richtext.facet#mention", did })] : [];
  });
  const links = [...text3.matchAll(link)].map(({ 0: uri, index }) => facet(index, uri.length, { $type: "app.bsky.richtext.facet#link", uri }));
  return [...names3, ...links];
}

// dist/sandbox/bluesky/acts/posting.js
var spec = {
  by: "string",
  text: "string",
  reply_to: "string?",
  quotes: "string?",
  photos: "strings?",
  external: "object?",
  langs: "strings?",
  labels: "strings?",
  createdAt: "number?",
  facets: "boolean?"
};
function postingActs(sky) {
  const write = (kind, detail) => sky.world.journal.write("bluesky", kind, detail);
  const now = () => isoOf(sky.world.clock.now());
  const post2 = (act, args) => {
    const given = readArguments(act, args, spec);
    const account = needActor(sky, act, given.by);
    const parent = given.reply_to === void 0 ? void 0 : needPost(sky, act, given.reply_to);
    const quoted = given.quotes === void 0 ? void 0 : needPost(sky, act, given.quotes);
    const facets = given.facets === false ? [] : facetsIn(sky, given.text);
    const media = mediaOf(sky, given.photos, given.external);
    const embed = embedOf(quoted, media);
    const record = {
      text: given.text,
      createdAt: given.createdAt === void 0 ? now() : isoOf(given.createdAt),
      ...facets.length > 0 && { facets },
      ...parent && {
        reply: { root: { ...asPost(parent.value).reply?.root ?? refOf(parent) }, parent: refOf(parent) }
      },
      ...embed && { embed },
      ...given.langs && { langs: given.langs },
      ...given.labels && { labels: selfLabels(given.labels) }
    };
    const { cid: cid2, uri } = createRecord(sky, account, { collection: "app.bsky.feed.post", record });
    write(act, { by: account.handle, uri, text: given.text, reply_to: given.reply_to, quotes: given.quotes });
    return { uri, cid: cid2, rkey: uri.split("/").at(-1), text: given.text };
  };
  const about = (act, collection2) => (args) => {
    const { by, uri } = readArguments(act, args, { by: "string", uri: "string" });
    const account = needActor(sky, act, by);
    const record = { subject: refOf(needPost(sky, act, uri)), createdAt: now() };
    const made = createRecord(sky, account, { collection: collection2, record });
    write(act, { by: account.handle, uri });
    return { uri: made.uri };
  };
  return {
    post: (args) => post2("post", args),
    reply: ({ to, ...args }) => post2("reply", { ...args, reply_to: to }),
    quote: ({ of, ...args }) => post2("quote", { ...args, quotes: of }),
    like: about("like", "app.bsky.feed.like"),
    repost: about("repost", "app.bsky.feed.repost"),
    edit(args) {
      const { uri, text: text3 } = readArguments("edit", args, { uri: "string", text: "string" });
      const known2 = needPost(sky, "edit", uri);
      const account = needActor(sky, "edit", sky.state.accounts[known2.did]?.handle ?? "");
      const { facets: _, ...rest } = known2.value;
      const facets = facetsIn(sky, text3);
      const record = { ...rest, text: text3, ...facets.length > 0 && { facets } };
      const { cid: cid2 } = putRecord(sky, account, { collection: known2.collection, rkey: known2.rkey, record });
      write("edit", { by: account.handle, uri, text: text3 });
      return { uri, cid: cid2 };
    },
    delete(args) {
      const { uri } = readArguments("delete", args, { uri: "string" });
      needRecord(sky, "delete", uri);
      deleteRecord(sky, uri);
      write("delete", { uri });
    },
    gate(args) {
      const { uri, allow } = readArguments("gate", args, { uri: "string", allow: "strings?" });
      const { did, rkey: rkey2 } = needPost(sky, "gate", uri);
      const account = needActor(sky, "gate", sky.state.accounts[did]?.handle ?? "");
      const collection2 = "app.bsky.feed.threadgate";
      if (allow) {
        const record = { post: uri, allow: allow.map(ruleOf), createdAt: now() };
        putRecord(sky, account, { collection: collection2, rkey: rkey2, record });
      } else {
        deleteRecord(sky, `at://${did}/${collection2}/${rkey2}`);
      }
      write("gate", { uri, allow });
    },
    detach(args) {
      const { from, on = true, uri } = readArguments("detach", args, {
        uri: "string",
        from: "string",
        on: "boolean?"
      });
      const { did, rkey: rkey2 } = needPost(sky, "detach", uri);
      const account = needActor(sky, "detach", sky.state.accounts[did]?.handle ?? "");
      const record = { post: uri, createdAt: now(), detachedEmbeddingUris: on ? [from] : [] };
      putRecord(sky, account, { collection: "app.bsky.feed.postgate", rkey: rkey2, record });
      write("detach", { uri, from, on });
    }
  };
}
var refOf = ({ cid: cid2, uri }) => ({ uri, cid: cid2 });
function needPost(sky, act, uri) {
  const found = needRecord(sky, act, uri);
  if (!isPost(found))
    throw new Error(`${act}: '${uri}' is no post.`);
  return found;
}
var rules = {
  mention: "mentionRule",
  following: "followingRule",
  followers: "followerRule"
};
function ruleOf(name3) {
  const rule = rules[name3];
  if (!rule)
    throw new Error(`gate: 'allow' has '${name3}', not one of ${Object.keys(rules).join(", ")}.`);
  return { $type: `app.bsky.feed.threadgate#${rule}` };
}
function mediaOf(sky, photos, external) {
  if (photos && external)
    throw new Error("post: it takes either photos or external.");
  if (external)
    return { $type: "app.bsky.embed.external", external };
  if (!photos)
    return void 0;
  const images = photos.map((alt) => {
    const bytes = Buffer.from(`A picture: ${alt} ${sky.world.random.text(8)}`);
    const link2 = cidOfBlob(bytes);
    sky.state.blobs[link2] = { mimeType: "image/jpeg", size: bytes.length };
    const image = { $type: "blob", ref: { $link: link2 }, mimeType: "image/jpeg", size: bytes.length };
    return { alt, image, aspectRatio: { width: 4, height: 3 } };
  });
  return { $type: "app.bsky.embed.images", images };
}
function embedOf(quoted, media) {
  if (!quoted)
    return media;
  const record = { $type: "app.bsky.embed.record", record: refOf(quoted) };
  return media ? { $type: "app.bsky.embed.recordWithMedia", record, media } : record;
}

// dist/sandbox/http/respond.js
import { setTimeout as delay } from "node:timers/promises";

// dist/sandbox/world/shapes.js
var oddKinds = [
  "no-conversation-id",
  "no-author",
  "no-author-id",
  "time-format",
  "time-number",
  "unknown-values",
  "no-text",
  "huge-numbers",
  "number-ids",
  "half-characters",
  "empty-entities",
  "empty-lists",
  "null-lists",
  "null-item",
  "hydration-failure",
  "partial-error",
  "errors-alone"
];
function isShape(fault) {
  return fault.how === "odd" || fault.how === "refused-field";
}

// dist/sandbox/world/faults.js
var failsAtOnce = ["reset", "hang", "status"];
function createFaults() {
  let planned = [];
  const sides = /* @__PURE__ */ new Map();
  const takeOne = (hit) => {
    hit.left -= 1;
    planned = planned.filter(({ left }) => left > 0);
  };
  return {
    plan(fault) {
      const guarded = sides.get(fault.side);
      if (fault.how === "refused") {
        guarded?.door.shut(fault.ms);
        return;
      }
      if (guarded && fault.call !== void 0 && !guarded.calls.includes(fault.call)) {
        throw new Error(`fault: ${fault.side} has no call '${fault.call}'. There is: ${guarded.calls.join(", ")}.`);
      }
      if (isShape(fault)) {
        if (fault.how === "odd" && fault.call !== void 0 && !fault.call.startsWith("GET ")) {
          throw new Error(`fault: '${fault.call}' gives back what was written. Only reads have odd posts.`);
        }
        planned.push({ fault, left: count(fault.times ?? (fault.how === "odd" ? 1 : "always")) });
        return;
      }
      if (fault.when === "late" && !failsAtOnce.includes(fault.how)) {
        throw new Error(`fault: late goes with ${failsAtOnce.join(", ")}, not with '${fault.how}'.`);
      }
      planned.push({ fault, left: count(fault.times ?? 1) });
    },
    take(side, call) {
      for (const hit of planned) {
        if (isShape(hit.fault) || hit.fault.side !== side || hit.fault.call !== call)
          continue;
        takeOne(hit);
        return hit.fault;
      }
      return void 0;
    },
    shapes: (side, call) => planned.flatMap(({ fault }) => isShape(fault) && fault.side === side && (fault.call ?? call) === call ? [fault] : []),
    used(shape) {
      const hit = planned.find(({ fault }) => fault === shape);
      if (hit)
        takeOne(hit);
    },
    planned: () => planned.map(({ fault, left }) => ({ ...fault, times: left === Infinity ? "always" : left })),
    async clear() {
      planned = [];
      await Promise.all([...sides.values()].map(({ door }) => door.open()));
    },
    register(side, calls, door) {
      sides.set(side, { calls, door });
    }
  };
}
function count(times) {
  return times === "always" ? Infinity : times;
}
function takesEffect({ when, how }) {
  return when === "after" || when === "before" && how === "slow";
}

// dist/sandbox/http/respond.js
var overloaded = { status: 503, body: "<html><body>Over capacity</body></html>" };
async function respond(response, fault, effect, { clock, ended }) {
  if (!fault)
    return send(response, await effect());
  if (fault.when === "late") {
    void clock.reaches(clock.now() + (fault.lateMs ?? 1e3), ended).then(effect);
  }
  const wait = (ms) => delay(ms, void 0, { ref: false, signal: ended });
  if (fault.how === "slow" && fault.when === "before")
    await wait(fault.ms ?? 1e3);
  const answer3 = takesEffect(fault) ? await effect() : overloaded;
  switch (fault.how) {
    case "reset":
      response.destroy();
      return;
    case "hang":
      return;
    case "status":
      return send(response, {
        status: fault.status ?? overloaded.status,
        headers: fault.headers ?? {},
        body: fault.body ?? overloaded.body
      });
    case "slow":
      if (fault.when === "after")
        await wait(fault.ms ?? 1e3);
      return send(response, answer3);
    case "trickle":
      return trickle(response, answer3, () => wait(fault.ms ?? 100));
    case "cut":
      return cut(response, answer3);
  }
}
async function trickle(response, answer3, pause) {
  const { payload, headers } = encode(answer3);
  response.writeHead(answer3.status, headers);
  for (const byte of payload) {
    if (response.destroyed)
      return;
    response.write(Buffer.of(byte));
    await pause();
  }
  response.end();
}
function cut(response, answer3) {
  const { payload, headers } = encode(answer3);
  response.writeHead(answer3.status, headers);
  response.write(payload.subarray(0, payload.length >> 1), () => response.destroy());
}

// dist/sandbox/bluesky/wire/limits.js
var minuteMs = 6e4;
var hourMs = 60 * minuteMs;
var dayMs = 24 * hourMs;
var ofAddress = (address) => ({
  key: `address ${address}`,
  points: 3e3,
  windowMs: 5 * minuteMs
});
var ofWrites = (did, cost) => [
  { key: `writes of an hour ${did}`, points: 5e3, windowMs: hourMs, cost },
  { key: `writes of a day ${did}`, points: 35e3, windowMs: dayMs, cost }
];
function countCall({ state, world }, limits) {
  if (!state.hasLimits)
    return {};
  const now = world.clock.now();
  const counted = limits.map(({ cost = 1, key: key2, points, windowMs: windowMs2 }) => {
    const known2 = state.windows[key2];
    const window = known2 && known2.endsAt > now ? known2 : { used: 0, endsAt: now + windowMs2 };
    window.used += cost;
    state.windows[key2] = window;
    return { points, windowMs: windowMs2, left: points - window.used, endsAt: window.endsAt };
  });
  const [tightest] = counted.sort((a, b) => a.left - b.left);
  if (!tightest)
    return {};
  const headers = {
    "ratelimit-limit": String(tightest.points),
    "ratelimit-reset": String(Math.floor(tightest.endsAt / 1e3)),
    "ratelimit-remaining": String(Math.max(0, tightest.left)),
    "ratelimit-policy": `${tightest.points};w=${tightest.windowMs / 1e3}`
  };
  if (tightest.left < 0)
    throw new Refused(429, "RateLimitExceeded", "Rate Limit Exceeded", headers);
  return headers;
}

// dist/sandbox/bluesky/methods/identity.js
var handle = { type: "string", format: "handle" };
var identityMethods = [
  {
    call: "GET com.atproto.identity.resolveHandle",
    auth: "none",
    params: object({ handle }),
    answer({ params, sky }) {
      const asked2 = String(params.handle);
      const account = accountOf(sky, asked2);
      if (account?.status === "active")
        return { body: { did: account.did } };
      throw refused("Unable to resolve handle", asked2.endsWith(domain) ? "HandleNotFound" : "InvalidRequest");
    }
  },
  {
    call: "POST com.atproto.identity.updateHandle",
    auth: "access",
    input: object({ handle }),
    limits({ caller }) {
      const { did } = caller();
      return [
        { key: `handles ${did}`, points: 10, windowMs: 5 * minuteMs },
        { key: `handles of a day ${did}`, points: 50, windowMs: dayMs }
      ];
    },
    answer({ caller, input, sky }) {
      const to = String(input.handle);
      checkHandle(to);
      rename(sky, caller(), to);
      return { journal: { to } };
    }
  }
];

// dist/sandbox/bluesky/methods/people.js
var actor = { type: "string", format: "at-identifier" };
var peopleMethods = [
  {
    call: "GET app.bsky.actor.getProfile",
    auth: "access",
    isOfAppView: true,
    params: object({ actor }),
    answer({ looking, params }) {
      const here = looking();
      const did = didOf(here.seen, String(params.actor));
      const status = did && here.seen.actors[did]?.status;
      if (!did || !status)
        throw refused("Profile not found");
      if (status === "takendown")
        throw refused("Account has been suspended", "AccountTakedown");
      if (status === "deactivated")
        throw refused("Account is deactivated", "AccountDeactivated");
      return { body: showDetailed(here, did) };
    }
  },
  {
    call: "GET app.bsky.actor.getProfiles",
    auth: "access",
    isOfAppView: true,
    params: object({ actors: { type: "array", items: actor, max: 25 } }),
    answer({ looking, params }) {
      const here = looking();
      const dids = params.actors.flatMap((one2) => didOf(here.seen, one2) ?? []);
      return { body: { profiles: dids.flatMap((did) => showDetailed(here, did) ?? []) } };
    }
  },
  {
    call: "GET app.bsky.graph.getFollowers",
    auth: "access",
    isOfAppView: true,
    params: object({ actor, "limit?": { type: "integer", min: 1, max: 100 }, "cursor?": { type: "string" } }),
    answer({ looking, params }) {
      const { cursor, limit: limit2 = 50 } = params;
      const here = looking();
      const did = didOf(here.seen, String(params.actor));
      const subject = did && showProfile(here, did);
      if (!did || !subject)
        throw refused(`Actor not found: ${params.actor}`);
      const all3 = Object.values(here.seen.follows).filter(({ value }) => subjectOf(value) === did);
      const page3 = filledPage(limit2, cursor, (size, from) => {
        const { cursor: next, items } = pageByTime(all3, size, from);
        const shown5 = items.filter(({ did: by }) => !isBlockBetween(here, by, did) && !isBlockBetween(here, by, here.viewer));
        return { items: shown5.flatMap(({ did: by }) => showProfile(here, by) ?? []), cursor: next };
      });
      return { body: { followers: page3.items, subject, cursor: page3.cursor } };
    }
  },
  {
    call: "GET app.bsky.graph.getRelationships",
    auth: "access",
    isOfAppView: true,
    params: object({ actor, "others?": { type: "array", items: actor, max: 30 } }),
    answer({ looking, params }) {
      const here = looking();
      const asker = didOf(here.seen, String(params.actor));
      const others = params.others ?? [];
      const notFound2 = (other) => ({
        actor: other,
        notFound: true,
        $type: "app.bsky.graph.defs#notFoundActor"
      });
      const relationships = others.map((did) => asker ? { did, ...relationOf(here, did, asker), $type: "app.bsky.graph.defs#relationship" } : notFound2(did));
      return { body: { actor: asker, relationships } };
    }
  },
  ...["mute", "unmute"].map((verb) => ({
    call: `POST app.bsky.graph.${verb}Actor`,
    auth: "access",
    isOfAppView: true,
    input: object({ actor }),
    answer({ caller, input, sky }) {
      const account = caller();
      const whom = accountOf(sky, String(input.actor));
      if (!whom)
        throw refused("Actor not found");
      account.mutes = account.mutes.filter((did) => did !== whom.did);
      if (verb === "mute")
        account.mutes.push(whom.did);
      return { journal: { whom: whom.handle } };
    }
  }))
];
function didOf({ actors }, didOrHandle) {
  if (didOrHandle.startsWith("did:"))
    return didOrHandle;
  const handle2 = didOrHandle.toLowerCase();
  return Object.entries(actors).find(([, one2]) => one2.handle === handle2)?.[0];
}

// dist/sandbox/bluesky/views/embed.js
function showEmbed(looking, post2, depth, showPost3) {
  const { embed } = asPost(post2.value);
  const quoted = quotedIn(asPost(post2.value))?.uri;
  if (quoted === void 0)
    return embed && showMedia(post2.did, embed);
  const record = showQuoted(looking, post2, quoted, depth, showPost3);
  if (embed?.$type === "app.bsky.embed.record")
    return { record, $type: "app.bsky.embed.record#view" };
  return {
    media: showMedia(post2.did, embed?.media),
    record: {
      record,
      ...typeof record.notFound === "boolean" || record.blocked || record.detached ? { $type: "app.bsky.embed.record#view" } : {}
    },
    $type: "app.bsky.embed.recordWithMedia#view"
  };
}
function showQuoted(looking, post2, uri, depth, showPost3) {
  const did = didIn(uri);
  if (isBlockBetween(looking, looking.viewer, did) || isBlockBetween(looking, post2.did, did)) {
    const { blockedBy, blocking } = relationOf(looking, did, looking.viewer);
    return {
      uri,
      blocked: true,
      author: { did, viewer: { blockedBy: blockedBy !== void 0, blocking } },
      $type: "app.bsky.embed.record#viewBlocked"
    };
  }
  const detached = { uri, detached: true, $type: "app.bsky.embed.record#viewDetached" };
  if (post2.violatesEmbedding)
    return detached;
  const view = showPost3(looking, uri, depth);
  if (!view)
    return { uri, notFound: true, $type: "app.bsky.embed.record#viewNotFound" };
  if (isDetached(looking.seen, uri, post2.uri))
    return detached;
  return {
    uri: view.uri,
    cid: view.cid,
    author: view.author,
    value: view.record,
    labels: view.labels,
    likeCount: view.likeCount,
    replyCount: view.replyCount,
    repostCount: view.repostCount,
    quoteCount: view.quoteCount,
    indexedAt: view.indexedAt,
    embeds: depth > 1 ? void 0 : view.embed ? [view.embed] : [],
    $type: "app.bsky.embed.record#viewRecord"
  };
}
function showMedia(did, media) {
  switch (media.$type) {
    case "app.bsky.embed.images":
      return {
        images: media.images.map(({ alt, aspectRatio, image }) => ({
          thumb: pictureUrl("feed_thumbnail", did, blobIn(image) ?? ""),
          fullsize: pictureUrl("feed_fullsize", did, blobIn(image) ?? ""),
          alt,
          aspectRatio
        })),
        $type: "app.bsky.embed.images#view"
      };
    case "app.bsky.embed.external": {
      const { description, thumb, title, uri } = media.external;
      const picture = blobIn(thumb);
      return {
        external: { uri, title, description, thumb: picture && pictureUrl("feed_thumbnail", did, picture) },
        $type: "app.bsky.embed.external#view"
      };
    }
    case "app.bsky.embed.video": {
      const cid2 = blobIn(media.video) ?? "";
      const address = `https://video.bsky.app/watch/${encodeURIComponent(did)}/${cid2}`;
      return {
        cid: cid2,
        playlist: `${address}/playlist.m3u8`,
        thumbnail: `${address}/thumbnail.jpg`,
        alt: media.alt,
        aspectRatio: media.aspectRatio,
        $type: "app.bsky.embed.video#view"
      };
    }
    default:
      return void 0;
  }
}

// dist/sandbox/bluesky/views/post.js
function showPost(looking, uri, depth = 0) {
  const { seen, viewer } = looking;
  const post2 = seen.records[uri];
  if (!post2 || !isPost(post2))
    return void 0;
  const author = showBasic(looking, post2.did);
  if (!author)
    return void 0;
  const counts = seen.counts[uri];
  const gate = seen.records[besides(uri, "app.bsky.feed.threadgate")];
  const { embed, reply } = asPost(post2.value);
  const shownEmbed = embed && depth < 2 ? showEmbed(looking, post2, depth + 1, showPost) : void 0;
  return {
    uri,
    cid: post2.cid,
    author,
    record: post2.value,
    embed: shownEmbed,
    bookmarkCount: 0,
    replyCount: counts?.replies ?? 0,
    repostCount: counts?.reposts ?? 0,
    likeCount: counts?.likes ?? 0,
    quoteCount: counts?.quotes ?? 0,
    indexedAt: isoOf(post2.sortAt),
    viewer: {
      repost: own(looking, "app.bsky.feed.repost", uri),
      like: own(looking, "app.bsky.feed.like", uri),
      bookmarked: false,
      threadMuted: false,
      replyDisabled: post2.violatesGate || isGatedFor(seen, reply?.root.uri ?? uri, viewer),
      embeddingDisabled: isEmbeddingClosed(seen, uri, viewer)
    },
    labels: showLabels(looking, post2),
    threadgate: !reply && gate ? { uri: gate.uri, cid: gate.cid, record: gate.value, lists: [] } : void 0
  };
}
function own({ seen, viewer }, collection2, uri) {
  const kind = collection2 === "app.bsky.feed.like" ? "likes" : "reposts";
  if (!seen.counts[uri]?.[kind])
    return void 0;
  return Object.values(seen.records).find((one2) => one2.did === viewer && one2.collection === collection2 && subjectOf(one2.value) === uri)?.uri;
}
function showInFeed(looking, item) {
  const isRepost = !isPost(item);
  const uri = isRepost ? subjectOf(item.value) : item.uri;
  const post2 = showPost(looking, uri);
  if (!post2)
    return void 0;
  const record = looking.seen.records[uri];
  const { reply } = record ? asPost(record.value) : {};
  return {
    post: post2,
    reason: isRepost ? {
      by: showBasic(looking, item.did),
      uri: item.uri,
      cid: item.cid,
      indexedAt: isoOf(item.sortAt),
      $type: "app.bsky.feed.defs#reasonRepost"
    } : void 0,
    reply: reply && !record?.violatesGate ? { root: showRef(looking, uri, reply.root.uri), parent: showRef(looking, uri, reply.parent.uri) } : void 0
  };
}
function showRef(looking, child, uri) {
  const did = didIn(uri);
  const post2 = showPost(looking, uri);
  if (!post2)
    return { $type: "app.bsky.feed.defs#notFoundPost", uri, notFound: true };
  if (isBlockBetween(looking, looking.viewer, did) || isBlockBetween(looking, didIn(child), did))
    return { $type: "app.bsky.feed.defs#blockedPost", uri, blocked: true, author: { did } };
  return { $type: "app.bsky.feed.defs#postView", ...post2 };
}

// dist/sandbox/bluesky/methods/posts.js
var filters = [
  "posts_with_replies",
  "posts_no_replies",
  "posts_with_media",
  "posts_and_author_threads",
  "posts_with_video"
];
var limit = { type: "integer", min: 1, max: 100 };
var text = { type: "string" };
var postMethods = [
  {
    call: "GET app.bsky.feed.getPosts",
    auth: "access",
    isOfAppView: true,
    params: object({ uris: { type: "array", items: { type: "string", format: "at-uri" }, max: 25 } }),
    answer({ looking, params }) {
      const here = looking();
      const uris = [...new Set(params.uris)];
      const shown5 = uris.filter((uri) => !isBlockBetween(here, here.viewer, didIn(uri)));
      return { body: { posts: shown5.flatMap((uri) => showPost(here, uri) ?? []) } };
    }
  },
  {
    call: "GET app.bsky.feed.getAuthorFeed",
    auth: "access",
    isOfAppView: true,
    params: object({
      actor: { type: "string", format: "at-identifier" },
      "limit?": limit,
      "cursor?": text,
      "filter?": text,
      "includePins?": { type: "boolean" }
    }),
    answer({ looking, params }) {
      const asked2 = params;
      const here = looking();
      const did = didOf(here.seen, asked2.actor);
      if (!did || !showProfile(here, did))
        throw refused("Profile not found");
      const { blockedBy, blocking } = relationOf(here, did, here.viewer);
      if (blocking)
        throw refused(`Requester has blocked actor: ${did}`, "BlockedActor");
      if (blockedBy)
        throw refused(`Requester is blocked by actor: ${did}`, "BlockedByActor");
      const all3 = Object.values(here.seen.records).filter((one2) => one2.did === did && isInFeed(one2, asked2.filter ?? filters[0]));
      const page3 = filledPage(asked2.limit ?? 50, asked2.cursor, (size, from) => {
        const { cursor, items } = pageByTime(all3, size, from);
        const shown5 = items.filter((one2) => {
          const writer = isPost(one2) ? did : didIn(String(one2.value.subject.uri));
          return !isBlockBetween(here, here.viewer, writer) && (writer === did || !isMuted(here, writer));
        });
        return { items: shown5.flatMap((one2) => showInFeed(here, one2) ?? []), cursor };
      });
      return { body: { feed: page3.items, cursor: page3.cursor } };
    }
  },
  {
    call: "GET app.bsky.notification.listNotifications",
    auth: "access",
    isOfAppView: true,
    params: object({
      "reasons?": { type: "array", items: text },
      "limit?": limit,
      "priority?": { type: "boolean" },
      "cursor?": text,
      "seenAt?": { type: "string", format: "datetime" }
    }),
    answer({ looking, params }) {
      const asked2 = params;
      if (params.seenAt !== void 0)
        throw refused("The seenAt parameter is unsupported");
      return { body: showNotifications(looking(), { ...asked2, limit: asked2.limit ?? 50 }) };
    }
  }
];
function isInFeed(record, filter) {
  const isRepost = record.collection === "app.bsky.feed.repost";
  if (!isRepost && !isPost(record))
    return false;
  const { embed, reply } = isRepost ? {} : asPost(record.value);
  const media = embed?.$type === "app.bsky.embed.recordWithMedia" ? embed.media : embed;
  const kind = media?.$type;
  switch (filter) {
    case "posts_no_replies":
      return !reply;
    case "posts_with_media":
      return kind === "app.bsky.embed.images";
    case "posts_with_video":
      return kind === "app.bsky.embed.video";
    case "posts_and_author_threads":
      return !reply || didIn(reply.root.uri) === record.did;
    default:
      return true;
  }
}

// dist/sandbox/bluesky/methods/repo.js
var repo = { type: "string", format: "at-identifier" };
var collection = { type: "string", format: "nsid" };
var rkey = { type: "string", format: "record-key", maxLength: 512 };
var cid = { type: "string", format: "cid" };
var flag = { type: "boolean" };
var largestBlob = 5242880;
var repoMethods = [
  {
    call: "POST com.atproto.repo.putRecord",
    auth: "access",
    input: object({
      repo,
      collection,
      rkey,
      "validate?": flag,
      record: { type: "unknown" },
      "swapRecord?": { type: "nullable", of: cid },
      "swapCommit?": cid
    }),
    limits: ({ caller }) => ofWrites(caller().did, 2),
    answer(call) {
      const account = writerOf(call);
      const written = putRecord(call.sky, account, toWrite(call));
      const { commit, uri } = written;
      return { body: written, journal: { uri, cid: written.cid, changed: commit !== void 0 } };
    }
  },
  {
    call: "POST com.atproto.repo.createRecord",
    auth: "access",
    input: object({
      repo,
      collection,
      "rkey?": rkey,
      "validate?": flag,
      record: { type: "unknown" },
      "swapCommit?": cid
    }),
    limits: ({ caller }) => ofWrites(caller().did, 3),
    answer(call) {
      const account = writerOf(call);
      const written = createRecord(call.sky, account, toWrite(call));
      return { body: written, journal: { uri: written.uri, cid: written.cid, changed: true } };
    }
  },
  {
    call: "POST com.atproto.repo.deleteRecord",
    auth: "access",
    input: object({ repo, collection, rkey, "swapRecord?": cid, "swapCommit?": cid }),
    limits: ({ caller }) => ofWrites(caller().did, 1),
    answer(call) {
      const { did } = writerOf(call);
      const { input, sky } = call;
      const uri = `at://${did}/${input.collection}/${input.rkey}`;
      const commit = deleteRecord(sky, uri, input.swapRecord);
      return { body: { commit }, journal: { uri, changed: commit !== void 0 } };
    }
  },
  {
    call: "GET com.atproto.repo.getRecord",
    auth: "none",
    params: object({ repo, collection, rkey, "cid?": cid }),
    answer({ params, sky }) {
      const { did } = liveRepo(sky, params);
      const uri = `at://${did}/${params.collection}/${params.rkey}`;
      const found = recordAt(sky, uri);
      if (!found || params.cid !== void 0 && params.cid !== found.cid)
        throw refused(`Could not locate record: ${uri}`, "RecordNotFound");
      return { body: { uri, cid: found.cid, value: found.value } };
    }
  },
  {
    call: "GET com.atproto.repo.listRecords",
    auth: "none",
    params: object({
      repo,
      collection,
      "limit?": { type: "integer", min: 1, max: 100 },
      "cursor?": { type: "string" },
      "reverse?": flag
    }),
    answer({ params, sky }) {
      const { collection: collection2, cursor, limit: limit2 = 50, reverse = false } = params;
      const newestFirst2 = recordsOf(sky, liveRepo(sky, params).did, collection2);
      const all3 = reverse ? newestFirst2.toReversed() : newestFirst2;
      const rest = all3.filter(({ rkey: rkey2 }) => cursor === void 0 || (reverse ? rkey2 > cursor : rkey2 < cursor));
      const page3 = rest.slice(0, limit2);
      return {
        body: {
          records: page3.map(({ cid: cid2, uri, value }) => ({ uri, cid: cid2, value })),
          cursor: page3.at(-1)?.rkey
        }
      };
    }
  },
  {
    call: "POST com.atproto.repo.uploadBlob",
    auth: "access",
    input: "bytes",
    answer({ bytes, caller, contentType, sky }) {
      checkActive(caller());
      if (bytes.length > largestBlob)
        throw new Refused(413, "PayloadTooLarge", "request entity too large");
      const link2 = cidOfBlob(bytes);
      sky.state.blobs[link2] = { mimeType: contentType, size: bytes.length };
      return {
        body: { blob: { $type: "blob", ref: { $link: link2 }, mimeType: contentType, size: bytes.length } }
      };
    }
  }
];
var toWrite = ({ input }) => {
  const { record } = input;
  if (typeof record !== "object" || record === null || Array.isArray(record))
    throw refused(`Expected object value type (got ${JSON.stringify(record)}) at $.record`);
  return input;
};
function writerOf({ caller, input, sky }) {
  const account = accountOf(sky, String(input.repo));
  if (!account)
    throw new Refused(403, "AccountNotFound", "Account not found");
  checkActive(account);
  if (account !== caller())
    throw new Refused(401, "AuthenticationRequired", "Authentication Required");
  return account;
}
function checkActive({ status }) {
  if (status === "takendown")
    throw new Refused(401, "AccountTakedown", "Account has been taken down");
  if (status === "deactivated")
    throw new Refused(401, "AccountDeactivated", "Account is deactivated");
}
function liveRepo(sky, { repo: repo2 }) {
  const account = accountOf(sky, String(repo2));
  if (account?.status !== "active")
    throw refused(`Could not find repo: ${repo2}`);
  return account;
}

// dist/sandbox/bluesky/wire/tokens.js
import { createHmac, timingSafeEqual } from "node:crypto";
var accessMs = 2 * hourMs;
var refreshMs = 90 * dayMs;
var graceMs = 2 * hourMs;
var base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var key = "sandbox";
function openSession(sky, { did }, appPassword) {
  return sign(sky, did, appPassword, sky.world.random.text(43, base64));
}
function renewSession(sky, id2) {
  const now = sky.world.clock.now();
  const token2 = sky.state.refreshTokens[id2];
  if (!token2 || token2.expiresAt <= now)
    throw refused("Token has been revoked", "ExpiredToken");
  token2.expiresAt = Math.min(token2.expiresAt, now + graceMs);
  token2.nextId ??= sky.world.random.text(43, base64);
  const appPassword = sky.state.accounts[token2.did]?.appPasswords.find(({ name: name3 }) => name3 === token2.appPassword);
  return sign(sky, token2.did, appPassword, token2.nextId);
}
function sign(sky, did, appPassword, jti) {
  const now = sky.world.clock.now();
  sky.state.refreshTokens[jti] ??= {
    did,
    expiresAt: now + refreshMs,
    ...appPassword && { appPassword: appPassword.name }
  };
  const iat = Math.floor(now / 1e3);
  const claims = { aud: "did:web:localhost", sub: did, iat };
  const scope = !appPassword ? "com.atproto.access" : appPassword.privileged ? "com.atproto.appPassPrivileged" : "com.atproto.appPass";
  return {
    accessJwt: token("at+jwt", { scope, ...claims, exp: iat + accessMs / 1e3 }),
    refreshJwt: token("refresh+jwt", {
      scope: "com.atproto.refresh",
      jti,
      ...claims,
      exp: iat + refreshMs / 1e3
    })
  };
}
var partOf = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
var signatureOf = (text3) => createHmac("sha256", key).update(text3).digest();
function token(typ, claims) {
  const text3 = `${partOf({ typ, alg: "HS256" })}.${partOf(claims)}`;
  return `${text3}.${signatureOf(text3).toString("base64url")}`;
}
function readToken(sky, authorization, typ) {
  if (authorization === void 0)
    throw new Refused(401, "AuthMissing", "Authentication Required");
  const [type2 = "", bearer2, ...more] = authorization.split(" ");
  if (bearer2 === void 0 || more.length > 0)
    throw refused("Malformed authorization header", "InvalidToken");
  if (type2.toLowerCase() !== "bearer")
    throw refused(`Unsupported authorization type: ${type2}`, "InvalidToken");
  const claims = verified(bearer2, typ);
  if (!claims)
    throw refused("Token could not be verified", "InvalidToken");
  if (claims.exp * 1e3 <= sky.world.clock.now())
    throw refused("Token has expired", "ExpiredToken");
  return claims;
}
function verified(bearer2, typ) {
  const [head = "", body = "", signature2 = ""] = bearer2.split(".");
  const given = Buffer.from(signature2, "base64url");
  const wanted4 = signatureOf(`${head}.${body}`);
  if (head !== partOf({ typ, alg: "HS256" }))
    return void 0;
  if (given.length !== wanted4.length || !timingSafeEqual(given, wanted4))
    return void 0;
  return JSON.parse(Buffer.from(body, "base64url").toString());
}

// dist/sandbox/bluesky/methods/server.js
var text2 = { type: "string" };
var unknownKeys = () => new Refused(401, "AuthenticationRequired", "Invalid identifier or password");
var show = ({ did, email, handle: handle2, status }) => ({
  did,
  handle: handle2,
  email,
  emailConfirmed: false,
  active: status === "active",
  ...status !== "active" && { status }
});
var serverMethods = [
  {
    call: "POST com.atproto.server.createSession",
    auth: "none",
    input: object({
      identifier: text2,
      password: text2,
      "authFactorToken?": text2,
      "allowTakendown?": { type: "boolean" }
    }),
    limits: ({ input }, address) => [
      { key: `sign in of a day ${input.identifier}-${address}`, points: 300, windowMs: dayMs },
      { key: `sign in ${input.identifier}-${address}`, points: 30, windowMs: 5 * minuteMs }
    ],
    answer({ input, sky }) {
      const { identifier, password } = input;
      const account = identifier.includes("@") ? Object.values(sky.state.accounts).find(({ email }) => email === identifier.toLowerCase()) : accountOf(sky, identifier);
      if (!account)
        throw unknownKeys();
      const isSuspended = account.status === "takendown";
      const appPassword = isSuspended ? void 0 : account.appPasswords.find((one2) => one2.password === password);
      if (account.password !== password && !appPassword)
        throw unknownKeys();
      if (isSuspended)
        throw new Refused(401, "AccountTakedown", "Account has been taken down");
      const session = openSession(sky, account, account.password === password ? void 0 : appPassword);
      return { body: { ...session, ...show(account) }, journal: { by: account.handle } };
    }
  },
  {
    call: "POST com.atproto.server.refreshSession",
    auth: "refresh",
    answer({ caller, sky, tokenId }) {
      const account = caller();
      return { body: { ...renewSession(sky, tokenId()), ...show(account) } };
    }
  },
  {
    call: "GET com.atproto.server.getSession",
    auth: "access",
    answer: ({ caller }) => ({ body: show(caller()) })
  },
  {
    call: "POST com.atproto.server.createAccount",
    auth: "none",
    input: object({ "email?": text2, handle: { type: "string", format: "handle" }, "password?": text2 }),
    limits: (_, address) => [{ key: `new accounts ${address}`, points: 100, windowMs: 5 * minuteMs }],
    answer({ input, sky }) {
      const { email, handle: handle2, password } = input;
      if (!email)
        throw refused("Email is required");
      checkHandle(handle2);
      if (Object.values(sky.state.accounts).some((one2) => one2.email === email.toLowerCase()))
        throw refused(`Email already taken: ${email}`);
      const account = addAccount(sky, { handle: handle2, email: email.toLowerCase(), password: password ?? "" });
      const session = openSession(sky, account);
      return {
        body: { handle: account.handle, did: account.did, ...session },
        journal: { by: account.handle }
      };
    }
  },
  {
    call: "POST com.atproto.server.createAppPassword",
    auth: "full",
    input: object({ name: text2, "privileged?": { type: "boolean" } }),
    answer({ caller, input, sky }) {
      const { name: name3, privileged = false } = input;
      const account = caller();
      if (account.appPasswords.some((one2) => one2.name === name3))
        throw new Refused(500, "InternalServerError", "Internal Server Error");
      const createdAt = sky.world.clock.now();
      const password = newAppPassword(sky);
      account.appPasswords.push({ name: name3, password, createdAt, privileged });
      return { body: { name: name3, password, createdAt: new Date(createdAt).toISOString(), privileged } };
    }
  },
  {
    call: "POST com.atproto.server.revokeAppPassword",
    auth: "full",
    input: object({ name: text2 }),
    answer({ caller, input, sky }) {
      revoke(sky, caller(), String(input.name));
      return {};
    }
  },
  {
    call: "POST com.atproto.server.deactivateAccount",
    auth: "full",
    input: object({ "deleteAfter?": { type: "string", format: "datetime" } }),
    answer({ caller, sky }) {
      const account = caller();
      account.status = "deactivated";
      tellOf(sky, account);
      return {};
    }
  }
];

// dist/sandbox/bluesky/wire/read.js
function readParams(nsid, schema, query) {
  const params = {};
  for (const [name3, { type: type2 }] of Object.entries(schema.properties)) {
    const given = query.getAll(name3);
    const [first] = given;
    if (first === void 0)
      continue;
    params[name3] = type2 === "array" ? given : meant(type2, first);
  }
  checkAll(schema, params, "", `Invalid ${nsid} params: `);
  return params;
}
function meant(type2, text3) {
  if (type2 === "integer")
    return /^-?\d+$/.test(text3) ? Number(text3) : text3;
  if (type2 === "boolean")
    return text3 === "true" ? true : text3 === "false" ? false : text3;
  return text3;
}
function readInput({ input }, { headers }, bytes) {
  if (input === void 0)
    return {};
  const type2 = headers["content-type"];
  if (type2 === void 0)
    throw refused("Request encoding (Content-Type) required but not provided");
  if (input === "bytes")
    return {};
  if (!type2.startsWith("application/json"))
    throw refused(`Wrong request encoding (Content-Type): ${type2}`);
  const body = parsed(bytes.toString());
  checkAll(input, body, "$", "");
  return body;
}
function parsed(text3) {
  try {
    return JSON.parse(text3);
  } catch (error) {
    throw new Refused(400, "SyntaxError", error instanceof Error ? error.message : String(error));
  }
}
function checkAll(schema, value, path, before) {
  try {
    check(schema, value, path);
  } catch (error) {
    if (error instanceof Unfit)
      throw refused(`${before}${error.message}`);
    throw error;
  }
}

// dist/sandbox/bluesky/api.js
var methods = [
  ...serverMethods,
  ...identityMethods,
  ...repoMethods,
  ...peopleMethods,
  ...postMethods
];
async function serveApi(sky, request, response, url2, ended) {
  const bytes = await readBody(request, 1e7);
  const nsid = url2.pathname.slice("/xrpc/".length);
  const method = methods.find(({ call }) => call === `${request.method} ${nsid}`);
  if (!method)
    return send(response, answerOf(unknown(sky, request, nsid)));
  const fault = sky.world.faults.take("bluesky", method.call);
  if (fault && !takesEffect(fault)) {
    const detail = { tookEffect: false, fault: `${fault.when} ${fault.how}`, ...wanted(bytes) };
    sky.world.journal.write("bluesky", method.call, detail);
  }
  const effect = () => run({ sky, request, url: url2, bytes, method, fault });
  await respond(response, fault, effect, { clock: sky.world.clock, ended });
}
function unknown(sky, { headers, method = "" }, nsid) {
  const known2 = methods.find(({ call }) => call.split(" ")[1] === nsid);
  try {
    if (!known2 || known2.isOfAppView)
      readToken(sky, headers.authorization, "at+jwt");
  } catch (error) {
    if (error instanceof Refused)
      return error;
    throw error;
  }
  if (known2)
    return refused(`Incorrect HTTP method (${method}) expected ${known2.call.split(" ")[0]}`);
  return new Refused(501, "MethodNotImplemented", "Method Not Implemented");
}
function run({ bytes, fault, method, request, sky, url: url2 }) {
  const isWrite = method.call.startsWith("POST ");
  const detail = {
    ...fault && { fault: `${fault.when} ${fault.how}` },
    ...isWrite && wanted(bytes)
  };
  const write = (more) => sky.world.journal.write("bluesky", method.call, { ...detail, ...more });
  let headers = {};
  try {
    const account = callerOf(sky, method, request);
    if (account)
      detail.caller = account.handle;
    if (method.isOfAppView && sky.state.isAppViewDown)
      throw new Refused(502, "UpstreamFailure", "Upstream service unreachable");
    const call = callOf({ sky, method, request, url: url2, bytes }, account);
    const address = request.socket.remoteAddress ?? "";
    headers = countCall(sky, [...method.limits?.(call, address) ?? [], ofAddress(address)]);
    const { body, journal } = method.answer(call);
    write({ ...journal, status: 200, ...isWrite && { tookEffect: true } });
    return { status: 200, headers, body: body ?? "" };
  } catch (error) {
    if (!(error instanceof Refused))
      throw error;
    write({
      status: error.status,
      error: error.error,
      message: error.message,
      ...isWrite && { tookEffect: false }
    });
    return answerOf(error, headers);
  }
}
var answerOf = ({ error, headers, message, status }, before = {}) => ({
  status,
  headers: { ...before, ...headers },
  body: { error, message }
});
function callerOf(sky, { auth }, { headers }) {
  if (auth === "none")
    return void 0;
  const { scope, sub } = readToken(sky, headers.authorization, auth === "refresh" ? "refresh+jwt" : "at+jwt");
  if (auth === "full" && scope !== "com.atproto.access")
    throw refused("Bad token scope", "InvalidToken");
  const account = sky.state.accounts[sub];
  if (!account)
    throw new Refused(403, "AccountNotFound", "Account not found");
  if (account.status === "takendown")
    throw new Refused(401, "AccountTakedown", "Account has been taken down");
  return account;
}
function callOf({ bytes, method, request, sky, url: url2 }, account) {
  const nsid = method.call.split(" ")[1] ?? "";
  const caller = () => {
    if (!account)
      throw new Refused(401, "AuthMissing", "Authentication Required");
    return account;
  };
  return {
    sky,
    params: method.params ? readParams(nsid, method.params, url2.searchParams) : {},
    input: readInput(method, request, bytes),
    bytes,
    contentType: request.headers["content-type"] ?? "",
    caller,
    tokenId: () => readToken(sky, request.headers.authorization, "refresh+jwt").jti ?? "",
    looking: () => ({ sky, seen: seenNow(sky), viewer: caller().did })
  };
}
function wanted(bytes) {
  if (bytes[0] !== 123)
    return {};
  let body;
  try {
    body = JSON.parse(bytes.toString());
  } catch {
    return {};
  }
  const record = body.record ?? {};
  const { parent } = record.reply ?? {};
  const { collection: collection2, rkey: rkey2 } = body;
  const all3 = { collection: collection2, rkey: rkey2, text: record.text, reply_to: parent?.uri, subject: record.subject };
  return Object.fromEntries(Object.entries(all3).filter(([, value]) => value !== void 0));
}

// dist/sandbox/bluesky/coverage.js
var embeds = "Posts, pictures, films and link cards; lists, feeds, starter packs and labelers are not there.";
var coverage = [
  {
    route: "POST com.atproto.server.createSession",
    level: "partial",
    note: "Without DID documents and codes by e-mail. It answers at once, where the real one takes a third of a second."
  },
  { route: "POST com.atproto.server.refreshSession", level: "partial", note: "Without DID documents." },
  { route: "GET com.atproto.server.getSession", level: "partial", note: "Without DID documents." },
  {
    route: "POST com.atproto.server.createAccount",
    level: "partial",
    note: "By handle, e-mail and password; no invites, no DID from elsewhere."
  },
  { route: "POST com.atproto.server.createAppPassword", level: "supported" },
  { route: "POST com.atproto.server.revokeAppPassword", level: "supported" },
  { route: "POST com.atproto.server.deactivateAccount", level: "supported" },
  {
    route: "GET com.atproto.identity.resolveHandle",
    level: "partial",
    note: "Handles of the sandbox alone."
  },
  {
    route: "POST com.atproto.identity.updateHandle",
    level: "partial",
    note: "To a handle that ends in .test; the act `rename` takes any."
  },
  {
    route: "POST com.atproto.repo.putRecord",
    level: "partial",
    note: "Posts, likes, reposts, follows, blocks, both gates and profiles are checked, other kinds are `unknown`. `swapCommit` is not looked at; a commit has no tree."
  },
  { route: "POST com.atproto.repo.createRecord", level: "partial", note: "As putRecord." },
  { route: "POST com.atproto.repo.deleteRecord", level: "partial", note: "`swapCommit` is not looked at." },
  { route: "GET com.atproto.repo.getRecord", level: "supported" },
  { route: "GET com.atproto.repo.listRecords", level: "supported" },
  {
    route: "POST com.atproto.repo.uploadBlob",
    level: "partial",
    note: "The kind is what the caller says. Pictures are shown by addresses that nobody serves."
  },
  {
    route: "GET app.bsky.actor.getProfile",
    level: "partial",
    note: "Without lists, labelers, chat and status."
  },
  { route: "GET app.bsky.actor.getProfiles", level: "partial", note: "As getProfile." },
  { route: "GET app.bsky.graph.getFollowers", level: "partial", note: "Sorted by time alone." },
  { route: "GET app.bsky.graph.getRelationships", level: "partial", note: "Without lists." },
  { route: "POST app.bsky.graph.muteActor", level: "supported" },
  { route: "POST app.bsky.graph.unmuteActor", level: "supported" },
  { route: "GET app.bsky.feed.getPosts", level: "partial", note: embeds },
  {
    route: "GET app.bsky.feed.getAuthorFeed",
    level: "partial",
    note: "Without pins, and without our own posts that the AppView has not seen yet."
  },
  {
    route: "GET app.bsky.notification.listNotifications",
    level: "partial",
    note: "Mentions, replies, quotes, follows, likes and reposts; `priority` and muted threads are not there, nobody marks anything as seen."
  },
  {
    route: "POST com.atproto.repo.applyWrites",
    level: "missing",
    note: "The desk writes one record at a time."
  },
  {
    route: "GET app.bsky.feed.getPostThread",
    level: "missing",
    note: "The desk reads posts by their addresses."
  },
  {
    route: "POST app.bsky.notification.updateSeen",
    level: "missing",
    note: "The desk marks nothing as seen."
  },
  {
    route: "GET chat.bsky.convo.listConvos",
    level: "missing",
    note: "The desk reads no private messages there."
  }
];

// dist/sandbox/bluesky/sights.js
function sightsOf(sky) {
  const { accounts, isAppViewDown, lagMs, ours, records } = sky.state;
  const live = Object.values(records).filter(({ deletedAt }) => deletedAt === void 0);
  const handle2 = (did) => accounts[did]?.handle;
  const bonds = (kind) => live.filter(({ collection: collection2 }) => collection2 === `app.bsky.graph.${kind}`).map(({ at, did, value }) => {
    const [by, whom] = [handle2(did), handle2(subjectOf(value))];
    return [`bluesky/${kind}/${by}/${whom}`, { by, whom, at }];
  });
  return [
    ...Object.values(accounts).map((account) => [`bluesky/account/${account.handle}`, lookAtAccount(sky, account)]),
    ...live.filter(isPost).map((post2) => [`bluesky/post/${post2.uri}`, lookAtPost(sky, post2)]),
    ...bonds("follow"),
    ...bonds("block"),
    ["bluesky/settings", { ours: handle2(ours), lagMs, isAppViewDown }]
  ];
}

// dist/sandbox/bluesky/bluesky.js
async function createBluesky(world, port = 0, library = centralLibrary) {
  const own2 = { ...world, random: world.random.fork("bluesky") };
  const sky = { world: own2, state: seedState(own2, library) };
  const listening = await listen(async (request, response) => {
    const url2 = new URL(request.url ?? "/", "http://bluesky");
    if (url2.pathname.startsWith("/xrpc/"))
      return serveApi(sky, request, response, url2, listening.ended);
    const account = sky.state.accounts[url2.pathname.slice(1)];
    if (account)
      return send(response, { status: 200, body: didDocument(account, listening.url) });
    send(response, { status: 404, body: { error: "NotFound", message: "Only /xrpc/ is here." } });
  }, port);
  const calls = methods.map(({ call }) => call);
  world.faults.register("bluesky", calls, listening);
  return {
    url: listening.url,
    coverage,
    acts: { ...peopleActs(sky), ...postingActs(sky), ...lookingActs(sky) },
    sights: () => sightsOf(sky),
    snapshot: () => structuredClone(sky.state),
    restore: (snapshot) => {
      sky.state = structuredClone(snapshot);
    },
    reset: () => {
      own2.random.restart();
      sky.state = seedState(own2, library);
    },
    close: listening.close
  };
}
var didDocument = ({ did, handle: handle2 }, serviceEndpoint) => ({
  id: did,
  alsoKnownAs: [`at://${handle2}`],
  service: [{ id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint }]
});

// dist/sandbox/http/page-files.js
import { readFile } from "node:fs/promises";
var folder = new URL("../page/", import.meta.url);
var types = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json; charset=utf-8"
};
var policy = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
async function pageFile(path) {
  const [, extension = ""] = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.([a-z]+)$/.exec(path) ?? [];
  const type2 = types[extension];
  if (!type2)
    return void 0;
  try {
    const body = await readFile(new URL(path, folder), "utf8");
    const headers = { "content-type": type2, "cache-control": "no-cache", "content-security-policy": policy };
    return { status: 200, headers, body };
  } catch {
    return void 0;
  }
}

// dist/sandbox/http/token.js
import { createHash, timingSafeEqual as timingSafeEqual2 } from "node:crypto";
var wanted2 = "Open the address with its token, as in /?token=\u2026: the log of the desk has it, or else whoever runs the desk.";
var rememberedSeconds = 90 * 24 * 3600;
function createTokenCheck(token2, publicOrigin) {
  if (token2 === void 0)
    return () => void 0;
  const isToken = (given) => typeof given === "string" && timingSafeEqual2(digest(given), digest(token2));
  const isHttps = ({ headers: { host = "" } }) => publicOrigin === `https://${host.toLowerCase()}`;
  return (request) => {
    const url2 = new URL(request.url ?? "/", "http://sandbox");
    if (isToken(url2.searchParams.get("token"))) {
      const isBrowser = request.method === "GET" && request.headers.accept?.includes("text/html");
      return isBrowser ? remember(request, url2, token2, isHttps(request)) : void 0;
    }
    return isToken(cookieOf(request)) ? void 0 : forbidden(request, wanted2);
  };
}
var digest = (text3) => createHash("sha256").update(text3).digest();
var cookieName = ({ socket }) => `greeting-desk-${socket.localPort}`;
function cookieOf(request) {
  const name3 = cookieName(request);
  return request.headers.cookie?.split(/;\s*/).find((one2) => one2.startsWith(`${name3}=`))?.slice(name3.length + 1);
}
function remember(request, url2, token2, isHttps) {
  const attributes = `Path=/; Max-Age=${rememberedSeconds}; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
  url2.searchParams.delete("token");
  return {
    status: 303,
    headers: {
      location: url2.pathname + url2.search,
      "set-cookie": `${cookieName(request)}=${token2}; ${attributes}`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer"
    },
    body: ""
  };
}

// dist/sandbox/control/feed.js
var togetherMs = 20;
var lookEveryMs = 1e3;
function createFeed({ journal, clock }, sights) {
  const readers = /* @__PURE__ */ new Set();
  let last = /* @__PURE__ */ new Map();
  let soon;
  let unwatch;
  let every;
  const write = (reader, changed2, more) => void reader.write(`data: {"now":${clock.now()},"changed":{${changed2.map(([key2, seen]) => `${JSON.stringify(key2)}:${seen}`).join(",")}}${more}}

`);
  function tell() {
    soon = void 0;
    const now = seenNow2(sights());
    const changed2 = [...now].filter(([key2, seen]) => last.get(key2) !== seen);
    const gone = [...last.keys()].filter((key2) => !now.has(key2));
    last = now;
    for (const reader of readers)
      write(reader, changed2, `,"gone":${JSON.stringify(gone)}`);
  }
  const look2 = () => {
    if (readers.size > 0)
      soon ??= setTimeout(tell, togetherMs).unref();
  };
  const leave2 = (reader) => {
    readers.delete(reader);
    if (readers.size > 0)
      return;
    unwatch?.();
    unwatch = void 0;
    clearInterval(every);
  };
  return {
    look: look2,
    open(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      if (readers.size === 0) {
        unwatch = journal.watch(look2);
        every = setInterval(look2, lookEveryMs).unref();
        last = seenNow2(sights());
      } else {
        tell();
      }
      readers.add(response);
      response.on("close", () => leave2(response));
      write(response, [...last], ',"gone":[],"whole":true');
    },
    close() {
      clearTimeout(soon);
      for (const reader of [...readers])
        leave2(reader);
    }
  };
}
function seenNow2(sights) {
  return new Map(sights.map(([key2, seen]) => [key2, JSON.stringify(seen ?? null)]));
}

// dist/sandbox/control/move-clock.js
var stepMs = 15 * 6e4;
var mostSteps = 20;
async function moveClock(clock, to, settled) {
  if (!(to >= clock.now())) {
    throw new RangeError(`The clock only goes forward: it is ${clock.now()}, and ${to} is before that.`);
  }
  const step = Math.max(stepMs, Math.ceil((to - clock.now()) / mostSteps));
  for (let left = to - clock.now(); left > 0; left = to - clock.now()) {
    clock.advance(Math.min(left, step));
    await settled();
  }
}

// dist/sandbox/control/read-fault.js
var hows = [
  "refused",
  "reset",
  "hang",
  "status",
  "slow",
  "trickle",
  "cut",
  "odd",
  "refused-field"
];
var belongs = {
  status: ["status"],
  headers: ["status"],
  body: ["status"],
  ms: ["refused", "slow", "trickle"],
  odd: ["odd"],
  post: ["odd"],
  field: ["refused-field"]
};
function readFault(args) {
  const read = readArguments("fault", args, {
    side: "string",
    how: "string",
    call: "string?",
    when: "string?",
    status: "number?",
    headers: "object?",
    body: "anything?",
    ms: "number?",
    lateMs: "number?",
    times: "anything?",
    odd: "string?",
    post: "string?",
    field: "string?"
  });
  const side = oneOf("fault", "side", read.side, ["slack", "x", "bluesky"]);
  const how = oneOf("fault", "how", read.how, hows);
  for (const [name3, only2] of Object.entries(belongs)) {
    if (args[name3] !== void 0 && !only2.includes(how)) {
      throw new Error(`fault: '${name3}' goes with how: ${only2.join(" or ")}, not with '${how}'.`);
    }
  }
  const ms = whole("fault", "ms", read.ms, 0);
  if (how === "refused") {
    const more = ["call", "when", "lateMs", "times"].find((name3) => args[name3] !== void 0);
    if (more)
      throw new Error(`fault: a refused connection has no '${more}'; it takes side and ms.`);
    return { side, how, ...ms !== void 0 && { ms } };
  }
  const times = readTimes(read.times);
  if (how === "odd" || how === "refused-field") {
    const more = ["when", "lateMs"].find((name3) => args[name3] !== void 0);
    if (more)
      throw new Error(`fault: '${how}' has no '${more}', because the call takes effect.`);
    if (side !== "x")
      throw new Error(`fault: '${how}' goes with side: x, not with '${side}'.`);
    return {
      ...readShape(how, read),
      ...read.call !== void 0 && { call: read.call },
      ...times !== void 0 && { times }
    };
  }
  if (read.call === void 0)
    throw new Error(`fault: 'call' is missing: which call of ${side} shall fail?`);
  const when = oneOf("fault", "when", read.when ?? "before", ["before", "after", "late"]);
  if (read.lateMs !== void 0 && when !== "late") {
    throw new Error(`fault: 'lateMs' goes with when: late, not with '${when}'.`);
  }
  const given = {
    status: whole("fault", "status", read.status, 200, 599),
    headers: read.headers && readHeaders(read.headers),
    body: read.body,
    ms,
    lateMs: whole("fault", "lateMs", read.lateMs, 0),
    times
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0));
  return { side, call: read.call, when, how, ...present };
}
function readShape(how, read) {
  if (how === "odd") {
    const odd = oneOf("fault", "odd", read.odd ?? "", oddKinds);
    return { side: "x", how, odd, ...read.post !== void 0 && { post: read.post } };
  }
  if (read.field === void 0)
    throw new Error("fault: 'field' is missing: which field shall X refuse?");
  return { side: "x", how, field: read.field };
}
function readTimes(times) {
  if (times === void 0 || times === "always")
    return times;
  if (typeof times === "number")
    return whole("fault", "times", times, 1);
  throw new Error(`fault: 'times' is ${JSON.stringify(times)}, not a whole number or "always".`);
}
function readHeaders(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name3, value]) => {
    if (typeof value === "string")
      return [name3, value];
    throw new Error(`fault: the header '${name3}' is ${JSON.stringify(value)}, not a string.`);
  }));
}

// dist/sandbox/control/control.js
async function createControl(controlled, { port, token: token2, host, publicOrigin } = {}) {
  const routes2 = routesOf(controlled);
  const feed = createFeed(controlled.world, () => sightsOf2(controlled));
  const checkToken = createTokenCheck(token2, publicOrigin);
  const listening = await listen((request, response) => serve({ routes: routes2, feed, checkToken }, request, response), port, { host, publicOrigin });
  const close2 = () => {
    feed.close();
    return listening.close();
  };
  return { ...listening, close: close2 };
}
function sightsOf2({ world: { clock, faults }, sides, director }) {
  const { alone, calendar, networks, notice, tour } = director();
  return [
    ...Object.values(sides).flatMap((side) => side.sights()),
    ["world/faults", faults.planned()],
    ["world/calendar", calendar?.(clock.now()) ?? null],
    ["world/notice", notice ?? null],
    ["world/tour", tour ?? null],
    ["world/networks", networks ?? {}],
    ["world/alone", alone ?? null]
  ];
}
async function serve(serving, request, response) {
  const refused2 = serving.checkToken(request);
  if (refused2)
    return send(response, refused2);
  const { pathname } = new URL(request.url ?? "/", "http://control");
  if (request.method === "GET" && pathname === "/scene")
    return serving.feed.open(response);
  const [, file] = request.method === "GET" ? /^\/(?:page\/(.+))?$/.exec(pathname) ?? [""] : [""];
  const page3 = pathname === "/" || file !== void 0 ? await pageFile(file ?? "index.html") : void 0;
  if (page3)
    return send(response, page3);
  const answered = await answer(serving.routes, request);
  const opened = answered.status === 404 && likeNetwork.test(pathname) && request.headers.accept?.includes("text/html");
  send(response, opened && await pageFile("index.html") || answered);
  if (request.method !== "GET")
    serving.feed.look();
}
async function answer(routes2, request) {
  const url2 = new URL(request.url ?? "/", "http://control");
  const call = `${request.method} ${url2.pathname}`;
  const [, side, act] = /^POST \/(slack|x|bluesky)\/(\w+)$/.exec(call) ?? [];
  const name3 = side ? `POST /${side}/ACT` : call;
  const handle2 = Object.hasOwn(routes2, name3) ? routes2[name3] : void 0;
  if (!handle2) {
    const there = [...drawn, ...Object.keys(routes2)].join(", ");
    return { status: 404, body: { error: `There is no ${call}. There is: ${there}.` } };
  }
  try {
    const args = readObject((await readBody(request)).toString());
    if (act)
      url2.searchParams.set("act", act);
    return { status: 200, body: await handle2(args, url2.searchParams) ?? {} };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}
var likeNetwork = /^\/(i\/status\/\d+|intent\/[a-z]+|messages\/compose|\w{1,15}(\/with_replies)?|profile\/[^/]+(\/followers|\/post\/\w+)?)$/;
var drawn = ["GET /", "GET /page/FILE", "GET /scene"];
function readObject(text3) {
  if (text3 === "")
    return {};
  let read;
  try {
    read = JSON.parse(text3);
  } catch {
    throw new Error('The body is no JSON; write an object like {"advanceMs": 60000}.');
  }
  if (typeof read === "object" && read !== null && !Array.isArray(read))
    return read;
  throw new Error(`The body is ${text3.slice(0, 40)}, not a JSON object.`);
}
function routesOf({ world, sides, reset, director }) {
  const { journal, clock, faults } = world;
  const snapshots = /* @__PURE__ */ new Map();
  return {
    "GET /journal": (_, query) => ({ entries: journal.read(readAfter(query.get("after") ?? "0")) }),
    "GET /coverage": () => ofEach(sides, (side) => side.coverage),
    "GET /acts": () => ofEach(sides, (side) => Object.keys(side.acts)),
    "GET /clock": () => ({ now: clock.now() }),
    "POST /clock": async (args) => {
      const { advanceMs, to } = readArguments("clock", args, { advanceMs: "number?", to: "number?" });
      if (advanceMs === void 0 === (to === void 0)) {
        throw new Error("clock: it takes either advanceMs (at once) or to (in steps, with whoever follows).");
      }
      if (advanceMs !== void 0)
        clock.advance(advanceMs);
      if (to !== void 0)
        await moveClock(clock, to, async () => director().settled?.());
      return { now: clock.now() };
    },
    "GET /faults": () => ({ planned: faults.planned() }),
    "POST /faults": (args) => {
      const fault = readFault(args);
      faults.plan(fault);
      return { planned: fault };
    },
    "DELETE /faults": () => faults.clear(),
    "POST /snapshot": (args) => {
      readArguments("snapshot", args, {});
      const id2 = `snapshot-${snapshots.size + 1}`;
      snapshots.set(id2, ofEach(sides, (side) => side.snapshot()));
      return { id: id2 };
    },
    "POST /restore": (args) => {
      const { id: id2 } = readArguments("restore", args, { id: "string" });
      const found = snapshots.get(id2);
      const there = [...snapshots.keys()].join(", ") || "none yet";
      if (!found)
        throw new Error(`restore: there is no snapshot '${id2}'. There is: ${there}.`);
      ofEach(sides, (side, name3) => side.restore(found[name3]));
    },
    "POST /reset": (args) => {
      readArguments("reset", args, {});
      return director().reset?.(reset) ?? reset();
    },
    "POST /slack/ACT": (args, query) => run2(sides.slack, args, query),
    "POST /x/ACT": (args, query) => run2(sides.x, args, query),
    "POST /bluesky/ACT": (args, query) => run2(sides.bluesky, args, query)
  };
}
function ofEach({ bluesky, slack, x }, read) {
  return { slack: read(slack, "slack"), x: read(x, "x"), bluesky: read(bluesky, "bluesky") };
}
function readAfter(given) {
  if (/^\d+$/.test(given))
    return Number(given);
  throw new Error(`journal: 'after' is '${given}', not the seq of an entry (a whole number, 0 for all).`);
}
function run2({ acts }, args, query) {
  const name3 = query.get("act") ?? "";
  const act = Object.hasOwn(acts, name3) ? acts[name3] : void 0;
  if (!act)
    throw new Error(`There is no act '${name3}'. There is: ${Object.keys(acts).join(", ")}.`);
  return act(args);
}

// dist/sandbox/slack/model/workspace.js
function nextTs({ world, state }) {
  state.lastMicros = Math.max(Math.floor(world.clock.now() * 1e3), state.lastMicros + 1);
  return `${Math.floor(state.lastMicros / 1e6)}.${String(state.lastMicros % 1e6).padStart(6, "0")}`;
}
function newId({ world }, letter, length = 10) {
  return `${letter}0${world.random.text(length - 1)}`;
}

// dist/sandbox/slack/model/channels.js
function canSee(state, person, channel) {
  if (person.deleted)
    return false;
  if (channel.members.includes(person.id))
    return true;
  return channel.kind === "public" && person.kind === "member" && isOurs(state, person);
}
function appChannel(state, id2) {
  const channel = state.channels[id2];
  const hidden = channel && channel.kind !== "public" && !channel.members.includes(state.app.botUser);
  if (!channel || hidden)
    throw new Refused2("channel_not_found");
  return channel;
}
function postingChannel(slack, given) {
  const { state } = slack;
  const person = state.people[given];
  if (!person)
    return namedChannel(state, given);
  if (person.deleted || !isPerson(person) || !isVisibleToApp(state, person))
    throw new Refused2("channel_not_found");
  return openIm(slack, person);
}
function namedChannel(state, given) {
  const name3 = given.replace(/^#/, "");
  const named = Object.values(state.channels).find((each) => each.name === name3 && each.kind !== "im");
  return appChannel(state, named?.id ?? given);
}
function openIm(slack, person) {
  const found = findIm(slack.state, person);
  if (found)
    return found;
  return addChannel(slack, { id: newId(slack, "D"), name: "", kind: "im", members: [person.id] });
}
function findIm({ channels }, person) {
  return Object.values(channels).find(({ kind, members: members2 }) => kind === "im" && members2[0] === person.id);
}
function addChannel({ state, world }, given) {
  const direct = given.kind === "im" || given.kind === "mpim";
  const channel = {
    creator: given.members[0] ?? state.app.botUser,
    created: Math.floor(world.clock.now() / 1e3),
    archived: false,
    general: false,
    sharedWith: [],
    ...given,
    members: direct ? [...given.members, state.app.botUser] : [...given.members]
  };
  state.channels[channel.id] = channel;
  return channel;
}
function shownName({ kind, name: name3 }) {
  return { public: name3, private: "privategroup", im: "directmessage", mpim: "privategroup" }[kind];
}
function showChannel(state, channel, withCount) {
  const latest = state.messages[channel.id]?.at(-1);
  const shared = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: channel.kind === "im",
    is_org_shared: false,
    context_team_id: state.team.id,
    updated: channel.created * 1e3,
    ...withCount && { num_members: channel.members.length }
  };
  if (channel.kind === "im") {
    return {
      ...shared,
      user: channel.members[0],
      last_read: latest?.ts ?? "0000000000.000000",
      latest: latest ? { type: "message", user: latest.user, text: latest.text, ts: latest.ts } : null,
      unread_count: 0,
      unread_count_display: 0,
      is_open: true,
      priority: 0
    };
  }
  const topic = { value: "", creator: "", last_set: 0 };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === "public",
    is_group: channel.kind === "private",
    is_mpim: channel.kind === "mpim",
    is_private: channel.kind !== "public",
    is_general: channel.general,
    is_member: channel.members.includes(state.app.botUser),
    unlinked: 0,
    is_shared: channel.sharedWith.length > 0,
    is_ext_shared: channel.sharedWith.length > 0,
    shared_team_ids: [state.team.id, ...channel.sharedWith],
    pending_shared: [],
    pending_connected_team_ids: [],
    is_pending_ext_shared: false,
    creator: channel.creator,
    topic,
    purpose: topic,
    previous_names: channel.previousNames ?? []
  };
}

// dist/sandbox/slack/acts/asked.js
function readActArguments(act, state, args, allowed) {
  for (const name3 of Object.keys(args)) {
    if (!allowed.includes(name3)) {
      throw new Error(`${act} takes ${allowed.join(", ") || "nothing"}; '${name3}' is not one of them.`);
    }
  }
  const maybe = (name3) => {
    const value = args[name3];
    if (value === void 0)
      return void 0;
    if (typeof value !== "string")
      throw new Error(`${act}: ${name3} must be a string, not ${JSON.stringify(value)}.`);
    return value;
  };
  const text3 = (name3) => {
    const value = maybe(name3);
    if (value === void 0)
      throw new Error(`${act} needs ${name3}.`);
    return value;
  };
  return {
    text: text3,
    maybe,
    flag(name3) {
      const value = args[name3];
      if (value !== void 0 && typeof value !== "boolean") {
        throw new Error(`${act}: ${name3} must be true or false, not ${JSON.stringify(value)}.`);
      }
      return value === true;
    },
    whole(name3, byDefault) {
      const value = args[name3] ?? byDefault;
      if (!Number.isInteger(value) || Number(value) < 1) {
        throw new Error(`${act}: ${name3} must be a whole number from 1, not ${JSON.stringify(value)}.`);
      }
      return Number(value);
    },
    sender: () => ({ team: maybe("team"), app: maybe("app") }),
    oneOf(name3, choices, byDefault) {
      const value = maybe(name3) ?? byDefault;
      const found = choices.find((choice2) => choice2 === value);
      if (!found)
        throw new Error(`${act}: ${name3} must be one of ${choices.join(", ")}, not '${value}'.`);
      return found;
    },
    person(name3 = "user") {
      const given = text3(name3);
      const person = state.people[given] ?? Object.values(state.people).find((each) => each.name === given);
      if (!person || !isPerson(person)) {
        throw new Error(`${act}: no person '${given}'. There are: ${namesOf(state)}.`);
      }
      if (person.deleted)
        throw new Error(`${act}: ${person.realName} is deactivated and can do nothing.`);
      return person;
    },
    channel(name3, seenBy) {
      const given = text3(name3);
      const bare = given.replace(/^#/, "");
      const found = state.channels[given] ?? Object.values(state.channels).find((each) => each.name === bare);
      if (!found || seenBy && !canSee(state, seenBy, found)) {
        const seen = Object.values(state.channels).filter((each) => !seenBy || canSee(state, seenBy, each));
        const list4 = seen.map(({ id: id2, name: shown5 }) => shown5 ? `#${shown5} (${id2})` : id2).join(", ");
        throw new Error(`${act}: ${seenBy?.realName ?? "the workspace"} has no channel '${given}'. There are: ${list4}.`);
      }
      return found;
    }
  };
}
function namesOf({ people }) {
  return Object.values(people).filter(isPerson).map(({ id: id2, name: name3 }) => `${name3} (${id2})`).join(", ");
}

// dist/sandbox/slack/model/events.js
var retryAfterMs = [1e3, 6e4, 3e5];
function emit(slack, subscription, event, channel) {
  const { state, world } = slack;
  const { events, scopes } = state.manifest;
  const needed2 = scopeOf(subscription, channel);
  if (!events.includes(subscription) || needed2 && !scopes.includes(needed2)) {
    return Promise.resolve(void 0);
  }
  const payload = {
    token: "sandbox",
    team_id: state.team.id,
    context_team_id: state.team.id,
    context_enterprise_id: null,
    api_app_id: state.app.id,
    event,
    type: "event_callback",
    event_id: newId(slack, "Ev"),
    event_time: Math.floor(world.clock.now() / 1e3),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.team.id,
        user_id: state.app.botUser,
        is_bot: true,
        is_enterprise_install: false
      }
    ],
    is_ext_shared_channel: false
  };
  const first = send2(slack, payload, void 0);
  void first.then((delivery) => retry(slack, payload, delivery));
  return first;
}
function scopeOf(subscription, channel) {
  const [, kind] = /^message\.(\w+)$/.exec(subscription) ?? [];
  if (kind)
    return `${kind}:history`;
  if (subscription === "app_mention")
    return "app_mentions:read";
  if (subscription === "user_change")
    return "users:read";
  if (subscription.startsWith("channel_"))
    return "channels:read";
  if (subscription.startsWith("group_"))
    return "groups:read";
  if (!subscription.startsWith("member_"))
    return void 0;
  return channel?.kind === "private" ? "groups:read" : "channels:read";
}
async function send2(slack, payload, retry2, notOn) {
  const delivery = await slack.socket.deliver({ type: "events_api", payload, acceptsResponse: false, ...retry2 && { retry: retry2 } }, notOn);
  const { type: type2 } = payload.event;
  slack.world.journal.write("slack", "event", {
    type: type2,
    event_id: payload.event_id,
    attempt: retry2?.attempt ?? 0,
    acked: delivery.acked,
    ...!delivery.acked && { error: delivery.error }
  });
  return delivery;
}
async function retry(slack, payload, first) {
  const { state } = slack;
  const { clock } = slack.world;
  let last = first;
  let from = clock.now();
  for (const [index, waitMs] of retryAfterMs.entries()) {
    if (last.acked)
      return;
    await clock.reaches(from + waitMs, slack.ended);
    if (slack.state !== state)
      return;
    from = clock.now();
    const reason = last.error === "operation_timeout" ? "timeout" : "connection_failed";
    last = await send2(slack, payload, { attempt: index + 1, reason }, last.connection);
  }
}

// dist/sandbox/slack/model/files.js
var urlLifeMs = 10 * 6e4;
var imageTypes = {
  png: [137, 80, 78, 71],
  jpg: [255, 216, 255],
  gif: [71, 73, 70, 56]
};
function beginUpload(slack, about) {
  const { state, world, origin } = slack;
  const path = `/upload/v1/${world.random.text(40)}`;
  const file = {
    id: newId(slack, "F", 11),
    ...about,
    path,
    expiresAt: world.clock.now() + urlLifeMs,
    created: Math.floor(world.clock.now() / 1e3),
    channels: []
  };
  state.files = { ...state.files, [file.id]: file };
  return { id: file.id, url: `${origin}${path}` };
}
function takeUpload({ state, world }, path, bytes) {
  const file = Object.values(state.files ?? {}).find((one2) => one2.path === path);
  if (!file || file.bytes !== void 0)
    throw new Refused2("unknown_upload_url");
  if (world.clock.now() >= file.expiresAt)
    throw new Refused2("expired_upload_url");
  if (bytes.length !== file.length) {
    throw new Refused2("wrong_length", [`promised ${file.length} bytes, got ${bytes.length}`]);
  }
  file.bytes = bytes.toString("base64");
  return file;
}
function uploadedFile({ files = {} }, id2) {
  const file = typeof id2 === "string" ? files[id2] : void 0;
  if (file?.bytes === void 0 || file.readyAt !== void 0)
    throw new Refused2("file_not_found");
  return file;
}
var isReady = ({ readyAt }) => readyAt !== void 0 && Date.now() >= readyAt;
function imageTypeOf({ bytes = "" }) {
  const begin = Buffer.from(bytes.slice(0, 8), "base64");
  return Object.entries(imageTypes).find(([, marks]) => marks.every((mark, at) => begin[at] === mark))?.[0];
}
var namedFile = ({ files = {} }, { id: id2, url: url2 }) => Object.values(files).find((file) => file.id === id2 || url2 !== void 0 && addressOf(file) === url2);
var addressOf = ({ id: id2, name: name3 }) => `https://files.slack.com/files-pri/T0LIBRARY-${id2}/${name3}`;
function isShowable(state, named) {
  const file = namedFile(state, named);
  return file !== void 0 && isReady(file) && imageTypeOf(file) !== void 0;
}
function showFile(state, file) {
  const { id: id2, name: name3, title = name3, length, alt, created, channels } = file;
  const type2 = imageTypeOf(file) ?? (/\.(\w+)$/.exec(name3)?.[1] || "text");
  return {
    id: id2,
    created,
    timestamp: created,
    name: name3,
    title,
    mimetype: isReady(file) ? imageTypeOf(file) ? `image/${type2}` : `text/${type2}` : "",
    filetype: isReady(file) ? type2 : "",
    user: state.app.botUser,
    size: length,
    mode: "hosted",
    is_external: false,
    is_public: channels.some((channel) => state.channels[channel]?.kind === "public"),
    url_private: addressOf(file),
    ...alt && { alt_txt: alt },
    channels
  };
}

// dist/sandbox/slack/blocks/json.js
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function fieldsAt(holder, key2) {
  const value = isFields(holder) ? holder[key2] : void 0;
  return isFields(value) ? value : {};
}
function fieldsList(value) {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
function textAt(holder, key2) {
  const value = isFields(holder) ? holder[key2] : void 0;
  return typeof value === "string" ? value : void 0;
}

// dist/sandbox/slack/model/text.js
var markup = /<(?:[@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi;
function escapeBare(text3) {
  const kept = text3.match(markup) ?? [];
  return text3.split(markup).map((part) => part.replace(/&(?!(?:amp|lt|gt);)/g, "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")).reduce((joined2, part, index) => joined2 + (kept[index - 1] ?? "") + part);
}
function escapeBlocks(value) {
  if (Array.isArray(value))
    return value.map(escapeBlocks);
  if (!isFields(value))
    return value;
  const isText = (value.type === "plain_text" || value.type === "mrkdwn") && typeof value.text === "string";
  return Object.fromEntries(Object.entries(value).map(([key2, inner]) => [
    key2,
    isText && key2 === "text" ? escapeBare(String(inner)) : escapeBlocks(inner)
  ]));
}
function mentions(text3, blocks) {
  return blocks?.length ? inBlocks(blocks) : inMarkup(text3);
}
function inBlocks(value) {
  if (Array.isArray(value))
    return together(value.map(inBlocks));
  if (!isFields(value))
    return together([]);
  switch (value.type) {
    case "mrkdwn":
      return inMarkup(String(value.text));
    case "user":
      return { people: [String(value.user_id)], all: false };
    case "broadcast":
      return { people: [], all: true };
    default:
      return together(Object.values(value).map(inBlocks));
  }
}
function inMarkup(text3) {
  return {
    people: [...text3.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id2 = ""]) => id2),
    all: /<!(?:here|channel|everyone)(?:\|[^<>]*)?>/.test(text3)
  };
}
function together(parts) {
  return {
    people: [...new Set(parts.flatMap(({ people }) => people))],
    all: parts.some(({ all: all3 }) => all3)
  };
}

// dist/sandbox/slack/model/messages.js
function postMessage(slack, draft) {
  const { state } = slack;
  const { channel, threadTs, metadata, dress } = draft;
  const message = {
    ts: nextTs(slack),
    channel: channel.id,
    user: draft.user,
    byApp: draft.user === state.app.botUser,
    text: draft.text ?? "",
    ...draft.blocks && { blocks: draft.blocks },
    ...draft.attachments && { attachments: draft.attachments },
    ...metadata && Object.keys(metadata).length > 0 && { metadata },
    ...threadTs && { threadTs },
    ...draft.broadcast && { broadcast: true },
    ...dress && { dress },
    ...draft.subtype && { subtype: draft.subtype },
    ...draft.files && { files: draft.files },
    notified: notifiedBy(state, draft)
  };
  const list4 = state.messages[channel.id] ?? [];
  list4.push(message);
  state.messages[channel.id] = list4;
  tellApp(slack, channel, message);
  return message;
}
function notifiedBy(state, { channel, user, text: text3 = "", blocks, threadTs }) {
  const { people, all: all3 } = mentions(text3, blocks);
  const thread2 = threadTs ? threadOf(state, channel.id, threadTs) : [];
  const followers2 = thread2.flatMap((each) => [each.user, ...mentions(each.text, each.blocks).people]);
  const direct = channel.kind === "im" || channel.kind === "mpim";
  const called = all3 || direct ? channel.members : [...people, ...followers2];
  const reached = [...new Set(called)].filter((id2) => channel.members.includes(id2));
  return reached.filter((id2) => id2 !== user && state.people[id2]?.isBot === false);
}
function tellApp(slack, channel, message) {
  const type2 = { public: "channel", private: "group", im: "im", mpim: "mpim" }[channel.kind];
  const event = {
    ...showMessage(slack.state, message, { metadata: false }),
    channel: channel.id,
    channel_type: type2,
    event_ts: message.ts
  };
  const subscription = {
    channel: "message.channels",
    group: "message.groups",
    im: "message.im",
    mpim: "message.mpim"
  };
  const { botUser } = slack.state.app;
  if (!channel.members.includes(botUser))
    return;
  emit(slack, subscription[type2], event);
  if (!message.byApp && mentions(message.text, message.blocks).people.includes(botUser)) {
    emit(slack, "app_mention", { ...event, type: "app_mention" });
  }
}
function findMessage({ messages: messages3 }, channel, ts) {
  return messages3[channel]?.find((message) => message.ts === ts);
}
function threadOf({ messages: messages3 }, channel, parentTs) {
  return (messages3[channel] ?? []).filter(({ ts, threadTs }) => ts === parentTs || threadTs === parentTs);
}
function requireParent(state, channel, threadTs) {
  if (!/^\d{10}\.\d{6}$/.test(threadTs)) {
    throw new Refused2("invalid_thread_ts", [`[ERROR] ${threadTs} is not a valid thread_ts`]);
  }
  const parent = findMessage(state, channel, threadTs);
  if (!parent)
    throw new Refused2("thread_not_found");
  if (parent.threadTs)
    throw new Refused2("cannot_reply_to_message");
}
function removeMessage(state, message) {
  if (threadOf(state, message.channel, message.ts).length > 1) {
    message.tombstone = true;
    message.text = "This message was deleted.";
    delete message.blocks;
    delete message.attachments;
    delete message.metadata;
    delete message.files;
    return;
  }
  state.messages[message.channel] = (state.messages[message.channel] ?? []).filter((each) => each !== message);
}
function showMessage(state, message, { metadata }) {
  const { ts, threadTs, blocks, attachments: attachments2, edited } = message;
  return {
    ...message.tombstone ? { subtype: "tombstone", user: "USLACKBOT", hidden: true } : { user: message.user, ...message.byApp && appParts(state), ...message.dress },
    ...message.subtype && { subtype: message.subtype },
    ...message.broadcast && { subtype: "thread_broadcast" },
    type: "message",
    ts,
    team: state.team.id,
    text: escapeBare(message.text),
    ...blocks && { blocks: escapeBlocks(blocks) },
    ...attachments2 && { attachments: escapeBlocks(attachments2) },
    ...message.files && { subtype: "file_share", files: filesOf(state, message.files), upload: true },
    ...edited && { edited },
    ...metadata && message.metadata && { metadata: message.metadata },
    ...threadParts(state, message),
    ...threadTs && { thread_ts: threadTs }
  };
}
function filesOf(state, ids) {
  return ids.flatMap((id2) => {
    const file = state.files?.[id2];
    return file ? [showFile(state, file)] : [];
  });
}
function appParts({ app, team }) {
  return {
    bot_id: app.botId,
    app_id: app.id,
    bot_profile: { id: app.botId, deleted: false, name: app.name, app_id: app.id, team_id: team.id }
  };
}
function threadParts(state, message) {
  if (message.threadTs) {
    return { parent_user_id: findMessage(state, message.channel, message.threadTs)?.user };
  }
  const replies2 = threadOf(state, message.channel, message.ts).slice(1);
  const latest = replies2.at(-1);
  if (!latest)
    return {};
  const users2 = [...new Set(replies2.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies2.length,
    reply_users_count: users2.length,
    latest_reply: latest.ts,
    reply_users: users2.slice(0, 5),
    is_locked: false,
    subscribed: false
  };
}

// dist/sandbox/slack/acts/channel-settings.js
async function archive(slack, args) {
  const { channel, who } = asked(slack, "archive", args);
  if (channel.archived)
    throw new Error(`archive: #${channel.name} is archived already.`);
  await changed(slack, channel, "archive", who, "archived the channel");
  channel.archived = true;
  return journaled(slack, "archive", { channel: channel.id });
}
async function unarchive(slack, args) {
  const { channel, who } = asked(slack, "unarchive", args);
  channel.archived = false;
  await changed(slack, channel, "unarchive", who, "un-archived the channel");
  return journaled(slack, "unarchive", { channel: channel.id });
}
async function rename2(slack, args) {
  const { channel, who, asks } = asked(slack, "rename", args, ["name"]);
  const { name: before } = channel;
  const name3 = channelName("rename", asks.text("name"));
  if (Object.values(slack.state.channels).some((one2) => one2.name === name3))
    throw new Error(`rename: #${name3} is here already.`);
  channel.name = name3;
  channel.previousNames = [...channel.previousNames ?? [], before];
  await changed(slack, channel, "rename", who, `renamed the channel from "${before}" to "${name3}"`);
  return journaled(slack, "rename", { channel: channel.id, name: name3 });
}
function channelName(act, name3) {
  if (/^[a-z0-9_-]{1,80}$/.test(name3))
    return name3;
  throw new Error(`${act}: '${name3}' is no channel name (a-z, 0-9, - and _).`);
}
function asked(slack, act, args, more = []) {
  const asks = readActArguments(act, slack.state, args, ["channel", "user", ...more]);
  const channel = asks.channel("channel");
  const who = asks.maybe("user") === void 0 ? channel.creator : asks.person().id;
  return { channel, who, asks };
}
async function changed(slack, channel, what, who, said) {
  const kind = channel.kind === "private" ? "group" : "channel";
  postMessage(slack, {
    channel,
    user: who,
    text: said,
    subtype: `${kind}_${what === "rename" ? "name" : what}`
  });
  if (!channel.members.includes(slack.state.app.botUser))
    return;
  const { id: id2, name: name3, created } = channel;
  const about = what === "rename" ? { channel: { id: id2, name: name3, created } } : { channel: id2, user: who };
  const type2 = `${kind}_${what}`;
  await emit(slack, type2, { type: type2, ...about, event_ts: nextTs(slack) }, channel);
}
function restrict(slack, args) {
  const asks = readActArguments("restrict", slack.state, args, ["channel", "on"]);
  const channel = asks.channel("channel");
  channel.restricted = args.on === void 0 || asks.flag("on");
  return journaled(slack, "restrict", { channel: channel.id, on: channel.restricted });
}
function convert(slack, args) {
  const asks = readActArguments("convert", slack.state, args, ["channel", "kind"]);
  const channel = asks.channel("channel");
  channel.kind = asks.oneOf("kind", ["public", "private"], "public");
  return journaled(slack, "convert", { channel: channel.id, kind: channel.kind });
}
function share(slack, args) {
  const asks = readActArguments("share", slack.state, args, ["channel", "shared_with"]);
  const channel = asks.channel("channel");
  const team = asks.maybe("shared_with");
  channel.sharedWith = team ? [team] : [];
  return journaled(slack, "share", { channel: channel.id, shared_with: team });
}
function editWindow(slack, args) {
  const asks = readActArguments("editWindow", slack.state, args, ["minutes"]);
  slack.state.editWindowMs = args.minutes === void 0 ? void 0 : asks.whole("minutes", 1) * 6e4;
  return journaled(slack, "editWindow", { minutes: args.minutes });
}
function shortPages(slack, args) {
  const asks = readActArguments("shortPages", slack.state, args, ["max"]);
  slack.state.shortPages = args.max === void 0 ? void 0 : asks.whole("max", 1);
  return journaled(slack, "shortPages", { max: args.max });
}
function brokenImages(slack, args) {
  readActArguments("brokenImages", slack.state, args, ["urls"]);
  const { urls } = args;
  if (!Array.isArray(urls) || !urls.every((one2) => typeof one2 === "string")) {
    throw new Error("brokenImages: urls must be a list of addresses.");
  }
  slack.state.brokenImages = urls;
  return journaled(slack, "brokenImages", { urls });
}
function journaled(slack, kind, detail) {
  slack.world.journal.write("slack", kind, detail);
  return detail;
}

// dist/sandbox/slack/model/interaction.js
var senderIds = ({ app, team }, sender = {}) => ({
  team: sender.team ?? team.id,
  app: sender.app ?? app.id
});
function interaction(slack, type2, person, sender) {
  const { team } = slack.state;
  const ids = senderIds(slack.state, sender);
  return {
    type: type2,
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team },
    api_app_id: ids.app,
    token: "sandbox",
    team: { id: ids.team, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...type2 !== "view_closed" && { trigger_id: slack.triggers.issue(person.id) }
  };
}
function interact(slack, payload) {
  const acceptsResponse = payload.type === "view_submission";
  return slack.socket.deliver({ type: "interactive", payload, acceptsResponse });
}
function deliveryResult(delivery) {
  const { acked, ms } = delivery;
  return acked ? { acked, ms } : { acked, error: delivery.error, ms };
}

// dist/sandbox/slack/model/args.js
var maxUpload = 6e6;
function createArgs(raw) {
  const has = (name3) => raw[name3] !== void 0 && raw[name3] !== null;
  const text3 = (name3) => {
    if (!has(name3))
      return void 0;
    const value = raw[name3];
    if (typeof value !== "string")
      throw invalidArguments(`must provide a string [json-pointer:/${name3}]`);
    return value;
  };
  return {
    raw,
    has,
    text: text3,
    required(name3) {
      const value = text3(name3);
      if (!value)
        throw invalidArguments(`missing required field: ${name3}`);
      return value;
    },
    flag: (name3) => [true, "true", "1", 1].includes(raw[name3]),
    whole(name3, standard, max) {
      if (!has(name3) || raw[name3] === "")
        return standard;
      const value = Number(raw[name3]);
      if (!Number.isInteger(value) || value < 0) {
        throw invalidArguments(`must provide an integer [json-pointer:/${name3}]`);
      }
      return value === 0 ? standard : Math.min(value, max);
    },
    json(name3, ifBroken) {
      if (!has(name3) || raw[name3] === "")
        return void 0;
      const value = raw[name3];
      if (typeof value !== "string")
        return value;
      try {
        return parse(value);
      } catch {
        throw new Refused2(ifBroken);
      }
    }
  };
}
async function readArgs(request, takesJson) {
  const url2 = new URL(request.url ?? "/", "http://sandbox");
  const { token: _inQuery, ...query } = Object.fromEntries(url2.searchParams);
  const type2 = request.headers["content-type"] ?? "";
  const body = await readBody(request);
  if (request.method === "GET" || body.length === 0)
    return { args: createArgs(query) };
  if (type2.startsWith("application/json")) {
    if (!takesJson)
      return { args: createArgs(query) };
    const { token: _inBody, ...json } = readJson(body.toString());
    return {
      args: createArgs({ ...query, ...json }),
      ...!/charset=/i.test(type2) && { warning: "missing_charset" }
    };
  }
  if (type2.startsWith("application/x-www-form-urlencoded")) {
    return { args: createArgs({ ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) }) };
  }
  if (type2.startsWith("multipart/form-data")) {
    const form = await readMultipart(body, type2);
    return { args: createArgs({ ...query, ...form }) };
  }
  throw new Refused2("invalid_post_type");
}
async function readUpload(request) {
  const type2 = request.headers["content-type"] ?? "";
  const body = await readBody(request, maxUpload);
  if (!type2.startsWith("multipart/form-data"))
    return body;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type2 } }).formData().catch(() => new FormData());
  const [file, ...more] = [...form.values()].filter((value) => typeof value !== "string");
  return file && more.length === 0 ? Buffer.from(await file.arrayBuffer()) : void 0;
}
function readJson(text3) {
  let parsed2;
  try {
    parsed2 = parse(text3);
  } catch {
    throw new Refused2("invalid_json");
  }
  if (!isFields(parsed2))
    throw new Refused2("json_not_object");
  return parsed2;
}
function parse(text3) {
  return JSON.parse(text3, (_key, value) => {
    if (typeof value === "string" && new RegExp("\\p{Surrogate}", "u").test(value))
      throw new SyntaxError("half a character");
    return value;
  });
}
async function readMultipart(body, type2) {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type2 } }).formData();
    return Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
  } catch {
    throw new Refused2("invalid_form_data");
  }
}

// dist/sandbox/slack/blocks/composition.js
import { isDeepStrictEqual } from "node:util";

// dist/sandbox/slack/blocks/shape.js
function broken(message, pointer, constraint) {
  return [{ code: "failed_constraint", message, pointer, constraint }];
}
function string(max, min = 0) {
  return (value, at) => {
    if (typeof value !== "string")
      return broken("must provide a string", at, { type: "string" });
    if (value.length < min) {
      return broken(`must be more than ${min - 1} characters`, at, { type: "min_length", expected: min });
    }
    if (value.length > max) {
      return broken(`must be less than ${max + 1} characters`, at, { type: "max_length", expected: max });
    }
    return [];
  };
}
function matching(pattern, what) {
  return (value, at) => typeof value === "string" && pattern.test(value) ? [] : broken(`must be ${what}`, at, { type: "format", expected: what });
}
function url(max) {
  return (value, at) => {
    const problems = string(max, 1)(value, at);
    if (problems.length > 0)
      return problems;
    return matching(/^[a-z][a-z0-9+.-]*:\S+$/i, "a valid url")(value, at);
  };
}
function publicUrl(max) {
  return (value, at) => {
    const problems = url(max)(value, at);
    if (problems.length > 0)
      return problems;
    const parsed2 = URL.canParse(String(value)) ? new URL(String(value)) : void 0;
    return parsed2 && /^https?:$/.test(parsed2.protocol) && isPublic(parsed2.hostname) ? [] : broken("downloading image failed", at, { type: "reachable" });
  };
}
function isPublic(host) {
  if (host.startsWith("["))
    return !/^\[(::1?\]|f[cd]|fe80:)/.test(host);
  return host.includes(".") && !/^(127|10|0|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|\.(local|localhost)$/.test(host);
}
var boolean = (value, at) => typeof value === "boolean" ? [] : broken("must provide a boolean", at, { type: "boolean" });
function integer(min, max) {
  return (value, at) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max ? [] : broken(`must be a whole number from ${min} to ${max}`, at, { type: "range", expected: [min, max] });
}
function enumeration(...allowed) {
  return (value, at) => typeof value === "string" && allowed.includes(value) ? [] : broken(`must be one of: ${allowed.join(", ")}`, at, { type: "enum", expected: allowed });
}
function list(rule, min, max) {
  return (value, at) => {
    if (!Array.isArray(value))
      return broken("must provide an array", at, { type: "array" });
    if (value.length < min) {
      return broken(`no fewer than ${min} items allowed`, at, { type: "min_items", expected: min });
    }
    if (value.length > max) {
      return broken(`no more than ${max} items allowed`, at, { type: "max_items", expected: max });
    }
    return value.flatMap((item, index) => rule(item, `${at}/${index}`));
  };
}
function object2(required, optional = {}, also = () => []) {
  return (value, at) => {
    if (!isFields(value))
      return broken("must provide an object", at, { type: "object" });
    const missing2 = Object.keys(required).filter((key2) => value[key2] === void 0).map((key2) => ({ code: "missing_field", message: `missing required field: ${key2}`, pointer: at }));
    const inside = Object.entries(value).flatMap(([key2, inner]) => {
      const rule = required[key2] ?? optional[key2];
      if (rule)
        return inner === void 0 ? [] : rule(inner, `${at}/${key2}`);
      if (key2 === "type")
        return [];
      return [{ code: "additional_property", message: `invalid additional property: ${key2}`, pointer: at }];
    });
    return [...missing2, ...inside, ...also(value, at)];
  };
}
function byType(table) {
  const expected = Object.keys(table);
  return (value, at) => {
    if (!isFields(value))
      return broken("must provide an object", at, { type: "object" });
    if (value.type === void 0) {
      return [{ code: "missing_field", message: "missing required field: type", pointer: at }];
    }
    const rule = typeof value.type === "string" && Object.hasOwn(table, value.type) ? table[value.type] : void 0;
    if (!rule)
      return broken(`unsupported type: ${value.type}`, `${at}/type`, { type: "enum", expected });
    return rule(value, at);
  };
}
function only(table, ...types2) {
  return Object.fromEntries(Object.entries(table).filter(([type2]) => types2.includes(type2)));
}

// dist/sandbox/slack/blocks/composition.js
function plainText(max) {
  return byType({ plain_text: object2({ text: string(max, 1) }, { emoji: boolean }) });
}
function anyText(max) {
  return byType({
    plain_text: object2({ text: string(max, 1) }, { emoji: boolean }),
    mrkdwn: object2({ text: string(max, 1) }, { verbatim: boolean })
  });
}
var style = enumeration("primary", "danger");
var confirm = object2({ title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) }, { style });
var dispatchActionConfig = object2({
  trigger_actions_on: list(enumeration("on_enter_pressed", "on_character_entered"), 1, 2)
});
var plainOption = object2({ text: plainText(75), value: string(150, 1) }, { description: plainText(75) });
var overflowOption = object2({ text: plainText(75), value: string(150, 1) }, { description: plainText(75), url: url(3e3) });
var richOption = object2({ text: anyText(75), value: string(150, 1) }, { description: anyText(75) });
var optionGroup = object2({ label: plainText(75), options: list(plainOption, 1, 100) });
var selectOptions = {
  options: list(plainOption, 1, 100),
  option_groups: list(optionGroup, 1, 100)
};
function optionsOf(element) {
  if (!isFields(element))
    return [];
  return [
    ...fieldsList(element.options),
    ...fieldsList(element.option_groups).flatMap((group) => fieldsList(group.options))
  ];
}
function initialAmongOptions(element, at) {
  const options = optionsOf(element);
  const initial = [
    ...isFields(element.initial_option) ? [element.initial_option] : [],
    ...fieldsList(element.initial_options)
  ];
  return initial.filter((initial2) => !options.some((option) => isDeepStrictEqual(option, initial2))).flatMap(() => broken("the initial option must be one of the options", at, { type: "initial_option" }));
}
function oneOptionList(element, at) {
  const given = ["options", "option_groups"].filter((key2) => element[key2] !== void 0);
  if (given.length === 1)
    return initialAmongOptions(element, at);
  return broken("must define either `options` or `option_groups`", at, {
    type: "one_of",
    expected: ["options", "option_groups"]
  });
}

// dist/sandbox/slack/blocks/elements.js
var actionId = { action_id: string(255, 1) };
var focus = { focus_on_load: boolean };
var choice = { ...actionId, ...focus, confirm, placeholder: plainText(150) };
var typed = {
  ...actionId,
  ...focus,
  placeholder: plainText(150),
  dispatch_action_config: dispatchActionConfig
};
var id = string(255, 1);
var maxSelected = { max_selected_items: integer(1, 1e3) };
var conversationFilter = object2({}, {
  include: list(enumeration("im", "mpim", "private", "public"), 1, 4),
  exclude_external_shared_channels: boolean,
  exclude_bot_users: boolean
});
var fileId = (value, at) => typeof value === "string" && /^[F][A-Z0-9]{8,}$/.test(value) ? [] : broken("input must match regex pattern: ^[F][A-Z0-9]{8,}$", at, { type: "format" });
var imageSource = {
  image_url: publicUrl(3e3),
  slack_file: object2({}, { id: fileId, url: url(3e3) }, (file, at) => file.id === void 0 === (file.url === void 0) ? broken("must define either `id` or `url`", at, { type: "one_of", expected: ["id", "url"] }) : [])
};
function oneImageSource(image, at) {
  const given = ["image_url", "slack_file"].filter((key2) => image[key2] !== void 0);
  if (given.length === 1)
    return [];
  return broken("must define either `image_url` or `slack_file`", at, {
    type: "one_of",
    expected: ["image_url", "slack_file"]
  });
}
function lengthsAgree(input, at) {
  const { min_length: min, max_length: max, initial_value: initial } = input;
  if (typeof min === "number" && typeof max === "number" && min > max) {
    return broken("`min_length` must not exceed `max_length`", at, { type: "range" });
  }
  if (typeof initial === "string" && typeof max === "number" && initial.length > max) {
    return string(max)(initial, `${at}/initial_value`);
  }
  return [];
}
var withDecimals = { is_decimal_allowed: boolean };
var numeric = string(255, 1);
var elements = {
  button: object2({ text: plainText(75) }, {
    ...actionId,
    value: string(2e3),
    url: url(3e3),
    style,
    confirm,
    accessibility_label: string(75, 1)
  }),
  overflow: object2({ options: list(overflowOption, 1, 5) }, { ...actionId, confirm }),
  image: object2({ alt_text: string(2e3, 1) }, imageSource, oneImageSource),
  static_select: object2({}, { ...choice, ...selectOptions, initial_option: plainOption }, oneOptionList),
  multi_static_select: object2({}, { ...choice, ...selectOptions, ...maxSelected, initial_options: list(plainOption, 1, 100) }, oneOptionList),
  users_select: object2({}, { ...choice, initial_user: id }),
  multi_users_select: object2({}, { ...choice, ...maxSelected, initial_users: list(id, 1, 1e3) }),
  channels_select: object2({}, { ...choice, initial_channel: id, response_url_enabled: boolean }),
  conversations_select: object2({}, {
    ...choice,
    initial_conversation: id,
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter: conversationFilter
  }),
  checkboxes: object2({ options: list(richOption, 1, 10) }, { ...actionId, ...focus, confirm, initial_options: list(richOption, 1, 10) }, initialAmongOptions),
  radio_buttons: object2({ options: list(richOption, 1, 10) }, { ...actionId, ...focus, confirm, initial_option: richOption }, initialAmongOptions),
  datepicker: object2({}, { ...choice, initial_date: matching(/^\d{4}-\d\d-\d\d$/, "a date YYYY-MM-DD") }),
  timepicker: object2({}, {
    ...choice,
    initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, "a time HH:mm"),
    timezone: string(100, 1)
  }),
  datetimepicker: object2({}, { ...actionId, ...focus, confirm, initial_date_time: integer(1e9, 9999999999) }),
  plain_text_input: object2({}, {
    ...typed,
    initial_value: string(3e3),
    multiline: boolean,
    min_length: integer(0, 3e3),
    max_length: integer(1, 3e3)
  }, lengthsAgree),
  email_text_input: object2({}, { ...typed, initial_value: string(3e3) }),
  url_text_input: object2({}, { ...typed, initial_value: string(3e3) }),
  number_input: object2(withDecimals, {
    ...typed,
    initial_value: numeric,
    min_value: numeric,
    max_value: numeric
  })
};
var pickers = [
  "static_select",
  "multi_static_select",
  "users_select",
  "multi_users_select",
  "channels_select",
  "conversations_select",
  "checkboxes",
  "radio_buttons",
  "datepicker",
  "timepicker"
];
var texts = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];
var accessories = only(elements, "button", "overflow", "image", ...pickers);
var actionElements = only(elements, "button", "overflow", "datetimepicker", ...pickers);
var inputElements = only(elements, "datetimepicker", ...texts, ...pickers);
var contextImage = only(elements, "image");

// dist/sandbox/slack/blocks/find.js
function elementsOf(block) {
  switch (block.type) {
    case "section":
      return fieldsList([block.accessory]);
    case "input":
      return fieldsList([block.element]);
    case "actions":
      return fieldsList(block.elements);
    default:
      return [];
  }
}
function usable(blocks) {
  return blocks.flatMap((block) => elementsOf(block).filter((element) => element.type !== "image").map((element) => ({ block, element })));
}
function labelOf({ block, element }) {
  return textAt(element.text, "text") ?? textAt(fieldsAt(block, "label"), "text") ?? String(element.type);
}
function namesOf2(found) {
  return found.map((each) => `${each.element.action_id} [${labelOf(each)}]`).join(", ") || "nothing";
}

// dist/sandbox/slack/blocks/rich-text.js
var styles = object2({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean });
var mentionStyle = object2({}, {
  bold: boolean,
  italic: boolean,
  strike: boolean,
  highlight: boolean,
  client_highlight: boolean,
  unlink: boolean
});
var inline = byType({
  text: object2({ text: string(12e3, 1) }, { style: styles }),
  link: object2({ url: url(3e3) }, { text: string(12e3, 1), unsafe: boolean, style: styles }),
  user: object2({ user_id: string(255, 1) }, { style: mentionStyle }),
  usergroup: object2({ usergroup_id: string(255, 1) }, { style: mentionStyle }),
  channel: object2({ channel_id: string(255, 1) }, { style: mentionStyle }),
  emoji: object2({ name: string(255, 1) }, { unicode: string(255, 1), skin_tone: integer(1, 6), style: styles }),
  broadcast: object2({ range: enumeration("here", "channel", "everyone") }, { style: mentionStyle }),
  color: object2({ value: string(255, 1) }),
  date: object2({ timestamp: integer(0, Number.MAX_SAFE_INTEGER), format: string(255, 1) }, { url: url(3e3), fallback: string(3e3, 1), style: styles })
});
var anyNumber = 1e4;
var border = { border: integer(0, 1) };
var section = object2({ elements: list(inline, 1, anyNumber) });
var richTextBlock = object2({
  elements: list(byType({
    rich_text_section: section,
    rich_text_list: object2({
      style: enumeration("bullet", "ordered"),
      elements: list(byType({ rich_text_section: section }), 1, anyNumber)
    }, { indent: integer(0, 8), offset: integer(0, anyNumber), ...border }),
    rich_text_quote: object2({ elements: list(inline, 1, anyNumber) }, border),
    rich_text_preformatted: object2({ elements: list(inline, 1, anyNumber) }, { ...border, language: string(100) })
  }), 1, anyNumber)
}, { block_id: string(255, 1) });

// dist/sandbox/slack/blocks/blocks.js
var blockId = { block_id: string(255, 1) };
var blockTypes = {
  header: object2({ text: plainText(150) }, blockId),
  section: object2({}, {
    ...blockId,
    text: anyText(3e3),
    fields: list(anyText(2e3), 1, 10),
    accessory: byType(accessories),
    expand: boolean
  }, (block, at) => block.text === void 0 && block.fields === void 0 ? broken("must define either `fields` or `text`", at, {
    type: "one_of",
    expected: ["fields", "text"]
  }) : []),
  rich_text: richTextBlock,
  context: object2({ elements: list(contextElement, 1, 10) }, blockId),
  actions: object2({ elements: list(byType(actionElements), 1, 25) }, blockId),
  divider: object2({}, blockId),
  image: object2({ alt_text: string(2e3, 1) }, { ...blockId, ...imageSource, title: plainText(2e3) }, oneImageSource),
  input: object2({ label: plainText(2e3), element: byType(inputElements) }, { ...blockId, hint: plainText(2e3), optional: boolean, dispatch_action: boolean })
};
function contextElement(value, at) {
  return isFields(value) && value.type === "image" ? byType(contextImage)(value, at) : anyText(3e3)(value, at);
}
function checkBlocks(blocks, at, max) {
  const problems = list(byType(blockTypes), 0, max)(blocks, at);
  return [...problems, ...uniqueIds(fieldsList(blocks), at)];
}
function uniqueIds(blocks, at) {
  const seen = /* @__PURE__ */ new Set();
  return blocks.flatMap((block, index) => {
    const twice = block.block_id !== void 0 && seen.has(block.block_id);
    seen.add(block.block_id);
    const ids = elementsOf(block).flatMap(({ action_id }) => action_id === void 0 ? [] : [action_id]);
    const repeated = ids.filter((id2, place) => ids.indexOf(id2) !== place);
    return [
      ...twice ? broken(`\`block_id\` "${block.block_id}" already exists for another block`, `${at}/${index}/block_id`, {
        type: "unique"
      }) : [],
      ...repeated.flatMap((id2) => broken(`\`action_id\` "${id2}" already exists for another element`, `${at}/${index}`, {
        type: "unique"
      }))
    ];
  });
}
function blocksLength(value) {
  if (typeof value === "string")
    return value.length;
  if (Array.isArray(value))
    return value.reduce((sum2, item) => sum2 + blocksLength(item), 0);
  if (!isFields(value))
    return 0;
  return Object.entries(value).filter(([key2]) => !["type", "style", "block_id", "action_id"].includes(key2)).reduce((sum2, [, inner]) => sum2 + blocksLength(inner), 0);
}

// dist/sandbox/slack/blocks/complete.js
var idAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
function complete(blocks, random) {
  const completed = structuredClone(fieldsList(blocks));
  for (const block of completed) {
    block.block_id ??= random.text(5, idAlphabet);
    for (const element of elementsOf(block)) {
      if (element.type !== "image")
        element.action_id ??= random.text(5, idAlphabet);
    }
  }
  return completed;
}

// dist/sandbox/slack/model/content.js
var maxText = 4e3;
var maxMarkdown = 12e3;
var maxMessageBlocks = 50;
var maxBlocksLength = 11e3;
var maxAttachments = 100;
var maxMetadata = 16e3;
var flat = ["string", "number", "boolean"];
function readContent(args, random) {
  const markdown = args.text("markdown_text");
  const text3 = args.text("text") ?? markdown;
  if (markdown !== void 0 && (args.has("text") || args.has("blocks")))
    throw new Refused2("markdown_text_conflict");
  const [max, name3] = markdown === void 0 ? [maxText, "text"] : [maxMarkdown, "markdown_text"];
  if (text3 !== void 0 && text3.length > max) {
    throw new Refused2("msg_too_long", [
      `[ERROR] must be less than ${max + 1} characters [json-pointer:/${name3}]`
    ]);
  }
  const blocks = readBlocks(args);
  const attachments2 = readAttachments(args, random);
  return {
    ...text3 !== void 0 && { text: text3 },
    ...blocks && { blocks: complete(blocks, random) },
    ...attachments2 && { attachments: attachments2 }
  };
}
function requireSomething({ text: text3, blocks, attachments: attachments2 }) {
  if (!text3 && !blocks?.length && !attachments2?.length)
    throw new Refused2("no_text");
}
function readBlocks(args) {
  const blocks = args.json("blocks", "invalid_blocks_format");
  if (blocks === void 0)
    return void 0;
  if (!Array.isArray(blocks))
    throw new Refused2("invalid_blocks_format");
  refuseBlocks(blocks, "/blocks");
  return blocks;
}
function refuseBlocks(blocks, at) {
  const problems = checkBlocks(blocks, at, maxMessageBlocks);
  if (problems.length > 0) {
    const errors = withPointers(problems);
    throw new Refused2("invalid_blocks", errors.map((error) => `[ERROR] ${error}`), { errors });
  }
  if (blocksLength(blocks) > maxBlocksLength) {
    throw new Refused2("msg_blocks_too_long", [
      `[ERROR] the blocks hold more than ${maxBlocksLength} characters [json-pointer:${at}]`
    ]);
  }
}
function readAttachments(args, random) {
  const attachments2 = args.json("attachments", "invalid_attachments");
  if (attachments2 === void 0)
    return void 0;
  if (!Array.isArray(attachments2) || !attachments2.every(isFields))
    throw new Refused2("invalid_attachments");
  if (attachments2.length > maxAttachments)
    throw new Refused2("too_many_attachments");
  return attachments2.map((attachment, index) => {
    const { blocks } = attachment;
    if (blocks !== void 0)
      refuseBlocks(blocks, `/attachments/${index}/blocks`);
    return {
      id: index + 1,
      fallback: "[no preview available]",
      ...attachment,
      ...blocks !== void 0 && { blocks: complete(blocks, random) }
    };
  });
}
function readMetadata(args) {
  const metadata = args.json("metadata", "invalid_metadata_format");
  if (metadata === void 0)
    return void 0;
  if (!isFields(metadata))
    throw new Refused2("invalid_metadata_format");
  if (Object.keys(metadata).length === 0)
    return metadata;
  const { event_type: type2, event_payload: payload, ...rest } = metadata;
  const isFlat = isFields(payload) && Object.values(payload).every((value) => flat.includes(typeof value));
  if (typeof type2 !== "string" || !isFlat || Object.keys(rest).length > 0) {
    throw new Refused2("invalid_metadata_format");
  }
  if (!/^\w{1,255}$/.test(type2))
    throw new Refused2("invalid_metadata_schema");
  if (JSON.stringify(metadata).length > maxMetadata)
    throw new Refused2("metadata_too_large");
  return metadata;
}

// dist/sandbox/slack/model/response-url.js
var uses = 5;
var lifeMs = 30 * 6e4;
function issueResponseUrl(slack, kind, target) {
  const path = `/${kind}/${slack.state.team.id}/${slack.world.random.text(13, "0123456789")}/${slack.world.random.text(24)}`;
  slack.state.responseUrls[path] = { ...target, usesLeft: uses, expiresAt: slack.world.clock.now() + lifeMs };
  return `${slack.origin}${path}`;
}
function useResponseUrl(slack, path, payload) {
  const target = slack.state.responseUrls[path];
  if (!target)
    throw new Refused2("invalid_url");
  if (slack.world.clock.now() >= target.expiresAt)
    throw new Refused2("expired_url");
  if (target.usesLeft === 0)
    throw new Refused2("used_url");
  answer2(slack, target, payload);
  target.usesLeft -= 1;
}
function answer2(slack, target, payload) {
  const { state, world } = slack;
  const args = createArgs(payload);
  const content = readContent(args, world.random);
  const channel = state.channels[target.channel];
  if (!channel)
    throw new Refused2("channel_not_found");
  if (channel.archived)
    throw new Refused2("is_archived");
  const detail = { user: target.user, channel: target.channel, ...payload };
  if (args.flag("delete_original")) {
    removeOriginal(slack, target);
  } else if (args.flag("replace_original")) {
    requireSomething(content);
    replaceOriginal(slack, target, content);
  } else {
    requireSomething(content);
    const threadTs = args.text("thread_ts");
    if (args.text("response_type") === "in_channel") {
      if (channel.restricted)
        throw new Refused2("restricted_action");
      postMessage(slack, { ...content, channel, user: state.app.botUser, threadTs });
    } else {
      state.ephemerals.push({
        ...content,
        ts: nextTs(slack),
        channel: channel.id,
        user: target.user,
        text: content.text ?? "",
        ...threadTs && { threadTs }
      });
    }
  }
  world.journal.write("slack", "response_url", detail);
}
function ephemeralOf({ state }, { messageTs, user }) {
  return state.ephemerals.find((each) => each.ts === messageTs && each.user === user);
}
function removeOriginal(slack, target) {
  const { state } = slack;
  const ephemeral = ephemeralOf(slack, target);
  if (ephemeral)
    state.ephemerals = state.ephemerals.filter((each) => each !== ephemeral);
  const message = target.messageTs && findMessage(state, target.channel, target.messageTs);
  if (message)
    removeMessage(state, message);
}
function replaceOriginal(slack, target, content) {
  const ephemeral = ephemeralOf(slack, target);
  const message = target.messageTs ? findMessage(slack.state, target.channel, target.messageTs) : void 0;
  const original = ephemeral ?? message;
  if (!original)
    throw new Refused2("message_not_found");
  original.text = content.text ?? "";
  if (content.blocks)
    original.blocks = content.blocks;
  else
    delete original.blocks;
  if (content.attachments)
    original.attachments = content.attachments;
  else
    delete original.attachments;
  if (message && !content.blocks?.length)
    message.edited = { user: slack.state.app.botUser, ts: nextTs(slack) };
}

// dist/sandbox/slack/acts/command.js
async function command(slack, args) {
  const { state } = slack;
  const asks = readActArguments("command", state, args, [
    "user",
    "channel",
    "command",
    "text",
    "team",
    "app"
  ]);
  const person = ourPerson(state, asks.person(), "command");
  const channel = asks.channel("channel", person);
  if (!channel.members.includes(person.id)) {
    throw new Error(`command: ${person.realName} must join #${channel.name} before typing there.`);
  }
  if (channel.archived)
    throw new Error(`command: #${channel.name} is archived; nothing can be typed there.`);
  const name3 = asks.text("command");
  const known2 = mayCommand(state) && state.manifest.commands.find((each) => each.command === name3);
  if (!known2) {
    const names3 = state.manifest.commands.map((each) => each.command).join(", ") || "none";
    throw new Error(`command: ${name3} is not a valid command. There are: ${names3}.`);
  }
  const typed2 = asks.maybe("text") ?? "";
  const target = { user: person.id, channel: channel.id };
  const ids = senderIds(state, asks.sender());
  const delivery = await slack.socket.deliver({
    type: "slash_commands",
    acceptsResponse: true,
    payload: {
      token: "sandbox",
      team_id: ids.team,
      team_domain: state.team.domain,
      channel_id: channel.id,
      channel_name: shownName(channel),
      user_id: person.id,
      user_name: person.name,
      command: name3,
      text: escapeCommand(state, typed2, known2.should_escape),
      api_app_id: ids.app,
      is_enterprise_install: "false",
      response_url: issueResponseUrl(slack, "commands", target),
      trigger_id: slack.triggers.issue(person.id)
    }
  });
  const end = deliveryResult(delivery);
  const detail = { user: person.id, channel: channel.id, command: name3, text: typed2 };
  const response = delivery.acked && Object.keys(delivery.payload).length > 0 ? delivery.payload : void 0;
  let result = { ...end, ...response && { response } };
  if (response) {
    try {
      answer2(slack, target, response);
    } catch (error) {
      result = { ...result, error: error instanceof Error ? error.message : String(error) };
    }
  }
  slack.world.journal.write("slack", "command", { ...detail, ...result });
  return result;
}
var mayCommand = ({ manifest: manifest2 }) => manifest2.scopes.includes("commands");
function escapeCommand(state, typed2, shouldEscape) {
  const entities = typed2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  if (!shouldEscape)
    return entities;
  const people = Object.values(state.people);
  const channels = Object.values(state.channels);
  return entities.replace(/https?:\/\/[^\s|]+/g, (url2) => `<${url2}>`).replace(/(?<![\w<])@([\w.-]*\w)/g, (all3, name3) => {
    const found = people.find((each) => each.name === name3 && !each.deleted);
    return found ? `<@${found.id}|${found.name}>` : all3;
  }).replace(/(?<![\w<])#([\w-]*\w)/g, (all3, name3) => {
    const found = channels.find((each) => each.name === name3);
    return found ? `<#${found.id}|${found.name}>` : all3;
  });
}
async function shortcut(slack, args) {
  const { state } = slack;
  const asks = readActArguments("shortcut", state, args, [
    "user",
    "callback_id",
    "channel",
    "ts",
    "team",
    "app"
  ]);
  const person = ourPerson(state, asks.person(), "shortcut");
  const callbackId = asks.text("callback_id");
  const onMessage = asks.maybe("channel") !== void 0;
  const type2 = onMessage ? "message" : "global";
  const known2 = mayCommand(state) ? state.manifest.shortcuts.filter((each) => each.type === type2) : [];
  if (!known2.some((each) => each.callback_id === callbackId)) {
    const names3 = known2.map((each) => each.callback_id).join(", ") || "none";
    throw new Error(`shortcut: there is no ${type2} shortcut '${callbackId}'. There are: ${names3}.`);
  }
  const where = onMessage ? messageParts(slack, person, asks.channel("channel", person).id, asks.text("ts")) : {};
  const head = interaction(slack, onMessage ? "message_action" : "shortcut", person, asks.sender());
  const payload = { ...head, callback_id: callbackId, action_ts: nextTs(slack), ...where };
  const end = deliveryResult(await interact(slack, payload));
  slack.world.journal.write("slack", "shortcut", { user: person.id, callback_id: callbackId, ...end });
  return end;
}
function messageParts(slack, person, channelId, ts) {
  const channel = slack.state.channels[channelId];
  const message = findMessage(slack.state, channelId, ts);
  if (!channel || !message)
    throw new Error(`shortcut: ${person.realName} sees no message ${ts} there.`);
  return {
    message_ts: ts,
    message: showMessage(slack.state, message, { metadata: false }),
    channel: { id: channel.id, name: shownName(channel) },
    response_url: issueResponseUrl(slack, "actions", {
      user: person.id,
      channel: channel.id,
      messageTs: ts
    })
  };
}
function ourPerson(state, person, act) {
  if (!isOurs(state, person)) {
    throw new Error(`${act}: ${person.realName} belongs to another workspace, where the app is not installed.`);
  }
  return person;
}

// dist/sandbox/slack/blocks/values.js
var holders = {
  plain_text_input: { value: "value", initial: "initial_value", empty: null },
  email_text_input: { value: "value", initial: "initial_value", empty: null },
  url_text_input: { value: "value", initial: "initial_value", empty: null },
  number_input: { value: "value", initial: "initial_value", empty: null },
  static_select: { value: "selected_option", initial: "initial_option", empty: null },
  radio_buttons: { value: "selected_option", initial: "initial_option", empty: null },
  multi_static_select: { value: "selected_options", initial: "initial_options", empty: [] },
  checkboxes: { value: "selected_options", initial: "initial_options", empty: [] },
  users_select: { value: "selected_user", initial: "initial_user", empty: null },
  multi_users_select: { value: "selected_users", initial: "initial_users", empty: [] },
  channels_select: { value: "selected_channel", initial: "initial_channel", empty: null },
  conversations_select: { value: "selected_conversation", initial: "initial_conversation", empty: null },
  datepicker: { value: "selected_date", initial: "initial_date", empty: null },
  timepicker: { value: "selected_time", initial: "initial_time", empty: null },
  datetimepicker: { value: "selected_date_time", initial: "initial_date_time", empty: null }
};
var textInputs = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];
function valueField(type2) {
  return holders[String(type2)]?.value;
}
function valuesOf(blocks, before = {}) {
  const values = {};
  for (const { block, element } of usable(blocks)) {
    const holder = holders[String(element.type)];
    if (!holder)
      continue;
    const blockId2 = String(block.block_id);
    const actionId2 = String(element.action_id);
    const kept = before[blockId2]?.[actionId2];
    const initial = element[holder.initial] ?? holder.empty;
    const row = values[blockId2] ?? {};
    row[actionId2] = kept && kept.type === element.type ? kept : { type: element.type, [holder.value]: initial };
    values[blockId2] = row;
  }
  return values;
}
function missingInputs(blocks, values) {
  const missing2 = {};
  for (const block of fieldsList(blocks)) {
    if (block.type !== "input")
      continue;
    for (const { element } of usable([block])) {
      const value = values[String(block.block_id)]?.[String(element.action_id)];
      const said = problemWith(element, block.optional === true, value?.[valueField(element.type) ?? ""]);
      if (said)
        missing2[String(block.block_id)] = said;
    }
  }
  return missing2;
}
function problemWith(element, optional, value) {
  const empty = value === null || value === void 0 || value === "" || Array.isArray(value) && value.length === 0;
  if (empty)
    return optional ? void 0 : "Please complete this required field.";
  if (typeof value !== "string")
    return void 0;
  if (typeof element.min_length === "number" && value.length < element.min_length) {
    return `Please enter at least ${element.min_length} characters.`;
  }
  const formats = {
    email_text_input: /^\S+@\S+\.\S+$/,
    url_text_input: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
    number_input: element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  };
  const format = formats[String(element.type)];
  return format && !format.test(value) ? "Please enter a valid value." : void 0;
}

// dist/sandbox/slack/blocks/view.js
var meta = {
  private_metadata: string(3e3),
  callback_id: string(255),
  external_id: string(255)
};
function viewBlocks(value, at) {
  return checkBlocks(value, at, 100);
}
var home = object2({ blocks: viewBlocks }, meta);
var modal = object2({ title: plainText(24), blocks: viewBlocks }, {
  ...meta,
  close: plainText(24),
  submit: plainText(24),
  clear_on_close: boolean,
  notify_on_close: boolean
}, (view, at) => {
  const hasInput = fieldsList(view.blocks).some((block) => block.type === "input");
  return hasInput && view.submit === void 0 ? broken("`submit` is required when an input block is within the blocks array", at, {
    type: "required"
  }) : [];
});
function checkView(view, at, types2) {
  const table = Object.fromEntries(types2.map((type2) => [type2, type2 === "modal" ? modal : home]));
  const problems = byType(table)(view, at);
  return isFields(view) ? [...problems, ...oneFocus(view, at)] : problems;
}
function oneFocus(view, at) {
  const focused = usable(fieldsList(view.blocks)).filter(({ element }) => element.focus_on_load === true);
  return focused.length > 1 ? broken("only one element can have `focus_on_load`", `${at}/blocks`, { type: "unique" }) : [];
}

// dist/sandbox/slack/model/broken-images.js
function brokenImageIn(state, blocks, at) {
  const said = blocks.flatMap((block, index) => [
    ...brokenImage(state, block, `${at}/${index}`),
    ...imagesIn(block).flatMap((element) => brokenFile(state, element, `${at}/${index}`))
  ]);
  return said[0];
}
var imagesIn = (block) => block.type === "context" ? fieldsList(block.elements) : elementsOf(block);
function brokenImage(state, block, at) {
  const { brokenImages: brokenImages2 = [] } = state;
  if (block.type !== "image")
    return [];
  const isBroken = brokenImages2.some((one2) => isMeant(one2, String(block.image_url)));
  return isBroken ? [`downloading image failed [json-pointer:${at}/image_url]`] : brokenFile(state, block, at);
}
var brokenFile = (state, { type: type2, slack_file: file }, at) => type2 !== "image" || !isFields(file) || isShowable(state, file) ? [] : [`invalid slack file [json-pointer:${at}/slack_file]`];
var isMeant = (broken2, url2) => broken2.endsWith("*") ? url2.startsWith(broken2.slice(0, -1)) : url2 === broken2;

// dist/sandbox/slack/model/views.js
var maxModals = 3;
var maxViewLength = 25e4;
function readView(state, view, types2, at = "/view") {
  const problems = checkView(view, at, types2);
  if (problems.length > 0 || !isFields(view))
    throw invalidArguments(...withPointers(problems));
  if (JSON.stringify(view).length > maxViewLength)
    throw new Refused2("view_too_large");
  const broken2 = brokenImageIn(state, fieldsList(view.blocks), `${at}/blocks`);
  if (broken2)
    throw invalidArguments(broken2);
  return view;
}
function pushModal(slack, user, content) {
  const stack = modalsOf(slack.state, user);
  const view = make(slack, user, "modal", content, stack[0]?.rootViewId, stack.at(-1)?.id ?? null);
  slack.state.stacks[user] = [...stack, view];
  return view;
}
function openModal(slack, user, content) {
  const before = slack.state.stacks[user];
  slack.state.stacks[user] = [];
  try {
    return pushModal(slack, user, content);
  } catch (error) {
    if (before)
      slack.state.stacks[user] = before;
    throw error;
  }
}
function publishHome(slack, user, content) {
  const before = slack.state.homes[user];
  if (before) {
    updateView(slack, before, content);
    return before;
  }
  const view = make(slack, user, "home", content, void 0, null);
  slack.state.homes[user] = view;
  return view;
}
function updateView(slack, view, content) {
  takeExternalId(slack.state, content, view.id);
  const blocks = complete(content.blocks, slack.world.random);
  view.content = { ...content, blocks };
  view.values = valuesOf(blocks, view.values);
  view.hash = newHash(slack);
}
function make(slack, user, type2, content, rootViewId, previousViewId) {
  const blocks = complete(content.blocks, slack.world.random);
  const id2 = newId(slack, "V");
  takeExternalId(slack.state, content, id2);
  return {
    id: id2,
    user,
    type: type2,
    rootViewId: rootViewId ?? id2,
    previousViewId,
    hash: newHash(slack),
    content: { ...content, blocks },
    values: valuesOf(blocks)
  };
}
function newHash(slack) {
  return `${nextTs(slack).split(".")[0]}.${slack.world.random.text(8, "0123456789abcdef")}`;
}
function takeExternalId(state, { external_id: id2 }, viewId) {
  if (typeof id2 !== "string" || id2 === "")
    return;
  state.externalIds ??= {};
  const owner = state.externalIds[id2] ?? viewId;
  if (owner !== viewId)
    throw new Refused2("duplicate_external_id");
  state.externalIds[id2] = viewId;
}
function modalsOf(state, user) {
  return state.stacks[user] ?? [];
}
function closeTop(state, user) {
  state.stacks[user] = modalsOf(state, user).slice(0, -1);
}
function allViews({ stacks, homes }) {
  return [...Object.values(stacks).flat(), ...Object.values(homes)];
}
function findView(state, by) {
  const found = allViews(state).find((view) => by.id ? view.id === by.id : view.content.external_id === by.externalId);
  if (!found)
    throw new Refused2("not_found");
  return found;
}
function showView({ app, team }, view, values = view.values) {
  const { content } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: escapeBlocks(fieldsList(content.blocks)),
    private_metadata: content.private_metadata ?? "",
    callback_id: content.callback_id ?? "",
    state: { values },
    hash: view.hash,
    title: content.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: content.external_id ?? "",
    app_installed_team_id: team.id,
    bot_id: app.botId
  };
}

// dist/sandbox/slack/acts/look.js
function messages(slack, args) {
  const channel = readActArguments("messages", slack.state, args, ["channel"]).channel("channel");
  const list4 = slack.state.messages[channel.id] ?? [];
  return { messages: list4.filter(({ threadTs, broadcast }) => !threadTs || broadcast).map(shown) };
}
function thread(slack, args) {
  const asks = readActArguments("thread", slack.state, args, ["channel", "ts"]);
  return { messages: threadOf(slack.state, asks.channel("channel").id, asks.text("ts")).map(shown) };
}
function ephemerals(slack, args) {
  const asks = readActArguments("ephemerals", slack.state, args, ["user", "channel"]);
  const user = asks.person().id;
  const channel = asks.maybe("channel") === void 0 ? void 0 : asks.channel("channel").id;
  const list4 = slack.state.ephemerals.filter((each) => each.user === user && (!channel || each.channel === channel));
  return { messages: list4.map(shownEphemeral) };
}
function reload(slack, args) {
  const { state } = slack;
  const user = readActArguments("reload", state, args, ["user"]).person().id;
  state.ephemerals = state.ephemerals.filter((each) => each.user !== user);
  state.stacks[user] = [];
  slack.world.journal.write("slack", "reload", { user });
  return {};
}
function views(slack, args) {
  const person = readActArguments("views", slack.state, args, ["user"]).person();
  return { views: modalsOf(slack.state, person.id).map(shownView) };
}
function home2(slack, args) {
  const person = readActArguments("home", slack.state, args, ["user"]).person();
  const view = slack.state.homes[person.id];
  return { view: view ? shownView(view) : null };
}
function workspace(slack, args) {
  readActArguments("workspace", slack.state, args, []);
  const { team, app, people, channels, manifest: manifest2 } = slack.state;
  const { id: id2, name: name3, botUser, botId } = app;
  return {
    team,
    app: { id: id2, name: name3, botUser, botId },
    people: Object.values(people),
    channels: Object.values(channels),
    manifest: manifest2
  };
}
function shown({ threadTs, ...message }) {
  return { ...message, ...threadTs && { thread_ts: threadTs } };
}
function shownEphemeral({ threadTs, ...message }) {
  return { ...message, ...threadTs && { thread_ts: threadTs } };
}
function shownView({ id: id2, user, type: type2, hash, content, values, previousViewId }) {
  return { ...content, id: id2, user, type: type2, hash, previous_view_id: previousViewId, values };
}

// dist/sandbox/slack/acts/people.js
var kinds = ["member", "guest", "single-channel-guest"];
function addPerson(slack, args) {
  const { state, world } = slack;
  const takes2 = ["id", "name", "real_name", "title", "email", "tz", "kind", "team", "admin"];
  const asks = readActArguments("addPerson", state, args, takes2);
  const name3 = asks.text("name");
  const id2 = asks.maybe("id") ?? newId(slack, "U", 9);
  if (!/^[UW][A-Z0-9]{7,}$/.test(id2))
    throw new Error(`addPerson: id must look like U0ANA0001, not '${id2}'.`);
  const taken = Object.values(state.people).find((person2) => person2.id === id2 || person2.name === name3);
  if (taken)
    throw new Error(`addPerson: ${taken.name} (${taken.id}) is here already.`);
  const person = {
    id: id2,
    name: name3,
    realName: asks.maybe("real_name") ?? name3,
    title: asks.maybe("title") ?? "",
    email: asks.maybe("email") ?? `${name3}@central-library.example`,
    tz: zoneOf(asks.maybe("tz") ?? "Europe/London"),
    team: asks.maybe("team") ?? state.team.id,
    kind: asks.oneOf("kind", kinds, "member"),
    isBot: false,
    isAdmin: asks.flag("admin"),
    deleted: false,
    updatedAt: Math.floor(world.clock.now() / 1e3)
  };
  state.people[id2] = person;
  const joins = person.kind === "member" && person.team === state.team.id;
  if (joins) {
    for (const channel of Object.values(state.channels))
      if (channel.general)
        channel.members.push(id2);
  }
  return journaled2(slack, "addPerson", { user: id2, name: name3, kind: person.kind, team: person.team });
}
function zoneOf(tz) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: tz });
    return tz;
  } catch {
    throw new Error(`addPerson: '${tz}' is no time zone; write one like Europe/London.`);
  }
}
async function deactivate(slack, args) {
  const { state, world } = slack;
  const person = readActArguments("deactivate", state, args, ["user"]).person();
  person.deleted = true;
  person.updatedAt = Math.floor(world.clock.now() / 1e3);
  for (const channel of Object.values(state.channels)) {
    if (channel.kind !== "im")
      channel.members = channel.members.filter((id2) => id2 !== person.id);
  }
  delete state.stacks[person.id];
  await tellChange(slack, person);
  return journaled2(slack, "deactivate", { user: person.id });
}
async function changePerson(slack, args) {
  const { state, world } = slack;
  const asks = readActArguments("changePerson", state, args, ["user", "real_name", "kind"]);
  const person = asks.person();
  person.realName = asks.maybe("real_name") ?? person.realName;
  person.kind = asks.oneOf("kind", kinds, person.kind);
  person.updatedAt = Math.floor(world.clock.now() / 1e3);
  await tellChange(slack, person);
  return journaled2(slack, "changePerson", { user: person.id, name: person.realName, kind: person.kind });
}
async function tellChange(slack, person) {
  const { state, world } = slack;
  const now = world.clock.now();
  const user = showPerson(state, person, now, true);
  const event = { type: "user_change", user, cache_ts: Math.floor(now / 1e3), event_ts: nextTs(slack) };
  await emit(slack, "user_change", event);
}
function addChannel2(slack, args) {
  const { state } = slack;
  const asks = readActArguments("addChannel", state, args, [
    "id",
    "name",
    "kind",
    "members",
    "bot",
    "archived",
    "shared_with"
  ]);
  const name3 = channelName("addChannel", asks.text("name"));
  const id2 = asks.maybe("id") ?? newId(slack, "C", 9);
  const taken = Object.values(state.channels).find((channel) => channel.id === id2 || channel.name === name3);
  if (taken)
    throw new Error(`addChannel: #${taken.name} (${taken.id}) is here already.`);
  const members2 = args.members === void 0 ? [] : idsOf(slack, args.members);
  const sharedWith = asks.maybe("shared_with");
  addChannel(slack, {
    id: id2,
    name: name3,
    kind: asks.oneOf("kind", ["public", "private"], "public"),
    members: asks.flag("bot") ? [...members2, state.app.botUser] : members2,
    archived: asks.flag("archived"),
    sharedWith: sharedWith ? [sharedWith] : []
  });
  return journaled2(slack, "addChannel", { channel: id2, name: name3 });
}
function idsOf({ state }, members2) {
  if (!Array.isArray(members2))
    throw new Error("addChannel: members must be a list of people.");
  return members2.map((user) => readActArguments("addChannel", state, { user }, ["user"]).person().id);
}
async function join(slack, args) {
  const { user, channel, who } = membership(slack, "join", args);
  if (who?.kind === "single-channel-guest" && channelsOf(slack, user) > 0) {
    throw new Error(`join: ${who.realName} is a single-channel guest and is in a channel already.`);
  }
  const foreign = who && who.team !== slack.state.team.id && !channel.sharedWith.includes(who.team);
  if (foreign)
    throw new Error(`join: #${channel.name} is not shared with ${who.team}.`);
  if (!channel.members.includes(user))
    channel.members.push(user);
  return membershipChanged(slack, "join", "member_joined_channel", user, channel);
}
async function leave(slack, args) {
  const { user, channel } = membership(slack, "leave", args);
  channel.members = channel.members.filter((id2) => id2 !== user);
  return membershipChanged(slack, "leave", "member_left_channel", user, channel);
}
function membership(slack, act, args) {
  const asks = readActArguments(act, slack.state, args, ["user", "channel", "bot"]);
  const channel = asks.channel("channel");
  if (asks.flag("bot"))
    return { user: slack.state.app.botUser, channel, who: void 0 };
  const who = asks.person();
  return { user: who.id, channel, who };
}
function channelsOf({ state }, user) {
  return Object.values(state.channels).filter(({ kind, members: members2 }) => kind !== "im" && members2.includes(user)).length;
}
async function membershipChanged(slack, act, type2, user, channel) {
  const { team } = slack.state;
  const event = {
    type: type2,
    user,
    channel: channel.id,
    channel_type: "C",
    team: team.id,
    event_ts: nextTs(slack)
  };
  if (channel.members.includes(slack.state.app.botUser))
    await emit(slack, type2, event, channel);
  return journaled2(slack, act, { user, channel: channel.id });
}
function manifest(slack, args) {
  const { state } = slack;
  const asks = readActArguments("manifest", state, args, [
    "commands",
    "shortcuts",
    "events",
    "scopes",
    "appTokenScopes",
    "homeTab",
    "messagesTab",
    "socketMode"
  ]);
  const listed = (name3, before) => {
    const value = args[name3] ?? before;
    if (Array.isArray(value) && value.every((each) => typeof each === "string"))
      return value;
    throw new Error(`manifest: ${name3} must be a list of strings.`);
  };
  const next = {
    commands: args.commands === void 0 ? state.manifest.commands : fieldsList(args.commands).map((each) => ({
      command: String(each.command),
      should_escape: each.should_escape === true
    })),
    shortcuts: args.shortcuts === void 0 ? state.manifest.shortcuts : fieldsList(args.shortcuts).map((each) => ({
      callback_id: String(each.callback_id),
      type: each.type === "message" ? "message" : "global"
    })),
    events: listed("events", state.manifest.events),
    scopes: listed("scopes", state.manifest.scopes),
    homeTab: args.homeTab === void 0 ? state.manifest.homeTab : asks.flag("homeTab"),
    messagesTab: args.messagesTab === void 0 ? state.manifest.messagesTab : asks.flag("messagesTab"),
    socketMode: args.socketMode === void 0 ? state.manifest.socketMode : asks.flag("socketMode")
  };
  state.manifest = next;
  if (args.appTokenScopes !== void 0)
    state.appTokenScopes = listed("appTokenScopes", []);
  return next;
}
function journaled2(slack, kind, detail) {
  slack.world.journal.write("slack", kind, detail);
  return detail;
}

// dist/sandbox/slack/acts/target.js
function targetOf(slack, act, asks, person) {
  if (asks.maybe("channel") !== void 0 || asks.maybe("ts") !== void 0) {
    return messageTarget(slack, act, asks.channel("channel", person), asks.text("ts"), person);
  }
  const { state } = slack;
  const home3 = asks.flag("home");
  const view = home3 ? state.homes[person.id] : modalsOf(state, person.id).at(-1);
  if (!view) {
    throw new Error(home3 ? `${act}: the app has published no home for ${person.realName}.` : `${act}: ${person.realName} has no modal open; give channel and ts for a message.`);
  }
  return viewTarget(slack, view);
}
function viewTarget(slack, view) {
  return {
    what: view.type === "home" ? "the home" : "the modal",
    found: usable(fieldsList(view.content.blocks)),
    values: view.values,
    payload: () => ({
      container: { type: "view", view_id: view.id },
      view: showView(slack.state, view)
    })
  };
}
function messageTarget(slack, act, channel, ts, person) {
  const { state } = slack;
  const message = findMessage(state, channel.id, ts);
  const ephemeral = state.ephemerals.find((each) => each.ts === ts && each.channel === channel.id && each.user === person.id);
  const shown5 = message ?? ephemeral;
  if (!shown5)
    throw new Error(`${act}: ${person.realName} sees no message ${ts} in ${channel.name || channel.id}.`);
  return {
    what: "the message",
    found: usable(blocksOf(shown5)),
    payload: () => messagePayload(slack, channel, person, message, shown5)
  };
}
function blocksOf({ blocks = [], attachments: attachments2 = [] }) {
  return [...blocks, ...attachments2.flatMap((attachment) => fieldsList(attachment.blocks))];
}
function messagePayload(slack, channel, person, message, shown5) {
  const { ts, threadTs } = shown5;
  const isEphemeral = message === void 0;
  return {
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...threadTs && { thread_ts: threadTs }
    },
    channel: { id: channel.id, name: shownName(channel) },
    ...message && { message: showMessage(slack.state, message, { metadata: false }) },
    state: { values: valuesOf(blocksOf(shown5)) },
    response_url: issueResponseUrl(slack, "actions", {
      user: person.id,
      channel: channel.id,
      messageTs: ts
    })
  };
}

// dist/sandbox/slack/acts/press.js
var takes = [
  ...["user", "action_id", "label", "channel", "ts", "home"],
  ...["block_id", "value", "option", "options", "times", "team", "app"]
];
async function press(slack, args) {
  const asks = readActArguments("press", slack.state, args, takes);
  const person = asks.person();
  const target = targetOf(slack, "press", asks, person);
  const found = choose(target, asks, person.realName);
  const { block, element } = found;
  const options = pick(slack, found, asks, args.options);
  const [option] = options ?? [];
  const url2 = textAt(option, "url") ?? textAt(element, "url");
  const action = actionOf(slack, found, options);
  putValue(target, found, action);
  const detail = {
    user: person.id,
    action_id: element.action_id,
    block_id: block.block_id,
    label: labelOf(found),
    ...option && { option: option.value },
    ...typeof element.value === "string" && { value: element.value }
  };
  if (block.type === "input" && block.dispatch_action !== true) {
    slack.world.journal.write("slack", "press", { ...detail, sent: false });
    return { acked: true, sent: false, ms: 0 };
  }
  const payload = {
    ...interaction(slack, "block_actions", person, asks.sender()),
    ...target.payload(),
    actions: [action]
  };
  const where = whereOf(payload);
  const endings = await Promise.all(Array.from({ length: asks.whole("times", 1) }, async () => {
    const end = deliveryResult(await interact(slack, payload));
    slack.world.journal.write("slack", "press", { ...detail, ...where, ...end });
    return end;
  }));
  const worst = endings.find(({ acked }) => !acked) ?? endings[0];
  return { acked: false, ms: 0, ...worst, ...url2 && { url: url2 } };
}
function whereOf({ container }) {
  const { channel_id: channel, message_ts: ts, view_id } = container;
  return view_id ? { view_id } : { channel, ts };
}
function choose(target, asks, name3) {
  const actionId2 = asks.maybe("action_id");
  const label = asks.maybe("label");
  if (actionId2 === void 0 && label === void 0)
    throw new Error("press needs action_id or label.");
  const blockId2 = asks.maybe("block_id");
  const value = asks.maybe("value");
  const pressable = target.found.filter(({ element }) => !textInputs.includes(String(element.type)));
  const named = pressable.filter((found2) => (actionId2 === void 0 || found2.element.action_id === actionId2) && (label === void 0 || labelOf(found2) === label) && (value === void 0 || found2.element.value === value));
  const inBlock = named.filter(({ block }) => block.block_id === blockId2);
  const fitting = inBlock.length > 0 ? inBlock : named;
  const [found] = fitting;
  const wanted4 = actionId2 ?? label;
  if (!found)
    throw new Error(`press: ${name3} sees no '${wanted4}' in ${target.what}. There is: ${namesOf2(pressable)}.`);
  if (fitting.length > 1) {
    const ids = fitting.map(({ block, element }) => `${block.block_id} (value ${element.value ?? "none"})`).join(", ");
    throw new Error(`press: '${wanted4}' is there ${fitting.length} times; add block_id or value: ${ids}.`);
  }
  return found;
}
function pick(slack, found, asks, several) {
  const { element } = found;
  const wanted4 = asks.maybe("option");
  if (element.type === "button") {
    if (wanted4 !== void 0)
      throw new Error(`press: '${element.action_id}' is a button and has no options.`);
    return void 0;
  }
  if (several !== void 0) {
    const isMany = valueField(element.type)?.endsWith("s") === true;
    if (!isMany || !Array.isArray(several)) {
      throw new Error(`press: options is a list, for what takes several; '${element.action_id}' is a ${element.type}.`);
    }
    return several.map((one2) => pickOne(slack, found, String(one2)));
  }
  if (wanted4 === void 0)
    throw new Error(`press: '${element.action_id}' is a ${element.type} and needs option.`);
  return [pickOne(slack, found, wanted4)];
}
function pickOne(slack, { element }, wanted4) {
  const options = optionsOf(element);
  if (options.length > 0) {
    const option = options.find((each) => each.value === wanted4 || textAt(each.text, "text") === wanted4);
    if (option)
      return option;
    const there = options.map((each) => `${each.value} [${textAt(each.text, "text")}]`).join(", ");
    throw new Error(`press: '${element.action_id}' has no option '${wanted4}'. There is: ${there}.`);
  }
  const { people, channels } = slack.state;
  const known2 = { users_select: people, multi_users_select: people, channels_select: channels };
  const among = known2[element.type];
  if (among && !Object.hasOwn(among, wanted4))
    throw new Error(`press: no '${wanted4}' to choose. Give an id.`);
  return { value: wanted4 };
}
function actionOf(slack, { block, element }, options = []) {
  const [option] = options;
  const { type: type2, action_id } = element;
  const head = { type: type2, action_id, block_id: block.block_id, action_ts: nextTs(slack) };
  if (type2 === "button") {
    const { text: text3, value, style: style2 } = element;
    return { ...head, text: text3, ...value !== void 0 && { value }, ...style2 !== void 0 && { style: style2 } };
  }
  if (type2 === "overflow")
    return { ...head, selected_option: option };
  const field = valueField(type2) ?? "value";
  const chosen = options.map((one2) => {
    const held = field.startsWith("selected_option") ? one2 : one2.value;
    return type2 === "datetimepicker" ? Number(held) : held;
  });
  return { ...head, [field]: field.endsWith("s") ? chosen : chosen[0] };
}
function putValue({ values }, { block, element }, action) {
  const field = valueField(element.type);
  const held = values?.[String(block.block_id)];
  if (!field || !held)
    return;
  held[String(element.action_id)] = { type: element.type, [field]: action[field] };
}

// dist/sandbox/slack/acts/rewrite.js
function edit2(slack, args) {
  const { asks, person, message } = messageOf(slack, "edit", args, ["text"]);
  if (message.user !== person.id)
    throw new Error(`edit: ${person.realName} can edit only their own messages.`);
  const text3 = asks.text("text");
  if (text3.trim() === "")
    throw new Error("edit: text must hold words.");
  message.text = text3;
  message.edited = { user: person.id, ts: nextTs(slack) };
  return journaled3(slack, "edit", person, message, { text: text3 });
}
function deleteMessage(slack, args) {
  const { person, message } = messageOf(slack, "delete", args);
  if (message.user !== person.id && !person.isAdmin) {
    throw new Error(`delete: ${person.realName} is no admin and can delete only their own messages.`);
  }
  removeMessage(slack.state, message);
  return journaled3(slack, "delete", person, message);
}
function dismiss(slack, args) {
  const { state, world } = slack;
  const asks = readActArguments("dismiss", state, args, ["user", "ts"]);
  const person = asks.person();
  const ts = asks.text("ts");
  const kept = state.ephemerals.filter((one2) => one2.ts !== ts || one2.user !== person.id);
  if (kept.length === state.ephemerals.length) {
    throw new Error(`dismiss: ${person.realName} sees no ephemeral message ${ts}.`);
  }
  state.ephemerals = kept;
  world.journal.write("slack", "dismiss", { user: person.id, ts });
  return {};
}
function messageOf(slack, act, args, more = []) {
  const asks = readActArguments(act, slack.state, args, ["user", "channel", "ts", ...more]);
  const person = asks.person();
  const channel = asks.channel("channel", person);
  if (channel.archived)
    throw new Error(`${act}: #${channel.name} is archived.`);
  const ts = asks.text("ts");
  const message = findMessage(slack.state, channel.id, ts);
  if (!message || message.tombstone) {
    throw new Error(`${act}: ${person.realName} sees no message ${ts} in ${channel.name || channel.id}.`);
  }
  return { asks, person, message };
}
function journaled3(slack, act, person, { channel, ts }, more = {}) {
  slack.world.journal.write("slack", act, { user: person.id, channel, ts, ...more });
  return {};
}

// dist/sandbox/slack/acts/submit.js
async function submit(slack, args) {
  const asks = readActArguments("submit", slack.state, args, ["user", "team", "app"]);
  const person = asks.person();
  const view = modalsOf(slack.state, person.id).at(-1);
  if (!view)
    throw new Error(`submit: ${person.realName} has no modal open.`);
  if (!view.content.submit)
    throw new Error(`submit: the modal '${titleOf(view)}' has no submit button.`);
  const detail = {
    user: person.id,
    view_id: view.id,
    callback_id: view.content.callback_id,
    values: structuredClone(view.values)
  };
  const done = (result) => {
    slack.world.journal.write("slack", "submit", { ...detail, ...result });
    return result;
  };
  const missing2 = missingInputs(fieldsList(view.content.blocks), view.values);
  if (Object.keys(missing2).length > 0)
    return done({ acked: false, closed: false, errors: missing2, ms: 0 });
  const delivery = await interact(slack, {
    ...interaction(slack, "view_submission", person, asks.sender()),
    view: showView(slack.state, view),
    response_urls: []
  });
  if (!delivery.acked)
    return done({ ...deliveryResult(delivery), closed: false });
  try {
    const obeyed = obey(slack, view, delivery.payload);
    const { response_action: action, ...answered } = delivery.payload;
    if (action) {
      const about = { user: person.id, view_id: view.id, action };
      slack.world.journal.write("slack", "response_action", { ...about, ...answered });
    }
    return done({ ...obeyed, acked: true, ms: delivery.ms });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return done({ acked: true, closed: false, error: `invalid_response: ${said}`, ms: delivery.ms });
  }
}
function obey(slack, view, payload) {
  const { state } = slack;
  const stack = () => modalsOf(state, view.user);
  switch (payload.response_action) {
    case void 0:
      if (stack().at(-1) === view)
        closeTop(state, view.user);
      return { closed: true };
    case "clear":
      state.stacks[view.user] = [];
      return { closed: true };
    case "errors":
      return { closed: false, errors: readErrors(view, payload.errors) };
    case "update":
      updateView(slack, view, readView(state, payload.view, ["modal"]));
      return { closed: false, view: showView(state, view) };
    case "push":
      if (stack().length >= maxModals)
        throw new Error("push_limit_reached");
      return {
        closed: false,
        view: showView(state, pushModal(slack, view.user, readView(state, payload.view, ["modal"])))
      };
    default:
      throw new Error(`response_action '${payload.response_action}' is none of errors, update, push, clear`);
  }
}
function readErrors(view, errors) {
  if (!isFields(errors) || Object.keys(errors).length === 0)
    throw new Error("errors must hold at least one block_id");
  const inputs = fieldsList(view.content.blocks).filter(({ type: type2 }) => type2 === "input");
  const ids = inputs.map(({ block_id }) => String(block_id));
  return Object.fromEntries(Object.entries(errors).map(([blockId2, said]) => {
    if (!ids.includes(blockId2))
      throw new Error(`no input block '${blockId2}'; there is: ${ids.join(", ") || "none"}`);
    if (typeof said !== "string" || said === "")
      throw new Error(`the error for '${blockId2}' must be words`);
    return [blockId2, said];
  }));
}
async function close(slack, args) {
  const asks = readActArguments("close", slack.state, args, ["user", "all"]);
  const person = asks.person();
  const stack = modalsOf(slack.state, person.id);
  const top = stack.at(-1);
  if (!top)
    throw new Error(`close: ${person.realName} has no modal open.`);
  const all3 = asks.flag("all") || top.content.clear_on_close === true;
  const leaving = all3 ? stack.toReversed() : [top];
  if (all3)
    slack.state.stacks[person.id] = [];
  else
    closeTop(slack.state, person.id);
  const told = leaving.filter(({ content }) => content.notify_on_close === true);
  const endings = await Promise.all(told.map(async (view) => deliveryResult(await interact(slack, {
    ...interaction(slack, "view_closed", person),
    view: showView(slack.state, view, {}),
    is_cleared: all3
  }))));
  slack.world.journal.write("slack", "close", {
    user: person.id,
    views: leaving.map(({ id: id2 }) => id2),
    told: told.length,
    acked: endings.every(({ acked }) => acked)
  });
  return { closed: true, told: told.length, acked: endings.every(({ acked }) => acked) };
}
function titleOf({ content }) {
  return isFields(content.title) ? String(content.title.text) : "";
}

// dist/sandbox/slack/acts/talk.js
function say(slack, args) {
  const { state, world } = slack;
  const asks = readActArguments("say", state, args, ["user", "channel", "text", "thread_ts"]);
  const person = asks.person();
  const channel = asks.channel("channel", person);
  if (!channel.members.includes(person.id)) {
    throw new Error(`say: ${person.realName} must join #${channel.name} before writing there.`);
  }
  if (channel.archived)
    throw new Error(`say: #${channel.name} is archived.`);
  if (channel.restricted && !person.isAdmin)
    throw new Error(`say: only admins post in #${channel.name}.`);
  const text3 = asks.text("text");
  if (text3.trim() === "")
    throw new Error("say: text must hold words.");
  const threadTs = asks.maybe("thread_ts");
  if (threadTs !== void 0 && !findMessage(state, channel.id, threadTs)) {
    throw new Error(`say: no message ${threadTs} in #${channel.name}.`);
  }
  const message = postMessage(slack, { channel, user: person.id, text: text3, threadTs });
  world.journal.write("slack", "say", {
    user: person.id,
    channel: channel.id,
    ts: message.ts,
    thread_ts: threadTs,
    text: text3,
    notified: message.notified
  });
  return { ts: message.ts };
}
async function openHome(slack, args) {
  const { state, world } = slack;
  const person = readActArguments("openHome", state, args, ["user"]).person();
  if (!state.manifest.homeTab)
    throw new Error("openHome: the app has no home tab.");
  const view = state.homes[person.id];
  const delivery = await emit(slack, "app_home_opened", {
    type: "app_home_opened",
    user: person.id,
    channel: openIm(slack, person).id,
    tab: "home",
    ...view && { view: showView(state, view) },
    event_ts: nextTs(slack)
  });
  const end = delivery ? deliveryResult(delivery) : { acked: false, error: "not_subscribed", ms: 0 };
  world.journal.write("slack", "openHome", { user: person.id, ...end });
  return end;
}

// dist/sandbox/slack/acts/type.js
async function type(slack, args) {
  const asks = readActArguments("type", slack.state, args, [
    "user",
    "text",
    "action_id",
    "block_id",
    "enter"
  ]);
  const person = asks.person();
  const view = modalsOf(slack.state, person.id).at(-1);
  if (!view)
    throw new Error(`type: ${person.realName} has no modal open.`);
  const inputs = usable(fieldsList(view.content.blocks)).filter(({ element: element2 }) => textInputs.includes(String(element2.type)));
  const actionId2 = asks.maybe("action_id");
  const blockId2 = asks.maybe("block_id");
  const fitting = inputs.filter(({ block: block2, element: element2 }) => (actionId2 === void 0 || element2.action_id === actionId2) && (blockId2 === void 0 || block2.block_id === blockId2));
  const [found] = fitting;
  if (!found || fitting.length > 1) {
    throw new Error(`type needs one input; name it by action_id or block_id. There is: ${namesOf2(inputs)}.`);
  }
  const { block, element } = found;
  const text3 = asks.text("text");
  const max = typeof element.max_length === "number" ? element.max_length : 3e3;
  if (text3.length > max) {
    throw new Error(`type: '${element.action_id}' takes at most ${max} characters, not ${text3.length}.`);
  }
  const value = text3 === "" ? null : text3;
  view.values[String(block.block_id)] = {
    ...view.values[String(block.block_id)],
    [String(element.action_id)]: { type: element.type, value }
  };
  const detail = { user: person.id, action_id: element.action_id, text: text3, view_id: view.id };
  const triggers = fieldsAt(element, "dispatch_action_config").trigger_actions_on ?? ["on_enter_pressed"];
  const on = asks.flag("enter") ? "on_enter_pressed" : "on_character_entered";
  if (block.dispatch_action !== true || !Array.isArray(triggers) || !triggers.includes(on)) {
    slack.world.journal.write("slack", "type", { ...detail, sent: false });
    return { acked: true, sent: false, ms: 0 };
  }
  const end = deliveryResult(await interact(slack, {
    ...interaction(slack, "block_actions", person),
    container: { type: "view", view_id: view.id },
    view: showView(slack.state, view),
    actions: [
      {
        type: element.type,
        action_id: element.action_id,
        block_id: block.block_id,
        value,
        action_ts: nextTs(slack)
      }
    ]
  }));
  slack.world.journal.write("slack", "type", { ...detail, ...end });
  return end;
}

// dist/sandbox/slack/acts/acts.js
var all = {
  press,
  type,
  submit,
  close,
  command,
  shortcut,
  openHome,
  say,
  edit: edit2,
  delete: deleteMessage,
  dismiss,
  addPerson,
  changePerson,
  deactivate,
  addChannel: addChannel2,
  join,
  leave,
  archive,
  unarchive,
  rename: rename2,
  restrict,
  convert,
  share,
  editWindow,
  shortPages,
  brokenImages,
  manifest,
  disconnect,
  messages,
  thread,
  ephemerals,
  views,
  home: home2,
  reload,
  connections,
  workspace
};
function createActs(slack) {
  return Object.fromEntries(Object.entries(all).map(([name3, act]) => [
    name3,
    async (args = {}) => structuredClone(await act(slack, args))
  ]));
}
var reasons = ["warning", "refresh_requested", "link_disabled", "cut"];
function disconnect(slack, args) {
  const asks = readActArguments("disconnect", slack.state, args, ["reason", "connection", "all"]);
  const reason = asks.oneOf("reason", reasons, "refresh_requested");
  const one2 = args.connection === void 0 ? "oldest" : asks.whole("connection", 1);
  const disconnected = slack.socket.disconnect(reason, asks.flag("all") ? "all" : one2);
  slack.world.journal.write("slack", "disconnect", { reason, disconnected });
  return { disconnected };
}
function connections(slack, args) {
  readActArguments("connections", slack.state, args, []);
  return { connections: slack.socket.connections() };
}

// dist/sandbox/slack/methods/method.js
function requireScope({ state }, needed2) {
  const { scopes } = state.manifest;
  if (scopes.includes(needed2))
    return;
  throw new Refused2("missing_scope", [], { needed: needed2, provided: scopes.join(",") });
}
function requireChannelScope(slack, { kind }, what) {
  const family = { public: "channels", private: "groups", im: "im", mpim: "mpim" }[kind];
  requireScope(slack, `${family}:${what}`);
}

// dist/sandbox/slack/methods/blocks.js
var maxLength = 1e5;
var surfaces = ["blocks", "view", "message"];
var blockMethods = {
  "blocks.validate": { tier: "tier3", token: "any", json: true, scopes: [], run: validate }
};
function validate({ args }) {
  const given = surfaces.filter((name3) => args.has(name3));
  const [surface] = given;
  if (!surface || given.length > 1) {
    throw new Refused2("invalid_arguments", ["must provide exactly one of `blocks`, `view`, or `message`"]);
  }
  const source = args.raw[surface];
  const length = typeof source === "string" ? source.length : JSON.stringify(source).length;
  if (length > maxLength)
    throw invalidArguments(`must be less than ${maxLength + 1} characters [json-pointer:/${surface}]`);
  const value = parse2(source, surface);
  const errors = problemsOf(surface, value);
  if (errors.length > 0)
    throw new Refused2(`invalid_${surface}`, [], { errors });
  return { body: {} };
}
function parse2(source, surface) {
  if (typeof source !== "string")
    return source;
  try {
    return JSON.parse(source);
  } catch {
    throw invalidArguments(`must provide valid JSON [json-pointer:/${surface}]`);
  }
}
function problemsOf(surface, value) {
  if (surface === "blocks")
    return checkBlocks(value, "", 50);
  if (surface === "view")
    return checkView(value, "", ["modal", "home"]);
  const message = isFields(value) ? value : {};
  return isFields(value) ? checkBlocks(message.blocks ?? [], "/blocks", 50) : [
    {
      code: "failed_constraint",
      message: "must provide an object",
      pointer: "",
      constraint: { type: "object" }
    }
  ];
}

// dist/sandbox/slack/model/rates.js
var perMinute = { tier1: 1, tier2: 20, tier3: 50, tier4: 100, posting: 300, special: 300 };
var windowMs = 6e4;
var betweenPostsMs = 1e3;
function countCall2({ state, world }, method, tier) {
  const now = world.clock.now();
  const recent = (state.calls[method] ?? []).filter((at) => now - at < windowMs);
  state.calls[method] = recent;
  const [oldest = now] = recent;
  if (recent.length >= perMinute[tier])
    throw new RateLimited(Math.max(1, Math.ceil((oldest + windowMs - now) / 1e3)));
  recent.push(now);
}
function checkPostRate({ state, world }, channel) {
  const since = world.clock.now() - (state.lastPostAt[channel] ?? Number.NEGATIVE_INFINITY);
  if (since < betweenPostsMs)
    throw new RateLimited(Math.max(1, Math.ceil((betweenPostsMs - since) / 1e3)));
}
function countPost({ state, world }, channel) {
  state.lastPostAt[channel] = world.clock.now();
}

// dist/sandbox/slack/methods/chat.js
var writes = { token: "bot", json: true, scopes: ["chat:write"] };
var chatMethods = {
  "chat.postMessage": { ...writes, tier: "posting", run: post },
  "chat.update": { ...writes, tier: "tier3", run: update },
  "chat.delete": { ...writes, tier: "tier3", run: remove },
  "chat.postEphemeral": { ...writes, tier: "tier4", run: postEphemeral },
  "chat.getPermalink": { tier: "special", token: "bot", json: false, scopes: [], run: permalink }
};
function post({ slack, args }) {
  const { state, world } = slack;
  const given = args.required("channel");
  refuseAsUser(args.raw);
  const content = readContent(args, world.random);
  requireSomething(content);
  const metadata = readMetadata(args);
  const dress = readDress({ slack, args });
  const channel = postingChannel(slack, given);
  requireWritable(state, channel);
  requireImages(state, content);
  const threadTs = args.has("thread_ts") ? String(args.raw.thread_ts) : void 0;
  if (threadTs !== void 0)
    requireParent(state, channel.id, threadTs);
  checkPostRate(slack, channel.id);
  const message = postMessage(slack, {
    ...content,
    channel,
    user: state.app.botUser,
    threadTs,
    broadcast: threadTs !== void 0 && args.flag("reply_broadcast"),
    metadata,
    dress
  });
  countPost(slack, channel.id);
  return {
    body: { channel: channel.id, ts: message.ts, message: showMessage(state, message, { metadata: false }) },
    did: journalled(message)
  };
}
function update({ slack, args }) {
  const { state, world } = slack;
  const channel = appChannel(state, args.required("channel"));
  const ts = args.required("ts");
  const content = readContent(args, world.random);
  const metadata = readMetadata(args);
  const message = ownMessage(state, channel, ts, "cant_update_message");
  if (channel.archived)
    throw new Refused2("is_inactive");
  requireEditable(slack, message);
  requireImages(state, content);
  const changes = Object.keys(content).length > 0;
  if (content.blocks && hasRichText(message.blocks) && !hasRichText(content.blocks)) {
    throw new Refused2("block_mismatch");
  }
  const isTextAlone = content.text !== void 0 && content.blocks === void 0;
  if (args.flag("reply_broadcast")) {
    if (!message.threadTs)
      throw new Refused2("cant_broadcast_message");
    if (changes)
      throw new Refused2("no_dual_broadcast_content_update");
    message.broadcast = true;
  } else if (!changes && !metadata) {
    throw new Refused2("no_text");
  }
  if (metadata)
    message.metadata = metadata;
  if (metadata && Object.keys(metadata).length === 0)
    delete message.metadata;
  if (changes) {
    if (isTextAlone)
      delete message.blocks;
    Object.assign(message, content);
    if (!content.blocks?.length)
      message.edited = { user: state.app.botUser, ts: nextTs(slack) };
  }
  return {
    body: {
      channel: channel.id,
      ts,
      text: escapeBare(message.text),
      message: showMessage(state, message, { metadata: false })
    },
    did: journalled({ ...message, notified: [] })
  };
}
function hasRichText(blocks = []) {
  return blocks.some(({ type: type2 }) => type2 === "rich_text");
}
function remove({ slack, args }) {
  const { state } = slack;
  const channel = appChannel(state, args.required("channel"));
  const ts = args.required("ts");
  if (channel.archived)
    throw new Refused2("cant_delete_message");
  removeMessage(state, ownMessage(state, channel, ts, "cant_delete_message"));
  return { body: { channel: channel.id, ts }, did: { channel: channel.id, ts } };
}
function postEphemeral({ slack, args }) {
  const { state, world } = slack;
  const channel = namedChannel(state, args.required("channel"));
  const user = args.required("user");
  refuseAsUser(args.raw);
  const content = readContent(args, world.random);
  requireSomething(content);
  requireWritable(state, channel);
  requireImages(state, content);
  if (!channel.members.includes(user))
    throw new Refused2("user_not_in_channel");
  const threadTs = args.text("thread_ts");
  if (threadTs !== void 0)
    requireParent(state, channel.id, threadTs);
  const ts = nextTs(slack);
  const text3 = content.text ?? "";
  const shown5 = threadTs === void 0 || threadOf(state, channel.id, threadTs).length > 1;
  if (shown5) {
    state.ephemerals.push({ ...content, ts, channel: channel.id, user, text: text3, ...threadTs && { threadTs } });
  }
  return {
    body: { message_ts: ts },
    did: { channel: channel.id, user, ts, thread_ts: threadTs, ...content, text: text3, ...!shown5 && { shown: shown5 } }
  };
}
function permalink({ slack: { state }, args }) {
  const channel = appChannel(state, args.required("channel"));
  const message = findMessage(state, channel.id, args.required("message_ts"));
  if (!message)
    throw new Refused2("message_not_found");
  const path = `archives/${channel.id}/p${message.ts.replace(".", "")}`;
  const inThread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : "";
  return {
    body: { channel: channel.id, permalink: `https://${state.team.domain}.slack.com/${path}${inThread}` }
  };
}
function ownMessage(state, channel, ts, ifNot) {
  const message = findMessage(state, channel.id, ts);
  if (!message || message.tombstone)
    throw new Refused2("message_not_found");
  if (!message.byApp)
    throw new Refused2(ifNot);
  return message;
}
function requireWritable(state, channel) {
  if (channel.archived)
    throw new Refused2("is_archived");
  if (channel.restricted)
    throw new Refused2("restricted_action");
  if (channel.kind === "im" && !state.manifest.messagesTab)
    throw new Refused2("messages_tab_disabled");
  const mayFromOutside = channel.kind === "public" && state.manifest.scopes.includes("chat:write.public");
  if (!channel.members.includes(state.app.botUser) && !mayFromOutside)
    throw new Refused2("not_in_channel");
}
function requireEditable({ state, world }, { ts }) {
  const ageMs = world.clock.now() - Number(ts) * 1e3;
  if (state.editWindowMs !== void 0 && ageMs > state.editWindowMs)
    throw new Refused2("edit_window_closed");
}
function requireImages(state, { blocks = [] }) {
  const error = brokenImageIn(state, blocks, "/blocks");
  if (error)
    throw new Refused2("invalid_blocks", [`[ERROR] ${error}`], { errors: [error] });
}
function refuseAsUser({ as_user: asUser }) {
  if (asUser === true || asUser === "true")
    throw new Refused2("as_user_not_supported");
}
function readDress({ slack, args }) {
  const { username, icon_emoji: emoji, icon_url: url2 } = args.raw;
  if (!username && !emoji && !url2)
    return void 0;
  requireScope(slack, "chat:write.customize");
  return { ...username ? { username } : {}, icons: emoji ? { emoji } : { image_48: url2 } };
}
function journalled(message) {
  const { channel, ts, threadTs, text: text3, blocks, attachments: attachments2, metadata, notified, broadcast } = message;
  return { channel, ts, thread_ts: threadTs, text: text3, blocks, attachments: attachments2, metadata, notified, broadcast };
}

// dist/sandbox/slack/methods/paging.js
function page({ shortPages: shortPages2 = Number.POSITIVE_INFINITY }, items, keyOf, cursor, asked2) {
  const limit2 = Math.min(asked2, shortPages2);
  const start2 = cursor ? items.findIndex((item) => keyOf(item) === decode(cursor)) : 0;
  if (start2 < 0)
    throw new Refused2("invalid_cursor");
  const next = items[start2 + limit2];
  return {
    items: items.slice(start2, start2 + limit2),
    nextCursor: next ? Buffer.from(`next:${keyOf(next)}`).toString("base64") : ""
  };
}
function decode(cursor) {
  const [, key2] = /^next:(.+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (!key2)
    throw new Refused2("invalid_cursor");
  return key2;
}

// dist/sandbox/slack/methods/conversations.js
var reads = { token: "bot", json: false, scopes: [] };
var conversationMethods = {
  "conversations.info": { ...reads, tier: "tier3", run: info },
  "conversations.history": { ...reads, json: true, tier: "tier3", run: history },
  "conversations.replies": { ...reads, tier: "tier3", run: replies },
  "conversations.members": { ...reads, tier: "tier4", run: members },
  "conversations.open": { ...reads, json: true, tier: "tier3", run: open }
};
function info({ slack, args }) {
  const channel = appChannel(slack.state, args.required("channel"));
  requireChannelScope(slack, channel, "read");
  const shown5 = showChannel(slack.state, channel, args.flag("include_num_members"));
  return { body: { channel: { ...shown5, ...args.flag("include_locale") && { locale: "en-GB" } } } };
}
function history({ slack, args }) {
  const { state } = slack;
  const channel = readable({ slack, args });
  const inWindow = timeWindow({ slack, args });
  const messages3 = (state.messages[channel.id] ?? []).filter((message) => !message.threadTs || message.broadcast).filter(inWindow).reverse();
  const latest = args.text("latest");
  const more = { pin_count: 0, ...latest && { latest } };
  return messagePage({ slack, args }, messages3, args.whole("limit", 100, 999), more);
}
function replies({ slack, args }) {
  const { state } = slack;
  const channel = readable({ slack, args });
  const ts = args.text("ts") ?? "";
  const named = findMessage(state, channel.id, ts);
  if (!named)
    throw new Refused2("thread_not_found");
  const inWindow = timeWindow({ slack, args });
  const messages3 = threadOf(state, channel.id, ts).filter((message) => message === named || inWindow(message));
  return messagePage({ slack, args }, messages3, args.whole("limit", 1e3, 1e3), {});
}
function readable({ slack, args }) {
  const channel = appChannel(slack.state, args.required("channel"));
  requireChannelScope(slack, channel, "history");
  if (!channel.members.includes(slack.state.app.botUser))
    throw new Refused2("not_in_channel");
  return channel;
}
function messagePage({ slack, args }, messages3, limit2, more) {
  const { items, nextCursor } = page(slack.state, messages3, ({ ts }) => ts, args.text("cursor"), limit2);
  const metadata = args.flag("include_all_metadata");
  return {
    body: {
      messages: items.map((message) => showMessage(slack.state, message, { metadata })),
      has_more: nextCursor !== "",
      ...more,
      ...nextCursor && { response_metadata: { next_cursor: nextCursor } }
    }
  };
}
function timeWindow({ args }) {
  const bound = (name3, otherwise) => {
    const given = args.raw[name3];
    if (given === void 0 || given === "" || given === "now")
      return otherwise;
    if (!/^\d+(\.\d+)?$/.test(String(given)))
      throw new Refused2(`invalid_ts_${name3}`);
    return micros(String(given));
  };
  const oldest = bound("oldest", 0);
  const latest = bound("latest", Number.MAX_SAFE_INTEGER);
  const inclusive = args.flag("inclusive");
  return ({ ts }) => {
    const at = micros(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}
function micros(ts) {
  const [seconds = "0", fraction = ""] = ts.split(".");
  return Number(seconds) * 1e6 + Number(fraction.slice(0, 6).padEnd(6, "0"));
}
function members({ slack, args }) {
  const channel = appChannel(slack.state, args.required("channel"));
  requireChannelScope(slack, channel, "read");
  const limit2 = args.whole("limit", 100, 1001);
  if (limit2 > 1e3)
    throw new Refused2("invalid_limit");
  const { items, nextCursor } = page(slack.state, channel.members, (id2) => id2, args.text("cursor"), limit2);
  return { body: { members: items, response_metadata: { next_cursor: nextCursor } } };
}
function open({ slack, args }) {
  const { state } = slack;
  const given = args.text("channel");
  if (given) {
    const channel = appChannel(state, given);
    if (channel.kind !== "im" && channel.kind !== "mpim") {
      throw new Refused2("method_not_supported_for_channel_type");
    }
    return { body: { no_op: true, already_open: true, channel: shownOpen({ slack, args }, channel) } };
  }
  const ids = (args.text("users") ?? "").split(",").flatMap((id2) => id2.trim() || []);
  if (ids.length === 0)
    throw new Refused2("users_list_not_supplied");
  if (ids.length > 8)
    throw new Refused2("too_many_users");
  const people = ids.map((id2) => visiblePerson(state, id2));
  if (people.some(({ deleted }) => deleted))
    throw new Refused2("user_disabled");
  if (!people.every(isPerson))
    throw new Refused2("cannot_dm_bot");
  requireScope(slack, people.length === 1 ? "im:write" : "mpim:write");
  const [person] = people;
  if (!person)
    throw new Refused2("users_list_not_supplied");
  const found = people.length === 1 ? findIm(state, person) : Object.values(state.channels).find(({ kind, members: members2 }) => kind === "mpim" && members2.length === ids.length + 1 && ids.every((id2) => members2.includes(id2)));
  if (found)
    return { body: { no_op: true, already_open: true, channel: shownOpen({ slack, args }, found) } };
  if (args.flag("prevent_creation"))
    throw new Refused2("channel_not_found");
  const made = people.length === 1 ? openIm(slack, person) : addChannel(slack, {
    id: newId(slack, "G"),
    name: `mpdm-${people.map(({ name: name3 }) => name3).join("--")}-1`,
    kind: "mpim",
    members: ids
  });
  return { body: { channel: shownOpen({ slack, args }, made) }, did: { users: ids, channel: made.id } };
}
function shownOpen({ slack, args }, channel) {
  return args.flag("return_im") ? showChannel(slack.state, channel, false) : { id: channel.id };
}

// dist/sandbox/slack/methods/files.js
var writes2 = { token: "bot", tier: "tier4", scopes: ["files:write"] };
var maxAlt = 1e3;
var maxHighlight = 10;
var maxLength2 = 5e6;
var fileMethods = {
  "files.getUploadURLExternal": { ...writes2, json: false, run: getUploadUrl },
  "files.completeUploadExternal": { ...writes2, json: true, run: complete2 }
};
function getUploadUrl({ slack, args }) {
  const length = Number(args.raw.length);
  const name3 = args.text("filename");
  if (!name3 || !args.raw.length || length === 0)
    throw new Refused2("missing_argument");
  if (!Number.isInteger(length) || length < 0) {
    throw invalidArguments("must provide an integer [json-pointer:/length]");
  }
  if (length > maxLength2)
    throw new Refused2("file_upload_size_restricted");
  if (args.has("snippet_type"))
    throw new Refused2("unknown_snippet_type");
  const alt = args.text("alt_txt");
  if (alt !== void 0 && alt.length > maxAlt)
    throw new Refused2("alt_txt_too_large");
  const { id: id2, url: url2 } = beginUpload(slack, { name: name3, length, alt });
  return { body: { upload_url: url2, file_id: id2 }, did: { file: id2, filename: name3, length, alt_txt: alt } };
}
function complete2({ slack, args }) {
  const asked2 = readFiles(args.json("files", "invalid_arguments"));
  for (const name3 of ["channels", "blocks", "username", "icon_url", "icon_emoji"]) {
    if (args.has(name3))
      throw invalidArguments(`unsupported here: ${name3}`);
  }
  const files = asked2.map(({ id: id2, title }) => ({ file: uploadedFile(slack.state, id2), title }));
  const channel = args.has("channel_id") ? sharingChannel(slack, args.required("channel_id")) : void 0;
  const threadTs = args.text("thread_ts");
  if (threadTs !== void 0 && !channel)
    throw new Refused2("invalid_channel");
  if (channel && threadTs !== void 0)
    requireParent(slack.state, channel.id, threadTs);
  if (channel)
    checkPostRate(slack, channel.id);
  for (const { file, title } of files) {
    file.readyAt = Date.now() + slack.fileMs;
    if (typeof title === "string")
      file.title = title;
    if (channel)
      file.channels = [channel.id];
  }
  const shared = files.map(({ file }) => file);
  const ts = channel && share2(slack, channel, shared, args.text("initial_comment"), threadTs);
  return {
    body: { files: shared.map((file) => showFile(slack.state, file)) },
    did: {
      files: shared.map(({ id: id2 }) => id2),
      channel: channel?.id,
      ts,
      initial_comment: args.text("initial_comment")
    }
  };
}
function share2(slack, channel, files, text3 = "", threadTs) {
  const message = postMessage(slack, {
    channel,
    user: slack.state.app.botUser,
    text: text3,
    threadTs,
    files: files.map(({ id: id2 }) => id2)
  });
  countPost(slack, channel.id);
  return message.ts;
}
function readFiles(given) {
  const files = fieldsList(given);
  const isList = Array.isArray(given) && files.length === given.length && files.length > 0;
  if (!isList)
    throw invalidArguments("must provide a list of files [json-pointer:/files]");
  for (const [index, { id: id2, title, highlight_type: highlight }] of files.entries()) {
    const at = `[json-pointer:/files/${index}]`;
    if (typeof id2 !== "string")
      throw invalidArguments(`missing required field: id ${at}`);
    if (title !== void 0 && title !== null && typeof title !== "string") {
      throw invalidArguments(`must provide a string ${at}`);
    }
    if (highlight !== void 0 && !(typeof highlight === "string" && highlight.length <= maxHighlight)) {
      throw invalidArguments(`must be less than ${maxHighlight + 1} characters ${at}`);
    }
  }
  return files;
}
function sharingChannel({ state }, id2) {
  const channel = appChannel(state, id2);
  if (!channel.members.includes(state.app.botUser))
    throw new Refused2("not_in_channel");
  const closed = channel.archived || channel.restricted || channel.kind === "im" && !state.manifest.messagesTab;
  if (closed)
    throw new Refused2("posting_to_channel_denied");
  return channel;
}

// dist/sandbox/slack/methods/identity.js
var needed = "connections:write";
var identityMethods2 = {
  "auth.test": {
    tier: "special",
    token: "any",
    json: true,
    scopes: [],
    run({ slack: { state } }) {
      const { team, app } = state;
      return {
        body: {
          url: `https://${team.domain}.slack.com/`,
          team: team.name,
          user: state.people[app.botUser]?.name,
          team_id: team.id,
          user_id: app.botUser,
          bot_id: app.botId,
          is_enterprise_install: false
        }
      };
    }
  },
  "apps.connections.open": {
    tier: "tier3",
    token: "app",
    json: true,
    scopes: [],
    run({ slack }) {
      const provided = slack.state.appTokenScopes ?? [needed];
      if (!provided.includes(needed))
        throw new Refused2("missing_scope", [], { needed, provided: provided.join(",") });
      if (!slack.state.manifest.socketMode)
        throw new Refused2("forbidden_team");
      return {
        body: { url: `${slack.origin.replace(/^http/, "ws")}${slack.socket.ticket(slack.state.app.id)}` }
      };
    }
  }
};

// dist/sandbox/slack/model/channel-lists.js
var typeOf = { public: "public_channel", private: "private_channel", im: "im", mpim: "mpim" };
function conversationsOf({ app, channels }, person, { types: types2, withArchived }) {
  return Object.values(channels).filter(({ archived, kind, members: members2 }) => types2.includes(typeOf[kind]) && members2.includes(person) && (kind === "public" || members2.includes(app.botUser)) && (withArchived || !archived));
}
function showListed(state, channel) {
  const { is_member: _member, ...shown5 } = showChannel(state, channel, false);
  return shown5;
}

// dist/sandbox/slack/methods/users.js
var maxUnpaged = 1e3;
var reads2 = { token: "bot", json: false, scopes: ["users:read"] };
var userMethods = {
  "users.info": { ...reads2, tier: "tier4", run: info2 },
  "users.list": { ...reads2, tier: "tier2", run: list2 },
  "users.conversations": { ...reads2, scopes: [], tier: "tier3", run: conversations }
};
function info2({ slack: { state, world }, args }) {
  const person = visiblePerson(state, args.required("user"));
  return { body: { user: showPerson(state, person, world.clock.now(), args.flag("include_locale")) } };
}
function list2({ slack: { state, world }, args }) {
  const now = world.clock.now();
  const people = Object.values(state.people).filter((person) => isOurs(state, person));
  if (!args.has("limit") && people.length > maxUnpaged)
    throw new Refused2("limit_required");
  const limit2 = args.whole("limit", maxUnpaged, 1e3);
  const { items, nextCursor } = page(state, people, ({ id: id2 }) => id2, args.text("cursor"), limit2);
  return {
    body: {
      members: items.map((person) => showPerson(state, person, now, args.flag("include_locale"))),
      cache_ts: Math.floor(now / 1e3),
      response_metadata: { next_cursor: nextCursor }
    }
  };
}
function conversations({ slack, args }) {
  const { state } = slack;
  const types2 = (args.text("types") ?? "public_channel").split(",").map((type2) => type2.trim());
  for (const type2 of types2) {
    const scope = Object.hasOwn(scopeOfType, type2) ? scopeOfType[type2] : void 0;
    if (scope === void 0)
      throw new Refused2("invalid_types");
    requireScope(slack, scope);
  }
  const of = args.text("user");
  const whose = of ? visiblePerson(state, of).id : state.app.botUser;
  const limit2 = args.whole("limit", 100, 999);
  const found = conversationsOf(state, whose, { types: types2, withArchived: !args.flag("exclude_archived") });
  const { items, nextCursor } = page(state, found, ({ id: id2 }) => id2, args.text("cursor"), limit2);
  return {
    body: {
      channels: items.map((channel) => showListed(state, channel)),
      response_metadata: { next_cursor: nextCursor }
    }
  };
}
var scopeOfType = {
  public_channel: "channels:read",
  private_channel: "groups:read",
  mpim: "mpim:read",
  im: "im:read"
};

// dist/sandbox/slack/methods/views.js
var writes3 = { tier: "tier4", token: "bot", json: true, scopes: [] };
var viewMethods = {
  "views.open": { ...writes3, run: open2 },
  "views.push": { ...writes3, run: push },
  "views.update": { ...writes3, run: update2 },
  "views.publish": { ...writes3, run: publish2 }
};
function givenView({ args, slack }, types2) {
  if (!args.has("view"))
    throw invalidArguments("missing required field: view");
  return readView(slack.state, args.json("view", "invalid_arguments"), types2);
}
function open2(call) {
  const content = givenView(call, ["modal"]);
  const user = exchange(call);
  return shown2(call.slack, openModal(call.slack, user, content));
}
function push(call) {
  const content = givenView(call, ["modal"]);
  const user = exchange(call);
  const stack = modalsOf(call.slack.state, user);
  if (stack.length === 0)
    throw new Refused2("not_found");
  if (stack.length >= maxModals)
    throw new Refused2("push_limit_reached");
  return shown2(call.slack, pushModal(call.slack, user, content));
}
function exchange({ slack, args }) {
  return slack.triggers.exchange(args.raw.trigger_id ?? args.raw.interactivity_pointer);
}
function update2(call) {
  const { slack, args } = call;
  const id2 = args.text("view_id");
  const externalId = args.text("external_id");
  if (!id2 && !externalId)
    throw invalidArguments("must provide either `view_id` or `external_id`");
  if (id2 && externalId)
    throw invalidArguments("Cannot provide both `view_id` and `external_id`");
  const content = givenView(call, ["modal", "home"]);
  const view = findView(slack.state, { id: id2, externalId });
  if (content.type !== view.type)
    throw invalidArguments(`unsupported type: ${content.type} [json-pointer:/view/type]`);
  requireHash(call, view);
  updateView(slack, view, content);
  return shown2(slack, view);
}
function publish2(call) {
  const { slack, args } = call;
  const { state } = slack;
  const person = state.people[args.required("user_id")];
  if (!person || person.deleted || person.isBot || !isOurs(state, person)) {
    throw invalidArguments("invalid `user_id` [json-pointer:/user_id]");
  }
  const content = givenView(call, ["home"]);
  if (!state.manifest.homeTab)
    throw new Refused2("not_enabled");
  const before = state.homes[person.id];
  if (before)
    requireHash(call, before);
  return shown2(slack, publishHome(slack, person.id, content));
}
function requireHash({ args }, view) {
  const hash = args.text("hash");
  if (hash && hash !== view.hash)
    throw new Refused2("hash_conflict");
}
function shown2({ state }, view) {
  return {
    body: { view: showView(state, view) },
    did: { user: view.user, view_id: view.id, hash: view.hash, view: view.content }
  };
}

// dist/sandbox/slack/methods/methods.js
var methods2 = {
  ...identityMethods2,
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...userMethods,
  ...blockMethods,
  ...fileMethods
};

// dist/sandbox/slack/api.js
async function serve2(slack, request, response) {
  const { pathname } = new URL(request.url ?? "/", "http://sandbox");
  const [, name3] = /^\/api\/([\w.]+)$/.exec(pathname) ?? [];
  if (name3)
    return callMethod(slack, name3, request, response);
  if (/^\/(actions|commands)\//.test(pathname))
    return callResponseUrl(slack, pathname, request, response);
  if (pathname.startsWith("/upload/"))
    return callUpload(slack, pathname, request, response);
  send(response, { status: 404, body: "Not found: Slack answers /api/METHOD." });
}
async function callMethod(slack, name3, request, response) {
  const method = Object.hasOwn(methods2, name3) ? methods2[name3] : void 0;
  if (!method)
    return send(response, refusal(slack, name3, new Refused2("unknown_method", [], { req_method: name3 })));
  let read;
  try {
    read = await readArgs(request, method.json);
  } catch (error) {
    return send(response, refusal(slack, name3, error));
  }
  const { args, warning } = read;
  const effect = () => {
    try {
      authorize(slack, method, bearer(request) ?? args.text("token"));
      countCall2(slack, name3, method.tier);
      for (const scope of method.scopes)
        requireScope(slack, scope);
      const { body, did } = method.run({ slack, args });
      slack.world.journal.write("slack", name3, did ?? withoutToken(args));
      return {
        status: 200,
        headers: scopeHeaders(slack, method),
        body: { ok: true, ...withWarning(body, warning) }
      };
    } catch (error) {
      return refusal(slack, name3, error, args);
    }
  };
  await respond(response, takeFault(slack, name3), effect, { clock: slack.world.clock, ended: slack.ended });
}
async function callResponseUrl(slack, path, request, response) {
  const text3 = (await readBody(request)).toString();
  const effect = () => {
    try {
      useResponseUrl(slack, path, responsePayload(text3, request.headers["content-type"] ?? ""));
      return { status: 200, body: "ok" };
    } catch (error) {
      const answer3 = refusal(slack, "response_url", error);
      const gone = error instanceof Refused2 && /_url$/.test(error.code);
      return { ...answer3, status: gone ? 404 : answer3.status === 200 ? 400 : answer3.status };
    }
  };
  await respond(response, takeFault(slack, "response_url"), effect, {
    clock: slack.world.clock,
    ended: slack.ended
  });
}
async function callUpload(slack, path, request, response) {
  const bytes = await readUpload(request);
  const effect = () => {
    try {
      if (request.method !== "POST" || !bytes)
        throw new Refused2("invalid_upload");
      const { id: id2, length } = takeUpload(slack, path, bytes);
      slack.world.journal.write("slack", "upload_url", { file: id2, length });
      return { status: 200, body: `OK - ${length}` };
    } catch (error) {
      const answer3 = refusal(slack, "upload_url", error);
      return { ...answer3, status: error instanceof Refused2 && /_url$/.test(error.code) ? 404 : 400 };
    }
  };
  await respond(response, takeFault(slack, "upload_url"), effect, {
    clock: slack.world.clock,
    ended: slack.ended
  });
}
function responsePayload(text3, type2) {
  try {
    const payload = type2.startsWith("application/x-www-form-urlencoded") ? JSON.parse(new URLSearchParams(text3).get("payload") ?? "") : JSON.parse(text3);
    if (isFields(payload))
      return payload;
  } catch {
  }
  throw new Refused2("invalid_payload");
}
function takeFault(slack, call) {
  const fault = slack.world.faults.take("slack", call);
  if (fault)
    slack.world.journal.write("slack", "fault", { call, when: fault.when, how: fault.how });
  return fault;
}
function bearer(request) {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
}
function authorize({ state }, method, token2) {
  const { botToken, appToken } = state.app;
  if (!token2)
    throw new Refused2("not_authed");
  if (token2 !== botToken && token2 !== appToken)
    throw new Refused2("invalid_auth");
  const needed2 = { bot: botToken, app: appToken, any: token2 }[method.token];
  if (token2 !== needed2)
    throw new Refused2("not_allowed_token_type");
}
function refusal({ world }, method, error, args = createArgs({})) {
  const detail = { method, args: withoutToken(args) };
  if (error instanceof RateLimited) {
    const { retryAfterSeconds } = error;
    world.journal.write("slack", "refused", { ...detail, error: "ratelimited", retryAfterSeconds });
    const headers = { "retry-after": String(retryAfterSeconds) };
    return { status: 429, headers, body: { ok: false, error: "ratelimited" } };
  }
  if (!(error instanceof Refused2))
    throw error;
  const { code, messages: messages3, fields } = error;
  world.journal.write("slack", "refused", { ...detail, error: code, messages: messages3 });
  const metadata = messages3.length > 0 ? { response_metadata: { messages: messages3 } } : {};
  return { status: 200, body: { ok: false, error: code, ...fields, ...metadata } };
}
function withoutToken({ raw }) {
  const { token: _token, ...rest } = raw;
  return rest;
}
function withWarning(body, warning) {
  if (!warning)
    return body;
  const metadata = isFields(body.response_metadata) ? body.response_metadata : {};
  return { ...body, warning, response_metadata: { ...metadata, warnings: [warning] } };
}
function scopeHeaders({ state }, method) {
  if (method.token === "app")
    return {};
  return {
    "x-oauth-scopes": state.manifest.scopes.join(","),
    ...method.scopes.length > 0 && { "x-accepted-oauth-scopes": method.scopes.join(",") }
  };
}

// dist/sandbox/slack/coverage.js
var supported = (route, note) => ({
  route,
  level: "supported",
  ...note && { note }
});
var partial = (route, note) => ({ route, level: "partial", note });
var missing = (route, note) => ({ route, level: "missing", note });
var coverage2 = [
  supported("auth.test"),
  supported("apps.connections.open"),
  supported("chat.postMessage", "markdown_text is kept as it is; links are never unfurled"),
  supported("chat.update"),
  supported("chat.delete"),
  supported("chat.postEphemeral"),
  supported("chat.getPermalink"),
  supported("views.open", "replaces modals that are open"),
  supported("views.update"),
  supported("views.push"),
  supported("views.publish"),
  supported("conversations.info"),
  supported("conversations.history"),
  supported("conversations.replies"),
  supported("conversations.members"),
  supported("conversations.open"),
  supported("users.info"),
  supported("users.list"),
  supported("users.conversations"),
  supported("blocks.validate", "knows the eight classic blocks"),
  supported("files.getUploadURLExternal", "no snippets"),
  partial("files.completeUploadExternal", "one channel_id; no channels, blocks or other name"),
  supported("POST /upload/", "the bytes of a file, raw or as a form"),
  supported("GET /link/", "Socket Mode"),
  supported("POST /actions/", "response_url of a press or message shortcut"),
  supported("POST /commands/", "response_url of a slash command"),
  missing("bots.info", "there is one bot; users.info shows it"),
  missing("reactions.add", "no reactions"),
  missing("team.info", "auth.test names the workspace"),
  missing("usergroups.users.list", "no user groups"),
  missing("usergroups.users.update", "no user groups")
];

// dist/sandbox/slack/model/triggers.js
import { performance } from "node:perf_hooks";
function createTriggers(random, lifeMs2) {
  const issued = /* @__PURE__ */ new Map();
  return {
    issue(user) {
      const now = performance.now();
      for (const [id3, trigger] of issued)
        if (now - trigger.issuedAt > 20 * lifeMs2)
          issued.delete(id3);
      const id2 = `${digits(random, 12)}.${digits(random, 12)}.${random.text(32, "0123456789abcdef")}`;
      issued.set(id2, { user, issuedAt: now, used: false });
      return id2;
    },
    exchange(id2) {
      if (typeof id2 !== "string" || !/^\d+\.\d+\.[0-9a-f]+$/.test(id2)) {
        throw invalidArguments("invalid `trigger_id` [json-pointer:/trigger_id]");
      }
      const trigger = issued.get(id2);
      if (!trigger)
        throw new Refused2("invalid_trigger_id");
      if (trigger.used)
        throw new Refused2("exchanged_trigger_id");
      if (performance.now() - trigger.issuedAt > lifeMs2)
        throw new Refused2("expired_trigger_id");
      trigger.used = true;
      return trigger.user;
    },
    clear: () => issued.clear()
  };
}
function digits(random, length) {
  return `1${random.text(length - 1, "0123456789")}`;
}

// dist/sandbox/slack/sights.js
function sightsOf3(state) {
  const { id: id2, name: name3, botUser, botId } = state.app;
  return [
    [
      "slack/workspace",
      {
        team: state.team,
        app: { id: id2, name: name3, botUser, botId },
        manifest: state.manifest,
        brokenImages: state.brokenImages
      }
    ],
    ...Object.values(state.people).filter(isPerson).map((person) => [`slack/person/${person.id}`, person]),
    ...Object.values(state.channels).map((channel) => [`slack/channel/${channel.id}`, channel]),
    ...Object.values(state.messages).flat().map(({ metadata: _, ...message }) => [
      `slack/message/${message.channel}/${message.ts}`,
      shown(message)
    ]),
    ...filesSeen(state),
    ...state.ephemerals.map((one2) => [`slack/ephemeral/${one2.ts}`, shownEphemeral(one2)]),
    ...Object.entries(state.stacks).map(([user, stack]) => [`slack/modals/${user}`, stack.map(shownView)]),
    ...Object.entries(state.homes).map(([user, view]) => [`slack/home/${user}`, shownView(view)])
  ];
}
function filesSeen({ files = {} }) {
  return Object.values(files).filter(({ readyAt }) => readyAt !== void 0).map((file) => {
    const { id: id2, name: name3, title = name3, length, alt, bytes } = file;
    const image = imageTypeOf(file);
    const address = `data:${image ? `image/${image}` : "text/plain"};base64,${bytes}`;
    return [`slack/file/${id2}`, { id: id2, name: name3, title, length, alt, isImage: image !== void 0, address }];
  });
}

// dist/sandbox/slack/socket/socket.js
import { performance as performance3 } from "node:perf_hooks";
import { setTimeout as delay2 } from "node:timers/promises";
import { WebSocketServer } from "ws";

// dist/sandbox/slack/socket/connection.js
import { performance as performance2 } from "node:perf_hooks";
function createConnection(ws, id2, since, wire) {
  const waiting = /* @__PURE__ */ new Map();
  let lastPongAt = performance2.now();
  let goodbye;
  ws.on("pong", () => {
    lastPongAt = performance2.now();
  });
  ws.on("message", (data) => {
    const ack = readAck(String(data));
    if (ack)
      waiting.get(ack.envelopeId)?.(ack.payload);
  });
  ws.on("close", () => {
    for (const settle of [...waiting.values()])
      settle("broken");
  });
  const goWhenIdle = () => {
    if (goodbye && waiting.size === 0)
      sayGoodbye(ws, goodbye, wire.leaveMs);
  };
  return {
    id: id2,
    since,
    get leaving() {
      return goodbye !== void 0;
    },
    send(envelopeId, envelope) {
      const sentAt = performance2.now();
      return new Promise((resolve) => {
        const settle = (outcome) => {
          clearTimeout(timer);
          waiting.delete(envelopeId);
          goWhenIdle();
          const ms = Math.round(performance2.now() - sentAt);
          if (typeof outcome !== "string")
            return resolve({ acked: true, payload: outcome, ms });
          const error = outcome === "late" ? "operation_timeout" : "dispatch_failed";
          resolve({ acked: false, error, ms, connection: id2 });
        };
        const timer = setTimeout(() => settle("late"), wire.ackMs);
        waiting.set(envelopeId, settle);
        ws.send(JSON.stringify(onTheWire(envelopeId, envelope)));
      });
    },
    leave(reason) {
      goodbye = reason;
      goWhenIdle();
    },
    cut: () => ws.terminate(),
    beat() {
      if (performance2.now() - lastPongAt > wire.pongMs)
        ws.terminate();
      else
        ws.ping("Ping from applink-sandbox");
    }
  };
}
function sayGoodbye(ws, reason, leaveMs) {
  ws.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-sandbox" } }));
  const timer = setTimeout(() => ws.close(1e3), leaveMs).unref();
  ws.once("close", () => clearTimeout(timer));
}
function onTheWire(id2, { type: type2, acceptsResponse, payload, retry: retry2 }) {
  return {
    envelope_id: id2,
    type: type2,
    accepts_response_payload: acceptsResponse,
    payload,
    ...retry2 && { retry_attempt: retry2.attempt, retry_reason: retry2.reason }
  };
}
function readAck(text3) {
  try {
    const message = JSON.parse(text3);
    if (!isFields(message) || typeof message.envelope_id !== "string")
      return void 0;
    return { envelopeId: message.envelope_id, payload: isFields(message.payload) ? message.payload : {} };
  } catch {
    return void 0;
  }
}

// dist/sandbox/slack/socket/socket.js
var maxConnections = 10;
var goodbyeMs = 250;
function refuse(stream, status) {
  stream.end(`HTTP/1.1 ${status}\r
Connection: close\r
Content-Length: 0\r
\r
`);
}
function createSocket(world, wire) {
  const wss = new WebSocketServer({ noServer: true });
  const tickets = /* @__PURE__ */ new Map();
  const connections3 = /* @__PURE__ */ new Set();
  let counted = 0;
  const uuid = () => [8, 4, 4, 4, 12].map((length) => world.random.text(length, "0123456789abcdef")).join("-");
  const live = () => [...connections3].filter(({ leaving }) => !leaving);
  const write = (kind, detail) => world.journal.write("slack", kind, detail);
  const heartbeat = setInterval(() => {
    for (const connection of connections3)
      connection.beat();
  }, wire.pingMs);
  heartbeat.unref();
  function upgrade(request, stream, head) {
    if (foreignRequest(request) !== void 0) {
      refuse(stream, "403 Forbidden");
      return;
    }
    const url2 = new URL(request.url ?? "/", "http://sandbox");
    const ticket = url2.searchParams.get("ticket") ?? "";
    const known2 = tickets.get(ticket);
    tickets.delete(ticket);
    const fresh = known2 && performance3.now() - known2.issuedAt <= wire.ticketMs;
    if (url2.pathname !== "/link/" || !fresh || known2.appId !== url2.searchParams.get("app_id")) {
      refuse(stream, "401 Unauthorized");
      return;
    }
    wss.handleUpgrade(request, stream, head, (ws) => welcome(ws, known2.appId));
  }
  function welcome(ws, appId) {
    ws.on("error", () => ws.terminate());
    if (connections3.size >= maxConnections) {
      write("socket.refused", { reason: "too_many_websockets" });
      sayGoodbye(ws, "too_many_websockets", wire.leaveMs);
      return;
    }
    counted += 1;
    const connection = createConnection(ws, counted, world.clock.now(), wire);
    connections3.add(connection);
    ws.on("close", () => {
      connections3.delete(connection);
      write("socket.closed", { connection: connection.id });
    });
    write("socket.connected", { connection: connection.id, connections: connections3.size });
    ws.send(JSON.stringify({
      type: "hello",
      num_connections: connections3.size,
      debug_info: { host: "applink-sandbox", build_number: 1, approximate_connection_time: 18060 },
      connection_info: { app_id: appId }
    }));
    connection.beat();
  }
  return {
    attach: (server) => void server.on("upgrade", upgrade),
    ticket(appId) {
      const ticket = uuid();
      tickets.set(ticket, { appId, issuedAt: performance3.now() });
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    async deliver(envelope, notOn) {
      const others = live().filter(({ id: id2 }) => id2 !== notOn);
      const candidates = others.length > 0 ? others : live();
      if (candidates.length === 0)
        return { acked: false, error: "dispatch_failed", ms: 0 };
      return world.random.pick(candidates).send(uuid(), envelope);
    },
    connections: () => [...connections3].map(({ id: id2, leaving, since }) => ({ id: id2, leaving, since })),
    disconnect(reason, which) {
      const chosen = live().filter(({ id: id2 }, index) => which === "all" || (which === "oldest" ? index === 0 : id2 === which));
      for (const connection of chosen) {
        if (reason === "cut")
          connection.cut();
        else
          connection.leave(reason);
      }
      return chosen.length;
    },
    async close() {
      clearInterval(heartbeat);
      const gone = [...wss.clients].map((ws) => new Promise((resolve) => ws.once("close", resolve)));
      for (const ws of wss.clients)
        ws.close(1001);
      await Promise.race([Promise.all(gone), delay2(goodbyeMs, void 0, { ref: false })]);
      for (const ws of wss.clients)
        ws.terminate();
      wss.close();
    }
  };
}

// dist/sandbox/slack/socket/wire.js
var slackWireTimes = {
  ackMs: 3e3,
  triggerMs: 3e3,
  pingMs: 5e3,
  pongMs: 3e4,
  ticketMs: 3e4,
  leaveMs: 1e4,
  fileMs: 1e3
};

// dist/sandbox/slack/slack.js
async function createSlack(world, port = 0, wireTimes = {}, scopes) {
  const wire = { ...slackWireTimes, ...wireTimes };
  const random = world.random.fork("slack");
  const listening = await listen((request, response) => serve2(slack, request, response), port);
  const slack = {
    world: { ...world, random },
    state: seed(scopes),
    socket: createSocket({ ...world, random: world.random.fork("slack socket") }, wire),
    triggers: createTriggers(random, wire.triggerMs),
    origin: listening.url,
    fileMs: wire.fileMs,
    ended: listening.ended
  };
  slack.socket.attach(listening.server);
  const calls = [...Object.keys(methods2), "response_url", "upload_url"];
  world.faults.register("slack", calls, listening);
  const replaceState = (state) => {
    slack.state = state;
    slack.triggers.clear();
  };
  return {
    url: listening.url,
    coverage: coverage2,
    acts: createActs(slack),
    sights: () => sightsOf3(slack.state),
    snapshot: () => structuredClone(slack.state),
    restore: (snapshot) => replaceState(structuredClone(snapshot)),
    reset: () => {
      random.restart();
      replaceState(seed(scopes));
    },
    async close() {
      await slack.socket.close();
      await listening.close();
    }
  };
}

// dist/sandbox/world/clock.js
import { setMaxListeners } from "node:events";
function createClock(startAt = Date.now(), speed = 1) {
  const begunAt = Date.now();
  let offset = startAt;
  const now = () => Math.floor((Date.now() - begunAt) * speed) + offset;
  const waiting = /* @__PURE__ */ new Set();
  return {
    startedAt: startAt,
    speed,
    now,
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) {
        throw new RangeError(`The clock only goes forward, by 0 ms or more; ${ms} is refused.`);
      }
      offset += Math.round(ms);
      for (const look2 of [...waiting])
        look2();
    },
    reaches(at, ended) {
      return new Promise((resolve) => {
        let timer;
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(look2);
          ended.removeEventListener("abort", stop);
        };
        const look2 = () => {
          clearTimeout(timer);
          const left = at - now();
          if (left <= 0) {
            stop();
            resolve();
          } else if (speed > 0) {
            timer = setTimeout(look2, Math.min(left / speed, longestTimerMs)).unref();
          }
        };
        if (ended.aborted)
          return;
        waiting.add(look2);
        setMaxListeners(0, ended);
        ended.addEventListener("abort", stop);
        look2();
      });
    }
  };
}
var longestTimerMs = 2 ** 31 - 1;

// dist/sandbox/world/journal.js
function createJournal(clock) {
  const entries = [];
  const watching = /* @__PURE__ */ new Set();
  return {
    write(side, kind, detail = {}) {
      const entry = { ...structuredClone(detail), seq: entries.length + 1, at: clock.now(), side, kind };
      entries.push(entry);
      for (const look2 of watching)
        look2();
      return entry;
    },
    read: (after = 0) => entries.slice(Math.max(0, after)),
    watch(look2) {
      watching.add(look2);
      return () => void watching.delete(look2);
    }
  };
}

// dist/sandbox/world/random.js
var base36 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
function createRandom(seed2) {
  let state = seed2 >>> 0;
  function next() {
    state = state + 1831565813 >>> 0;
    let t = state;
    t = Math.imul(t ^ t >>> 15, t | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  }
  const integer2 = (below) => Math.floor(next() * below);
  return {
    integer: integer2,
    text: (length, alphabet = base36) => Array.from({ length }, () => alphabet[integer2(alphabet.length)]).join(""),
    pick(items) {
      const item = items[integer2(items.length)];
      if (item === void 0)
        throw new RangeError("pick() needs at least one item.");
      return item;
    },
    fork: (name3) => createRandom([...name3].reduce((hash, letter) => mixed(hash, letter), seed2)),
    restart() {
      state = seed2 >>> 0;
    }
  };
}
function mixed(hash, letter) {
  return Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
}

// dist/sandbox/x/model/follow.js
function follow(x, by, whom) {
  const before = x.state.follows.find((one2) => one2.by === by.id && one2.whom === whom.id);
  if (before)
    return before;
  x.state.lastFollow += 1;
  const made = {
    by: by.id,
    whom: whom.id,
    pending: whom.protected,
    listedAt: x.world.clock.now() + x.state.lag.followersMs,
    order: x.state.lastFollow
  };
  x.state.follows.push(made);
  return made;
}
function unfollow(x, by, whom) {
  const ended = x.state.follows.find((one2) => one2.by === by.id && one2.whom === whom.id);
  if (!ended)
    return false;
  x.state.follows = x.state.follows.filter((one2) => one2 !== ended);
  const left = (x.state.left ?? []).filter((one2) => one2.by !== by.id || one2.whom !== whom.id);
  x.state.left = [...left, ended];
  return true;
}
var orderSteps = 1e6;
function comeBack(x, by, whom, behind) {
  const earlier = x.state.left?.find((one2) => one2.by === by.id && one2.whom === whom.id);
  if (!earlier)
    return void 0;
  const older = [...x.state.follows, ...x.state.left ?? []].filter((one2) => behind !== void 0 && one2.order < behind.order).map(({ order }) => order);
  const made = {
    ...earlier,
    pending: whom.protected,
    listedAt: x.world.clock.now() + x.state.lag.followersMs,
    order: behind ? (behind.order + Math.max(0, ...older)) / 2 : earlier.order
  };
  x.state.left = x.state.left?.filter((one2) => one2 !== earlier) ?? [];
  x.state.follows.push(made);
  return made;
}

// dist/sandbox/x/model/posting-rules.js
import twitter from "twitter-text";
var duplicateWindowMs = 24 * 36e5;
var refusals = {
  gone: "You attempted to reply to a Tweet that is deleted or not visible to you.",
  notSummoned: "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.",
  quote: "You can only reply to or quote posts where you are mentioned or are the author.",
  mention: "You are not allowed to mention users who have not engaged with you.",
  duplicate: "You are not allowed to create a Tweet with duplicate content.",
  long: "Your Tweet text is too long."
};
function whyRefused(x, author, draft, via) {
  const target = draft.replyTo === void 0 ? void 0 : x.state.posts[draft.replyTo];
  const quoted = draft.quotes === void 0 ? void 0 : x.state.posts[draft.quotes];
  if (draft.replyTo !== void 0 && whyUnseen(x, author, target))
    return refusals.gone;
  if (draft.quotes !== void 0 && whyUnseen(x, author, quoted))
    return refusals.gone;
  if (target && !repliesAllowed(x, author, target))
    return refusals.notSummoned;
  if (via === "api" && x.state.plan === "self-serve") {
    if (target && !isSummoned(x, author, target))
      return refusals.notSummoned;
    if (quoted)
      return refusals.quote;
    if (mentionsStrangers(x, author, draft, target))
      return refusals.mention;
  }
  if (tooLong(draft.written, author))
    return refusals.long;
  if (!x.state.takesDuplicates && isDuplicate(x, author, draft))
    return refusals.duplicate;
  return void 0;
}
function isSummoned(x, author, target) {
  if (target.authorId === author.id)
    return true;
  if (x.state.plainReplySummons && target.replyTo?.userId === author.id)
    return true;
  if (target.quotes !== void 0 && x.state.posts[target.quotes]?.authorId === author.id)
    return true;
  return target.entities.mentions?.some((mention) => mention.id === author.id && mention.start >= target.wordsStart) ?? false;
}
function repliesAllowed(x, author, target) {
  const root = x.state.posts[x.state.edits[target.conversationId]?.at(-1) ?? target.conversationId] ?? target;
  if (root.authorId === author.id || root.replySettings === "everyone")
    return true;
  if (mentionsAccount(root, author.id))
    return true;
  return root.replySettings === "following" && isFollowing(x, root.authorId, author.id);
}
function mentionsStrangers(x, author, draft, target) {
  return twitter.extractMentions(draft.written).flatMap((handle2) => accountByHandle(x, handle2) ?? []).some(({ id: id2 }) => id2 !== author.id && id2 !== target?.authorId && !(target && mentionsAccount(target, id2)));
}
function isDuplicate(x, author, draft) {
  const names3 = frontNames(x, author, draft).map(({ id: id2 }) => id2);
  const since = x.world.clock.now() - duplicateWindowMs;
  return Object.values(x.state.posts).some((post2) => post2.authorId === author.id && !post2.deleted && post2.createdAt > since && post2.written === draft.written && post2.quotes === draft.quotes && String(namesInFront(post2)) === String(names3));
}

// dist/sandbox/x/model/send-message.js
function sendMessage(x, sender, recipients, text3, encrypted = false) {
  const participants = [sender, ...recipients].map(({ id: id2 }) => id2).sort();
  const only2 = recipients.length === 1 ? recipients[0] : void 0;
  const conversationId = only2 ? oneToOne(sender.id, only2.id) : groupOf(x, sender, participants);
  return add(x, "MessageCreate", conversationId, sender, participants, text3, encrypted);
}
function groupOf(x, sender, participants) {
  const before = x.state.messages.find((message) => message.type === "ParticipantsJoin" && String(message.participants) === String(participants));
  if (before)
    return before.conversationId;
  const id2 = nextId(x);
  add(x, "ParticipantsJoin", id2, sender, participants, "");
  return id2;
}
function add(x, type2, conversationId, sender, participants, written, encrypted = false) {
  const { text: text3, entities } = compose(x, { written });
  const message = {
    id: nextId(x),
    type: type2,
    conversationId,
    participants,
    senderId: sender.id,
    text: text3,
    entities,
    at: x.world.clock.now(),
    ...encrypted && { encrypted: true }
  };
  x.state.messages.push(message);
  return message;
}

// dist/sandbox/x/model/in-person.js
function postInPerson(x, author, draft) {
  const written = draft.written.normalize("NFC").trim();
  if (written === "" && !draft.media?.length)
    throw new Error("X does not take an empty post.");
  const refused2 = whyRefused(x, author, { ...draft, written }, "x");
  if (refused2)
    throw new Error(`X did not take this post: ${refused2}`);
  return publish(x, author, { ...draft, written }, "x");
}
function messageInPerson(x, sender, recipients, text3, encrypted = false) {
  const closed = recipients.find((recipient) => !receivesMessagesFrom(x, recipient, sender));
  if (closed)
    throw new Error(`@${closed.handle} does not take private messages from @${sender.handle}.`);
  if (recipients.length === 0 || text3.trim() === "") {
    throw new Error("A private message needs somebody to read it, and words.");
  }
  if (encrypted && recipients.length > 1)
    throw new Error("A group is not encrypted here.");
  return sendMessage(x, sender, recipients, text3.trim(), encrypted);
}
function postDetail(x, post2) {
  return {
    by: accountById(x, post2.authorId).handle,
    id: post2.id,
    text: post2.written,
    shown: post2.text,
    conversation_id: post2.conversationId,
    ...post2.replyTo && { in_reply_to: post2.replyTo.postId },
    ...post2.quotes !== void 0 && { quotes: post2.quotes }
  };
}
function messageDetail(sender, recipients, message) {
  return {
    by: sender.handle,
    to: recipients.map(({ handle: handle2 }) => handle2),
    id: message.id,
    text: message.text,
    dm_conversation_id: message.conversationId,
    ...message.encrypted && { encrypted: true }
  };
}

// dist/sandbox/x/model/intents.js
var paths = ["/intent/tweet", "/intent/post", "/intent/follow", "/messages/compose"];
function readIntent(link2) {
  if (!URL.canParse(link2, "https://x.com"))
    throw new Error(`'${link2}' is no address.`);
  const { pathname, searchParams: params } = new URL(link2, "https://x.com");
  const text3 = params.get("text") ?? "";
  switch (pathname) {
    case "/intent/tweet":
    case "/intent/post": {
      const replyTo = params.get("in_reply_to");
      const tags = params.get("hashtags")?.split(",").map((tag) => `#${tag}`) ?? [];
      const via = params.get("via");
      const words2 = [text3, params.get("url") ?? "", ...tags, via ? `via @${via}` : ""].filter(Boolean).join(" ");
      return { kind: "post", text: words2, ...replyTo !== null && { replyTo } };
    }
    case "/intent/follow": {
      const whom = params.get("user_id") ?? params.get("screen_name");
      if (!whom)
        throw new Error("/intent/follow needs user_id or screen_name.");
      return { kind: "follow", whom };
    }
    case "/messages/compose": {
      const to = params.get("recipient_id");
      if (!to)
        throw new Error("/messages/compose needs recipient_id.");
      return { kind: "message", to, text: text3 };
    }
    default:
      throw new Error(`${pathname} is no intent. There are ${paths.join(", ")}.`);
  }
}
function signedIn(x, browser) {
  const account = x.state.accounts[x.state.browsers[browser] ?? ""];
  return account?.status === "active" ? account : void 0;
}
function pressIntent(x, browser, link2, text3) {
  const intent = readIntent(link2);
  const account = signedIn(x, browser);
  if (!account)
    throw new Error(`Nobody is signed in to X in the browser '${browser}'.`);
  const more = { browser, url: link2 };
  switch (intent.kind) {
    case "post": {
      const written = text3 ?? intent.text;
      const post2 = postInPerson(x, account, {
        written,
        ...intent.replyTo !== void 0 && { replyTo: intent.replyTo }
      });
      x.world.journal.write("x", "intent", { ...more, ...postDetail(x, post2) });
      return { id: post2.id };
    }
    case "follow": {
      const whom = x.state.accounts[intent.whom] ?? accountByHandle(x, intent.whom);
      if (whom?.status !== "active" || whom.id === account.id || isBlocking(x, whom.id, account.id)) {
        throw new Error(`@${account.handle} cannot follow '${intent.whom}'.`);
      }
      const { pending } = follow(x, account, whom);
      x.world.journal.write("x", "intent", { ...more, by: account.handle, whom: whom.handle, pending });
      return { id: whom.id };
    }
    case "message": {
      const recipient = x.state.accounts[intent.to];
      if (!recipient)
        throw new Error(`There is no account ${intent.to}.`);
      const message = messageInPerson(x, account, [recipient], text3 ?? intent.text);
      x.world.journal.write("x", "intent", { ...more, ...messageDetail(account, [recipient], message) });
      return { id: message.id };
    }
  }
}

// dist/sandbox/x/acts/needed.js
function needAccount2(x, act, handle2) {
  const account = accountByHandle(x, handle2.replace(/^@/, ""));
  if (account && account.status !== "deleted")
    return account;
  throw new Error(`${act}: there is no account '${handle2}'. Make it with addAccount.`);
}
function needActor2(x, act, handle2) {
  const account = needAccount2(x, act, handle2);
  if (account.status === "active")
    return account;
  throw new Error(`${act}: @${account.handle} is ${account.status} and can do nothing.`);
}
function needPost2(x, act, id2) {
  const post2 = x.state.posts[id2];
  if (post2 && !post2.deleted)
    return post2;
  throw new Error(`${act}: there is no post '${id2}'${post2 ? "; it was deleted" : ""}.`);
}

// dist/sandbox/x/acts/browsers.js
function browserActs(x) {
  return {
    signIn(args) {
      const { browser, as } = readArguments("signIn", args, { browser: "string", as: "string?" });
      if (as === void 0)
        delete x.state.browsers[browser];
      else
        x.state.browsers[browser] = needActor2(x, "signIn", as).id;
      x.world.journal.write("x", "signIn", { browser, ...as !== void 0 && { as } });
    },
    intent(args) {
      const { browser, url: url2, text: text3 } = readArguments("intent", args, {
        browser: "string",
        url: "string",
        text: "string?"
      });
      try {
        return pressIntent(x, browser, url2, text3);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        x.world.journal.write("x", "intent", { browser, url: url2, refused: reason });
        throw new Error(`intent: ${reason}`);
      }
    }
  };
}

// dist/sandbox/x/wire/problems.js
var Problem = class extends Error {
  status;
  body;
  headers;
  because;
  constructor(status, body, headers = {}, because) {
    super(String(body.detail ?? body.title ?? status));
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.because = because;
  }
};
function problemType(name3) {
  return `https://api.x.com/2/problems/${name3}`;
}
function plain(status, title, detail = title, because) {
  return new Problem(status, { title, type: "about:blank", status, detail }, {}, because);
}
function unauthorized(because) {
  return plain(401, "Unauthorized", "Unauthorized", because);
}
function callerSuspended() {
  return new Problem(403, {
    title: "Forbidden",
    type: problemType("user-suspended"),
    status: 403,
    detail: "The user used for authentication is suspended"
  });
}
function forbidden2(detail) {
  return plain(403, "Forbidden", detail);
}
function notFound() {
  return plain(404, "Not Found");
}
function methodNotAllowed() {
  return plain(405, "Method Not Allowed");
}
function invalidRequest(parameter, value, message) {
  const body = {
    errors: [{ parameters: { [parameter]: [value] }, message }],
    title: "Invalid Request",
    detail: "One or more parameters to your request was invalid.",
    type: problemType("invalid-request")
  };
  return new Problem(400, body, {}, message);
}
function tooManyRequests(write, headers) {
  const body = write ? { title: "Too Many Requests", type: "about:blank", status: 429, detail: "Too Many Requests" } : { errors: [{ code: 88, message: "Rate limit exceeded" }] };
  return new Problem(429, body, headers);
}
function creditsDepleted(write) {
  if (write) {
    return new Problem(402, {
      title: "Payment Required",
      detail: "credits depleted",
      status: 402,
      type: problemType("credits-depleted")
    });
  }
  return new Problem(402, {
    title: "CreditsDepleted",
    detail: "Your enrolled account does not have any credits to fulfill this request.",
    type: problemType("credits")
  });
}
function spendCapReached(resetDate) {
  return new Problem(403, {
    title: "SpendCapReached",
    detail: "Your enrolled account has reached its billing cycle spend cap.",
    reset_date: resetDate,
    type: problemType("credits")
  });
}
function notEnrolled() {
  return new Problem(403, {
    title: "Client Forbidden",
    detail: "This endpoint is not available on your current access level.",
    required_enrollment: "Appropriate Level of API Access",
    reason: "client-not-enrolled",
    type: problemType("client-forbidden"),
    status: 403
  });
}
function wrongPermissions() {
  return new Problem(403, {
    title: "Forbidden",
    detail: "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.",
    type: problemType("oauth1-permissions"),
    status: 403
  });
}
function hydrationFailure(id2, field) {
  return {
    title: "Field Hydration Failure",
    detail: `Could not hydrate field [${field}] of tweet with id: [${id2}].`,
    type: problemType("field-hydration-failure"),
    field,
    section: "data",
    value: id2,
    resource_id: id2,
    resource_type: "tweet"
  };
}
function partialError(kind, resource, parameter, value) {
  const common = { value, resource_id: value, resource_type: resource, parameter };
  switch (kind) {
    case "not-found":
      return {
        ...common,
        title: "Not Found Error",
        detail: `Could not find ${resource} with ${parameter}: [${value}].`,
        type: problemType("resource-not-found")
      };
    case "not-authorized":
      return {
        ...common,
        title: "Authorization Error",
        detail: `Sorry, you are not authorized to see the ${resource === "tweet" ? "Tweet" : "user"} with ${parameter}: [${value}].`,
        type: problemType("not-authorized-for-resource")
      };
    case "suspended":
      return {
        ...common,
        title: "Forbidden",
        detail: `User has been suspended: [${value}].`,
        type: problemType("resource-not-found")
      };
  }
}
function fieldError(section2, parameter, id2, field) {
  return {
    value: id2,
    resource_id: id2,
    resource_type: "tweet",
    parameter,
    section: section2,
    field,
    title: "Field Authorization Error",
    detail: `Sorry, you are not authorized to access '${field}' on the Tweet with ${parameter} : [${id2}].`,
    type: problemType("not-authorized-for-field")
  };
}

// dist/sandbox/x/wire/meter.js
var prices = {
  post: 5,
  user: 10,
  message: 10,
  owned: 1,
  create: 15,
  createSummoned: 10,
  createWithLink: 200,
  delete: 10,
  createMessage: 15,
  interaction: 15
};
var dayMs2 = 24 * 36e5;
var day = (ms) => Math.floor(ms / dayMs2);
function bill(x, app, call, priced) {
  if (priced.length === 0)
    return;
  const now = x.world.clock.now();
  const paid = new Set(x.state.charges.filter((charge) => charge.app === app && day(charge.at) === day(now)).map(({ resource }) => resource));
  for (const { resource = "", mills } of priced) {
    if (resource !== "" && paid.has(resource))
      continue;
    paid.add(resource);
    x.state.charges.push({ at: now, app, call, resource, mills });
    if (x.state.creditsMills !== null)
      x.state.creditsMills -= mills;
  }
}
function pricedIncludes(x, { includes }) {
  if (!x.state.includesBilled)
    return [];
  const { tweets = [], users: users2 = [] } = includes ?? {};
  return [
    ...tweets.map(({ id: id2 }) => ({ resource: `post:${id2}`, mills: prices.post })),
    ...users2.map(({ id: id2 }) => ({ resource: `user:${id2}`, mills: prices.user }))
  ];
}
function checkMoney(x, write) {
  const { creditsMills, spendCapMills } = x.state;
  if (creditsMills !== null && creditsMills <= 0)
    throw creditsDepleted(write);
  if (spendCapMills !== null && spentThisMonth(x) >= spendCapMills) {
    const now = new Date(x.world.clock.now());
    const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
    throw spendCapReached(next.toISOString().slice(0, 10));
  }
}
function spentThisMonth(x) {
  const month = (ms) => new Date(ms).toISOString().slice(0, 7);
  const now = month(x.world.clock.now());
  return sum(x.state.charges.filter(({ at }) => month(at) === now));
}
function sum(charges) {
  return charges.reduce((total, { mills }) => total + mills, 0);
}
function readMeter(x) {
  const byCall = {};
  for (const { call, mills } of x.state.charges) {
    const entry = byCall[call] ?? { charged: 0, usd: 0 };
    byCall[call] = { charged: entry.charged + 1, usd: (entry.usd * 1e3 + mills) / 1e3 };
  }
  const { creditsMills, spendCapMills } = x.state;
  return {
    usd: sum(x.state.charges) / 1e3,
    monthUsd: spentThisMonth(x) / 1e3,
    byCall,
    creditsUsd: creditsMills === null ? null : creditsMills / 1e3,
    spendCapUsd: spendCapMills === null ? null : spendCapMills / 1e3
  };
}

// dist/sandbox/x/acts/looking.js
function lookingActs2(x) {
  return {
    timeline(args) {
      const { handle: handle2 } = readArguments("timeline", args, { handle: "string" });
      const { id: id2 } = needAccount2(x, "timeline", handle2);
      return {
        posts: all2(x).filter((post2) => post2.authorId === id2 && isLive(x, post2)).map((post2) => look(x, post2))
      };
    },
    posts(args) {
      readArguments("posts", args, {});
      return { posts: all2(x).map((post2) => look(x, post2)) };
    },
    account(args) {
      const { handle: handle2 } = readArguments("account", args, { handle: "string" });
      return lookAt(x, needAccount2(x, "account", handle2));
    },
    accounts(args) {
      readArguments("accounts", args, {});
      return { accounts: Object.values(x.state.accounts).map((account) => lookAt(x, account)) };
    },
    messages(args) {
      const { handle: handle2 } = readArguments("messages", args, { handle: "string" });
      const { id: id2 } = needAccount2(x, "messages", handle2);
      return {
        messages: x.state.messages.filter(({ participants, type: type2 }) => participants.includes(id2) && type2 === "MessageCreate").map((message) => ({
          id: message.id,
          by: accountById(x, message.senderId).handle,
          text: message.text,
          dm_conversation_id: message.conversationId,
          ...message.encrypted && { encrypted: true }
        }))
      };
    },
    meter(args) {
      readArguments("meter", args, {});
      return readMeter(x);
    }
  };
}
function all2(x) {
  return Object.values(x.state.posts).sort((a, b) => newestFirst(a.id, b.id));
}
function isLive(x, post2) {
  return !post2.deleted && isNewestVersion(x, post2);
}
function look(x, post2) {
  return {
    id: post2.id,
    by: accountById(x, post2.authorId).handle,
    text: post2.written,
    shown: post2.text,
    conversation_id: post2.conversationId,
    created_at: post2.createdAt,
    via: post2.via,
    versions: versions(x, post2),
    deleted: post2.deleted,
    ...post2.replyTo && { in_reply_to: post2.replyTo.postId },
    ...post2.quotes !== void 0 && { quotes: post2.quotes },
    ...post2.reposts !== void 0 && { reposts: post2.reposts },
    ...post2.media && {
      media: post2.media.map(({ kind, altText, pictureUrl: pictureUrl2 }) => ({ kind, alt: altText, picture: pictureUrl2 }))
    },
    ...post2.poll && { poll: { options: post2.poll.options, ends_at: post2.poll.endsAt } },
    ...post2.sensitive && { sensitive: true },
    ...post2.withheld && { withheld: post2.withheld.countries }
  };
}
function lookAt(x, account) {
  const handles = (ids) => ids.map((id2) => accountById(x, id2).handle);
  const follows = x.state.follows.filter(({ pending }) => !pending);
  return {
    id: account.id,
    handle: account.handle,
    name: account.name,
    protected: account.protected,
    status: account.status,
    followers: handles(follows.filter(({ whom }) => whom === account.id).map(({ by }) => by)),
    following: handles(follows.filter(({ by }) => by === account.id).map(({ whom }) => whom))
  };
}

// dist/sandbox/x/acts/people.js
function peopleActs2(x) {
  const ours = () => x.state.accounts[x.state.ours]?.handle ?? "";
  const write = (kind, detail) => x.world.journal.write("x", kind, detail);
  return {
    addAccount: (args) => addAccount2(x, args),
    profile(args) {
      const { handle: handle2, name: name3, description, location } = readArguments("profile", args, {
        handle: "string",
        name: "string?",
        description: "string?",
        location: "string?"
      });
      const account = needActor2(x, "profile", handle2);
      if (name3 !== void 0)
        account.name = name3;
      if (description !== void 0)
        Object.assign(account, describedAs(x, description));
      if (location !== void 0)
        account.location = location;
      write("profile", { handle: account.handle, name: name3, description, location });
    },
    follow(args) {
      const { by, whom = ours() } = readArguments("follow", args, { by: "string", whom: "string?" });
      const [who, target] = [needActor2(x, "follow", by), needActor2(x, "follow", whom)];
      if (who.id === target.id)
        throw new Error("follow: nobody can follow themselves.");
      if (isBlocking(x, target.id, who.id))
        throw new Error(`follow: @${target.handle} blocks @${who.handle}.`);
      const { pending } = follow(x, who, target);
      write("follow", { by: who.handle, whom: target.handle, pending });
      return { pending };
    },
    unfollow(args) {
      const { by, whom = ours() } = readArguments("unfollow", args, { by: "string", whom: "string?" });
      const [who, target] = [needActor2(x, "unfollow", by), needAccount2(x, "unfollow", whom)];
      if (!unfollow(x, who, target)) {
        throw new Error(`unfollow: @${who.handle} does not follow @${target.handle}.`);
      }
      write("unfollow", { by: who.handle, whom: target.handle });
    },
    comeBack(args) {
      const { by, whom = ours(), behind } = readArguments("comeBack", args, { by: "string", whom: "string?", behind: "string?" });
      const [who, target] = [needActor2(x, "comeBack", by), needActor2(x, "comeBack", whom)];
      const followOf = (account) => x.state.follows.find((one2) => one2.by === account.id && one2.whom === target.id);
      const before = behind === void 0 ? void 0 : followOf(needAccount2(x, "comeBack", behind));
      if (behind !== void 0 && !before) {
        throw new Error(`comeBack: '${behind}' does not follow @${target.handle}.`);
      }
      if (followOf(who))
        throw new Error(`comeBack: @${who.handle} follows @${target.handle} already.`);
      const made = isBlocking(x, target.id, who.id) ? void 0 : comeBack(x, who, target, before);
      if (!made)
        throw new Error(`comeBack: @${who.handle} has not unfollowed @${target.handle}, or is blocked.`);
      write("comeBack", { by: who.handle, whom: target.handle, pending: made.pending });
      return { pending: made.pending };
    },
    acceptFollow(args) {
      const { by, whom } = readArguments("acceptFollow", args, { by: "string", whom: "string" });
      const [who, asked2] = [needActor2(x, "acceptFollow", by), needAccount2(x, "acceptFollow", whom)];
      const request = x.state.follows.find((one2) => one2.by === asked2.id && one2.whom === who.id && one2.pending);
      if (!request)
        throw new Error(`acceptFollow: @${asked2.handle} has not asked to follow @${who.handle}.`);
      request.pending = false;
      write("acceptFollow", { by: who.handle, whom: asked2.handle });
    },
    block(args) {
      const { by, whom } = readArguments("block", args, { by: "string", whom: "string" });
      const [who, target] = [needActor2(x, "block", by), needAccount2(x, "block", whom)];
      if (!isBlocking(x, who.id, target.id))
        x.state.blocks.push({ by: who.id, whom: target.id });
      unfollow(x, who, target);
      unfollow(x, target, who);
      write("block", { by: who.handle, whom: target.handle });
    },
    suspend(args) {
      const { handle: handle2, on = true } = readArguments("suspend", args, { handle: "string", on: "boolean?" });
      const account = needAccount2(x, "suspend", handle2);
      account.status = on ? "suspended" : "active";
      write("suspend", { handle: account.handle, on });
    },
    protect(args) {
      const { handle: handle2, on = true } = readArguments("protect", args, { handle: "string", on: "boolean?" });
      const account = needActor2(x, "protect", handle2);
      account.protected = on;
      write("protect", { handle: account.handle, on });
    },
    premium(args) {
      const { handle: handle2, on = true } = readArguments("premium", args, { handle: "string", on: "boolean?" });
      const account = needActor2(x, "premium", handle2);
      account.premium = on;
      write("premium", { handle: account.handle, on });
    },
    deleteAccount(args) {
      const { handle: handle2 } = readArguments("deleteAccount", args, { handle: "string" });
      const account = needAccount2(x, "deleteAccount", handle2);
      account.status = "deleted";
      x.state.follows = x.state.follows.filter(({ by, whom }) => by !== account.id && whom !== account.id);
      write("deleteAccount", { handle: account.handle });
    }
  };
}
function addAccount2(x, args) {
  const read = readArguments("addAccount", args, {
    handle: "string",
    name: "string",
    description: "string?",
    location: "string?",
    protected: "boolean?",
    messagesFrom: "string?",
    credentials: "object?"
  });
  const handle2 = read.handle.replace(/^@/, "");
  if (!/^[A-Za-z0-9_]{1,15}$/.test(handle2)) {
    throw new Error(`addAccount: '${handle2}' is no handle. Use 1 to 15 letters, digits or underscores.`);
  }
  if (accountByHandle(x, handle2))
    throw new Error(`addAccount: @${handle2} is taken.`);
  const account = {
    id: nextId(x),
    handle: handle2,
    name: read.name,
    ...describedAs(x, read.description ?? ""),
    ...read.location && { location: read.location },
    createdAt: x.world.clock.now(),
    protected: read.protected ?? false,
    status: "active",
    messagesFrom: oneOf("addAccount", "messagesFrom", read.messagesFrom ?? "followed", [
      "everyone",
      "followed",
      "nobody"
    ]),
    ...read.credentials && { credentials: readCredentials(x, read.credentials) }
  };
  x.state.accounts[account.id] = account;
  x.state.handles[handle2.toLowerCase()] = account.id;
  x.world.journal.write("x", "addAccount", { handle: handle2, id: account.id });
  return { id: account.id, handle: handle2 };
}
function describedAs(x, written) {
  const { text: text3, entities } = compose(x, { written });
  return { description: text3, descriptionEntities: entities };
}
function readCredentials(x, args) {
  const { permissions = "messages", ...keys } = readArguments("addAccount credentials", args, {
    appKey: "string",
    appSecret: "string",
    accessToken: "string",
    accessSecret: "string",
    permissions: "string?"
  });
  const others = Object.values(x.state.accounts).flatMap(({ credentials }) => credentials ?? []);
  if (others.some(({ accessToken: accessToken2 }) => accessToken2 === keys.accessToken)) {
    throw new Error(`addAccount: the access token '${keys.accessToken}' belongs to another account.`);
  }
  return {
    ...keys,
    permissions: oneOf("addAccount", "permissions", permissions, ["read", "write", "messages"]),
    ownsApp: !others.some(({ appKey }) => appKey === keys.appKey)
  };
}

// dist/sandbox/x/model/repost.js
var longest = 140;
function repost(x, by, original) {
  const { handle: handle2, id: authorId } = accountById(x, original.authorId);
  const lead = `RT @${handle2}: `;
  const shown5 = [...lead, ...original.text];
  const isCut = shown5.length > longest;
  const text3 = isCut ? `${shown5.slice(0, longest - 1).join("")}\u2026` : shown5.join("");
  const kept = (spans = []) => spans.map((span) => ({ ...span, start: span.start + lead.length, end: span.end + lead.length })).filter(({ end }) => !isCut || end < longest);
  const { urls, mentions: mentions2, hashtags } = original.entities;
  const author = { start: 3, end: lead.length - 2, username: handle2, id: authorId };
  const [links, tags] = [kept(urls), kept(hashtags)];
  const entities = {
    ...links.length > 0 && { urls: links },
    mentions: [author, ...kept(mentions2)],
    ...tags.length > 0 && { hashtags: tags }
  };
  const now = x.world.clock.now();
  const id2 = nextId(x, now);
  const post2 = {
    id: id2,
    firstId: id2,
    authorId: by.id,
    createdAt: now,
    written: text3,
    text: text3,
    wordsStart: 0,
    entities,
    reposts: original.id,
    conversationId: id2,
    replySettings: "everyone",
    via: "x",
    deleted: false,
    visibleAt: 0,
    timelineAt: now + x.state.lag.timelineMs,
    mentionsAt: now + x.state.lag.mentionsMs
  };
  x.state.posts[id2] = post2;
  return post2;
}

// dist/sandbox/x/model/cut-short.js
import twitter2 from "twitter-text";
function cutShort(post2) {
  if (!isLong(post2.written))
    return void 0;
  const shown5 = [...post2.text];
  const words2 = shown5.slice(post2.wordsStart).join("");
  const fitting = words2.slice(0, twitter2.parseTweet(words2).validRangeEnd + 1);
  const text3 = shown5.slice(0, post2.wordsStart).join("") + fitting.replace(/\s+\S*$/u, "");
  const { length } = [...text3];
  const kept = Object.entries(post2.entities).map(([kind, spans]) => [kind, spans.filter(({ end }) => end <= length)]).filter(([, spans]) => spans.length > 0);
  return { text: text3, entities: Object.fromEntries(kept) };
}

// dist/sandbox/x/wire/private-metrics.js
var privateFields = ["non_public_metrics", "organic_metrics", "promoted_metrics"];
var givenMs = 30 * 24 * 36e5;
function hiddenFields(x, viewer, post2, asked2) {
  const isGiven = post2.authorId === viewer.id && post2.createdAt > x.world.clock.now() - givenMs;
  return isGiven ? [] : privateFields.filter((field) => asked2.has(field));
}
function privateMetrics(metrics3) {
  const clicks = { user_profile_clicks: 0, url_link_clicks: 0 };
  const { retweet_count = 0, reply_count = 0, like_count = 0, impression_count = 0 } = metrics3;
  return {
    non_public_metrics: { impression_count, ...clicks },
    organic_metrics: { impression_count, retweet_count, reply_count, like_count, ...clicks }
  };
}

// dist/sandbox/x/wire/show-post.js
function isoSeconds(ms) {
  return new Date(Math.floor(ms / 1e3) * 1e3).toISOString();
}
var editableMs = 36e5;
var editsAllowed = 5;
function editsLeft(x, post2) {
  const first = x.state.posts[post2.firstId] ?? post2;
  return {
    remaining: editsAllowed - (versions(x, post2).length - 1),
    untilMs: first.createdAt + editableMs
  };
}
function showPost2(x, post2, query, viewer) {
  const short = cutShort(post2);
  const { text: text3, entities } = short ?? post2;
  const all3 = {
    attachments: () => attachments(post2),
    author_id: () => post2.authorId,
    conversation_id: () => post2.conversationId,
    created_at: () => isoSeconds(post2.createdAt),
    display_text_range: () => [post2.wordsStart, wordsEnd(post2, text3)],
    edit_controls: () => {
      const { remaining, untilMs } = editsLeft(x, post2);
      return {
        edits_remaining: remaining,
        is_edit_eligible: !post2.poll,
        editable_until: isoSeconds(untilMs)
      };
    },
    entities: () => whereAny(entities),
    in_reply_to_user_id: () => post2.replyTo?.userId,
    media_metadata: () => post2.media?.map(({ key: key2, altText }) => ({
      media_key: key2,
      ...altText !== "" && { alt_text: altText }
    })),
    lang: () => "en",
    note_tweet: () => short && noteOf(post2),
    possibly_sensitive: () => post2.sensitive ?? false,
    non_public_metrics: () => privateMetrics(metrics(x, post2)).non_public_metrics,
    organic_metrics: () => privateMetrics(metrics(x, post2)).organic_metrics,
    public_metrics: () => metrics(x, post2),
    referenced_tweets: () => references(post2),
    reply_settings: () => post2.replySettings,
    source: () => post2.via === "api" ? "Greeting Desk" : "X Web App",
    withheld: () => post2.withheld && { copyright: post2.withheld.copyright, country_codes: post2.withheld.countries }
  };
  const hidden = new Set(hiddenFields(x, viewer, post2, query.post));
  const asked2 = /* @__PURE__ */ new Set([...query.post, ...[...query.expansions].flatMap((name3) => broughtBy[name3] ?? [])]);
  const shown5 = {
    id: post2.id,
    text: text3,
    edit_history_tweet_ids: versions(x, post2)
  };
  for (const name3 of asked2) {
    const value = hidden.has(name3) ? void 0 : all3[name3]?.();
    if (value !== void 0)
      shown5[name3] = value;
  }
  for (const name3 of post2.omits ?? [])
    delete shown5[name3];
  return shown5;
}
function attachments({ media, poll }) {
  if (poll)
    return { poll_ids: [poll.id] };
  return media && { media_keys: media.map(({ key: key2 }) => key2) };
}
function wordsEnd({ wordsStart, entities }, text3) {
  const link2 = entities.urls?.find(({ media_key }) => media_key !== void 0);
  const { length } = [...text3];
  return link2 && link2.start <= length ? Math.max(wordsStart, link2.start - 1) : length;
}
function whereAny(entities) {
  return Object.keys(entities).length > 0 ? entities : void 0;
}
function noteOf({ text: text3, entities: { urls, ...others } }) {
  const links = urls?.map(({ media_key, ...link2 }) => link2);
  const entities = whereAny({ ...others, ...links && { urls: links } });
  return { text: text3, ...entities && { entities } };
}
var broughtBy = {
  author_id: ["author_id"],
  in_reply_to_user_id: ["in_reply_to_user_id"],
  "referenced_tweets.id": ["referenced_tweets"],
  "referenced_tweets.id.author_id": ["referenced_tweets", "author_id"],
  "attachments.media_keys": ["attachments"],
  "attachments.poll_ids": ["attachments"],
  "entities.mentions.username": ["entities"]
};
function references(post2) {
  const found = [
    ...post2.replyTo && !post2.omits?.includes("replied_to") ? [{ type: "replied_to", id: post2.replyTo.postId }] : [],
    ...post2.quotes === void 0 ? [] : [{ type: "quoted", id: post2.quotes }],
    ...post2.reposts === void 0 ? [] : [{ type: "retweeted", id: post2.reposts }]
  ];
  return found.length > 0 ? found : void 0;
}
function metrics(x, post2) {
  const all3 = versions(x, post2);
  const live = Object.values(x.state.posts).filter((other) => !other.deleted && isNewestVersion(x, other));
  return {
    retweet_count: live.filter(({ reposts }) => reposts !== void 0 && all3.includes(reposts)).length,
    reply_count: live.filter(({ replyTo }) => replyTo && all3.includes(replyTo.postId)).length,
    like_count: 0,
    quote_count: live.filter(({ quotes }) => quotes !== void 0 && all3.includes(quotes)).length,
    bookmark_count: 0,
    impression_count: 0
  };
}

// dist/sandbox/x/wire/show-attached.js
function showMedium(medium, asked2) {
  const { key: key2, kind, pictureUrl: pictureUrl2, altText, variants, durationMs } = medium;
  const isPhoto = kind === "photo";
  const all3 = {
    alt_text: altText === "" ? void 0 : altText,
    duration_ms: durationMs,
    height: 800,
    preview_image_url: isPhoto ? void 0 : pictureUrl2,
    public_metrics: kind === "video" ? { view_count: 0 } : void 0,
    url: isPhoto ? pictureUrl2 : void 0,
    variants: isPhoto ? void 0 : variants.map(({ url: url2, type: type2, bitRate }) => ({
      ...bitRate !== void 0 && { bit_rate: bitRate },
      content_type: type2,
      url: url2
    })),
    width: 1200
  };
  return { media_key: key2, type: kind, ...onlyAsked(all3, asked2) };
}
function showPoll(x, poll, asked2) {
  const all3 = {
    duration_minutes: poll.minutes,
    end_datetime: isoSeconds(poll.endsAt),
    voting_status: isOpen(x, poll) ? "open" : "closed"
  };
  const options = poll.options.map(({ label, votes }, index) => ({ position: index + 1, label, votes }));
  return { id: poll.id, options, ...onlyAsked(all3, asked2) };
}
function isOpen(x, poll) {
  return x.world.clock.now() < poll.endsAt;
}
function onlyAsked(all3, asked2) {
  return Object.fromEntries(Object.entries(all3).filter(([name3, value]) => asked2.has(name3) && value !== void 0));
}

// dist/sandbox/x/acts/attachments.js
var mostMedia = 4;
var digits2 = "0123456789";
var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
function attach(x, { photos = [], videos = [], gifs = [], poll }) {
  const media = [
    ...photos.map((altText) => makePhoto(x, altText)),
    ...videos.map((altText) => makeVideo(x, altText)),
    ...gifs.map((altText) => makeGif(x, altText))
  ];
  if (media.length > mostMedia)
    throw new Error(`post: X takes ${mostMedia} photos and films, not ${media.length}.`);
  if (poll && media.length > 0)
    throw new Error("post: X takes a poll or photos and films, not both.");
  return { ...media.length > 0 && { media }, ...poll && { poll: makePoll(x, poll) } };
}
var longestPollMinutes = 7 * 24 * 60;
function makePoll(x, given) {
  const read = readArguments("post poll", given, { options: "strings", minutes: "number?" });
  const { length } = read.options;
  if (length < 2 || length > 4)
    throw new Error(`post poll: 'options' are 2 to 4, not ${length}.`);
  const long = read.options.find((label) => label === "" || [...label].length > 25);
  if (long !== void 0)
    throw new Error(`post poll: the option '${long}' has not 1 to 25 characters.`);
  const minutes = whole("post poll", "minutes", read.minutes, 5, longestPollMinutes) ?? 24 * 60;
  return {
    id: nextId(x),
    options: read.options.map((label) => ({ label, votes: 0 })),
    minutes,
    endsAt: x.world.clock.now() + minutes * 6e4
  };
}
function makePhoto(x, altText) {
  const pictureUrl2 = `https://pbs.twimg.com/media/${name2(x)}.jpg`;
  return { key: `3_${number(x)}`, kind: "photo", pictureUrl: pictureUrl2, altText, variants: [] };
}
function makeVideo(x, altText) {
  const id2 = number(x);
  const film = `https://video.twimg.com/ext_tw_video/${id2}/pu`;
  return {
    key: `7_${id2}`,
    kind: "video",
    pictureUrl: `https://pbs.twimg.com/ext_tw_video_thumb/${id2}/pu/img/${name2(x)}.jpg`,
    altText,
    variants: [
      { url: `${film}/pl/${name2(x)}.m3u8`, type: "application/x-mpegURL" },
      { url: `${film}/vid/480x320/${name2(x)}.mp4`, type: "video/mp4", bitRate: 256e3 },
      { url: `${film}/vid/1200x800/${name2(x)}.mp4`, type: "video/mp4", bitRate: 2176e3 }
    ],
    durationMs: 34875
  };
}
function makeGif(x, altText) {
  const film = name2(x);
  return {
    key: `16_${number(x)}`,
    kind: "animated_gif",
    pictureUrl: `https://pbs.twimg.com/tweet_video_thumb/${film}.jpg`,
    altText,
    variants: [{ url: `https://video.twimg.com/tweet_video/${film}.mp4`, type: "video/mp4", bitRate: 0 }]
  };
}
var number = (x) => `1${x.world.random.text(18, digits2)}`;
var name2 = (x) => x.world.random.text(15, letters);

// dist/sandbox/x/acts/omits.js
var omittable = [
  "replied_to",
  "attachments",
  "author_id",
  "conversation_id",
  "created_at",
  "display_text_range",
  "edit_controls",
  "entities",
  "in_reply_to_user_id",
  "lang",
  "media_metadata",
  "note_tweet",
  "possibly_sensitive",
  "public_metrics",
  "referenced_tweets",
  "reply_settings",
  "source",
  "withheld"
];
function readOmits(act, names3) {
  return names3.map((name3) => oneOf(act, "omits", name3, omittable));
}

// dist/sandbox/x/acts/posting.js
function postingActs2(x) {
  const write = (kind, detail) => x.world.journal.write("x", kind, detail);
  return {
    post(args) {
      const read = readArguments("post", args, {
        by: "string",
        text: "string",
        in_reply_to: "string?",
        quotes: "string?",
        photos: "strings?",
        videos: "strings?",
        gifs: "strings?",
        poll: "object?",
        sensitive: "boolean?",
        carried: "strings?",
        omits: "strings?",
        reply_settings: "string?",
        hideMs: "number?"
      });
      const post2 = postInPerson(x, needActor2(x, "post", read.by), {
        written: read.text,
        ...read.in_reply_to !== void 0 && { replyTo: read.in_reply_to },
        ...read.quotes !== void 0 && { quotes: read.quotes },
        ...attach(x, read),
        ...read.sensitive !== void 0 && { sensitive: read.sensitive },
        ...read.carried && { carried: read.carried.map((handle2) => needActor2(x, "post", handle2).id) },
        ...read.omits && { omits: readOmits("post", read.omits) },
        ...read.reply_settings !== void 0 && {
          replySettings: oneOf("post", "reply_settings", read.reply_settings, replySettings)
        }
      });
      if (read.hideMs !== void 0)
        post2.visibleAt = post2.createdAt + read.hideMs;
      write("post", postDetail(x, post2));
      return shown3(post2);
    },
    repost(args) {
      const { by, id: id2 } = readArguments("repost", args, { by: "string", id: "string" });
      const account = needActor2(x, "repost", by);
      const original = needPost2(x, "repost", id2);
      const author = accountById(x, original.authorId);
      if (author.protected || whyUnseen(x, account, original) || original.reposts !== void 0) {
        throw new Error(`repost: @${account.handle} cannot repost ${id2}.`);
      }
      const post2 = repost(x, account, original);
      write("repost", { by: account.handle, id: post2.id, reposts: id2 });
      return shown3(post2);
    },
    edit(args) {
      const { id: id2, text: text3, carried } = readArguments("edit", args, {
        id: "string",
        text: "string",
        carried: "strings?"
      });
      const before = needPost2(x, "edit", id2);
      if (before.poll)
        throw new Error("edit: X takes no edits of a post with a poll.");
      if (!isNewestVersion(x, before)) {
        throw new Error(`edit: ${id2} is an old version. Edit ${versions(x, before).at(-1)}.`);
      }
      const { remaining, untilMs } = editsLeft(x, before);
      if (remaining <= 0)
        throw new Error("edit: X takes five edits of a post, and all were used.");
      if (x.world.clock.now() > untilMs)
        throw new Error("edit: X takes edits for one hour, and it is over.");
      const written = text3.normalize("NFC").trim();
      if (written === "" || tooLong(written, accountById(x, before.authorId)))
        throw new Error("edit: the text must have 1 to 280 characters, with Premium 25,000.");
      const names3 = carried?.map((handle2) => needActor2(x, "edit", handle2).id);
      const post2 = edit(x, before, written, names3);
      write("edit", { before: before.id, ...postDetail(x, post2) });
      return shown3(post2);
    },
    delete(args) {
      const { id: id2 } = readArguments("delete", args, { id: "string" });
      const post2 = needPost2(x, "delete", id2);
      for (const version of versions(x, post2)) {
        const one2 = x.state.posts[version];
        if (one2)
          one2.deleted = true;
      }
      write("delete", { id: id2, by: accountById(x, post2.authorId).handle });
    },
    pin(args) {
      const { by, id: id2 } = readArguments("pin", args, { by: "string", id: "string?" });
      const account = needActor2(x, "pin", by);
      const post2 = id2 === void 0 ? void 0 : needPost2(x, "pin", id2);
      if (post2 && post2.authorId !== account.id) {
        throw new Error(`pin: ${post2.id} is not a post of @${account.handle}.`);
      }
      if (post2)
        account.pinned = post2.firstId;
      else
        delete account.pinned;
      write("pin", { by: account.handle, ...post2 && { id: post2.id } });
    },
    hide(args) {
      const { id: id2, untilMs } = readArguments("hide", args, { id: "string", untilMs: "number" });
      needPost2(x, "hide", id2).visibleAt = untilMs;
      write("hide", { id: id2, untilMs });
    },
    vote(args) {
      const { id: id2, option, votes } = readArguments("vote", args, {
        id: "string",
        option: "number",
        votes: "number?"
      });
      const { poll } = needPost2(x, "vote", id2);
      const chosen = poll?.options[option - 1];
      if (!poll || !chosen)
        throw new Error(`vote: ${id2} has no option ${option}.`);
      if (!isOpen(x, poll))
        throw new Error(`vote: the poll of ${id2} is closed.`);
      chosen.votes += whole("vote", "votes", votes, 1) ?? 1;
      write("vote", { id: id2, option, votes: chosen.votes });
    },
    withhold(args) {
      const { id: id2, countries, copyright = false } = readArguments("withhold", args, {
        id: "string",
        countries: "strings",
        copyright: "boolean?"
      });
      const post2 = needPost2(x, "withhold", id2);
      const wrong = countries.find((code) => !/^[A-Z]{2}$/.test(code));
      if (wrong !== void 0)
        throw new Error(`withhold: '${wrong}' is no code of a country like DE.`);
      if (countries.length > 0)
        post2.withheld = { countries, copyright };
      else
        delete post2.withheld;
      write("withhold", { id: id2, countries, copyright });
    },
    message(args) {
      const to = args.to;
      const many = Array.isArray(to);
      const read = readArguments("message", args, {
        by: "string",
        to: many ? "strings" : "string",
        text: "string",
        encrypted: "boolean?"
      });
      const sender = needActor2(x, "message", read.by);
      const names3 = typeof read.to === "string" ? [read.to] : read.to;
      const recipients = names3.map((handle2) => needAccount2(x, "message", handle2));
      const message = messageInPerson(x, sender, recipients, read.text, read.encrypted);
      write("message", messageDetail(sender, recipients, message));
      return { id: message.id, dm_conversation_id: message.conversationId };
    }
  };
}
var replySettings = ["everyone", "mentionedUsers", "following", "subscribers", "verified"];
function shown3({ id: id2, text: text3, conversationId }) {
  return { id: id2, text: text3, conversation_id: conversationId };
}

// dist/sandbox/x/acts/settings.js
function settingActs(x) {
  const write = (kind, detail) => x.world.journal.write("x", kind, detail);
  const mills = (usd, before) => {
    if (usd === void 0)
      return before;
    return usd < 0 ? null : Math.round(usd * 1e3);
  };
  return {
    plan(args) {
      const { plan } = readArguments("plan", args, { plan: "string" });
      x.state.plan = oneOf("plan", "plan", plan, ["self-serve", "enterprise"]);
      write("plan", { plan });
    },
    lag(args) {
      const read = readArguments("lag", args, {
        timelineMs: "number?",
        mentionsMs: "number?",
        followersMs: "number?"
      });
      const { lag } = x.state;
      x.state.lag = {
        timelineMs: read.timelineMs ?? lag.timelineMs,
        mentionsMs: read.mentionsMs ?? lag.mentionsMs,
        followersMs: read.followersMs ?? lag.followersMs
      };
      write("lag", { ...x.state.lag });
    },
    duplicates(args) {
      const { taken } = readArguments("duplicates", args, { taken: "boolean" });
      x.state.takesDuplicates = taken;
      write("duplicates", { taken });
    },
    settings(args) {
      const read = readArguments("settings", args, {
        includesBilled: "boolean?",
        ownPostsOmit: "strings?",
        noCallback: "boolean?"
      });
      if (read.noCallback !== void 0)
        x.state.noCallback = read.noCallback;
      if (read.includesBilled !== void 0)
        x.state.includesBilled = read.includesBilled;
      if (read.ownPostsOmit)
        x.state.ownPostsOmit = readOmits("settings", read.ownPostsOmit);
      const { includesBilled = false, ownPostsOmit = [] } = x.state;
      write("settings", { includesBilled, ownPostsOmit });
      return { includesBilled, ownPostsOmit };
    },
    money(args) {
      const { creditsUsd, spendCapUsd } = readArguments("money", args, {
        creditsUsd: "number?",
        spendCapUsd: "number?"
      });
      x.state.creditsMills = mills(creditsUsd, x.state.creditsMills);
      x.state.spendCapMills = mills(spendCapUsd, x.state.spendCapMills);
      write("money", {
        ...creditsUsd !== void 0 && { creditsUsd },
        ...spendCapUsd !== void 0 && { spendCapUsd }
      });
    },
    spelling(args) {
      const { answers: answers2, takes: takes2 } = readArguments("spelling", args, { answers: "string?", takes: "string?" });
      if (answers2 !== void 0) {
        x.state.spelling = oneOf("spelling", "answers", answers2, ["asked", "old", "new"]);
      }
      if (takes2 !== void 0) {
        const taken = oneOf("spelling", "takes", takes2, ["both", "old", "new"]);
        if (taken === "both")
          delete x.state.takes;
        else
          x.state.takes = taken;
      }
      write("spelling", { ...answers2 !== void 0 && { answers: answers2 }, ...takes2 !== void 0 && { takes: takes2 } });
    },
    summons(args) {
      const { plainReply } = readArguments("summons", args, { plainReply: "boolean" });
      x.state.plainReplySummons = plainReply;
      write("summons", { plainReply });
    },
    followers(args) {
      const { oldestFirst } = readArguments("followers", args, { oldestFirst: "boolean" });
      x.state.oldestFollowersFirst = oldestFirst;
      write("followers", { oldestFirst });
    },
    permissions(args) {
      const { handle: handle2, may } = readArguments("permissions", args, { handle: "string", may: "string" });
      const account = needAccount2(x, "permissions", handle2);
      if (!account.credentials)
        throw new Error(`permissions: @${account.handle} has no credentials.`);
      const permissions = oneOf("permissions", "may", may, ["read", "write", "messages"]);
      account.credentials = { ...account.credentials, permissions };
      write("permissions", { handle: account.handle, may });
    }
  };
}

// dist/sandbox/x/odd/kinds.js
var removed = void 0;
var kinds2 = {
  "no-conversation-id": ({ post: post2 }) => without(post2, "conversation_id"),
  "no-author"({ post: post2, body }) {
    leaveOut(body, "users", ({ id: id2 }) => id2 === post2.author_id);
    return post2;
  },
  "no-author-id"({ post: post2, body }) {
    const author = post2.author_id;
    without(post2, "author_id");
    const others = [body.data, includedIn(body, "tweets")].flat();
    const isOthers = others.some((one2) => isFields2(one2) && one2.author_id === author);
    if (!isOthers)
      leaveOut(body, "users", ({ id: id2 }) => id2 === author);
    return post2;
  },
  "time-format"({ post: post2 }) {
    if (typeof post2.created_at === "string")
      post2.created_at = inWords(new Date(post2.created_at));
    return post2;
  },
  "time-number"({ post: post2 }) {
    if (typeof post2.created_at === "string")
      post2.created_at = Date.parse(post2.created_at) / 1e3;
    return post2;
  },
  "unknown-values": unknownValues,
  "no-text": ({ post: post2 }) => without(post2, "text", "note_tweet"),
  "huge-numbers": hugeNumbers,
  "number-ids"({ post: post2 }) {
    for (const name3 of ["author_id", "conversation_id", "in_reply_to_user_id"]) {
      if (typeof post2[name3] === "string")
        post2[name3] = Number(post2[name3]);
    }
    for (const one2 of itemsOf(post2.referenced_tweets))
      one2.id = Number(one2.id);
    for (const one2 of spansOf(post2))
      if (typeof one2.id === "string")
        one2.id = Number(one2.id);
    return post2;
  },
  "half-characters"({ post: post2, body }) {
    for (const one2 of [post2, authorOf(body, post2), isFields2(post2.note_tweet) ? post2.note_tweet : void 0]) {
      for (const name3 of ["text", "name", "description"])
        if (one2)
          halve(one2, name3);
    }
    for (const one2 of spansOf(post2))
      halve(one2, "display_url");
    for (const one2 of mediaOf2(body, post2))
      halve(one2, "alt_text");
    for (const one2 of pollsOf(body, post2))
      for (const option of itemsOf(one2.options))
        halve(option, "label");
    return post2;
  },
  "empty-entities"({ post: post2 }) {
    post2.entities = {};
    return post2;
  },
  "empty-lists": (odd) => emptyLists(odd, []),
  "null-lists": (odd) => emptyLists(odd, null),
  "null-item": () => null,
  "hydration-failure"({ post: post2, body }) {
    fail(body, hydrationFailure(String(post2.id), "conversation_id"));
    return without(post2, "conversation_id");
  },
  "partial-error"({ post: post2, body }) {
    fail(body, hydrationFailure(String(post2.id), "text"));
    return removed;
  },
  "errors-alone"({ post: post2, body }) {
    const failed = [body.data].flat().some((one2) => one2 === post2) ? [body.data].flat().filter(isFields2) : [post2];
    for (const name3 of Object.keys(body))
      delete body[name3];
    for (const { id: id2 } of failed)
      fail(body, hydrationFailure(String(id2), "text"));
    return removed;
  }
};
function unknownValues({ post: post2, body, query }) {
  post2.mood = { score: 0.7, words: ["curious"] };
  post2.edition = "evening";
  if ("reply_settings" in post2)
    post2.reply_settings = "neighbours";
  if (query.post.has("referenced_tweets") || "referenced_tweets" in post2) {
    post2.referenced_tweets = [{ type: "remixed", id: post2.id }, ...itemsOf(post2.referenced_tweets)];
  }
  if (query.expansions.has("attachments.media_keys")) {
    const media_key = `99_${post2.id}`;
    const attachments2 = isFields2(post2.attachments) ? post2.attachments : {};
    const keys = Array.isArray(attachments2.media_keys) ? attachments2.media_keys : [];
    post2.attachments = { ...attachments2, media_keys: [...keys, media_key] };
    for (const one2 of mediaOf2(body, post2))
      one2.type = "hologram";
    const includes = isFields2(body.includes) ? body.includes : {};
    const media = [...itemsOf(includes.media), { media_key, type: "hologram", depth: 3 }];
    body.includes = { ...includes, media };
  }
  for (const one2 of pollsOf(body, post2))
    if ("voting_status" in one2)
      one2.voting_status = "paused";
  const author = authorOf(body, post2);
  if (author)
    author.badge = { colour: "teal" };
  return post2;
}
var greatest = 2 ** 63 - 1;
var manyMany = 1e30;
function hugeNumbers({ post: post2, body }) {
  if ("display_text_range" in post2)
    post2.display_text_range = [greatest - 1, greatest];
  const far = { start: 5e9, end: greatest };
  for (const one2 of spansOf(post2))
    Object.assign(one2, far);
  if ("entities" in post2 && isFields2(post2.entities)) {
    post2.entities.hashtags = [...itemsOf(post2.entities.hashtags), { ...far, tag: "far" }];
  }
  const author = authorOf(body, post2);
  for (const one2 of [post2.public_metrics, author?.public_metrics, post2.edit_controls]) {
    if (isFields2(one2))
      enlarge(one2);
  }
  for (const one2 of mediaOf2(body, post2))
    enlarge(one2);
  for (const one2 of pollsOf(body, post2))
    for (const item of [one2, ...itemsOf(one2.options)])
      enlarge(item);
  return post2;
}
function enlarge(item) {
  for (const [name3, value] of Object.entries(item))
    if (typeof value === "number")
      item[name3] = manyMany;
}
function emptyLists({ post: post2, query }, empty) {
  const has = (name3) => query.post.has(name3) || name3 in post2;
  if (has("entities"))
    post2.entities = { urls: empty, mentions: empty, hashtags: empty, cashtags: empty };
  if (has("referenced_tweets"))
    post2.referenced_tweets ??= empty;
  if (has("attachments") && !isFields2(post2.attachments)) {
    post2.attachments = { media_keys: empty, poll_ids: empty };
  }
  return post2;
}
function halve(item, name3) {
  if (typeof item[name3] === "string")
    item[name3] = `${item[name3]}\uDC96 \uD83D`;
}
var days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function inWords(time) {
  const date = String(time.getUTCDate()).padStart(2, "0");
  const clock = time.toISOString().slice(11, 19);
  return `${days[time.getUTCDay()]} ${months[time.getUTCMonth()]} ${date} ${clock} +0000 ${time.getUTCFullYear()}`;
}
function isFields2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function itemsOf(list4) {
  return Array.isArray(list4) ? list4.filter(isFields2) : [];
}
function includedIn(body, name3) {
  return isFields2(body.includes) ? itemsOf(body.includes[name3]) : [];
}
function authorOf(body, post2) {
  return includedIn(body, "users").find(({ id: id2 }) => id2 === post2.author_id);
}
function attached(body, post2, list4, names3, key2) {
  const ids = isFields2(post2.attachments) ? post2.attachments[names3] : [];
  return includedIn(body, list4).filter((one2) => Array.isArray(ids) && ids.includes(one2[key2]));
}
var mediaOf2 = (body, post2) => attached(body, post2, "media", "media_keys", "media_key");
var pollsOf = (body, post2) => attached(body, post2, "polls", "poll_ids", "id");
function spansOf(post2) {
  const holders2 = [post2, isFields2(post2.note_tweet) ? post2.note_tweet : {}];
  return holders2.flatMap(({ entities }) => isFields2(entities) ? Object.values(entities).flatMap((list4) => itemsOf(list4)) : []);
}
function without(post2, ...names3) {
  for (const name3 of names3)
    delete post2[name3];
  return post2;
}
function leaveOut(body, name3, which) {
  if (!isFields2(body.includes))
    return;
  const left = includedIn(body, name3).filter((item) => !which(item));
  if (left.length > 0)
    body.includes[name3] = left;
  else
    delete body.includes[name3];
  if (Object.keys(body.includes).length === 0)
    delete body.includes;
}
function fail(body, error) {
  body.errors = [...itemsOf(body.errors), error];
}

// dist/sandbox/x/odd/make-odd.js
function makeOdd(faults, call, query, outcome) {
  if (!call.startsWith("GET "))
    return outcome;
  let made = outcome;
  const odd = /* @__PURE__ */ new Set();
  for (const shape of faults.shapes("x", call)) {
    if (shape.how !== "odd")
      continue;
    const body = made === outcome ? structuredClone(outcome.body) : made.body;
    const found = find(body, ({ id: id2, edit_history_tweet_ids: ids }) => shape.post === void 0 ? !odd.has(String(id2)) : Array.isArray(ids) && (ids.includes(shape.post) || id2 === shape.post));
    if (!found || shape.post === void 0 && found.isIncluded)
      continue;
    faults.used(shape);
    odd.add(String(found.post.id));
    made = replace(made, body, found.post, shape.odd, query);
  }
  return made;
}
function find(body, fits) {
  const own2 = [body.data].flat().filter(isPost2);
  const along = isFields2(body.includes) ? [body.includes.tweets].flat().filter(isPost2) : [];
  const post2 = own2.find(fits) ?? along.find(fits);
  return post2 && { post: post2, isIncluded: !own2.includes(post2) };
}
function isPost2(item) {
  return isFields2(item) && "edit_history_tweet_ids" in item;
}
function replace(outcome, body, post2, odd, query) {
  const { id: id2 } = post2;
  const journal = {
    ...outcome.journal,
    fault: "odd",
    odd: [outcome.journal?.odd, `${odd} ${id2}`].filter(Boolean).join(", ")
  };
  const instead = kinds2[odd]({ post: post2, body, query });
  if (instead === post2)
    return { ...outcome, body, journal };
  const put = (items) => {
    if (!Array.isArray(items))
      return items === post2 ? instead : items;
    const left = items.flatMap((item) => item === post2 ? instead === removed ? [] : [instead] : [item]);
    return left.length > 0 ? left : removed;
  };
  body.data = put(body.data);
  if (isFields2(body.includes))
    body.includes.tweets = put(body.includes.tweets);
  const { data } = body;
  const shown5 = [data].flat().filter(isPost2);
  if (isFields2(body.meta)) {
    const { newest_id, oldest_id, ...rest } = body.meta;
    const [newest, oldest] = [shown5[0], shown5.at(-1)];
    body.meta = {
      ...rest,
      result_count: Array.isArray(data) ? data.length : 0,
      ...newest && { newest_id: newest.id, oldest_id: oldest?.id }
    };
  }
  const given = new Set(shown5.map((one2) => `post:${one2.id}`));
  return {
    ...outcome,
    body,
    priced: (outcome.priced ?? []).filter(({ resource = "" }) => !resource.startsWith("post:") || given.has(resource)),
    journal
  };
}

// dist/sandbox/x/odd/refuse-fields.js
function refuseFields(faults, call, { text: text3, lists }) {
  for (const shape of faults.shapes("x", call)) {
    if (shape.how !== "refused-field")
      continue;
    const { field } = shape;
    const asked2 = Object.entries(lists).find(([name4, values2]) => name4.endsWith(".fields") && values2.includes(field));
    if (!asked2)
      continue;
    faults.used(shape);
    const [name3, values] = asked2;
    const others = values.filter((one2) => one2 !== field).join(",");
    throw invalidRequest(name3, text3[name3] ?? field, `The \`${name3}\` query parameter value [${field}] is not one of [${others}]`);
  }
}

// dist/sandbox/x/odd/shaped.js
function shaped(faults, route) {
  return {
    ...route,
    answer(call) {
      refuseFields(faults, route.call, call.query);
      return makeOdd(faults, route.call, call.query, route.answer(call));
    }
  };
}

// dist/sandbox/x/wire/show-user.js
function showUser(x, viewer, account, asked2) {
  const all3 = {
    connection_status: () => connections2(x, viewer, account),
    created_at: () => isoSeconds(account.createdAt),
    description: () => account.description,
    entities: () => Object.keys(account.descriptionEntities).length > 0 ? { description: account.descriptionEntities } : void 0,
    location: () => account.location,
    most_recent_tweet_id: () => newestPost(x, account)?.id,
    pinned_tweet_id: () => pinnedPost(x, account)?.id,
    profile_image_url: () => `https://pbs.twimg.com/profile_images/${account.id}/avatar_normal.jpg`,
    protected: () => account.protected,
    public_metrics: () => metrics2(x, account),
    receives_your_dm: () => receivesMessagesFrom(x, account, viewer),
    url: () => "",
    verified: () => false,
    verified_type: () => "none"
  };
  const shown5 = { id: account.id, name: account.name, username: account.handle };
  for (const name3 of asked2) {
    const value = all3[name3]?.();
    if (value !== void 0)
      shown5[name3] = value;
  }
  return shown5;
}
function newestPost(x, account) {
  const now = x.world.clock.now();
  return livePosts(x, account).filter(({ visibleAt, timelineAt }) => visibleAt <= now && timelineAt <= now).sort((a, b) => newestFirst(a.id, b.id))[0];
}
function pinnedPost(x, account) {
  return livePosts(x, account).find(({ firstId }) => firstId === account.pinned);
}
function livePosts(x, account) {
  return Object.values(x.state.posts).filter((post2) => post2.authorId === account.id && !post2.deleted && isNewestVersion(x, post2));
}
function connections2(x, viewer, account) {
  const requested = (by, whom) => x.state.follows.some((follow2) => follow2.by === by && follow2.whom === whom && follow2.pending);
  return [
    ...isFollowing(x, account.id, viewer.id) ? ["followed_by"] : [],
    ...isFollowing(x, viewer.id, account.id) ? ["following"] : [],
    ...requested(account.id, viewer.id) ? ["follow_request_received"] : [],
    ...requested(viewer.id, account.id) ? ["follow_request_sent"] : [],
    ...isBlocking(x, viewer.id, account.id) ? ["blocking"] : []
  ];
}
function metrics2(x, account) {
  const follows = x.state.follows.filter(({ pending }) => !pending);
  const posts2 = livePosts(x, account);
  return {
    followers_count: follows.filter(({ whom }) => whom === account.id).length,
    following_count: follows.filter(({ by }) => by === account.id).length,
    tweet_count: posts2.length,
    listed_count: 0,
    like_count: 0,
    media_count: posts2.filter(({ media }) => media).length
  };
}

// dist/sandbox/x/wire/answer.js
function includedWith(x, viewer, posts2, query) {
  const { expansions } = query;
  const users2 = /* @__PURE__ */ new Map();
  const included = /* @__PURE__ */ new Map();
  const media = /* @__PURE__ */ new Map();
  const polls = [];
  const errors = [];
  const include = (id2) => {
    const post2 = x.state.posts[id2];
    const unseen = whyUnseen(x, viewer, post2);
    if (post2 && !unseen)
      included.set(id2, post2);
    else
      errors.push(partialError(unseen ?? "not-found", "tweet", "referenced_tweets.id", id2));
  };
  const withAuthors = expansions.has("referenced_tweets.id.author_id");
  for (const post2 of posts2) {
    if (expansions.has("author_id"))
      users2.set(post2.authorId, "author_id");
    if (expansions.has("in_reply_to_user_id") && post2.replyTo) {
      users2.set(post2.replyTo.userId, "in_reply_to_user_id");
    }
    if (expansions.has("entities.mentions.username")) {
      for (const { id: id2 } of post2.entities.mentions ?? [])
        users2.set(id2, "entities.mentions.username");
    }
    if (expansions.has("edit_history_tweet_ids"))
      for (const id2 of versions(x, post2))
        include(id2);
    if (withAuthors || expansions.has("referenced_tweets.id")) {
      for (const { id: id2 } of references(post2) ?? [])
        include(id2);
    }
    if (expansions.has("attachments.media_keys")) {
      for (const medium of post2.media ?? [])
        media.set(medium.key, showMedium(medium, query.media));
    }
    if (expansions.has("attachments.poll_ids") && post2.poll)
      polls.push(showPoll(x, post2.poll, query.poll));
  }
  if (withAuthors)
    for (const { authorId } of included.values())
      users2.set(authorId, "author_id");
  const people = includedUsers(x, viewer, users2, query);
  errors.push(...people.errors, ...hiddenErrors(x, viewer, "data", posts2, query), ...hiddenErrors(x, viewer, "includes", included.values(), query));
  const includes = {
    ...people.users.length > 0 && { users: people.users },
    ...included.size > 0 && {
      tweets: [...included.values()].map((post2) => showPost2(x, post2, query, viewer))
    },
    ...media.size > 0 && { media: [...media.values()] },
    ...polls.length > 0 && { polls }
  };
  return { errors, ...Object.keys(includes).length > 0 && { includes } };
}
function includedUsers(x, viewer, asked2, query) {
  const found = [...asked2].map(([id2, expansion]) => ({ account: accountById(x, id2), expansion }));
  return {
    users: found.filter(({ account }) => account.status === "active").map(({ account }) => showUser(x, viewer, account, query.user)),
    errors: found.flatMap(({ account, expansion }) => {
      if (account.status === "active")
        return [];
      const kind = account.status === "suspended" ? "suspended" : "not-found";
      return [partialError(kind, "user", expansion, account.id)];
    })
  };
}
function hiddenErrors(x, viewer, section2, posts2, query) {
  return [...posts2].flatMap((post2) => hiddenFields(x, viewer, post2, query.post).map((field) => fieldError(section2, "id", post2.id, field)));
}
function answerBody(parts) {
  const { data, includes, errors, meta: meta2 } = parts;
  return {
    ...data !== void 0 && !(Array.isArray(data) && data.length === 0) && { data },
    ...includes !== void 0 && { includes },
    ...errors !== void 0 && errors.length > 0 && { errors },
    ...meta2 !== void 0 && { meta: meta2 }
  };
}

// dist/sandbox/x/wire/body.js
function readObject2(body, shape, at = "$") {
  if (kindOf(body) !== "object")
    throw refuse2(at, `${kindOf(body)} found, object expected`);
  const object3 = body;
  for (const [key2, value] of Object.entries(object3)) {
    const wanted4 = Object.hasOwn(shape, key2) ? shape[key2] : void 0;
    const where = `${at}.${key2}`;
    if (wanted4 === void 0) {
      throw refuse2(where, "is not defined in the schema and the schema does not allow additional properties");
    }
    if (wanted4 === "unsupported")
      throw refuse2(where, "is not supported by this sandbox");
    if (kindOf(value) !== wanted4)
      throw refuse2(where, `${kindOf(value)} found, ${wanted4} expected`);
  }
  return object3;
}
function readId(value, at) {
  if (typeof value === "string" && /^[0-9]{1,19}$/.test(value))
    return value;
  throw refuse2(at, "does not match the regex pattern ^[0-9]{1,19}$");
}
function kindOf(value) {
  if (Array.isArray(value))
    return "array";
  return value === null ? "null" : typeof value;
}
function refuse2(at, what) {
  return invalidRequest(at, at.replace(/^\$\.?/, ""), `${at}: ${what}`);
}

// dist/sandbox/x/wire/paging.js
import { createHash as createHash2 } from "node:crypto";
function page2(call, items, place) {
  const { maxResults: size, text: text3 } = call.query;
  const list4 = listOf(call);
  const from = text3.pagination_token === void 0 ? void 0 : readToken2(text3.pagination_token, list4);
  const begin = start(items, place, size, from);
  const end = from?.side === "before" ? firstAtOrBelow(items, place, from.place) : begin + size;
  const shown5 = items.slice(begin, end);
  const first = shown5[0];
  const last = shown5.at(-1);
  return {
    items: shown5,
    meta: {
      ...last !== void 0 && end < items.length && { next_token: makeToken("after", place(last), list4) },
      ...first !== void 0 && begin > 0 && { previous_token: makeToken("before", place(first), list4) }
    }
  };
}
function listOf({ account, route, path, query }) {
  const choosing = Object.entries(query.text).filter(([name3]) => !/^(pagination_token|max_results|expansions|.*\.fields)$/.test(name3));
  const all3 = JSON.stringify([account.id, route.call, path, choosing.sort(([a], [b]) => a < b ? -1 : 1)]);
  return createHash2("sha256").update(all3).digest("hex").slice(0, 12);
}
function start(items, place, size, from) {
  if (!from)
    return 0;
  if (from.side === "before")
    return Math.max(0, firstAtOrBelow(items, place, from.place) - size);
  const index = items.findIndex((item) => isAfter(from.place, place(item)));
  return index < 0 ? items.length : index;
}
function firstAtOrBelow(items, place, limit2) {
  const index = items.findIndex((item) => !isAfter(place(item), limit2));
  return index < 0 ? items.length : index;
}
function makeToken(side, place, list4) {
  const text3 = `${side === "after" ? "a" : "b"}:${place.padStart(20, "0")}:${list4}`;
  return Buffer.from(text3).toString("base64url");
}
function readToken2(token2, list4) {
  const [, side, place, made] = /^([ab]):0*(\d+):(\w+)$/.exec(Buffer.from(token2, "base64url").toString()) ?? [];
  if (side === void 0 || place === void 0 || made !== list4) {
    throw invalidRequest("pagination_token", token2, `The \`pagination_token\` query parameter value [${token2}] is not valid`);
  }
  return { side: side === "a" ? "after" : "before", place };
}

// dist/sandbox/x/wire/fields.js
var newNames = {
  edit_history_tweet_ids: "edit_history_post_ids",
  referenced_tweets: "referenced_posts",
  note_tweet: "note_post",
  tweet_count: "post_count",
  retweet_count: "repost_count",
  most_recent_tweet_id: "most_recent_post_id",
  pinned_tweet_id: "pinned_post_id",
  tweets: "posts"
};
var oldNames = Object.fromEntries(Object.entries(newNames).map(([old, renamed]) => [renamed, old]));
var oldExpansions = {
  ...oldNames,
  referenced_posts: "referenced_tweets.id"
};
var words = (text3) => text3.trim().split(/\s+/);
var names = (old, renamed) => ({ old: words(old), new: words(renamed) });
var same = (both) => names(both, both);
var known = {
  post: names(`article attachments author_id card_uri community_id context_annotations conversation_id created_at
    display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang media_metadata
    non_public_metrics note_tweet organic_metrics possibly_sensitive promoted_metrics public_metrics referenced_tweets
    reply_settings scopes source text withheld`, `article article_title attachments card_uri community_id context_annotations conversation_id created_at
    display_text_range edit_controls entities geo id lang matched_media_notes media_metadata non_public_metrics note_post
    note_request_suggestions organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics
    reply_settings scopes source suggested_source_links suggested_source_links_with_counts text withheld`),
  user: names(`affiliation confirmed_email connection_status created_at description entities id is_identity_verified location
    most_recent_tweet_id name parody pinned_tweet_id profile_banner_url profile_image_url protected public_metrics
    receives_your_dm subscribes_to_you subscription subscription_type url username verified verified_followers_count
    verified_type withheld`, `confirmed_email connection_status created_at description entities id is_identity_verified location name parody
    profile_banner_url profile_image_url protected public_metrics receives_your_dm subscribes_to_you subscription
    subscription_type url username verified verified_followers_count verified_type withheld`),
  media: same(`alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url
    promoted_metrics public_metrics type url variants width`),
  poll: same("duration_minutes end_datetime id options voting_status"),
  place: same("contained_within country country_code full_name geo id name place_type"),
  dmEvent: names(`attachments created_at dm_conversation_id entities event_type id participant_ids referenced_tweets sender_id text`, "attachments created_at dm_conversation_id entities event_type id text"),
  postExpansions: names(`article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
    attachments.poll_ids author_id edit_history_tweet_ids entities.mentions.username geo.place_id in_reply_to_user_id
    referenced_tweets.id referenced_tweets.id.author_id`, `article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
    attachments.poll_ids author_id edit_history_post_ids entities.mentions.username geo.place_id in_reply_to_user_id
    referenced_posts username`),
  userExpansions: names("affiliation most_recent_tweet_id pinned_tweet_id", "affiliation most_recent_post_id pinned_post_id"),
  dmEventExpansions: names("attachments.media_keys participant_ids referenced_tweets.id sender_id", "attachments.media_keys participant_ids referenced_posts sender_id")
};
function namesTaken(names3, takes2) {
  return takes2 === "both" ? [.../* @__PURE__ */ new Set([...names3.old, ...names3.new])] : names3[takes2];
}
function toOldName(name3) {
  return oldNames[name3] ?? name3;
}
function toOldExpansion(name3) {
  return oldExpansions[name3] ?? name3;
}
function isNewName(name3) {
  return Object.hasOwn(oldNames, name3);
}
function withNames(body, spelling) {
  if (Array.isArray(body))
    return body.map((item) => withNames(item, spelling));
  if (typeof body !== "object" || body === null)
    return body;
  return Object.fromEntries(Object.entries(body).map(([key2, value]) => {
    if (key2 === "type" && typeof value === "string" && spelling === "old") {
      return [key2, value.replace("https://api.x.com/", "https://api.twitter.com/")];
    }
    return [spelling === "new" ? newNames[key2] ?? key2 : key2, withNames(value, spelling)];
  }));
}

// dist/sandbox/x/wire/query.js
var names2 = (list4) => ({ kind: "names", names: list4 });
var oneOf2 = (list4) => names2({ old: list4, new: list4 });
var postFields = {
  "tweet.fields": { kind: "names", names: known.post, only: "old" },
  "post.fields": { kind: "names", names: known.post, only: "new" }
};
var pages = (min, max, otherwise, minTokenLength) => ({
  max_results: { kind: "integer", min, max, otherwise },
  pagination_token: { kind: "token", minLength: minTokenLength }
});
var userQuery = {
  "user.fields": names2(known.user),
  expansions: names2(known.userExpansions),
  ...postFields
};
var postQuery = {
  ...postFields,
  expansions: names2(known.postExpansions),
  "user.fields": names2(known.user),
  "media.fields": names2(known.media),
  "poll.fields": names2(known.poll),
  "place.fields": names2(known.place)
};
var followersQuery = { ...userQuery, ...pages(1, 1e3, 100, 16) };
var mentionsQuery = {
  ...postQuery,
  ...pages(5, 100, 10, 1),
  since_id: { kind: "id" },
  until_id: { kind: "id" },
  start_time: { kind: "time" },
  end_time: { kind: "time" }
};
var timelineQuery = { ...mentionsQuery, exclude: oneOf2(["replies", "retweets"]) };
var idsQuery = (rest) => ({ ids: { kind: "ids" }, ...rest });
var messagesQuery = {
  ...pages(1, 100, 100, 16),
  event_types: oneOf2(["MessageCreate", "ParticipantsJoin", "ParticipantsLeave"]),
  "dm_event.fields": names2(known.dmEvent),
  expansions: names2(known.dmEventExpansions),
  "user.fields": names2(known.user),
  ...postFields,
  "media.fields": names2(known.media)
};
function asksInNewNames(params) {
  if (params.has("post.fields"))
    return true;
  return [...params].some(([key2, value]) => (key2 === "expansions" || key2.endsWith(".fields")) && value.split(",").some(isNewName));
}
function readQuery(params, all3, takes2) {
  const rules2 = rulesFor(all3, takes2);
  const text3 = {};
  const lists = {};
  for (const [name3, value] of params) {
    const rule = rules2[name3];
    if (!rule) {
      const allowed = Object.keys(rules2).join(",");
      throw invalidRequest(name3, value, `The query parameter [${name3}] is not one of [${allowed}]`);
    }
    if (name3 in text3)
      throw invalidRequest(name3, value, `The \`${name3}\` query parameter may be given once`);
    if (value === "")
      throw invalidRequest(name3, value, `The \`${name3}\` query parameter can not be empty`);
    text3[name3] = value;
    if (rule.kind === "ids" || rule.kind === "names")
      lists[name3] = value.split(",");
    check2(name3, value, rule, takes2);
  }
  for (const [name3, rule] of Object.entries(rules2)) {
    if (rule.kind === "ids" && !(name3 in text3)) {
      throw invalidRequest(name3, "", `The \`${name3}\` query parameter can not be empty`);
    }
  }
  const fields = (name3) => (lists[name3] ?? []).map(toOldName);
  const paging = rules2.max_results;
  return {
    text: text3,
    lists,
    maxResults: Number(text3.max_results ?? (paging?.kind === "integer" ? paging.otherwise : 0)),
    post: /* @__PURE__ */ new Set([...fields("tweet.fields"), ...fields("post.fields")]),
    user: new Set(fields("user.fields")),
    media: new Set(fields("media.fields")),
    poll: new Set(fields("poll.fields")),
    dmEvent: new Set(fields("dm_event.fields")),
    expansions: new Set((lists.expansions ?? []).map(toOldExpansion))
  };
}
function rulesFor(rules2, takes2) {
  return Object.fromEntries(Object.entries(rules2).filter(([, rule]) => rule.kind !== "names" || rule.only === void 0 || takes2 === "both" || rule.only === takes2));
}
var firstTime = "2010-11-06T00:00Z";
var idPattern = /^[0-9]{1,19}$/;
function check2(name3, value, rule, takes2) {
  const refuse3 = (found, what) => invalidRequest(name3, value, `The \`${name3}\` query parameter value [${found}] ${what}`);
  switch (rule.kind) {
    case "integer":
      if (!/^\d+$/.test(value) || Number(value) < rule.min || Number(value) > rule.max) {
        throw refuse3(value, `is not between ${rule.min} and ${rule.max}`);
      }
      return;
    case "id":
      if (!idPattern.test(value))
        throw refuse3(value, `does not match ${idPattern.source}`);
      return;
    case "ids": {
      const ids = value.split(",");
      if (ids.length > 100)
        throw refuse3(String(ids.length), "has over 100 ids");
      for (const id2 of ids)
        if (!idPattern.test(id2))
          throw refuse3(id2, `does not match ${idPattern.source}`);
      return;
    }
    case "time":
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) || Number.isNaN(Date.parse(value))) {
        throw refuse3(value, "is not an ISO 8601 time like 2026-01-31T09:00:00Z");
      }
      if (Date.parse(value) < Date.parse(firstTime)) {
        const minute = `${new Date(value).toISOString().slice(0, 16)}Z`;
        throw invalidRequest(name3, minute, `Invalid '${name3}':'${minute}'. '${name3}' must be on or after ${firstTime}`);
      }
      return;
    case "token":
      if (value.length < rule.minLength)
        throw refuse3(value, `is shorter than ${rule.minLength} characters`);
      return;
    case "names": {
      const taken = namesTaken(rule.names, takes2);
      if (new Set(value.split(",")).size < value.split(",").length)
        throw refuse3(value, "names one twice");
      for (const one2 of value.split(",")) {
        if (!taken.includes(one2))
          throw refuse3(one2, `is not one of [${taken.join(",")}]`);
      }
    }
  }
}
function readPath(name3, value, pattern = idPattern) {
  if (pattern.test(value))
    return value;
  throw invalidRequest(name3, value, `The \`${name3}\` path parameter value [${value}] does not match ${pattern.source}`);
}

// dist/sandbox/x/routes/messages.js
var readLimits = { user: 15 };
var messages2 = [
  {
    call: "GET /2/dm_events",
    limits: readLimits,
    needs: "messages",
    query: messagesQuery,
    answer: (call) => list3(call, () => true)
  },
  {
    call: "GET /2/dm_conversations/with/:participant_id/dm_events",
    limits: readLimits,
    needs: "messages",
    query: messagesQuery,
    answer(call) {
      const other = readPath("participant_id", call.path.participant_id ?? "");
      const conversation = oneToOne(call.account.id, other);
      return list3(call, (message) => message.conversationId === conversation);
    }
  },
  {
    call: "POST /2/dm_conversations/with/:participant_id/messages",
    limits: { user: 15, userDay: 1440 },
    needs: "messages",
    query: {},
    answer: send3
  }
];
var keptMs = 30 * 24 * 36e5;
function list3(call, belongs2) {
  const { x, query, account } = call;
  const since = x.world.clock.now() - keptMs;
  const types2 = query.lists.event_types;
  const all3 = x.state.messages.filter((message) => message.participants.includes(account.id) && message.at > since && !message.encrypted && (types2 === void 0 || types2.includes(message.type)) && belongs2(message)).sort((a, b) => newestFirst(a.id, b.id));
  const { items, meta: meta2 } = page2(call, all3, ({ id: id2 }) => id2);
  const people = /* @__PURE__ */ new Map();
  for (const item of items) {
    if (query.expansions.has("sender_id"))
      people.set(item.senderId, "sender_id");
    if (query.expansions.has("participant_ids"))
      for (const id2 of joined(item))
        people.set(id2, "participant_ids");
  }
  const { users: users2, errors } = includedUsers(x, account, people, query);
  return {
    body: answerBody({
      data: items.map((message) => show2(call, message)),
      ...users2.length > 0 && { includes: { users: users2 } },
      errors,
      meta: { result_count: items.length, ...meta2 }
    }),
    priced: items.map(({ id: id2 }) => ({ resource: `message:${id2}`, mills: prices.message })),
    journal: { count: items.length }
  };
}
function joined(message) {
  return message.type === "ParticipantsJoin" ? message.participants : [];
}
function show2({ query }, message) {
  const said = message.type === "MessageCreate";
  const asked2 = (name3) => query.dmEvent.has(name3) || query.expansions.has(name3);
  return {
    id: message.id,
    event_type: message.type,
    ...said && { text: message.text },
    ...asked2("created_at") && { created_at: isoSeconds(message.at) },
    ...asked2("dm_conversation_id") && { dm_conversation_id: message.conversationId },
    ...asked2("sender_id") && { sender_id: message.senderId },
    ...asked2("participant_ids") && !said && { participant_ids: message.participants },
    ...asked2("entities") && Object.keys(message.entities).length > 0 && { entities: message.entities }
  };
}
var longest2 = 1e4;
function send3(call) {
  const { x, account } = call;
  const id2 = readPath("participant_id", call.path.participant_id ?? "");
  const { text: text3 } = readObject2(call.body, { text: "string", attachments: "unsupported" });
  const written = String(text3 ?? "").trim();
  if (written === "" || [...written].length > longest2) {
    throw invalidRequest("$.text", "", `$.text: a message has 1 to ${longest2} characters`);
  }
  const recipient = x.state.accounts[id2];
  if (!recipient || recipient.id === account.id || !receivesMessagesFrom(x, recipient, account)) {
    throw forbidden2("You do not have permission to DM one or more participants.");
  }
  const message = sendMessage(x, account, [recipient], written);
  return {
    status: 201,
    body: { data: { dm_conversation_id: message.conversationId, dm_event_id: message.id } },
    priced: [{ mills: prices.createMessage }],
    journal: { id: message.id, dm_conversation_id: message.conversationId }
  };
}

// dist/sandbox/x/routes/posts.js
import twitter3 from "twitter-text";
var posts = [
  {
    call: "GET /2/tweets",
    limits: { user: 5e3, app: 3500 },
    needs: "read",
    query: idsQuery(postQuery),
    answer: (call) => lookup(call, [...new Set(call.query.lists.ids)], "ids")
  },
  {
    call: "GET /2/tweets/:id",
    limits: { user: 900, app: 450 },
    needs: "read",
    query: postQuery,
    answer: (call) => lookup(call, [readPath("id", call.path.id ?? "")], "id")
  },
  {
    call: "POST /2/tweets",
    limits: { user: 100, appDay: 1e4 },
    needs: "write",
    query: {},
    answer: create
  },
  {
    call: "DELETE /2/tweets/:id",
    limits: { user: 50 },
    needs: "write",
    query: {},
    answer: remove2
  }
];
function lookup(call, ids, parameter) {
  const { x, account, query } = call;
  const found = [];
  const missing2 = [];
  for (const id2 of ids) {
    const post2 = x.state.posts[id2];
    const unseen = whyUnseen(x, account, post2);
    if (post2 && !unseen)
      found.push(post2);
    else
      missing2.push(partialError(unseen ?? "not-found", "tweet", parameter, id2));
  }
  if (parameter === "id" && missing2[0])
    throw new Problem(404, { ...missing2[0], status: 404 });
  const { includes, errors } = includedWith(x, account, found, query);
  const data = found.map((post2) => showPost2(x, post2, query, account));
  return {
    body: answerBody({
      data: parameter === "id" ? data[0] : data,
      includes,
      errors: [...missing2, ...errors]
    }),
    priced: found.map((post2) => ({ resource: `post:${post2.id}`, mills: prices.post })),
    journal: { count: found.length }
  };
}
var createShape = {
  text: "string",
  reply: "object",
  quote_tweet_id: "string",
  reply_settings: "string",
  made_with_ai: "boolean",
  paid_partnership: "boolean",
  card_uri: "unsupported",
  community_id: "unsupported",
  direct_message_deep_link: "unsupported",
  edit_options: "unsupported",
  for_super_followers_only: "unsupported",
  geo: "unsupported",
  media: "unsupported",
  nullcast: "unsupported",
  poll: "unsupported",
  share_with_followers: "unsupported"
};
var replyShape = {
  in_reply_to_tweet_id: "string",
  exclude_reply_user_ids: "array",
  auto_populate_reply_metadata: "boolean"
};
var replySettings2 = ["following", "mentionedUsers", "subscribers", "verified"];
function create(call) {
  const { x, account } = call;
  const draft = readDraft(call.body);
  const refused2 = whyRefused(x, account, draft, "api");
  if (refused2)
    throw forbidden2(refused2);
  const target = draft.replyTo === void 0 ? void 0 : x.state.posts[draft.replyTo];
  const summoned = target !== void 0 && isSummoned(x, account, target);
  const post2 = publish(x, account, draft, "api");
  const mills = hasLink(draft.written) ? prices.createWithLink : summoned ? prices.createSummoned : prices.create;
  return {
    status: 201,
    body: {
      data: {
        id: post2.id,
        text: cutShort(post2)?.text ?? post2.text,
        edit_history_tweet_ids: versions(x, post2)
      }
    },
    priced: [{ mills }],
    journal: { id: post2.id, shown: post2.text, conversation_id: post2.conversationId }
  };
}
function readDraft(body) {
  const object3 = readObject2(body, createShape);
  const written = String(object3.text ?? "").normalize("NFC").trim();
  if (written === "")
    throw invalidRequest("$.text", "", "$.text: a post needs text or media");
  if (twitter3.hasInvalidCharacters(written)) {
    throw invalidRequest("$.text", written, "$.text: contains invalid characters");
  }
  const reply = object3.reply === void 0 ? void 0 : readObject2(object3.reply, replyShape, "$.reply");
  const settings = object3.reply_settings;
  if (settings !== void 0 && !replySettings2.includes(String(settings))) {
    throw invalidRequest("$.reply_settings", String(settings), `$.reply_settings: [${settings}] is not one of [${replySettings2.join(",")}]`);
  }
  return {
    written,
    ...reply && { replyTo: readId(reply.in_reply_to_tweet_id, "$.reply.in_reply_to_tweet_id") },
    ...reply?.exclude_reply_user_ids !== void 0 && {
      withoutNames: reply.exclude_reply_user_ids.map((id2) => readId(id2, "$.reply.exclude_reply_user_ids"))
    },
    ...object3.quote_tweet_id !== void 0 && { quotes: readId(object3.quote_tweet_id, "$.quote_tweet_id") },
    ...settings !== void 0 && { replySettings: settings }
  };
}
function remove2(call) {
  const { x, account } = call;
  const id2 = readPath("id", call.path.id ?? "");
  const post2 = x.state.posts[id2];
  if (!post2 || post2.deleted) {
    throw new Problem(404, { ...partialError("not-found", "tweet", "id", id2), status: 404 });
  }
  if (post2.authorId !== account.id)
    throw forbidden2("You are not authorized to delete this Tweet.");
  for (const version of versions(x, post2)) {
    const one2 = x.state.posts[version];
    if (one2)
      one2.deleted = true;
  }
  return { body: { data: { deleted: true } }, priced: [{ mills: prices.delete }], journal: { id: id2 } };
}

// dist/sandbox/x/routes/users.js
var lookupLimits = { user: 900, app: 300 };
var users = [
  {
    call: "GET /2/users/me",
    limits: { user: 75 },
    needs: "read",
    query: userQuery,
    answer: (call) => one(call, call.account)
  },
  {
    call: "GET /2/users",
    limits: lookupLimits,
    needs: "read",
    query: idsQuery(userQuery),
    answer(call) {
      const missing2 = [];
      const found = [];
      for (const id2 of new Set(call.query.lists.ids)) {
        const account = call.x.state.accounts[id2];
        const gone = whyNotGiven(account, "ids", id2);
        if (account && !gone)
          found.push(account);
        else if (gone)
          missing2.push(gone);
      }
      const { includes, errors } = expandedPosts(call, found);
      return {
        body: answerBody({
          data: found.map((account) => shown4(call, account)),
          includes,
          errors: [...missing2, ...errors]
        }),
        priced: found.map((account) => ({ resource: `user:${account.id}`, mills: prices.user })),
        journal: { count: found.length }
      };
    }
  },
  {
    call: "GET /2/users/by/username/:username",
    limits: lookupLimits,
    needs: "read",
    query: userQuery,
    answer(call) {
      const name3 = readPath("username", call.path.username ?? "", /^[A-Za-z0-9_]{1,15}$/);
      return one(call, accountByHandle(call.x, name3), "username", name3);
    }
  },
  {
    call: "GET /2/users/:id",
    limits: lookupLimits,
    needs: "read",
    query: userQuery,
    answer(call) {
      const id2 = readPath("id", call.path.id ?? "");
      return one(call, call.x.state.accounts[id2], "id", id2);
    }
  },
  {
    call: "GET /2/users/:id/followers",
    limits: { user: 300, app: 300 },
    needs: "read",
    query: followersQuery,
    answer: followers
  },
  {
    call: "POST /2/users/:id/following",
    limits: { user: 50 },
    needs: "write",
    enterpriseOnly: true,
    query: {},
    answer(call) {
      const { x, account } = call;
      const id2 = readPath("id", call.path.id ?? "");
      if (id2 !== account.id) {
        throw invalidRequest("id", id2, `The \`id\` path parameter value [${id2}] must be the same as the authenticating user [${account.id}]`);
      }
      const target = readId(readObject2(call.body, { target_user_id: "string" }).target_user_id, "$.target_user_id");
      const whom = x.state.accounts[target];
      if (whom?.status !== "active" || whom.id === account.id || isBlocking(x, whom.id, account.id)) {
        throw forbidden2("You cannot follow the specified user.");
      }
      const { pending } = follow(x, account, whom);
      return {
        body: { data: { following: !pending, pending_follow: pending } },
        priced: [{ mills: prices.interaction }],
        journal: { whom: whom.handle, pending }
      };
    }
  }
];
function followers(call) {
  const { x, account: viewer } = call;
  const id2 = readPath("id", call.path.id ?? "");
  const account = x.state.accounts[id2];
  const gone = whyNotGiven(account, "id", id2) ?? whyClosed(x, viewer, account, id2);
  if (gone)
    return { body: answerBody({ errors: [gone] }), journal: { count: 0, problem: gone.title } };
  const now = x.world.clock.now();
  const all3 = x.state.follows.filter(({ whom, pending, listedAt }) => whom === id2 && !pending && listedAt <= now).sort((a, b) => placeOf(x, b) - placeOf(x, a));
  const { items, meta: meta2 } = page2(call, all3, (follow2) => String(placeOf(x, follow2)));
  const found = items.map(({ by }) => x.state.accounts[by]).filter((one2) => one2?.status === "active");
  const mills = call.credentials.ownsApp && id2 === viewer.id ? prices.owned : prices.user;
  return {
    body: answerBody({
      data: found.map((one2) => shown4(call, one2)),
      ...expandedPosts(call, found),
      meta: { result_count: found.length, ...meta2 }
    }),
    priced: found.map((one2) => ({ resource: `user:${one2.id}`, mills })),
    journal: { count: found.length }
  };
}
function placeOf({ state }, { order }) {
  const place = Math.round(order * orderSteps);
  return state.oldestFollowersFirst ? Math.round((state.lastFollow + 1) * orderSteps) - place : place;
}
function one(call, account, parameter = "id", value = "") {
  const gone = whyNotGiven(account, parameter, value);
  if (gone || !account)
    return { body: { errors: [gone] }, journal: { count: 0, problem: gone?.title } };
  return {
    body: answerBody({ data: shown4(call, account), ...expandedPosts(call, [account]) }),
    priced: [{ resource: `user:${account.id}`, mills: prices.user }],
    journal: { count: 1 }
  };
}
function shown4({ x, account, query }, user) {
  const fields = expandable.filter((one2) => query.expansions.has(one2));
  return showUser(x, account, user, /* @__PURE__ */ new Set([...query.user, ...fields]));
}
var expandable = ["most_recent_tweet_id", "pinned_tweet_id"];
var expanded = { most_recent_tweet_id: newestPost, pinned_tweet_id: pinnedPost };
function expandedPosts({ x, account, query }, users2) {
  const asked2 = expandable.filter((one2) => query.expansions.has(one2));
  const found = users2.flatMap((user) => asked2.flatMap((one2) => expanded[one2](x, user) ?? []));
  const posts2 = [...new Set(found)].filter((post2) => whyUnseen(x, account, post2) === void 0);
  const tweets = posts2.map((post2) => showPost2(x, post2, query, account));
  return {
    ...tweets.length > 0 && { includes: { tweets } },
    errors: hiddenErrors(x, account, "includes", posts2, query)
  };
}
function whyNotGiven(account, parameter, value) {
  if (!account || account.status === "deleted")
    return partialError("not-found", "user", parameter, value);
  if (account.status === "suspended")
    return partialError("suspended", "user", parameter, value);
  return void 0;
}
function whyClosed(x, viewer, account, value) {
  if (!account || maySeePostsOf(x, viewer, account))
    return void 0;
  return partialError("not-authorized", "user", "id", value);
}

// dist/sandbox/x/routes/timelines.js
var timelines = [
  {
    call: "GET /2/users/:id/mentions",
    limits: { user: 300, app: 450 },
    needs: "read",
    query: mentionsQuery,
    answer: (call) => timeline(call, (post2, account, now) => post2.mentionsAt <= now && (mentionsAccount(post2, account.id) || answers(post2, account)) && !isBlocking(call.x, account.id, post2.authorId), 800)
  },
  {
    call: "GET /2/users/:id/tweets",
    limits: { user: 900, app: 1e4 },
    needs: "read",
    query: timelineQuery,
    answer: (call) => timeline(call, (post2, account, now) => post2.timelineAt <= now && post2.authorId === account.id, 3200)
  }
];
function timeline(call, belongs2, depth) {
  const { x, query, account: viewer } = call;
  const id2 = readPath("id", call.path.id ?? "");
  const account = x.state.accounts[id2];
  const gone = whyNotGiven(account, "id", id2) ?? whyClosed(x, viewer, account, id2);
  if (gone || !account) {
    return { body: { errors: [gone] }, journal: { count: 0, problem: gone?.title } };
  }
  const now = x.world.clock.now();
  const { since_id, until_id, start_time, end_time } = query.text;
  const all3 = Object.values(x.state.posts).filter((post2) => belongs2(post2, account, now) && isNewestVersion(x, post2) && post2.visibleAt <= now).sort((a, b) => newestFirst(a.id, b.id)).slice(0, depth).filter((post2) => (since_id === void 0 || isAfter(post2.id, since_id)) && (until_id === void 0 || isAfter(until_id, post2.id)) && (start_time === void 0 || post2.createdAt >= Date.parse(start_time)) && (end_time === void 0 || post2.createdAt < Date.parse(end_time)));
  const { items: whole2, meta: meta2 } = page2(call, all3, (post2) => post2.id);
  const items = whole2.filter((post2) => !isExcluded(post2, query.lists.exclude) && whyUnseen(x, viewer, post2) === void 0);
  const { includes, errors } = includedWith(x, viewer, items, query);
  const owned = call.credentials.ownsApp && id2 === viewer.id;
  return {
    body: answerBody({
      data: items.map((post2) => showPost2(x, post2, query, viewer)),
      includes,
      errors,
      meta: {
        result_count: items.length,
        ...items[0] && { newest_id: items[0].id, oldest_id: items.at(-1)?.id, ...meta2 }
      }
    }),
    priced: items.map((post2) => ({ resource: `post:${post2.id}`, mills: owned ? prices.owned : prices.post })),
    journal: { count: items.length, ...since_id !== void 0 && { since_id } }
  };
}
function answers({ authorId, replyTo }, { id: id2 }) {
  return replyTo?.userId === id2 && authorId !== id2;
}
function isExcluded({ replyTo, reposts }, exclude = []) {
  return replyTo !== void 0 && exclude.includes("replies") || reposts !== void 0 && exclude.includes("retweets");
}

// dist/sandbox/x/wire/limits.js
var quarterMs = 15 * 6e4;
var dayMs3 = 24 * 36e5;
function countCall3(x, call, limits, userId, appKey) {
  const write = !call.startsWith("GET ");
  const quarters = [];
  const headers = {};
  let spent = false;
  const count2 = (limit2, key2, lengthMs) => {
    if (limit2 === void 0)
      return void 0;
    const window = take(x, `${call} ${key2}`, limit2, lengthMs);
    if (window.remaining < 0)
      spent = true;
    return window;
  };
  const day2 = (name3, window) => {
    if (window)
      Object.assign(headers, headersOf(`x-${name3}-limit-24hour`, window));
  };
  for (const window of [
    count2(limits.user, `user ${userId}`, quarterMs),
    count2(limits.app, `app ${appKey}`, quarterMs)
  ]) {
    if (window)
      quarters.push(window);
  }
  day2("user", count2(limits.userDay, `user ${userId} day`, dayMs3));
  day2("app", count2(limits.appDay, `app ${appKey} day`, dayMs3));
  const tightest = quarters.sort((a, b) => a.remaining - b.remaining)[0];
  if (tightest)
    Object.assign(headers, headersOf("x-rate-limit", tightest));
  if (spent)
    throw tooManyRequests(write, headers);
  return headers;
}
function take(x, key2, limit2, lengthMs) {
  const now = x.world.clock.now();
  const before = x.state.windows[key2];
  const window = before && before.resetsAt > now ? before : { used: 0, resetsAt: now + lengthMs };
  if (window.used <= limit2)
    window.used += 1;
  x.state.windows[key2] = window;
  return { limit: limit2, remaining: limit2 - window.used, resetsAt: window.resetsAt };
}
function headersOf(prefix, { limit: limit2, remaining, resetsAt }) {
  return {
    [`${prefix}-limit`]: String(limit2),
    [`${prefix}-remaining`]: String(Math.max(0, remaining)),
    [`${prefix}-reset`]: String(Math.ceil(resetsAt / 1e3))
  };
}

// dist/sandbox/x/wire/oauth.js
import { createHmac as createHmac2, timingSafeEqual as timingSafeEqual3 } from "node:crypto";
var signedFor = "https://api.x.com";
var maxSkewS = 5 * 60;
function authenticate(x, request) {
  const { found } = verify(x, request, "", (field) => {
    const caller = findCaller(x, field("oauth_consumer_key"), field("oauth_token"));
    return { ...caller, ...caller.credentials };
  });
  if (found.account.status === "suspended")
    throw callerSuspended();
  return { account: found.account, credentials: found.credentials };
}
function verify(x, request, form, find2) {
  const header = request.headers.authorization ?? "";
  if (!header.startsWith("OAuth "))
    throw unauthorized("no OAuth 1.0a Authorization header");
  const oauth = readHeader(header.slice("OAuth ".length));
  const inForm = readPairs(form);
  const field = (name3) => {
    const values = [...oauth, ...inForm].filter(([key2]) => key2 === name3);
    if (new Set(values.map(([, value]) => value)).size !== 1 || !values[0]?.[1])
      throw unauthorized(`${name3} must be given once`);
    return values[0][1];
  };
  if (field("oauth_signature_method") !== "HMAC-SHA1")
    throw unauthorized("signature method is not HMAC-SHA1");
  if (oauth.some(([key2, value]) => key2 === "oauth_version" && value !== "1.0")) {
    throw unauthorized("oauth_version is not 1.0");
  }
  const found = find2(field);
  if (!found)
    throw unauthorized("unknown app key or access token");
  const once = inForm.filter(([key2]) => !oauth.some(([other]) => other === key2));
  const signed = Buffer.from(signature(request, [...oauth, ...once], found));
  const given = Buffer.from(field("oauth_signature"));
  if (signed.length !== given.length || !timingSafeEqual3(signed, given)) {
    throw unauthorized("signature does not match");
  }
  checkFresh(x, field("oauth_nonce"), field("oauth_timestamp"));
  return { found, field };
}
function findCaller(x, appKey, accessToken2) {
  for (const account of Object.values(x.state.accounts)) {
    const { credentials } = account;
    if (credentials?.appKey !== appKey || credentials.accessToken !== accessToken2)
      continue;
    if (account.status === "deleted")
      throw unauthorized(`@${account.handle} is deleted`);
    return { account, credentials };
  }
  throw unauthorized("unknown app key or access token");
}
function checkFresh(x, nonce, timestamp) {
  const nowS = Date.now() / 1e3;
  const at = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(nowS - at) <= maxSkewS))
    throw unauthorized(`timestamp ${timestamp} is over 5 minutes away`);
  for (const [old, oldAt] of x.nonces) {
    if (nowS - oldAt <= maxSkewS)
      break;
    x.nonces.delete(old);
  }
  if (x.nonces.has(nonce))
    throw unauthorized("nonce was used before");
  x.nonces.set(nonce, at);
}
function readHeader(text3) {
  return text3.split(",").map((part) => {
    const [, key2, value] = /^\s*([^=\s]+)="([^"]*)"\s*$/.exec(part) ?? [];
    if (key2 === void 0 || value === void 0)
      throw unauthorized(`cannot read '${part.trim()}'`);
    return [decode2(key2), decode2(value)];
  });
}
function signature(request, oauth, keys) {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const pairs = readPairs(query);
  const parameters = [...oauth.filter(([key2]) => key2 !== "oauth_signature" && key2 !== "realm"), ...pairs].map(([key2, value]) => [encode2(key2), encode2(value)]).sort(([a, aValue], [b, bValue]) => compare(a, b) || compare(aValue, bValue)).map((pair) => pair.join("=")).join("&");
  const base = [request.method ?? "", `${signedFor}${path}`, parameters].map(encode2).join("&");
  return createHmac2("sha1", `${encode2(keys.appSecret)}&${encode2(keys.accessSecret)}`).update(base).digest("base64");
}
function readPairs(text3) {
  return text3.split("&").filter(Boolean).map((pair) => {
    const [key2 = "", value = ""] = pair.split("=");
    return [decode2(key2.replaceAll("+", " ")), decode2(value.replaceAll("+", " "))];
  });
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function encode2(text3) {
  return encodeURIComponent(text3).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function decode2(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    throw unauthorized(`'${text3}' is not percent-encoded`);
  }
}

// dist/sandbox/x/api.js
var routes = [...users, ...timelines, ...posts, ...messages2];
async function serveApi2(x, request, response, url2, ended) {
  const text3 = (await readBody(request)).toString();
  const found = findRoute(request.method ?? "", url2.pathname);
  if (found instanceof Problem) {
    x.world.journal.write("x", `${request.method} ${url2.pathname}`, { status: found.status });
    return send(response, toAnswer(found.status, found.body, {}));
  }
  const { route, path } = found;
  const fault = x.world.faults.take("x", route.call);
  if (fault && !takesEffect(fault)) {
    x.world.journal.write("x", route.call, { tookEffect: false, fault: `${fault.when} ${fault.how}` });
  }
  const effect = () => run3(x, request, url2, shaped(x.world.faults, route), path, text3, fault);
  await respond(response, fault, effect, { clock: x.world.clock, ended });
}
function findRoute(method, pathname) {
  let known2 = false;
  for (const route of routes) {
    const [wanted4, pattern = ""] = route.call.split(" ");
    const path = matchPath(pattern, pathname);
    if (!path)
      continue;
    if (wanted4 === method)
      return { route, path };
    known2 = true;
  }
  return known2 ? methodNotAllowed() : notFound();
}
function matchPath(pattern, pathname) {
  const wanted4 = pattern.split("/");
  const given = pathname.split("/");
  if (wanted4.length !== given.length)
    return void 0;
  const path = {};
  for (const [index, part] of wanted4.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":"))
      path[part.slice(1)] = value;
    else if (part !== value)
      return void 0;
  }
  return path;
}
function run3(x, request, url2, route, path, text3, fault) {
  const write = !route.call.startsWith("GET ");
  const { spelling, takes: takes2 } = x.state;
  const asked2 = takes2 ?? (asksInNewNames(url2.searchParams) ? "new" : "old");
  const names3 = spelling === "asked" ? asked2 : spelling;
  const detail = fault ? { fault: `${fault.when} ${fault.how}` } : {};
  let headers = {};
  try {
    const caller = authenticate(x, request);
    detail.caller = caller.account.handle;
    headers = { "x-access-level": accessLevels[caller.credentials.permissions] };
    Object.assign(headers, countCall3(x, route.call, route.limits, caller.account.id, caller.credentials.appKey));
    const body = write && text3 !== "" ? readJson2(request, text3) : void 0;
    if (write)
      Object.assign(detail, wanted3(body));
    checkAccess(x, route, caller);
    const query = readQuery(url2.searchParams, route.query, takes2 ?? "both");
    checkMoney(x, write);
    const outcome = route.answer({ x, ...caller, route, path, query, body });
    bill(x, caller.credentials.appKey, route.call, outcome.priced ?? []);
    bill(x, caller.credentials.appKey, route.call, pricedIncludes(x, outcome.body));
    const status = outcome.status ?? 200;
    x.world.journal.write("x", route.call, {
      ...outcome.journal,
      ...detail,
      status,
      ...write && { tookEffect: true }
    });
    return toAnswer(status, withNames(outcome.body, names3), headers);
  } catch (error) {
    if (!(error instanceof Problem))
      throw error;
    x.world.journal.write("x", route.call, {
      ...detail,
      status: error.status,
      problem: error.message,
      ...error.because && { because: error.because },
      ...write && { tookEffect: false }
    });
    return toAnswer(error.status, withNames(error.body, names3), { ...headers, ...error.headers });
  }
}
var accessLevels = {
  read: "read",
  write: "read-write",
  messages: "read-write-directmessages"
};
var strength = ["read", "write", "messages"];
function checkAccess(x, route, { credentials }) {
  if (route.enterpriseOnly && x.state.plan !== "enterprise")
    throw notEnrolled();
  if (strength.indexOf(credentials.permissions) < strength.indexOf(route.needs))
    throw wrongPermissions();
}
function readJson2(request, text3) {
  const type2 = request.headers["content-type"] ?? "";
  if (!type2.startsWith("application/json")) {
    throw invalidRequest("Content-Type", type2, "The request body must be application/json");
  }
  try {
    return JSON.parse(text3);
  } catch {
    throw invalidRequest("$", "", "The request body is not valid JSON");
  }
}
function wanted3(body) {
  if (typeof body !== "object" || body === null)
    return {};
  const { text: text3, reply, quote_tweet_id, target_user_id } = body;
  const inReplyTo = typeof reply === "object" && reply !== null && "in_reply_to_tweet_id" in reply ? reply.in_reply_to_tweet_id : void 0;
  const all3 = { text: text3, in_reply_to: inReplyTo, quotes: quote_tweet_id, target: target_user_id };
  return Object.fromEntries(Object.entries(all3).filter(([, value]) => value !== void 0));
}
function toAnswer(status, body, headers) {
  const problem = status >= 400 && typeof body === "object" && body !== null && "type" in body;
  return {
    status,
    body,
    headers: { ...headers, ...problem && { "content-type": "application/problem+json" } }
  };
}

// dist/sandbox/x/coverage.js
var mediaNote = "Places, articles, scopes, and notes come back empty, private metrics are zeros. Media come with the post that has them, not with one that answers or reposts it.";
var coverage3 = [
  {
    route: "POST /oauth/request_token",
    level: "partial",
    note: "With `oauth_callback=oob` alone: a PIN stands on the page /oauth/authorize."
  },
  { route: "POST /oauth/access_token", level: "partial", note: "With a PIN alone." },
  { route: "GET /2/users/me", level: "supported" },
  { route: "GET /2/users", level: "supported" },
  { route: "GET /2/users/by/username/:username", level: "supported" },
  { route: "GET /2/users/:id", level: "supported" },
  { route: "GET /2/users/:id/followers", level: "supported" },
  { route: "GET /2/users/:id/mentions", level: "partial", note: mediaNote },
  { route: "GET /2/users/:id/tweets", level: "partial", note: mediaNote },
  { route: "GET /2/tweets", level: "partial", note: mediaNote },
  { route: "GET /2/tweets/:id", level: "partial", note: mediaNote },
  {
    route: "POST /2/tweets",
    level: "partial",
    note: "Text, replies, quotes and reply settings. Media, polls, places, cards, communities, edits, nullcast and posts for subscribers are refused with 400."
  },
  { route: "DELETE /2/tweets/:id", level: "supported" },
  {
    route: "GET /2/dm_events",
    level: "partial",
    note: "Messages and the start of groups; no attachments, nobody leaves."
  },
  {
    route: "GET /2/dm_conversations/with/:participant_id/dm_events",
    level: "partial",
    note: "Messages; no attachments."
  },
  {
    route: "POST /2/dm_conversations/with/:participant_id/messages",
    level: "partial",
    note: "Text; attachments are refused with 400."
  },
  { route: "POST /2/users/:id/following", level: "supported" },
  {
    route: "DELETE /2/users/:id/following/:target_user_id",
    level: "missing",
    note: "The desk never unfollows."
  },
  {
    route: "GET /2/usage/tweets",
    level: "missing",
    note: "X wants a bearer token for it; use the act `meter`."
  },
  { route: "GET /2/activity/stream", level: "missing", note: "The desk polls." }
];

// dist/sandbox/x/pages.js
async function servePage(x, request, response, url2) {
  const browser = browserOf(request, url2);
  const link2 = url2.pathname + url2.search;
  const answer3 = (status, content) => send(response, {
    status,
    body: layout(content),
    headers: { "set-cookie": `browser=${encodeURIComponent(browser)}; Path=/; SameSite=Lax` }
  });
  const form = request.method === "POST" ? new URLSearchParams((await readBody(request)).toString()) : void 0;
  const as = form?.get("as");
  if (typeof as === "string")
    switchBrowser(x, browser, as);
  let intent;
  try {
    intent = readIntent(link2);
  } catch (error) {
    return answer3(404, `<h1>Nothing here</h1><p>${escapeHtml(String(error))}</p>`);
  }
  if (form && as === null) {
    try {
      const { id: id2 } = pressIntent(x, browser, link2, form.get("text") ?? void 0);
      return answer3(200, `<h1>Done</h1><p>id ${escapeHtml(id2)}</p>`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      x.world.journal.write("x", "intent", { browser, url: link2, refused: reason });
      return answer3(403, `<h1>X did not do this</h1><p>${escapeHtml(reason)}</p>`);
    }
  }
  return answer3(200, signInForm(x, browser) + intentForm(x, intent));
}
var browserOf = (request, url2) => url2.searchParams.get("browser") ?? cookie(request) ?? "browser";
function switchBrowser(x, browser, as) {
  const account = accountByHandle(x, as);
  if (account)
    x.state.browsers[browser] = account.id;
  else
    delete x.state.browsers[browser];
  x.world.journal.write("x", "signIn", { browser, ...account && { as: account.handle } });
}
function cookie(request) {
  const found = /(?:^|;\s*)browser=([^;]*)/.exec(request.headers.cookie ?? "")?.[1];
  return found === void 0 ? void 0 : decodeURIComponent(found);
}
function signInForm(x, browser) {
  const account = signedIn(x, browser);
  const options = Object.values(x.state.accounts).filter(({ status }) => status === "active").map(({ handle: handle2 }) => `<option${handle2 === account?.handle ? " selected" : ""}>${handle2}</option>`);
  return `<form method="post"><p>Signed in as ${account ? `@${account.handle}` : "nobody"}.
    <label>Switch to <select name="as"><option value="">nobody</option>${options.join("")}</select></label>
    <button>Switch</button></p></form>`;
}
var buttons = { post: "Post", follow: "Follow", message: "Send" };
function intentForm(x, intent) {
  const button = `<button>${buttons[intent.kind]}</button>`;
  if (intent.kind === "follow") {
    const whom = x.state.accounts[intent.whom];
    return `<form method="post"><h1>Follow ${whom ? `@${whom.handle}` : escapeHtml(intent.whom)}</h1>${button}</form>`;
  }
  const target = intent.kind === "post" ? x.state.posts[intent.replyTo ?? ""] : void 0;
  const heading = intent.kind === "post" ? intent.replyTo === void 0 ? "Post" : "Reply" : "Private message";
  return `<form method="post"><h1>${heading}</h1>
    ${target ? `<blockquote>${target.text}</blockquote>` : ""}
    <textarea name="text" rows="6" cols="60">${escapeHtml(intent.text)}</textarea><p>${button}</p></form>`;
}
function layout(content) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>X (sandbox)</title>
    <body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 2rem auto">${content}</body></html>`;
}
function escapeHtml(text3) {
  return text3.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// dist/sandbox/x/sights.js
function sightsOf4(x) {
  const { accounts, posts: posts2, follows, messages: messages3, browsers, plan, lag, creditsMills, spendCapMills } = x.state;
  const handle2 = (id2) => accounts[id2]?.handle;
  const ours = accounts[x.state.ours];
  return [
    ...Object.values(accounts).map((account) => [
      `x/account/${account.handle}`,
      {
        id: account.id,
        handle: account.handle,
        name: account.name,
        description: account.description,
        protected: account.protected,
        status: account.status,
        writable: ours !== void 0 && receivesMessagesFrom(x, ours, account)
      }
    ]),
    ...Object.values(posts2).map((post2) => [`x/post/${post2.id}`, { ...look(x, post2), edit_of: post2.firstId }]),
    ...follows.map(({ by, whom, pending, order }) => [
      `x/follow/${handle2(by)}/${handle2(whom)}`,
      { by: handle2(by), whom: handle2(whom), pending, order }
    ]),
    ...messages3.filter(({ type: type2 }) => type2 === "MessageCreate").map(({ id: id2, senderId, participants, text: text3, at, conversationId, encrypted }) => [
      `x/message/${id2}`,
      {
        id: id2,
        by: handle2(senderId),
        with: participants.map(handle2),
        text: text3,
        at,
        conversation: conversationId,
        ...encrypted && { encrypted }
      }
    ]),
    ...Object.entries(browsers).map(([browser, id2]) => [`x/browser/${browser}`, handle2(id2)]),
    ["x/settings", { ours: ours?.handle, plan, lag, creditsMills, spendCapMills }]
  ];
}

// dist/sandbox/x/sign-in.js
var signInCalls = ["POST /oauth/request_token", "POST /oauth/access_token"];
var goodForMs = 15 * 6e4;
var digits3 = "0123456789";
var letters2 = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
async function serveSignIn(x, request, response, url2) {
  const form = (await readBody(request)).toString();
  const call = `${request.method} ${url2.pathname}`;
  if (url2.pathname === "/oauth/authorize")
    return send(response, authorizePage(x, request, url2, form));
  const answer3 = callAnswer(call);
  if (!answer3)
    return send(response, { status: 404, body: "" });
  try {
    const given = answer3(x, request, form);
    x.world.journal.write("x", call, { ...given.journal, status: 200, tookEffect: true });
    const headers = { "content-type": "text/html;charset=utf-8" };
    send(response, { status: 200, headers, body: new URLSearchParams(given.fields).toString() });
  } catch (error) {
    if (!(error instanceof Refused3 || error instanceof Problem))
      throw error;
    const because = error instanceof Problem ? error.because : error.message;
    x.world.journal.write("x", call, { status: error.status, because, tookEffect: false });
    send(response, { status: error.status, body: error instanceof Problem ? unknownApp : error.body });
  }
}
var unknownApp = { errors: [{ code: 32, message: "Could not authenticate you." }] };
var Refused3 = class extends Error {
  body;
  status = 401;
  constructor(body, because) {
    super(because);
    this.body = body;
  }
};
function callAnswer(call) {
  if (call === "POST /oauth/request_token")
    return requestToken;
  return call === "POST /oauth/access_token" ? accessToken : void 0;
}
function requestToken(x, request, form) {
  const { field, found } = verify(x, request, form, (name3) => {
    const app = appOf(x, name3("oauth_consumer_key"));
    return app && { ...app, accessSecret: "" };
  });
  if (x.state.noCallback)
    throw new Refused3(unknownApp, "the app has no user-authentication settings");
  if (field("oauth_callback") !== "oob")
    throw new Refused3(unknownApp, "this X gives PINs alone: oauth_callback=oob");
  const token2 = x.world.random.text(27, letters2);
  const secret = x.world.random.text(32, letters2);
  x.state.requestTokens = {
    ...x.state.requestTokens,
    [token2]: { appKey: found.appKey, secret, at: x.world.clock.now() }
  };
  return {
    fields: { oauth_token: token2, oauth_token_secret: secret, oauth_callback_confirmed: "true" },
    journal: {}
  };
}
function accessToken(x, request, form) {
  const { field, found } = verify(x, request, form, (name3) => {
    const token3 = name3("oauth_token");
    const asked3 = goodToken(x, token3);
    const app = appOf(x, name3("oauth_consumer_key"));
    if (!asked3 || app?.appKey !== asked3.appKey)
      throw new Refused3({ errors: [{ code: 89, message: "Invalid or expired token." }] }, "no such request token");
    return { ...app, accessSecret: asked3.secret, token: token3, asked: asked3 };
  });
  const { asked: asked2, token: token2 } = found;
  const verifier = field("oauth_verifier");
  const { [token2]: _used, ...rest } = x.state.requestTokens ?? {};
  x.state.requestTokens = rest;
  const account = x.state.accounts[asked2.account ?? ""];
  if (!account || asked2.pin !== verifier)
    throw new Refused3("Error processing your OAuth request: Invalid oauth_verifier parameter", "wrong PIN");
  account.credentials = credentialsFor(x, account, found);
  return {
    fields: {
      oauth_token: account.credentials.accessToken,
      oauth_token_secret: account.credentials.accessSecret,
      user_id: account.id,
      screen_name: account.handle
    },
    journal: { handle: account.handle }
  };
}
function appOf(x, appKey) {
  return Object.values(x.state.accounts).flatMap(({ credentials }) => credentials ?? []).find((one2) => one2.appKey === appKey && one2.ownsApp);
}
function credentialsFor(x, account, { appKey, appSecret, permissions }) {
  if (account.credentials?.appKey === appKey)
    return account.credentials;
  return {
    appKey,
    appSecret,
    permissions,
    accessToken: `${account.id}-${x.world.random.text(40, letters2)}`,
    accessSecret: x.world.random.text(45, letters2),
    ownsApp: false
  };
}
function goodToken(x, token2) {
  const asked2 = Object.entries(x.state.requestTokens ?? {}).find(([one2]) => one2 === token2)?.[1];
  return asked2 && x.world.clock.now() - asked2.at <= goodForMs ? asked2 : void 0;
}
function authorizePage(x, request, url2, text3) {
  const browser = browserOf(request, url2);
  const form = request.method === "POST" ? new URLSearchParams(text3) : void 0;
  const as = form?.get("as");
  if (typeof as === "string")
    switchBrowser(x, browser, as);
  const page3 = (status, content) => ({
    status,
    body: layout(content),
    headers: { "set-cookie": `browser=${encodeURIComponent(browser)}; Path=/; SameSite=Lax` }
  });
  const asked2 = goodToken(x, url2.searchParams.get("oauth_token") ?? "");
  if (!asked2 || asked2.pin !== void 0)
    return page3(401, "<h1>Whoa there!</h1><p>The request token for this page is invalid. It may have already been used, or expired because it is too old.</p>");
  const account = signedIn(x, browser);
  if (!form || as !== null || !account)
    return page3(200, `${signInForm(x, browser)}<h1>Authorize the app ${escapeHtml(asked2.appKey)}?</h1><form method="post"><button>Authorize app</button></form>`);
  asked2.pin = x.world.random.text(7, digits3);
  asked2.account = account.id;
  x.world.journal.write("x", "authorize", { browser, handle: account.handle, app: asked2.appKey });
  return page3(200, `<h1>You've granted access</h1><p>Enter this PIN to complete the authorization: <code>${asked2.pin}</code></p>`);
}

// dist/sandbox/x/x.js
async function createX(world, port = 0, library = centralLibrary2, token2) {
  const own2 = { ...world, random: world.random.fork("x") };
  const x = { world: own2, state: seedState2(own2, library), nonces: /* @__PURE__ */ new Map() };
  const checkToken = createTokenCheck(token2);
  const listening = await listen(async (request, response) => {
    const url2 = new URL(request.url ?? "/", "http://x");
    if (url2.pathname.startsWith("/2/"))
      return serveApi2(x, request, response, url2, listening.ended);
    if (signInCalls.includes(`${request.method} ${url2.pathname}`))
      return serveSignIn(x, request, response, url2);
    const refused2 = checkToken(request);
    if (refused2)
      return send(response, refused2);
    if (url2.pathname.startsWith("/oauth/"))
      return serveSignIn(x, request, response, url2);
    await servePage(x, request, response, url2);
  }, port);
  const calls = routes.map(({ call }) => call);
  world.faults.register("x", calls, listening);
  return {
    url: listening.url,
    coverage: coverage3,
    acts: {
      ...peopleActs2(x),
      ...postingActs2(x),
      ...browserActs(x),
      ...settingActs(x),
      ...lookingActs2(x)
    },
    sights: () => sightsOf4(x),
    snapshot: () => structuredClone(x.state),
    restore: (snapshot) => {
      x.state = structuredClone(snapshot);
    },
    reset: () => {
      own2.random.restart();
      x.state = seedState2(own2, library);
    },
    close: listening.close
  };
}

// dist/sandbox/sandbox.js
async function createSandbox(options = {}) {
  const { seed: seed2 = 1, startAt, speed, wire, scopes, library, token: token2, controlHost, publicOrigin } = options;
  const { blueskyLibrary, ports = {} } = options;
  for (const [name3, port] of Object.entries(ports)) {
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new RangeError(`The port for ${name3} is ${port}, not a number from 0 (any free one) to 65535.`);
    }
  }
  const clock = createClock(startAt, speed);
  const world = {
    clock,
    journal: createJournal(clock),
    random: createRandom(seed2),
    faults: createFaults()
  };
  let director = {};
  const started = [];
  let closing;
  const close2 = async () => {
    closing ??= Promise.all(started.map((each) => each.close()));
    await closing;
  };
  async function keep(starting) {
    const one2 = await starting;
    started.push(one2);
    return one2;
  }
  try {
    const slack = await keep(createSlack(world, ports.slack, wire, scopes));
    const x = await keep(createX(world, ports.x, library, token2));
    const bluesky = await keep(createBluesky(world, ports.bluesky, blueskyLibrary));
    const reset = async () => {
      slack.reset();
      x.reset();
      bluesky.reset();
      await world.faults.clear();
    };
    const control = await keep(createControl({ world, sides: { slack, x, bluesky }, reset, director: () => director }, { port: ports.control, token: token2, host: controlHost, publicOrigin }));
    return {
      slackUrl: `${slack.url}/api/`,
      xUrl: x.url,
      blueskyUrl: bluesky.url,
      controlUrl: control.url,
      clock,
      journal: world.journal,
      faults: world.faults,
      slack,
      x,
      bluesky,
      reset,
      direct(told) {
        director = told;
      },
      close: close2
    };
  } catch (error) {
    await close2();
    throw error;
  }
}
export {
  createSandbox
};
