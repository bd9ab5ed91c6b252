// dist/sandbox/slack/model/refused.js
var Refused = class extends Error {
  code;
  messages;
  fields;
  constructor(code, messages = [], fields = {}) {
    super(messages.length > 0 ? `${code}: ${messages.join("; ")}` : code);
    this.code = code;
    this.messages = messages;
    this.fields = fields;
  }
};
var RateLimited = class extends Error {
  retryAfterSeconds;
  constructor(retryAfterSeconds) {
    super(`ratelimited, ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
};
function invalidArguments(...messages) {
  return new Refused("invalid_arguments", messages.map((message) => `[ERROR] ${message}`));
}
function withPointers(problems) {
  return problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
}

// dist/sandbox/slack/model/people.js
var image = (id, size) => `https://secure.gravatar.com/avatar/${id.toLowerCase()}.jpg?s=${size}`;
function showPerson(state, person2, nowMs, locale = false) {
  const withEmail = state.manifest.scopes.includes("users:read.email") && person2.email && isOurs(state, person2);
  const displayName = person2.isBot ? "" : person2.name;
  return {
    id: person2.id,
    team_id: person2.team,
    name: person2.name,
    deleted: person2.deleted,
    color: "9f69e7",
    real_name: person2.realName,
    ...!person2.deleted && zone(person2, nowMs),
    profile: {
      title: person2.title,
      phone: "",
      skype: "",
      real_name: person2.realName,
      real_name_normalized: person2.realName.normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), ""),
      display_name: displayName,
      display_name_normalized: displayName,
      status_text: "",
      status_emoji: "",
      status_expiration: 0,
      avatar_hash: `g${person2.id.slice(-8).toLowerCase()}`,
      ...withEmail && { email: person2.email },
      first_name: person2.realName.split(" ")[0] ?? "",
      last_name: person2.realName.split(" ").slice(1).join(" "),
      ...Object.fromEntries([24, 32, 48, 72, 192, 512].map((size) => [`image_${size}`, image(person2.id, size)])),
      ...person2.isBot && { api_app_id: state.app.id, bot_id: state.app.botId },
      team: person2.team
    },
    ...!person2.deleted && standing(state, person2),
    is_bot: person2.isBot,
    is_app_user: false,
    updated: person2.updatedAt,
    ...locale && { locale: "en-GB" }
  };
}
function zone({ tz }, nowMs) {
  const named = (timeZoneName) => new Intl.DateTimeFormat("en-GB", { timeZone: tz, timeZoneName }).formatToParts(nowMs).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)/.exec(named("longOffset")) ?? [];
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
  return { tz, tz_label: named("long"), tz_offset: sign === "-" ? -seconds : seconds };
}
function standing(state, person2) {
  return {
    is_admin: person2.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person2.kind !== "member",
    is_ultra_restricted: person2.kind === "single-channel-guest",
    ...!isOurs(state, person2) && { is_stranger: true },
    is_email_confirmed: true
  };
}
function isOurs(state, person2) {
  return person2.team === state.team.id;
}
function isPerson({ isBot, id }) {
  return !isBot && id !== "USLACKBOT";
}
function isVisibleToApp(state, person2) {
  const { botUser: botUser2 } = state.app;
  return isOurs(state, person2) || Object.values(state.channels).some(({ members }) => members.includes(person2.id) && members.includes(botUser2));
}
function visiblePerson(state, id) {
  const person2 = state.people[id];
  if (!person2 || !isVisibleToApp(state, person2))
    throw new Refused("user_not_found");
  return person2;
}

// dist/sandbox/slack/seed.js
var team = "T0LIBRARY";
var botUser = "U0DESKBOT";
var deskTokens = { botToken: "xoxb-sandbox", appToken: "xapp-sandbox" };
function person(id, name, realName, title, more = {}) {
  return {
    id,
    name,
    realName,
    title,
    email: `${name}@central-library.example`,
    tz: "Europe/London",
    team,
    kind: "member",
    isBot: false,
    isAdmin: false,
    deleted: false,
    updatedAt: 176e7,
    ...more
  };
}
var people = [
  person("U0ANA0001", "ana", "Ana Kova\u010D", "Librarian, reference desk"),
  person("U0BEN0002", "ben", "Ben Osei", "Library assistant"),
  person("U0CARLA03", "carla", "Carla Reyes", "Head of digital services", { isAdmin: true }),
  person("U0DEV0004", "dev", "Dev Patel", "Librarian, local history"),
  person("U0EDITH05", "edith", "Edith Lund", "Children's librarian"),
  person(botUser, "greeting_desk", "Greeting Desk", "", { isBot: true, email: "" }),
  person("USLACKBOT", "slackbot", "Slackbot", "", { email: "" })
];
function channel(id, name, members, general = false) {
  return {
    id,
    name,
    kind: "public",
    creator: "U0CARLA03",
    created: 175e7,
    archived: false,
    general,
    sharedWith: [],
    members
  };
}
var manifestScopes = [
  ...["chat:write", "commands", "users:read", "users:read.email", "channels:read", "groups:read"],
  ...["channels:history", "groups:history", "im:history", "im:write", "files:write"]
];
function seed(scopes = manifestScopes) {
  const staff = people.filter(isPerson).map(({ id }) => id);
  const channels = [
    channel("C0XDESK01", "x-desk", [...staff, botUser]),
    channel("C0GENERAL", "general", [...staff], true)
  ];
  return structuredClone({
    team: { id: team, name: "Central Library", domain: "central-library" },
    app: {
      id: "A0DESK001",
      name: "Greeting Desk",
      botUser,
      botId: "B0DESK001",
      ...deskTokens
    },
    manifest: {
      commands: [
        {
          command: "/greet",
          should_escape: false,
          description: "What waits, and the next one to answer",
          usage_hint: "[next | @name | note \u2026 today | pause reason | resume | budget | report | help]"
        },
        { command: "/rota", should_escape: true, description: "Who is on shift now, next and this week" }
      ],
      shortcuts: [{ callback_id: "answer-next", type: "global", name: "Answer next" }],
      events: [
        "app_home_opened",
        "channel_unarchive",
        "group_unarchive",
        "member_joined_channel",
        "member_left_channel",
        "user_change"
      ],
      scopes: [...scopes],
      homeTab: true,
      messagesTab: true,
      socketMode: true
    },
    people: Object.fromEntries(people.map((each) => [each.id, each])),
    channels: Object.fromEntries(channels.map((each) => [each.id, each])),
    messages: {},
    ephemerals: [],
    stacks: {},
    homes: {},
    responseUrls: {},
    calls: {},
    lastPostAt: {},
    lastMicros: 0
  });
}

export {
  Refused,
  RateLimited,
  invalidArguments,
  withPointers,
  showPerson,
  isOurs,
  isPerson,
  isVisibleToApp,
  visiblePerson,
  deskTokens,
  seed
};
