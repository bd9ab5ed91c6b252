import {
  didOf,
  handlesIn,
  panelId,
  refOf,
  slackUserId
} from "./chunk-DX3M4XLW.js";

// dist/core/redis-address.js
var clusterAddress = /^(rediss?)\+cluster:\/\/(?:([^@/]*)@)?([^@/]+)\/?$/;
var nodeAddress = /^(\[[\da-fA-F:]+\]|[^:[\]]+)(?::(\d{1,5}))?$/;
var usualPort = 6379;
var redisAddressForms = "redis://host:port or rediss://host:port, with /number for a database, or redis+cluster://host:port,host:port,\u2026 for a cluster";
function parseRedisAddress(text) {
  const [, scheme, credentials, nodes] = clusterAddress.exec(text) ?? [];
  if (nodes !== void 0)
    return clusterAt(scheme === "rediss", credentials, nodes.split(","));
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (!url || !["redis:", "rediss:"].includes(url.protocol))
    return void 0;
  if (!/^\/?\d*$/.test(url.pathname) || decoded(url.username + url.password) === void 0)
    return void 0;
  return { kind: "single", url: url.href, where: url.host };
}
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return void 0;
  }
}
function clusterAt(tls, credentials, named) {
  const nodes = named.flatMap((one) => {
    const [, host, port = String(usualPort)] = nodeAddress.exec(one.trim()) ?? [];
    return host !== void 0 && Number(port) <= 65535 ? [{ host: host.replace(/^\[|\]$/g, ""), port: Number(port) }] : [];
  });
  if (nodes.length < named.length)
    return void 0;
  const [, name = "", secret = ""] = /^([^:]*):?(.*)$/s.exec(credentials ?? "") ?? [];
  const [username, password] = [decoded(name), decoded(secret)];
  if (username === void 0 || password === void 0)
    return void 0;
  return {
    kind: "cluster",
    nodes,
    tls,
    where: named.length > 1 ? `${named[0]} and ${named.length - 1} more` : named[0] ?? "",
    ...username ? { username } : {},
    ...password ? { password } : {}
  };
}

// dist/core/money/bill.js
import twitter from "twitter-text";
function addBills(bills) {
  const byCall = {};
  for (const bill of bills) {
    for (const [call, { charged, microUsd }] of Object.entries(bill.byCall)) {
      const sum = byCall[call] ?? { charged: 0, microUsd: 0 };
      byCall[call] = { charged: sum.charged + charged, microUsd: sum.microUsd + microUsd };
    }
  }
  return { microUsd: bills.reduce((sum, { microUsd }) => sum + microUsd, 0), byCall };
}
var forOutcomes = (call) => `${call} for outcomes`;
var kindOfCall = {
  "GET /2/users/:id/mentions": "mentions",
  "GET /2/users/:id/followers": "followers",
  "GET /2/users/:id/tweets": "timelines",
  "GET /2/tweets": "rereads",
  "GET /2/users/by/username/:username": "people",
  "GET /2/users/me": "people",
  "GET /2/users": "people",
  "GET /2/users/:id/followers for outcomes": "outcomes",
  "GET /2/users for outcomes": "outcomes",
  "POST /2/tweets": "answers",
  "DELETE /2/tweets/:id": "removals",
  "GET /2/dm_events": "private-read",
  "POST /2/dm_conversations/with/:participant_id/messages": "private-answers"
};
function spentByKind({ byCall }) {
  const sums = /* @__PURE__ */ new Map();
  for (const [call, { charged, microUsd }] of Object.entries(byCall)) {
    const kind = kindOfCall[call] ?? "other";
    const sum = sums.get(kind) ?? { kind, microUsd: 0, count: 0 };
    sums.set(kind, { kind, microUsd: sum.microUsd + microUsd, count: sum.count + charged });
  }
  return [...sums.values()].filter(({ microUsd }) => microUsd > 0).sort((a, b) => b.microUsd - a.microUsd);
}
var microUsdPerUsd = 1e6;
function budgetLevelOf(billMicroUsd, budget) {
  if (!budget)
    return "none";
  const used = billMicroUsd / (budget.monthlyUsd * microUsdPerUsd);
  if (used >= 1)
    return "stopped";
  if (used >= 0.95)
    return "slower";
  return used >= 0.8 ? "slow" : "none";
}
function scarceMicroUsd(billMicroUsd, { monthlyUsd }) {
  const left = Math.max(0, monthlyUsd * microUsdPerUsd - billMicroUsd);
  return left < monthlyUsd * microUsdPerUsd * 0.1 ? left : void 0;
}
var pollSlowdown = {
  none: 1,
  slow: 2,
  slower: 5,
  stopped: 5
};
function postPrice(prices, text, summoned) {
  if (!prices)
    return 0;
  if (twitter.extractUrls(text).length > 0)
    return prices.createWithLink;
  return summoned ? prices.createSummoned : prices.create;
}
var usd = (microUsd) => `$${(microUsd / 1e6).toFixed(2)}`;
var priceText = (microUsd) => microUsd % 1e4 === 0 ? usd(microUsd) : `$${(microUsd / 1e6).toFixed(3)}`;

// dist/core/network/networks.js
import twitter2 from "twitter-text";
var networks = {
  x: {
    id: "x",
    name: "X",
    characters: {
      usual: 280,
      long: 25e3,
      count: (text) => twitter2.parseTweet(text).weightedLength,
      inPrivate: 1e4
    },
    handle: /^\w{1,15}$/u,
    exampleHandle: "maya_reads",
    namesIn: (text) => twitter2.extractMentions(text),
    profileAddress: xProfile(),
    origin: "https://x.com",
    places: { post: (post) => ({ post }), account: (user) => ({ user }) },
    paths: {
      post: "/i/status/{post}",
      profile: "/{handle}",
      account: "/i/user/{user}",
      replies: "/{handle}/with_replies",
      followers: "/{handle}/followers",
      follow: "/intent/follow?user_id={user}",
      composer: "/intent/tweet?in_reply_to={post}",
      composerText: "&text={text}",
      conversation: "/messages/{conversation}",
      newPost: "/intent/tweet?text={text}"
    },
    pictures: /^https:\/\/(?:pbs|abs)\.twimg\.com\/[^\s"<>]{1,500}$/u,
    byApi: {
      "self-serve": { greet: false, followBack: false },
      enterprise: { greet: true, followBack: true }
    },
    prices: {
      post: 5e3,
      user: 1e4,
      owned: 1e3,
      create: 15e3,
      createSummoned: 1e4,
      createWithLink: 2e5,
      delete: 1e4,
      privateMessage: 1e4,
      createPrivate: 15e3
    },
    once: false,
    isVersioned: true,
    hearsFollows: false
  },
  bluesky: {
    id: "bluesky",
    name: "Bluesky",
    characters: { usual: 300, long: 300, count: graphemes, inPrivate: 0, bytes: 3e3 },
    handle: /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu,
    exampleHandle: "maya.bsky.social",
    namesIn: handlesIn,
    profileAddress: /^<?(?:https?:\/\/)?(?:www\.)?bsky\.app\/profile\/@?(?<handle>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#|].*)?>?$/iu,
    origin: "https://bsky.app",
    places: {
      post: (post) => ({ user: refOf(post).did, post: refOf(post).rkey }),
      account: (user) => ({ user: didOf(user) })
    },
    paths: {
      post: "/profile/{user}/post/{post}",
      profile: "/profile/{handle}",
      account: "/profile/{user}",
      replies: "/profile/{handle}",
      followers: "/profile/{handle}/followers",
      follow: "/profile/{user}",
      newPost: "/intent/compose?text={text}"
    },
    pictures: /^https:\/\/cdn\.bsky\.app\/[^\s"<>]{1,500}$/u,
    byApi: {
      "self-serve": { greet: true, followBack: true },
      enterprise: { greet: true, followBack: true }
    },
    once: true,
    isVersioned: false,
    hearsFollows: true
  }
};
var inGraphemes = new Intl.Segmenter();
function graphemes(text) {
  let count = 0;
  for (const _ of inGraphemes.segment(text))
    count += 1;
  return count;
}
function xProfile() {
  const pages = "i|home|explore|search|hashtag|intent|messages|notifications|settings";
  const site = String.raw`(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/`;
  const person = String.raw`@?(?!(?:${pages})(?:[/?#|>]|$))(?<handle>\w{1,15})(?:[/?#|].*)?`;
  return new RegExp(`^<?${site}${person}>?$`, "iu");
}
function networkAddress(origin, path, fill) {
  return origin + path.replace(/\{(\w+)\}/gu, (_, name) => encodeURIComponent(fill[name] ?? ""));
}

// dist/core/rota/cover.js
var askedAlone = (requests, person, now) => requests.filter(({ asked, askedBy, over, takenBy, toMs, whose }) => asked && !over && !takenBy && toMs > now && [whose, askedBy].includes(person));
var agreedCovers = (requests, keyOf) => requests.flatMap(({ fromMs, toMs, whose, takenBy, over }) => {
  const of = keyOf(whose);
  const by = takenBy && keyOf(takenBy);
  return of && by && over?.how !== "undone" ? [{ fromMs, toMs, of, by }] : [];
});
function coverMessages({ id, whose, asked, askedBy, takenBy, over }) {
  const told = takenBy ? [.../* @__PURE__ */ new Set([whose, askedBy, takenBy])].filter((one) => one !== asked) : [];
  const undone = over?.how === "undone" ? [.../* @__PURE__ */ new Set([whose, askedBy, takenBy])] : [];
  return [
    { id: panelId(`cover-${id}`), part: "asked", ...asked ? { to: asked } : {} },
    ...told.map((to) => ({ id: panelId(`cover-${id}-taken-${to}`), part: "taken", to })),
    ...undone.flatMap((to) => to && to !== over?.by ? [{ id: panelId(`cover-${id}-undone-${to}`), part: "undone", to }] : [])
  ];
}

// dist/core/desk/desk-now.js
function deskNow(desk, { covers, notes, starters, pause, failing, colleagues, theirColleagues, channel, dated }) {
  const { rota } = desk;
  const staff = staffNow(desk, colleagues, theirColleagues);
  const staffKeyOf = (person) => [...staff, ...rota.staff].find(({ slackId }) => slackId === person)?.key ?? person;
  return {
    ...desk,
    ...starters ? { savedStarters: starters } : {},
    listedStaff: rota.staff,
    ...channel ? { channelName: channel.name } : {},
    ...colleagues ? { outsiders: othersOf(desk, staff, colleagues) } : {},
    ...notes ? { notes } : {},
    ...pause ? { pause } : {},
    ...failing ? { failing } : {},
    rota: {
      ...rota,
      staff,
      dated: dated ?? rota.dated,
      covers: [...rota.covers, ...agreedCovers(covers, staffKeyOf)]
    }
  };
}
function staffNow(desk, colleagues, theirs) {
  if (!desk.like || desk.membership === "list")
    return colleagues ? staffOf(desk, colleagues) : desk.rota.staff;
  const staff = theirs ? staffOf(desk, theirs) : desk.rota.staff;
  if (!colleagues)
    return staff;
  const here = new Set(colleagues.filter(isColleague).map(({ id }) => id));
  return staff.map((one) => here.has(one.slackId) ? one : { ...one, gone: true });
}
function withStaff(desk, colleagues) {
  const listedStaff = desk.listedStaff ?? desk.rota.staff;
  const listed = { ...desk, rota: { ...desk.rota, staff: listedStaff } };
  const staff = staffOf(listed, colleagues);
  const outsiders = othersOf(listed, staff, colleagues);
  return { ...desk, listedStaff, outsiders, rota: { ...desk.rota, staff } };
}
function staffOf(desk, colleagues) {
  const { membership, rota } = desk;
  const known = new Map(colleagues.map((one) => [one.id, one]));
  if (membership === "list") {
    const answers = rota.staff.filter(({ slackId }) => !known.get(slackId)?.guest && !known.get(slackId)?.deactivated);
    return answers.map((one) => known.get(one.slackId)?.left ? { ...one, gone: true } : one);
  }
  const members = colleagues.filter(isColleague);
  const isListed = ({ slackId }) => members.some(({ id }) => id === slackId);
  const emailOf = (slackId) => known.get(slackId)?.email;
  const named = rota.staff.filter((one) => !one.unsaid?.includes("name"));
  const nameOf = (one) => shortName(one, [...members, ...named]);
  const listed = rota.staff.filter(isListed).map((one) => withEmail(withSlackNames(one, known.get(one.slackId), nameOf), one.email ?? emailOf(one.slackId)));
  const others = members.filter(({ id }) => !listed.some(({ slackId }) => slackId === id));
  return [
    ...listed,
    ...others.map((one) => withEmail({
      key: one.id,
      slackId: one.id,
      name: nameOf(one),
      signature: initials(one),
      lead: false,
      trainee: false,
      xSignIn: false
    }, one.email))
  ];
}
function withSlackNames(member, colleague, nameOf) {
  const { unsaid = [], ...known } = member;
  if (!colleague || unsaid.length === 0)
    return member;
  return {
    ...known,
    ...unsaid.includes("name") ? { name: known.shared ? colleague.name : nameOf(colleague) } : {},
    ...unsaid.includes("signature") ? { signature: initials(colleague) } : {}
  };
}
var withEmail = (member, email) => email === void 0 ? member : { ...member, email };
function othersOf(desk, staff, colleagues) {
  const answers = (slackId) => staff.some((member) => member.slackId === slackId);
  const named = desk.rota.staff.filter(({ unsaid }) => !unsaid?.includes("name"));
  const listed = new Map(named.map((member) => [member.slackId, member.name]));
  const known = colleagues.filter(({ id, bot }) => !answers(id) && !bot).map(({ id, name, guest, left, deactivated }) => ({
    slackId: id,
    name: listed.get(id) ?? firstOf(name),
    guest,
    inChannel: !left && !deactivated
  }));
  const notInSlack = [...listed].filter(([slackId]) => !answers(slackId) && !known.some((one) => one.slackId === slackId)).map(([slackId, name]) => ({ slackId, name, guest: false, inChannel: false }));
  return [...known, ...notInSlack];
}
function shortName({ name }, all) {
  const first = firstOf(name);
  return all.filter((one) => firstOf(one.name) === first).length > 1 ? name : first;
}
var firstOf = (name) => name.trim().split(/\s+/u)[0] || name;
function initials({ id, name }) {
  const all = name.split(/\s+/u).flatMap((word) => capital(word) ?? []);
  const letters = [all[0], ...all.length > 1 ? [all.at(-1)] : []].join("");
  return letters || id.slice(-2);
}
var firstSign = (text) => text.match(/[\p{L}\p{N}]/u)?.[0];
var capital = (word) => firstSign((firstSign(word) ?? "").toLocaleUpperCase("en"));
var memberOf = (desk, slackId) => desk.rota.staff.find((member) => member.slackId === slackId);
function actorFor(desk, slackId) {
  const member = memberOf(desk, slackId);
  const id = slackUserId(slackId);
  if (member) {
    const { lead, shared, trainee, xSignIn } = member;
    return { kind: "staff", id, lead, trainee, xSignIn, ...shared ? { shared } : {} };
  }
  const other = desk.outsiders?.find((one) => one.slackId === slackId);
  return {
    kind: "outsider",
    id,
    ...other?.guest ? { guest: true } : {},
    ...other?.inChannel ? { inChannel: true } : {}
  };
}
var isColleague = ({ guest, deactivated, bot, left }) => !guest && !deactivated && !bot && !left;

export {
  networks,
  networkAddress,
  askedAlone,
  coverMessages,
  deskNow,
  withStaff,
  staffOf,
  shortName,
  initials,
  memberOf,
  actorFor,
  isColleague,
  redisAddressForms,
  parseRedisAddress,
  addBills,
  forOutcomes,
  spentByKind,
  budgetLevelOf,
  scarceMicroUsd,
  pollSlowdown,
  postPrice,
  usd,
  priceText
};
