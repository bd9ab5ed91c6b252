// dist/sandbox/world/arguments.js
function readArguments(act, args, spec) {
  const list = Object.entries(spec).map(([name, kind]) => `${name}: ${kind}`);
  const allowed = list.length > 0 ? `It takes ${list.join(", ")}.` : "It takes nothing.";
  for (const name of Object.keys(args)) {
    if (!Object.hasOwn(spec, name))
      throw new Error(`${act}: there is no argument '${name}'. ${allowed}`);
  }
  for (const [name, kind] of Object.entries(spec)) {
    const value = args[name];
    if (value === void 0 && kind.endsWith("?"))
      continue;
    if (value === void 0)
      throw new Error(`${act}: '${name}' is missing. ${allowed}`);
    const wanted = kind.replace("?", "");
    if (!fits(value, wanted)) {
      throw new Error(`${act}: '${name}' is ${JSON.stringify(value)}, not a ${wanted}. ${allowed}`);
    }
  }
  return args;
}
function fits(value, kind) {
  if (kind === "anything")
    return true;
  if (kind === "strings")
    return Array.isArray(value) && value.every((one) => typeof one === "string");
  if (kind === "object")
    return typeof value === "object" && value !== null && !Array.isArray(value);
  if (kind === "number")
    return typeof value === "number" && Number.isFinite(value);
  return typeof value === kind;
}
function oneOf(act, name, value, allowed) {
  const found = allowed.find((one) => one === value);
  if (found === void 0) {
    throw new Error(`${act}: '${name}' is '${value}', not one of ${allowed.join(", ")}.`);
  }
  return found;
}
function whole(act, name, value, min, max = Number.MAX_SAFE_INTEGER) {
  if (value === void 0 || Number.isInteger(value) && value >= min && value <= max)
    return value;
  const bounds = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`;
  throw new Error(`${act}: '${name}' is ${value}, not a whole number, ${bounds}.`);
}

// dist/sandbox/bluesky/model/posts.js
var isPost = ({ collection }) => collection === "app.bsky.feed.post";
var asPost = (value) => value;
var didIn = (uri3) => uri3.split("/")[2] ?? "";
var besides = (uri3, collection) => `at://${didIn(uri3)}/${collection}/${uri3.split("/")[4]}`;
function quotedIn({ embed }) {
  const record2 = embed?.$type === "app.bsky.embed.recordWithMedia" ? embed.record : embed;
  const isRecord = embed?.$type === "app.bsky.embed.record" || embed?.$type === "app.bsky.embed.recordWithMedia";
  const ref = isRecord ? record2?.record : void 0;
  return ref && { uri: String(ref.uri), cid: String(ref.cid) };
}
var namedIn = ({ facets = [] }) => facets.flatMap(({ features }) => features.flatMap(({ $type, did: did3 }) => $type === "app.bsky.richtext.facet#mention" && did3 ? [did3] : []));
var rule = (name) => `app.bsky.feed.threadgate#${name}Rule`;
function isGatedFor(seen, rootUri, did3) {
  const gate = seen.records[besides(rootUri, "app.bsky.feed.threadgate")]?.value;
  if (!gate)
    return void 0;
  const owner = didIn(rootUri);
  const { allow } = gate;
  if (did3 === owner || !allow)
    return false;
  const allows = (name) => allow.some(({ $type }) => $type === rule(name));
  const root = seen.records[rootUri];
  if (allows("mention") && root && namedIn(asPost(root.value)).includes(did3))
    return false;
  if (allows("follower") && seen.follows[`${did3} ${owner}`])
    return false;
  return !(allows("following") && seen.follows[`${owner} ${did3}`]);
}
function isEmbeddingClosed(seen, uri3, did3) {
  const rules = seen.records[besides(uri3, "app.bsky.feed.postgate")]?.value.embeddingRules;
  return did3 !== didIn(uri3) && listOf(rules).some((one) => one.$type === "app.bsky.feed.postgate#disableRule");
}
var isDetached = (seen, uri3, from) => listOf(seen.records[besides(uri3, "app.bsky.feed.postgate")]?.value.detachedEmbeddingUris).includes(from);
var listOf = (value) => Array.isArray(value) ? value : [];

// dist/sandbox/bluesky/lexicon/formats.js
var did = /^did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]$/;
var handle = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
var nsid = /^[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+\.[a-zA-Z][a-zA-Z0-9]{0,62}$/;
var recordKey = /^(?!\.{1,2}$)[a-zA-Z0-9_~.:-]{1,512}$/;
var tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
var cid = /^(?:bafy|bafk)rei[a-z2-7]{52}$/;
var datetime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,20})?(?:Z|[+-]\d{2}:\d{2})$/;
var uri = /^[a-z][a-z.-]{0,80}:[^\s]+$/;
var language = /^(?:i|[a-z]{2,3}(?:-[a-zA-Z0-9]{1,8})*)$/;
var isHandle = (text) => text.length <= 253 && handle.test(text);
var isDid = (text) => text.length <= 2048 && did.test(text);
var isAtUri = (text) => {
  const [, authority = "", collection, key] = /^at:\/\/([^/]+)(?:\/([^/]+)(?:\/([^/]+))?)?$/.exec(text) ?? [];
  return (isDid(authority) || isHandle(authority)) && (collection === void 0 || nsid.test(collection)) && (key === void 0 || recordKey.test(key));
};
var formats = {
  "at-identifier": ["at-identifier", (text) => isDid(text) || isHandle(text)],
  "at-uri": ["at-uri", isAtUri],
  cid: ["CID string", (text) => cid.test(text)],
  datetime: ["datetime", (text) => datetime.test(text) && !Number.isNaN(Date.parse(text))],
  did: ["DID", isDid],
  handle: ["handle", isHandle],
  language: ["language", (text) => language.test(text)],
  nsid: ["NSID", (text) => nsid.test(text)],
  "record-key": ["record key", (text) => recordKey.test(text)],
  tid: ["TID string", (text) => tid.test(text)],
  uri: ["uri", (text) => uri.test(text)]
};
var hasFormat = (format, text) => formats[format][1](text);
var nameOf = (format) => formats[format][0];

// dist/sandbox/bluesky/lexicon/schema.js
function object(properties) {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ""), schema]);
  return {
    type: "object",
    properties: Object.fromEntries(named),
    required: Object.keys(properties).filter((name) => !name.endsWith("?"))
  };
}
var Unfit = class extends Error {
};
var segments = new Intl.Segmenter();
function check(schema, value, path) {
  const at = path === "" ? "" : ` at ${path}`;
  const expected = (what) => new Unfit(`Expected ${what} value type (got ${shown(value)})${at}`);
  switch (schema.type) {
    case "unknown":
      return;
    case "nullable":
      if (value !== null)
        check(schema.of, value, path);
      return;
    case "boolean":
      if (typeof value !== "boolean")
        throw expected("boolean");
      return;
    case "integer":
      if (!Number.isInteger(value))
        throw expected("integer");
      inBounds("integer", value, schema.min, schema.max, at);
      return;
    case "string":
      if (typeof value !== "string")
        throw expected("string");
      checkString(schema, value, at);
      return;
    case "array":
      if (!Array.isArray(value))
        throw expected("array");
      inBounds("array", value.length, schema.min, schema.max, at);
      for (const [index2, item] of value.entries())
        check(schema.items, item, path === "" ? "" : `${path}[${index2}]`);
      return;
    case "blob":
      if (!isBlob(value))
        throw expected("blob");
      return;
    case "union": {
      if (!isObject(value) || typeof value.$type !== "string")
        throw expected('an object which includes the "$type" property');
      const known = schema.of[value.$type];
      if (known)
        check(known, value, path);
      return;
    }
    case "object":
      if (!isObject(value))
        throw expected("object");
      for (const [name, property] of Object.entries(schema.properties)) {
        const part = value[name];
        if (part !== void 0)
          check(property, part, path === "" ? "" : `${path}.${name}`);
        else if (schema.required.includes(name))
          throw new Unfit(`Missing required key "${name}"${at}`);
      }
  }
}
function checkString({ format, maxGraphemes, maxLength, only }, text, at) {
  if (only && !only.includes(text))
    throw new Unfit(`Expected one of ${only.map((one) => `"${one}"`).join(", ")} (got ${shown(text)})${at}`);
  inBounds("string", Buffer.byteLength(text), void 0, maxLength, at);
  if (maxGraphemes !== void 0 && text.length > maxGraphemes)
    inBounds("grapheme", [...segments.segment(text)].length, void 0, maxGraphemes, at);
  if (format && !hasFormat(format, text))
    throw new Unfit(`Invalid ${nameOf(format)} (got ${shown(text)})${at}`);
}
function inBounds(what, size, min, max, at) {
  if (max !== void 0 && size > max)
    throw new Unfit(`${what} too big (maximum ${max}, got ${size})${at}`);
  if (min !== void 0 && size < min)
    throw new Unfit(`${what} too small (minimum ${min}, got ${size})${at}`);
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isBlob = (value) => isObject(value) && value.$type === "blob" && isObject(value.ref) && typeof value.ref.$link === "string" && hasFormat("cid", value.ref.$link) && typeof value.mimeType === "string" && Number.isInteger(value.size);
function shown(value) {
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : "[...]";
  if (!isObject(value))
    return JSON.stringify(value) ?? "undefined";
  const [key] = Object.keys(value);
  return key === void 0 ? "{}" : `{${JSON.stringify(key)}: ...}`;
}

// dist/sandbox/bluesky/lexicon/records.js
var string = (more = {}) => ({
  ...more,
  type: "string"
});
var array = (items, max) => ({ type: "array", items, ...max && { max } });
var union = (of) => ({ type: "union", of });
var uri2 = string({ format: "uri" });
var atUri = string({ format: "at-uri" });
var did2 = string({ format: "did" });
var datetime2 = string({ format: "datetime" });
var blob = { type: "blob" };
var strongRef = object({ uri: atUri, cid: string({ format: "cid" }) });
var selfLabels = union({
  "com.atproto.label.defs#selfLabels": object({
    values: array(object({ val: string({ maxLength: 128 }) }), 10)
  })
});
var ratio = object({ width: { type: "integer", min: 1 }, height: { type: "integer", min: 1 } });
var images = object({ images: array(object({ image: blob, alt: string(), "aspectRatio?": ratio }), 4) });
var external = object({
  external: object({ uri: uri2, title: string(), description: string(), "thumb?": blob })
});
var video = object({
  video: blob,
  "alt?": string({ maxLength: 1e4, maxGraphemes: 1e3 }),
  "aspectRatio?": ratio
});
var record = object({ record: strongRef });
var media = {
  "app.bsky.embed.images": images,
  "app.bsky.embed.video": video,
  "app.bsky.embed.external": external
};
var post = object({
  text: string({ maxLength: 3e3, maxGraphemes: 300 }),
  "facets?": array(object({
    index: object({ byteStart: { type: "integer", min: 0 }, byteEnd: { type: "integer", min: 0 } }),
    features: array(union({
      "app.bsky.richtext.facet#mention": object({ did: did2 }),
      "app.bsky.richtext.facet#link": object({ uri: uri2 }),
      "app.bsky.richtext.facet#tag": object({ tag: string({ maxLength: 640, maxGraphemes: 64 }) })
    }))
  })),
  "reply?": object({ root: strongRef, parent: strongRef }),
  "embed?": union({
    ...media,
    "app.bsky.embed.record": record,
    "app.bsky.embed.recordWithMedia": object({ record, media: union(media) })
  }),
  "langs?": array(string({ format: "language" }), 3),
  "labels?": selfLabels,
  "tags?": array(string({ maxLength: 640, maxGraphemes: 64 }), 8),
  createdAt: datetime2
});
var ofSubject = (subject) => object({ subject, createdAt: datetime2 });
var kinds = {
  "app.bsky.feed.post": { key: "tid", schema: post },
  "app.bsky.feed.like": { key: "tid", schema: ofSubject(strongRef) },
  "app.bsky.feed.repost": { key: "tid", schema: ofSubject(strongRef) },
  "app.bsky.graph.follow": { key: "tid", schema: ofSubject(did2) },
  "app.bsky.graph.block": { key: "tid", schema: ofSubject(did2) },
  "app.bsky.feed.threadgate": {
    key: "tid",
    schema: object({
      post: atUri,
      "allow?": array(union({
        "app.bsky.feed.threadgate#mentionRule": object({}),
        "app.bsky.feed.threadgate#followerRule": object({}),
        "app.bsky.feed.threadgate#followingRule": object({}),
        "app.bsky.feed.threadgate#listRule": object({ list: atUri })
      }), 5),
      createdAt: datetime2,
      "hiddenReplies?": array(atUri, 300)
    })
  },
  "app.bsky.feed.postgate": {
    key: "tid",
    schema: object({
      createdAt: datetime2,
      post: atUri,
      "detachedEmbeddingUris?": array(atUri, 50),
      "embeddingRules?": array(union({ "app.bsky.feed.postgate#disableRule": object({}) }), 5)
    })
  },
  "app.bsky.actor.profile": {
    key: "self",
    schema: object({
      "displayName?": string({ maxGraphemes: 64, maxLength: 640 }),
      "description?": string({ maxGraphemes: 256, maxLength: 2560 }),
      "avatar?": blob,
      "banner?": blob,
      "labels?": selfLabels,
      "pinnedPost?": strongRef,
      "createdAt?": datetime2
    })
  }
};
function checkRecord(collection, rkey, value, validate) {
  checkData(value, "$.record");
  if (value.$type !== collection)
    throw new Unfit(`Invalid $type: expected ${collection}, got ${String(value.$type)}`);
  if (validate === false)
    return void 0;
  const kind = kinds[collection];
  if (!kind) {
    if (validate)
      throw new Unfit(`Unknown lexicon type: ${collection}`);
    return "unknown";
  }
  const isKey = kind.key === "tid" ? hasFormat("tid", rkey) : rkey === kind.key;
  if (!isKey) {
    const because = kind.key === "tid" ? `Invalid TID string (got "${rkey}")` : `Expected "self" (got "${rkey}")`;
    throw new Unfit(`Invalid record key for ${collection}: ${because} at $`);
  }
  try {
    check(kind.schema, value, "$.record");
  } catch (error) {
    if (error instanceof Unfit)
      throw new Unfit(`Invalid ${collection} record: ${error.message}`);
    throw error;
  }
  return "valid";
}
function checkData(value, path) {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    const kinds2 = "null, boolean, integer, string, cid, bytes, array or object";
    throw new Unfit(`Expected one of ${kinds2} value type (got ${value}) at ${path}`);
  }
  if (Array.isArray(value))
    for (const [index2, item] of value.entries())
      checkData(item, `${path}[${index2}]`);
  else if (typeof value === "object" && value !== null)
    for (const [name, part] of Object.entries(value))
      checkData(part, `${path}.${name}`);
}

// dist/sandbox/bluesky/model/cid.js
import { createHash } from "node:crypto";
var cidOf = (record2) => cidOfBytes(113, encode(record2));
var cidOfBlob = (bytes) => cidOfBytes(85, bytes);
function cidOfBytes(codec, bytes) {
  return `b${base32(Buffer.concat([Buffer.of(1, codec, 18, 32), createHash("sha256").update(bytes).digest()]))}`;
}
function ordered(value) {
  if (Array.isArray(value))
    return value.map(ordered);
  if (typeof value !== "object" || value === null)
    return value;
  return Object.fromEntries(entriesInOrder(value).map(([name, part]) => [name, ordered(part)]));
}
var entriesInOrder = (value) => Object.entries(value).map(([name, part]) => ({ name, part, bytes: Buffer.from(name) })).sort((a, b) => a.bytes.length - b.bytes.length || a.bytes.compare(b.bytes)).map(({ name, part }) => [name, part]);
function encode(value) {
  if (value === null)
    return Buffer.of(246);
  if (typeof value === "boolean")
    return Buffer.of(value ? 245 : 244);
  if (typeof value === "number")
    return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return counted(3, Buffer.from(value));
  if (Array.isArray(value))
    return Buffer.concat([head(4, value.length), ...value.map(encode)]);
  const map = value;
  const names = Object.keys(map);
  if (names.length === 1 && typeof map.$link === "string")
    return Buffer.concat([
      head(6, 42),
      counted(2, Buffer.concat([Buffer.of(0), bytesOfBase32(map.$link.slice(1))]))
    ]);
  if (names.length === 1 && typeof map.$bytes === "string")
    return counted(2, Buffer.from(map.$bytes, "base64"));
  const parts = entriesInOrder(map).flatMap(([name, part]) => [encode(name), encode(part)]);
  return Buffer.concat([head(5, names.length), ...parts]);
}
var counted = (major, bytes) => Buffer.concat([head(major, bytes.length), bytes]);
function head(major, count2) {
  const first = major << 5;
  if (count2 < 24)
    return Buffer.of(first | count2);
  if (count2 < 2 ** 8)
    return Buffer.of(first | 24, count2);
  const bytes = Buffer.alloc(count2 < 2 ** 16 ? 3 : count2 < 2 ** 32 ? 5 : 9);
  bytes.writeUInt8(first | (bytes.length === 3 ? 25 : bytes.length === 5 ? 26 : 27));
  if (bytes.length === 9)
    bytes.writeBigUInt64BE(BigInt(count2), 1);
  else
    bytes.writeUIntBE(count2, 1, bytes.length - 1);
  return bytes;
}
var digits = "abcdefghijklmnopqrstuvwxyz234567";
function base32(bytes) {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8 | byte) & 4095;
    bits += 8;
    for (; bits >= 5; bits -= 5)
      text += digits[held >> bits - 5 & 31];
  }
  return bits > 0 ? text + digits[held << 5 - bits & 31] : text;
}
function bytesOfBase32(text) {
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const digit of text) {
    held = (held << 5 | digits.indexOf(digit)) & 4095;
    bits += 5;
    if (bits < 8)
      continue;
    bits -= 8;
    bytes.push(held >> bits & 255);
  }
  return Buffer.from(bytes);
}

// dist/sandbox/bluesky/model/refused.js
var Refused = class extends Error {
  status;
  error;
  headers;
  constructor(status, error, message, headers = {}) {
    super(message);
    this.status = status;
    this.error = error;
    this.headers = headers;
  }
};
var refused = (message, error = "InvalidRequest") => new Refused(400, error, message);

// dist/sandbox/bluesky/model/tid.js
var digits2 = "234567abcdefghijklmnopqrstuvwxyz";
var clockId = 21n;
function tidOf(microseconds) {
  let left = BigInt(microseconds) << 10n | clockId;
  let text = "";
  for (let at = 0; at < 13; at += 1) {
    text = `${digits2[Number(left & 31n)]}${text}`;
    left >>= 5n;
  }
  return text;
}

// dist/sandbox/bluesky/model/repo.js
function recordAt({ state }, uri3) {
  const found = state.records[uri3];
  return found?.deletedAt === void 0 ? found : void 0;
}
function nextKey({ state, world }) {
  state.lastKey = Math.max(world.clock.now() * 1e3, state.lastKey + 1);
  return tidOf(state.lastKey);
}
function putRecord(sky, account, given) {
  const { status, ...made } = prepared(sky, account, given);
  const known = recordAt(sky, made.uri);
  if (known?.cid === made.cid)
    return { uri: made.uri, cid: made.cid, ...status };
  if (given.swapRecord !== void 0 && given.swapRecord !== (known?.cid ?? null))
    throw refused(`Record was at ${known?.cid ?? null}`, "InvalidSwap");
  return { uri: made.uri, cid: made.cid, commit: store(sky, made), ...status };
}
function createRecord(sky, account, given) {
  const { status, ...made } = prepared(sky, account, given);
  if (recordAt(sky, made.uri))
    throw new Refused(500, "InternalServerError", "Internal Server Error");
  if (given.validate !== false)
    for (const other of sameSubject(sky, made))
      deleteRecord(sky, other.uri);
  return { uri: made.uri, cid: made.cid, commit: store(sky, made), ...status };
}
function deleteRecord(sky, uri3, swapRecord) {
  const known = recordAt(sky, uri3);
  if (!known)
    return void 0;
  if (swapRecord !== void 0 && swapRecord !== known.cid)
    throw refused(`Record was at ${known.cid}`, "InvalidSwap");
  known.deletedAt = sky.world.clock.now();
  sky.state.told.push({ kind: "delete", at: known.deletedAt, uri: uri3 });
  return commitOf(sky, known.did, null);
}
function recordsOf({ state }, did3, collection) {
  return Object.values(state.records).filter((one) => one.did === did3 && one.collection === collection && one.deletedAt === void 0).sort((a, b) => a.rkey < b.rkey ? 1 : -1);
}
function prepared(sky, { did: did3 }, { collection, record: record2, rkey = nextKey(sky), validate }) {
  const value = ordered({ ...record2, $type: record2.$type ?? collection });
  const validationStatus = checked(() => checkRecord(collection, rkey, value, validate));
  for (const cid2 of blobsIn(value))
    if (!sky.state.blobs[cid2])
      throw refused(`Could not find blob: ${cid2}`, "BlobNotFound");
  const uri3 = `at://${did3}/${collection}/${rkey}`;
  return {
    uri: uri3,
    did: did3,
    collection,
    rkey,
    cid: cidOf(value),
    value,
    status: validationStatus ? { validationStatus } : {}
  };
}
function checked(check2) {
  try {
    return check2();
  } catch (error) {
    if (error instanceof Unfit)
      throw refused(error.message);
    throw error;
  }
}
function blobsIn(value) {
  if (typeof value !== "object" || value === null)
    return [];
  if (isBlob(value))
    return [value.ref.$link];
  return Object.values(value).flatMap((part) => blobsIn(part));
}
function store(sky, made) {
  const at = sky.world.clock.now();
  const stored = { ...made, at, versions: (recordAt(sky, made.uri)?.versions ?? 0) + 1 };
  sky.state.records[made.uri] = stored;
  sky.state.told.push({ kind: "put", at, record: stored });
  return commitOf(sky, made.did, made.cid);
}
function commitOf(sky, did3, cid2) {
  const rev = nextKey(sky);
  return { cid: cidOf({ did: did3, rev, version: 3, data: cid2 }), rev };
}
var withOneSubject = [
  "app.bsky.graph.follow",
  "app.bsky.graph.block",
  "app.bsky.feed.like",
  "app.bsky.feed.repost"
];
function sameSubject(sky, { collection, did: did3, value }) {
  if (!withOneSubject.includes(collection))
    return [];
  const subject = subjectOf(value);
  return recordsOf(sky, did3, collection).filter((one) => subjectOf(one.value) === subject);
}
function subjectOf({ subject }) {
  if (typeof subject === "string")
    return subject;
  return typeof subject === "object" && subject !== null && "uri" in subject ? String(subject.uri) : "";
}

// dist/sandbox/bluesky/model/notify.js
var replyDepth = 5;
function notificationsOf(seen, record2) {
  const { collection, did: did3, sortAt, uri: uri3, value } = record2;
  const told = /* @__PURE__ */ new Set([did3]);
  const all = [];
  const tell = (to, reason, subject2) => {
    if (told.has(to))
      return;
    told.add(to);
    all.push({ to, uri: uri3, reason, sortAt, ...subject2 !== void 0 && { subject: subject2 } });
  };
  const subject = subjectOf(value);
  if (collection === "app.bsky.graph.follow")
    tell(subject, "follow");
  if (collection === "app.bsky.feed.like")
    tell(didIn(subject), "like", subject);
  if (collection === "app.bsky.feed.repost")
    tell(didIn(subject), "repost", subject);
  if (!isPost(record2))
    return all;
  const post2 = asPost(value);
  for (const named of namedIn(post2))
    tell(named, "mention");
  const quoted = quotedIn(post2)?.uri;
  if (quoted && !record2.violatesEmbedding)
    tell(didIn(quoted), "quote", quoted);
  if (record2.violatesGate)
    return all;
  const gate = seen.records[besides(post2.reply?.root.uri ?? uri3, "app.bsky.feed.threadgate")];
  const hidden = listOf(gate?.value.hiddenReplies);
  for (const above of ancestorsOf(seen, record2)) {
    tell(didIn(above), "reply", above);
    if (hidden.includes(above))
      break;
  }
  return all;
}
function ancestorsOf(seen, record2) {
  const above = [];
  let parent = asPost(record2.value).reply?.parent.uri;
  while (parent !== void 0 && above.length < replyDepth - 1) {
    const found = seen.records[parent];
    if (!found)
      break;
    above.push(parent);
    parent = asPost(found.value).reply?.parent.uri;
  }
  return above;
}

// dist/sandbox/bluesky/model/app-view.js
var unseen = () => ({
  actors: {},
  records: {},
  follows: {},
  blocks: {},
  counts: {},
  notifications: {}
});
function seenNow({ state, world }) {
  const now = world.clock.now();
  if (state.isAppViewDown)
    return state.seen;
  const arrival = ({ at }) => Math.max(at + state.lagMs, state.upSince);
  let due = 0;
  for (const told of state.told) {
    if (arrival(told) > now)
      break;
    index(state.seen, told, arrival(told));
    due += 1;
  }
  state.told.splice(0, due);
  return state.seen;
}
function index(seen, told, at) {
  if (told.kind === "account")
    seen.actors[told.did] = { handle: told.handle, status: told.status };
  else if (told.kind === "delete")
    remove(seen, told.uri);
  else
    put(seen, told.record, at);
}
var pairs = {
  "app.bsky.graph.follow": "follows",
  "app.bsky.graph.block": "blocks"
};
function put(seen, { at: _, deletedAt: __, versions: ___, ...record2 }, indexedAt) {
  remove(seen, record2.uri);
  const createdAt = Date.parse(String(record2.value.createdAt ?? ""));
  const sortAt = Number.isNaN(createdAt) ? indexedAt : Math.min(createdAt, indexedAt);
  const reply = isPost(record2) ? asPost(record2.value).reply : void 0;
  const violatesGate = reply !== void 0 && isGatedFor(seen, reply.root.uri, record2.did) === true;
  const quoted = isPost(record2) ? quotedIn(asPost(record2.value)) : void 0;
  const violatesEmbedding = quoted !== void 0 && isEmbeddingClosed(seen, quoted.uri, record2.did);
  const indexed = {
    ...record2,
    indexedAt,
    sortAt,
    ...violatesGate && { violatesGate },
    ...violatesEmbedding && { violatesEmbedding }
  };
  seen.records[record2.uri] = indexed;
  count(seen, indexed, 1);
  const pair = pairs[record2.collection];
  if (pair) {
    const key = `${record2.did} ${subjectOf(record2.value)}`;
    if (seen[pair][key])
      return;
    seen[pair][key] = indexed;
  }
  for (const one of notificationsOf(seen, indexed)) {
    seen.notifications[one.to] ??= [];
    seen.notifications[one.to]?.push(one);
  }
}
function remove(seen, uri3) {
  const gone = seen.records[uri3];
  if (!gone)
    return;
  delete seen.records[uri3];
  count(seen, gone, -1);
  const pair = pairs[gone.collection];
  const key = `${gone.did} ${subjectOf(gone.value)}`;
  if (pair && seen[pair][key]?.uri === uri3) {
    delete seen[pair][key];
    const next = Object.values(seen.records).find((one) => one.collection === gone.collection && `${one.did} ${subjectOf(one.value)}` === key);
    if (next)
      seen[pair][key] = next;
  }
  for (const [to, list] of Object.entries(seen.notifications)) {
    if (list.some((one) => one.uri === uri3))
      seen.notifications[to] = list.filter((one) => one.uri !== uri3);
  }
}
function count(seen, record2, by) {
  const add = (uri3, what) => {
    if (uri3 === void 0)
      return;
    const counts = seen.counts[uri3] ?? { replies: 0, reposts: 0, likes: 0, quotes: 0 };
    counts[what] += by;
    seen.counts[uri3] = counts;
  };
  if (record2.collection === "app.bsky.feed.like")
    add(subjectOf(record2.value), "likes");
  if (record2.collection === "app.bsky.feed.repost")
    add(subjectOf(record2.value), "reposts");
  if (!isPost(record2))
    return;
  const post2 = asPost(record2.value);
  if (!record2.violatesGate)
    add(post2.reply?.parent.uri, "replies");
  add(quotedIn(post2)?.uri, "quotes");
}

// dist/sandbox/bluesky/views/paging.js
var mostReads = 10;
function filledPage(limit, cursor, read) {
  let page = read(limit, cursor);
  const items = [...page.items];
  for (let reads = 1; reads < mostReads && page.cursor && items.length < Math.ceil(limit / 2); reads += 1) {
    page = read(limit - items.length, page.cursor);
    items.push(...page.items);
  }
  return { items, cursor: page.cursor };
}
function pageByTime(all, limit, cursor) {
  const [time = "", cid2 = ""] = cursor?.split("__") ?? [];
  const after = cursor === void 0 ? void 0 : { sortAt: Number(time), cid: cid2 };
  const rest = all.toSorted(newestFirst).filter((one) => after === void 0 || newestFirst(after, one) < 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, cursor: rest.length > limit && last ? `${last.sortAt}__${last.cid}` : void 0 };
}
var newestFirst = (a, b) => b.sortAt - a.sortAt || (a.cid < b.cid ? 1 : a.cid > b.cid ? -1 : 0);

// dist/sandbox/bluesky/views/profile.js
var isoOf = (at) => new Date(at).toISOString();
var pictureUrl = (preset, did3, cid2) => `https://cdn.bsky.app/img/${preset}/plain/${did3}/${cid2}`;
var profileOf = ({ seen }, did3) => seen.records[`at://${did3}/app.bsky.actor.profile/self`];
function showBasic(looking, did3) {
  const actor = looking.seen.actors[did3];
  if (actor?.status !== "active")
    return void 0;
  const profile = profileOf(looking, did3);
  const avatar = profile && blobIn(profile.value.avatar);
  return {
    did: did3,
    handle: actor.handle,
    displayName: profile?.value.displayName,
    avatar: avatar && pictureUrl("avatar", did3, avatar),
    associated: { activitySubscription: { allowSubscriptions: "followers" } },
    viewer: showRelation(looking, did3),
    labels: [...labelsOn(looking, did3), ...profile ? showLabels(looking, profile) : []]
  };
}
function showProfile(looking, did3) {
  const basic = showBasic(looking, did3);
  const profile = profileOf(looking, did3);
  return basic && {
    ...basic,
    description: profile?.value.description || void 0,
    indexedAt: profile && isoOf(profile.sortAt)
  };
}
function showDetailed(looking, did3) {
  const view = showProfile(looking, did3);
  if (!view)
    return void 0;
  const profile = profileOf(looking, did3);
  const banner = profile && blobIn(profile.value.banner);
  const follows = Object.values(looking.seen.follows);
  return {
    ...view,
    associated: { lists: 0, feedgens: 0, starterPacks: 0, labeler: false, ...view.associated },
    banner: banner && pictureUrl("banner", did3, banner),
    followersCount: follows.filter(({ value }) => subjectOf(value) === did3).length,
    followsCount: follows.filter((one) => one.did === did3).length,
    postsCount: Object.values(looking.seen.records).filter((one) => isPost(one) && one.did === did3).length,
    pinnedPost: profile?.value.pinnedPost
  };
}
function relationOf({ seen }, did3, viewer) {
  return {
    following: seen.follows[`${viewer} ${did3}`]?.uri,
    followedBy: seen.follows[`${did3} ${viewer}`]?.uri,
    blocking: seen.blocks[`${viewer} ${did3}`]?.uri,
    blockedBy: seen.blocks[`${did3} ${viewer}`]?.uri
  };
}
var isBlockBetween = ({ seen }, one, other) => Boolean(seen.blocks[`${one} ${other}`] ?? seen.blocks[`${other} ${one}`]);
var isMuted = ({ sky, viewer }, did3) => sky.state.accounts[viewer]?.mutes.includes(did3) ?? false;
function showRelation(looking, did3) {
  const { blockedBy, blocking, followedBy, following } = relationOf(looking, did3, looking.viewer);
  const isBlocked = blockedBy !== void 0 || blocking !== void 0;
  return {
    muted: isMuted(looking, did3),
    mutedOnlyReposts: false,
    mutedOnlyQuoteposts: false,
    blockedBy: blockedBy !== void 0,
    blocking,
    following: isBlocked ? void 0 : following,
    followedBy: isBlocked ? void 0 : followedBy
  };
}
function showLabels(looking, record2) {
  const { cid: cid2, did: did3, uri: uri3, value } = record2;
  const { labels } = value;
  const cts = typeof value.createdAt === "string" ? isoOf(Date.parse(value.createdAt)) : isoOf(0);
  return [
    ...labelsOn(looking, uri3),
    ...(labels?.values ?? []).map(({ val }) => ({ src: did3, uri: uri3, cid: cid2, val, cts }))
  ];
}
var labelsOn = ({ sky }, subject) => sky.state.labels.filter(({ uri: uri3 }) => uri3 === subject).map(({ at, src, uri: uri3, val }) => ({ src, uri: uri3, val, cts: isoOf(at) }));
function blobIn(value) {
  const { ref } = value ?? {};
  return ref?.$link;
}

// dist/sandbox/bluesky/views/notifications.js
function showNotifications(looking, { cursor, limit, reasons }) {
  const { seen, sky, viewer } = looking;
  if (cursor !== void 0 && Number.isNaN(Date.parse(cursor)))
    throw new Refused(502, "InternalServerError", "Internal Server Error");
  const all = (seen.notifications[viewer] ?? []).filter(({ subject }) => subject === void 0 || seen.records[subject] !== void 0).toSorted((a, b) => b.sortAt - a.sortAt);
  const isAsked = ({ reason }) => reasons === void 0 || reasons.includes(reason);
  let lastSeen;
  const page = filledPage(limit, cursor, (size, from) => {
    const before = Math.min(from === void 0 ? Infinity : Date.parse(from), sky.world.clock.now());
    const rest = all.filter(({ sortAt }) => sortAt < before);
    const read = rest.slice(0, size);
    if (from === void 0)
      lastSeen = read.find(isAsked)?.sortAt;
    const last = read.at(-1);
    return {
      items: read.filter(isAsked).flatMap((one) => show(looking, one, from === void 0 ? lastSeen : void 0) ?? []),
      cursor: rest.length > size && last ? isoOf(last.sortAt) : void 0
    };
  });
  return {
    notifications: page.items,
    cursor: page.cursor,
    priority: false,
    seenAt: lastSeen === void 0 ? void 0 : isoOf(lastSeen)
  };
}
function show(looking, { reason, sortAt, subject, uri: uri3 }, lastSeen) {
  const { seen, viewer } = looking;
  const record2 = seen.records[uri3];
  const did3 = didIn(uri3);
  if (!record2 || isMuted(looking, did3) || isBlockBetween(looking, viewer, did3))
    return void 0;
  if (reason === "reply" && isPost(record2)) {
    const root = asPost(record2.value).reply?.root.uri ?? "";
    const gate = seen.records[besides(root, "app.bsky.feed.threadgate")];
    if (didIn(root) === viewer && listOf(gate?.value.hiddenReplies).includes(uri3))
      return void 0;
  }
  const author = showProfile(looking, did3);
  return author && {
    uri: uri3,
    cid: record2.cid,
    author,
    reason,
    reasonSubject: subject,
    record: record2.value,
    isRead: lastSeen === void 0 || lastSeen > sortAt,
    indexedAt: isoOf(sortAt),
    labels: showLabels(looking, record2)
  };
}

// dist/sandbox/bluesky/model/accounts.js
var domain = ".test";
var base322 = "abcdefghijklmnopqrstuvwxyz234567";
var passwordLetters = "abcdefghijklmnopqrstuvwxyz234567";
function accountOf({ state }, didOrHandle) {
  const byDid = state.accounts[didOrHandle];
  if (byDid || didOrHandle.startsWith("did:"))
    return byDid;
  const handle2 = didOrHandle.toLowerCase();
  return Object.values(state.accounts).find((one) => one.handle === handle2);
}
function addAccount(sky, { createdAt, did: did3, email, handle: handle2, password }) {
  const lower = handle2.toLowerCase();
  if (accountOf(sky, lower))
    throw refused(`Handle already taken: ${lower}`);
  const account = {
    did: did3 ?? `did:plc:${sky.world.random.text(24, base322)}`,
    handle: lower,
    email: email ?? `${lower}@example.com`,
    password,
    appPasswords: [],
    status: "active",
    createdAt: createdAt ?? sky.world.clock.now(),
    mutes: []
  };
  sky.state.accounts[account.did] = account;
  sky.state.seen.actors[account.did] = { handle: account.handle, status: account.status };
  return account;
}
function tellOf({ state, world }, { did: did3, handle: handle2, status }) {
  state.told.push({ kind: "account", at: world.clock.now(), did: did3, handle: handle2, status });
}
function rename(sky, account, handle2) {
  const lower = handle2.toLowerCase();
  const holder = accountOf(sky, lower);
  if (holder && holder !== account)
    throw refused(`Handle already taken: ${lower}`, "HandleNotAvailable");
  account.handle = lower;
  tellOf(sky, account);
}
function checkHandle(handle2) {
  const lower = handle2.toLowerCase();
  if (!lower.endsWith(domain))
    throw refused("Not a supported handle domain", "UnsupportedDomain");
  const front = lower.slice(0, -domain.length);
  if (front.includes("."))
    throw refused("Invalid characters in handle", "InvalidHandle");
  if (front.length < 3)
    throw refused("Handle too short", "InvalidHandle");
  if (front.length > 18)
    throw refused("Handle too long", "InvalidHandle");
}
var newAppPassword = ({ world: { random } }) => Array.from({ length: 4 }, () => random.text(4, passwordLetters)).join("-");
function revoke({ state }, account, name) {
  const ends = (one) => one !== void 0 && (name === void 0 || one === name);
  account.appPasswords = account.appPasswords.filter((one) => !ends(one.name));
  for (const [id, token] of Object.entries(state.refreshTokens)) {
    if (token.did === account.did && ends(token.appPassword))
      delete state.refreshTokens[id];
  }
}

// dist/sandbox/bluesky/acts/needed.js
var handleOf = (given) => {
  const handle2 = given.replace(/^@/, "").toLowerCase();
  return handle2.includes(".") ? handle2 : `${handle2}${domain}`;
};
function needAccount(sky, act, handle2) {
  const account = accountOf(sky, handleOf(handle2));
  if (account)
    return account;
  const there = Object.values(sky.state.accounts).map((one) => one.handle);
  throw new Error(`${act}: there is no account '${handle2}'. There is: ${there.join(", ")}.`);
}
function needActor(sky, act, handle2) {
  const account = needAccount(sky, act, handle2);
  if (account.status !== "active")
    throw new Error(`${act}: ${account.handle} is ${account.status}.`);
  return account;
}
function needRecord(sky, act, uri3) {
  const found = recordAt(sky, uri3);
  if (!found)
    throw new Error(`${act}: there is no '${uri3}', or it was deleted.`);
  return found;
}

// dist/sandbox/bluesky/acts/looking.js
function lookingActs(sky) {
  const write = (kind, detail) => sky.world.journal.write("bluesky", kind, detail);
  const posts = () => Object.values(sky.state.records).filter(isPost).sort((a, b) => a.at - b.at || (a.rkey < b.rkey ? -1 : 1));
  return {
    accounts(args) {
      readArguments("accounts", args, {});
      return { accounts: Object.values(sky.state.accounts).map((one) => lookAtAccount(sky, one)) };
    },
    account(args) {
      const { handle: handle2 } = readArguments("account", args, { handle: "string" });
      const account = needAccount(sky, "account", handle2);
      const named = (did3) => sky.state.accounts[did3]?.handle ?? did3;
      const subjects = (collection) => recordsOf(sky, account.did, collection).map(({ value }) => named(subjectOf(value)));
      const followers = Object.values(sky.state.accounts).filter(({ did: did3 }) => recordsOf(sky, did3, "app.bsky.graph.follow").some(({ value }) => subjectOf(value) === account.did));
      return {
        ...lookAtAccount(sky, account),
        followers: followers.map((one) => one.handle),
        following: [...new Set(subjects("app.bsky.graph.follow"))],
        blocks: [...new Set(subjects("app.bsky.graph.block"))],
        mutes: account.mutes.map(named)
      };
    },
    posts(args) {
      readArguments("posts", args, {});
      return { posts: posts().map((one) => lookAtPost(sky, one)) };
    },
    timeline(args) {
      const { handle: handle2 } = readArguments("timeline", args, { handle: "string" });
      const { did: did3 } = needAccount(sky, "timeline", handle2);
      return { posts: recordsOf(sky, did3, "app.bsky.feed.post").map((one) => lookAtPost(sky, one)) };
    },
    notifications(args) {
      const { handle: handle2 } = readArguments("notifications", args, { handle: "string" });
      const { did: did3 } = needAccount(sky, "notifications", handle2);
      const { notifications } = showNotifications({ sky, seen: seenNow(sky), viewer: did3 }, { limit: 100 });
      return { notifications };
    },
    lag(args) {
      const { ms = usualLagMs } = readArguments("lag", args, { ms: "number?" });
      seenNow(sky);
      sky.state.lagMs = whole("lag", "ms", ms, 0) ?? usualLagMs;
      write("lag", { ms });
      return { ms };
    },
    limits(args) {
      const { on } = readArguments("limits", args, { on: "boolean" });
      sky.state.hasLimits = on;
      write("limits", { on });
      return { on };
    },
    appView(args) {
      const { down } = readArguments("appView", args, { down: "boolean" });
      seenNow(sky);
      sky.state.isAppViewDown = down;
      if (!down)
        sky.state.upSince = sky.world.clock.now();
      write("appView", { down });
      return { down };
    }
  };
}
var usualLagMs = 300;
function lookAtAccount(sky, { did: did3, handle: handle2, status }) {
  const { description: description2 = "", displayName = handle2, labels } = recordAt(sky, `at://${did3}/app.bsky.actor.profile/self`)?.value ?? {};
  const own = labels?.values ?? [];
  const given = sky.state.labels.filter(({ uri: uri3 }) => uri3 === did3);
  return {
    did: did3,
    handle: handle2,
    name: displayName,
    description: description2,
    status,
    labels: [...own, ...given].map(({ val }) => val)
  };
}
function lookAtPost(sky, { at, cid: cid2, deletedAt, did: did3, uri: uri3, value, versions: versions2 }) {
  const post2 = asPost(value);
  const quotes = quotedIn(post2)?.uri;
  const media2 = post2.embed?.$type === "app.bsky.embed.recordWithMedia" ? post2.embed.media : post2.embed;
  const images2 = media2?.images ?? [];
  return {
    uri: uri3,
    cid: cid2,
    by: sky.state.accounts[did3]?.handle,
    text: post2.text,
    at,
    createdAt: post2.createdAt,
    ...post2.reply && { reply_to: post2.reply.parent.uri, root: post2.reply.root.uri },
    ...quotes !== void 0 && { quotes },
    ...images2.length > 0 && {
      photos: images2.map(({ alt }) => alt),
      pictures: images2.map(({ image }) => pictureUrl("feed_thumbnail", did3, blobIn(image) ?? ""))
    },
    deleted: deletedAt !== void 0,
    versions: versions2
  };
}

// dist/sandbox/bluesky/seed.js
var deskPassword = "sand-boxa-pppa-sswd";
var centralLibrary = { handle: "centrallibrary.test", name: "Central Library" };
var description = "Books, people, quiet corners. We answer here on weekdays.";
function seedState(world, { did: did3, handle: handle2, name } = centralLibrary) {
  const state = {
    ours: "",
    accounts: {},
    records: {},
    told: [],
    seen: unseen(),
    labels: [],
    refreshTokens: {},
    blobs: {},
    windows: {},
    hasLimits: true,
    lagMs: 0,
    isAppViewDown: false,
    upSince: 0,
    lastKey: 0
  };
  const sky = { world, state };
  const createdAt = Date.UTC(2024, 1, 6);
  const library = addAccount(sky, { did: did3, handle: handle2, password: "sandbox-library-password", createdAt });
  library.appPasswords.push({ name: "desk", password: deskPassword, createdAt, privileged: false });
  putRecord(sky, library, {
    collection: "app.bsky.actor.profile",
    rkey: "self",
    record: { displayName: name, description }
  });
  seenNow(sky);
  return { ...state, ours: library.did, lagMs: usualLagMs };
}

// dist/sandbox/x/model/compose.js
import twitter from "twitter-text";

// dist/sandbox/x/model/people.js
function accountById(x, id) {
  const account = x.state.accounts[id];
  if (!account)
    throw new Error(`No account ${id}.`);
  return account;
}
function accountByHandle(x, handle2) {
  return x.state.accounts[x.state.handles[handle2.toLowerCase()] ?? ""];
}
function isFollowing(x, by, whom) {
  return x.state.follows.some((follow) => follow.by === by && follow.whom === whom && !follow.pending);
}
function isBlocking(x, by, whom) {
  return x.state.blocks.some((block) => block.by === by && block.whom === whom);
}
function versions(x, post2) {
  return x.state.edits[post2.firstId] ?? [post2.id];
}
function isNewestVersion(x, post2) {
  return versions(x, post2).at(-1) === post2.id;
}
function maySeePostsOf(x, viewer, author) {
  if (author.id === viewer.id)
    return true;
  if (author.status !== "active" || isBlocking(x, author.id, viewer.id))
    return false;
  return !author.protected || isFollowing(x, viewer.id, author.id);
}
function whyUnseen(x, viewer, post2) {
  if (!post2 || post2.deleted || post2.visibleAt > x.world.clock.now())
    return "not-found";
  const author = accountById(x, post2.authorId);
  if (author.status !== "active")
    return "not-found";
  if (!maySeePostsOf(x, viewer, author))
    return "not-authorized";
  return post2.reposts === void 0 ? void 0 : whyUnseen(x, viewer, x.state.posts[post2.reposts]);
}
function mentionsAccount(post2, accountId) {
  return post2.entities.mentions?.some((mention) => mention.id === accountId) ?? false;
}
function receivesMessagesFrom(x, recipient, sender) {
  if (recipient.status !== "active" || recipient.messagesFrom === "nobody")
    return false;
  if (isBlocking(x, recipient.id, sender.id) || isBlocking(x, sender.id, recipient.id))
    return false;
  if (recipient.messagesFrom === "everyone" || isFollowing(x, recipient.id, sender.id))
    return true;
  const conversation = oneToOne(sender.id, recipient.id);
  return x.state.messages.some((message) => message.conversationId === conversation && message.senderId === recipient.id);
}
function oneToOne(a, b) {
  return BigInt(a) < BigInt(b) ? `${a}-${b}` : `${b}-${a}`;
}

// dist/sandbox/x/model/compose.js
function weightedLength(written) {
  return twitter.parseTweet(written).weightedLength;
}
function isLong(written) {
  return weightedLength(written) > 280;
}
function tooLong(written, { premium }) {
  return premium ? weightedLength(written) > 25e3 : isLong(written);
}
function hasLink(written) {
  return twitter.extractUrls(written).length > 0;
}
function leadingHandles(text) {
  const run = /^(?:\s*@\w{1,15}(?=\s|$))+/.exec(text)?.[0] ?? "";
  return run.split(/[\s@]+/).flatMap((handle2) => handle2 ? [handle2.toLowerCase()] : []);
}
function compose(x, parts) {
  const urls = [];
  const mentions = [];
  const hashtags = [];
  const cashtags = [];
  let text = "";
  let length = 0;
  const add = (piece) => {
    const start = length;
    text += piece;
    length += [...piece].length;
    return { start, end: length };
  };
  const shortened = () => `https://t.co/${x.world.random.text(10, alphanumeric)}`;
  const addUrl = (expanded_url, display_url) => {
    const url = shortened();
    urls.push({ ...add(url), url, expanded_url, display_url });
  };
  const addName = (shown2, account) => {
    mentions.push({ ...add(shown2), username: account.handle, id: account.id });
  };
  for (const account of parts.names ?? []) {
    addName(`@${account.handle}`, account);
    add(" ");
  }
  const wordsStart = length;
  let at = 0;
  for (const entity of twitter.extractEntitiesWithIndices(parts.written)) {
    const [start, end] = entity.indices;
    add(escapeText(parts.written.slice(at, start)));
    const shown2 = parts.written.slice(start, end);
    at = end;
    if ("url" in entity) {
      const expanded = /^https?:\/\//i.test(entity.url) ? entity.url : `http://${entity.url}`;
      addUrl(expanded, displayUrl(expanded));
    } else if ("screenName" in entity) {
      const account = accountByHandle(x, entity.screenName);
      if (account?.status === "active")
        addName(shown2, account);
      else
        add(shown2);
    } else if ("hashtag" in entity) {
      hashtags.push({ ...add(shown2), tag: entity.hashtag });
    } else {
      cashtags.push({ ...add(shown2), tag: entity.cashtag });
    }
  }
  add(escapeText(parts.written.slice(at)));
  if (parts.quoted) {
    if (length > 0)
      add(" ");
    const address = `https://x.com/${parts.quoted.author.handle}/status/${parts.quoted.post.id}`;
    addUrl(address, displayUrl(address));
  }
  const { media: media2 = [] } = parts;
  if (media2.length > 0) {
    if (length > 0)
      add(" ");
    const url = shortened();
    const span = add(url);
    const display_url = `pic.x.com/${url.slice(-10)}`;
    for (const { key, kind } of media2) {
      const expanded_url = `${parts.address}/${kind === "video" ? "video" : "photo"}/1`;
      urls.push({ ...span, url, expanded_url, display_url, media_key: key });
    }
  }
  return {
    text,
    wordsStart,
    entities: {
      ...urls.length > 0 && { urls },
      ...mentions.length > 0 && { mentions },
      ...hashtags.length > 0 && { hashtags },
      ...cashtags.length > 0 && { cashtags }
    }
  };
}
var alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function escapeText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function displayUrl(url) {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  return bare.length > 27 ? `${bare.slice(0, 26)}\u2026` : bare;
}

// dist/sandbox/x/model/ids.js
var epochMs = 1288834974657n;
function nextId(x, atMs = x.world.clock.now()) {
  const machine = BigInt(x.world.random.integer(1024));
  const made = BigInt(Math.floor(atMs)) - epochMs << 22n | machine << 12n;
  const last = BigInt(x.state.lastId);
  x.state.lastId = String(made > last ? made : last + 1n);
  return x.state.lastId;
}
function newestFirst2(a, b) {
  if (a === b)
    return 0;
  return isAfter(a, b) ? -1 : 1;
}
function isAfter(a, b) {
  return BigInt(a) > BigInt(b);
}

// dist/sandbox/x/model/publish.js
function frontNames(x, author, draft) {
  const target = draft.replyTo === void 0 ? void 0 : x.state.posts[draft.replyTo];
  if (!target)
    return [];
  const already = new Set(leadingHandles(draft.written));
  const left = new Set(draft.withoutNames ?? []);
  left.delete(target.authorId);
  const ids = draft.carried ?? [target.authorId, ...(target.entities.mentions ?? []).map(({ id }) => id)];
  return [...new Set(ids)].filter((id) => id !== author.id && !left.has(id)).map((id) => accountById(x, id)).filter(({ handle: handle2 }) => !already.has(handle2.toLowerCase()));
}
function publish(x, author, draft, via, at) {
  const now = at ?? x.world.clock.now();
  const id = nextId(x, now);
  const target = draft.replyTo === void 0 ? void 0 : x.state.posts[draft.replyTo];
  const ours = author.id === x.state.ours ? x.state.ownPostsOmit : void 0;
  const post2 = build(x, author, { ...draft, omits: [...draft.omits ?? [], ...ours ?? []] }, {
    id,
    firstId: id,
    conversationId: target ? conversationOf(target) : id,
    createdAt: now,
    via
  });
  x.state.posts[id] = post2;
  return post2;
}
function edit(x, before, written, carried = namesInFront(before)) {
  const author = accountById(x, before.authorId);
  const id = nextId(x);
  const draft = {
    written,
    replySettings: before.replySettings,
    ...kept(before),
    ...before.replyTo && { carried },
    ...before.replyTo && { replyTo: before.replyTo.postId },
    ...before.quotes !== void 0 && { quotes: before.quotes }
  };
  const post2 = build(x, author, draft, {
    id,
    firstId: before.firstId,
    conversationId: before.replyTo ? before.conversationId : id,
    createdAt: x.world.clock.now(),
    via: before.via
  });
  x.state.posts[id] = post2;
  x.state.edits[before.firstId] = [...x.state.edits[before.firstId] ?? [before.firstId], id];
  return post2;
}
function namesInFront(post2) {
  return (post2.entities.mentions ?? []).flatMap(({ id, start }) => start < post2.wordsStart ? [id] : []);
}
function kept({ media: media2, poll, sensitive, omits }) {
  return {
    ...media2?.length && { media: media2 },
    ...poll && { poll },
    ...sensitive && { sensitive },
    ...omits?.length && { omits }
  };
}
function conversationOf(target) {
  return target.replyTo ? target.conversationId : target.firstId;
}
function build(x, author, draft, fixed) {
  const target = draft.replyTo === void 0 ? void 0 : x.state.posts[draft.replyTo];
  const quoted = draft.quotes === void 0 ? void 0 : x.state.posts[draft.quotes];
  const { timelineMs, mentionsMs } = x.state.lag;
  return {
    ...fixed,
    authorId: author.id,
    written: draft.written,
    ...compose(x, {
      written: draft.written,
      names: frontNames(x, author, draft),
      media: draft.media ?? [],
      address: `https://x.com/${author.handle}/status/${fixed.id}`,
      ...quoted && { quoted: { post: quoted, author: accountById(x, quoted.authorId) } }
    }),
    ...target && { replyTo: { postId: target.id, userId: target.authorId } },
    ...draft.quotes !== void 0 && { quotes: draft.quotes },
    ...kept(draft),
    replySettings: draft.replySettings ?? "everyone",
    deleted: false,
    visibleAt: 0,
    timelineAt: fixed.createdAt + timelineMs,
    mentionsAt: fixed.createdAt + mentionsMs
  };
}

// dist/sandbox/x/seed.js
var deskHandle = "centrallibrary";
var deskKeys = {
  appKey: "sandbox-app-key",
  appSecret: "sandbox-app-secret",
  accessToken: "1200000000000000001-sandbox-access-token",
  accessSecret: "sandbox-access-secret"
};
var hourMs = 36e5;
var earlierPosts = [
  {
    hoursAgo: 50,
    text: "Our reading room opens at 9 again from Monday. Bring a scarf: the heating is new to it too."
  },
  { hoursAgo: 26, text: "Story time moves to the garden this Thursday at 10:30. Bears welcome." },
  { hoursAgo: 3, text: "Which book did you last press into somebody\u2019s hands?" }
];
var centralLibrary2 = { handle: deskHandle, name: "Central Library" };
function seedState2(world, { handle: handle2, name } = centralLibrary2) {
  const now = world.clock.startedAt;
  const library = {
    id: "1200000000000000001",
    handle: handle2,
    name,
    description: "Books, people, quiet corners. We answer here on weekdays.",
    descriptionEntities: {},
    createdAt: Date.UTC(2019, 11, 1),
    protected: false,
    status: "active",
    messagesFrom: "everyone",
    credentials: { ...deskKeys, permissions: "messages", ownsApp: true }
  };
  const state = {
    accounts: { [library.id]: library },
    ours: library.id,
    handles: { [handle2.toLowerCase()]: library.id },
    posts: {},
    edits: {},
    follows: [],
    blocks: [],
    messages: [],
    browsers: {},
    windows: {},
    charges: [],
    creditsMills: null,
    spendCapMills: null,
    plan: "self-serve",
    lag: { timelineMs: 0, mentionsMs: 0, followersMs: 0 },
    takesDuplicates: false,
    spelling: "asked",
    lastId: "0",
    lastFollow: 0
  };
  const x = { world, state, nonces: /* @__PURE__ */ new Map() };
  for (const { hoursAgo, text } of earlierPosts) {
    publish(x, library, { written: text }, "x", now - hoursAgo * hourMs);
  }
  return state;
}

export {
  readArguments,
  oneOf,
  whole,
  isPost,
  asPost,
  didIn,
  besides,
  quotedIn,
  isGatedFor,
  isEmbeddingClosed,
  isDetached,
  hasFormat,
  object,
  Unfit,
  check,
  cidOfBlob,
  Refused,
  refused,
  recordAt,
  putRecord,
  createRecord,
  deleteRecord,
  recordsOf,
  subjectOf,
  seenNow,
  filledPage,
  pageByTime,
  isoOf,
  pictureUrl,
  showBasic,
  showProfile,
  showDetailed,
  relationOf,
  isBlockBetween,
  isMuted,
  showLabels,
  blobIn,
  showNotifications,
  domain,
  accountOf,
  addAccount,
  tellOf,
  rename,
  checkHandle,
  newAppPassword,
  revoke,
  handleOf,
  needAccount,
  needActor,
  needRecord,
  lookingActs,
  lookAtAccount,
  lookAtPost,
  deskPassword,
  centralLibrary,
  seedState,
  accountById,
  accountByHandle,
  isFollowing,
  isBlocking,
  versions,
  isNewestVersion,
  maySeePostsOf,
  whyUnseen,
  mentionsAccount,
  receivesMessagesFrom,
  oneToOne,
  isLong,
  tooLong,
  hasLink,
  compose,
  nextId,
  newestFirst2 as newestFirst,
  isAfter,
  frontNames,
  publish,
  edit,
  namesInFront,
  deskKeys,
  centralLibrary2,
  seedState2
};
