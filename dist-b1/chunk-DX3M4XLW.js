// dist/core/network/bluesky-ids.js
var encode = (part) => part.replace(/[^a-zA-Z0-9]/gu, (character) => `__${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
var decode = (part) => part.replace(/__([0-9a-f]{2})/gu, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
var PARTS = /((?:[a-zA-Z0-9]|__[0-9a-f]{2})+)(?:_|$)/gu;
var partsOf = (id) => [...id.matchAll(PARTS)].map(([, part = ""]) => decode(part));
function accountIdOf(did) {
  const [, method = "", ...rest] = did.split(":");
  return `${encode(method)}_${encode(rest.join(":"))}`;
}
function didOf(account) {
  const [method = "", rest = ""] = partsOf(account);
  return `did:${method}:${rest}`;
}
var postIdOf = ({ did, rkey, cid }) => [encode(rkey), accountIdOf(did), ...cid ? [encode(cid)] : []].join("_");
function refOf(id) {
  const [rkey = "", method = "", rest = "", cid] = partsOf(id);
  return { did: `did:${method}:${rest}`, rkey, ...cid ? { cid } : {} };
}
var postUri = ({ did, rkey }) => `at://${did}/${postCollection}/${rkey}`;
function refOfUri(uri, cid) {
  const [, did, rkey] = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/u.exec(uri) ?? [];
  return did && rkey ? { did, rkey, ...cid ? { cid } : {} } : void 0;
}
var postCollection = "app.bsky.feed.post";

// dist/core/network/bluesky-names.js
var NAME = /(?<=^|[\s(])@(?<handle>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)/giu;
var namesIn = (text) => [...text.matchAll(NAME)].map(({ 0: name, groups, index }) => ({
  handle: (groups?.handle ?? "").toLowerCase(),
  start: index,
  end: index + name.length
}));
var handlesIn = (text) => [
  ...new Set(namesIn(text).map(({ handle }) => handle))
];

// dist/core/ids.js
var deskId = (id) => id;
var cardId = (id) => id;
var panelId = (id) => id;
var actId = (id) => id;
var postId = (id) => id;
var accountId = (id) => id;
var fileId = (id) => id;
var slackUserId = (id) => id;
var boot = (id) => id;
var token = (id) => id;
function compareIds(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

export {
  accountIdOf,
  didOf,
  postIdOf,
  refOf,
  postUri,
  refOfUri,
  postCollection,
  namesIn,
  handlesIn,
  deskId,
  cardId,
  panelId,
  actId,
  postId,
  accountId,
  fileId,
  slackUserId,
  boot,
  token,
  compareIds
};
