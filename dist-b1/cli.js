#!/usr/bin/env node
import {
  areTogether,
  checkReasons,
  eachCheck,
  personalWords,
  stopWords,
  version
} from "./chunk-DD3QS3ZR.js";
import {
  asIfInChannel,
  entryOf,
  practiceId,
  rotaReport,
  withFeed
} from "./chunk-HN2OKWVC.js";
import "./chunk-X3FHJQQ6.js";
import {
  createLog
} from "./chunk-L2NOB7MX.js";
import {
  starterUses
} from "./chunk-TZALJG7N.js";
import {
  createRotaFeed,
  maxClosureLength,
  maxDeskIdLength,
  maxHelpDeskLength,
  maxNameLength,
  maxOpeningLength,
  maxStarterIdLength,
  maxTextLength
} from "./chunk-YOW2WXFG.js";
import {
  canBeOn,
  typedAccount
} from "./chunk-ITL762CJ.js";
import {
  sampleSize
} from "./chunk-OAKAVM22.js";
import {
  asCompared,
  countedStem,
  currentKey,
  defaultLanguage,
  defaultWords,
  followThanks,
  formsIn,
  isLanguage,
  isTimeZone,
  localDayOf,
  pluralForms,
  privateSideId,
  together,
  topicWords,
  underCurrentKeys,
  usualKeeping,
  usualNudges,
  weekdays,
  wordProblems
} from "./chunk-2ZTQUPFK.js";
import "./chunk-5A2VF7ET.js";
import {
  look,
  wrong
} from "./chunk-VBBVP6NN.js";
import {
  networks,
  parseRedisAddress,
  redisAddressForms,
  usd
} from "./chunk-RQ3MMC74.js";
import {
  firstPhraseIn
} from "./chunk-3J5ILMX7.js";
import {
  deskId
} from "./chunk-DX3M4XLW.js";
import {
  areLines,
  escaped,
  isLine,
  lineAllowed,
  visible
} from "./chunk-2LMJ4OC3.js";
import {
  ConfigError
} from "./chunk-PZOFDEKK.js";
import "./chunk-5EYM5PYM.js";

// dist/cli.js
import { Command, InvalidArgumentError as InvalidArgumentError2 } from "commander";

// dist/config/account.js
function accountOf({ bluesky: bluesky2, x: x2 }) {
  if (x2) {
    const { governmentUse, practice: practice2, practicePage: practicePage3, readContext, privateMessages: _of, ...account2 } = x2;
    return {
      network: networks.x,
      account: {
        ...account2,
        ...governmentUse && { governmentUse },
        ...governmentUse === "linkOnly" && { linkOnly: true },
        ...readContext === "always" && { readsContext: true },
        ...practising({ practice: practice2, practicePage: practicePage3 })
      }
    };
  }
  if (!bluesky2)
    throw new RangeError("A desk without an account.");
  const { practice, practicePage: practicePage2, ...account } = bluesky2;
  return {
    network: networks.bluesky,
    account: {
      ...account,
      ...practising({ practice, practicePage: practicePage2 }),
      plan: "self-serve",
      longPosts: false,
      readsContext: true,
      ownsApp: true,
      includesBilled: false
    }
  };
}
var practising = ({ practice, practicePage: practicePage2 }) => practice ? { practice, ...practicePage2 && { page: practicePage2 } } : {};
var isPractice = ({ bluesky: bluesky2, x: x2 }) => (x2 ?? bluesky2)?.practice ?? false;
function secretNames(desks, network) {
  const there = desks.filter((desk2) => desk2.network.id === network && !desk2.account.practice);
  return [...new Set(there.map(({ account }) => account.secrets))];
}
var nameOf = ({ bluesky: bluesky2 }) => bluesky2 ? { "network.name": networks.bluesky.name } : {};

// dist/config/desk-file.js
import { dirname, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";

// dist/config/schema/schema.js
import { z as z5 } from "zod";

// dist/config/schema/accounts.js
import { z as z3 } from "zod";

// dist/config/schema/schema-parts.js
import { z } from "zod";
function strict(shape) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys" ? keys : `a map of ${keys}`
  });
}
function text(pattern, allowed) {
  return z.string({ error: allowed }).regex(pattern, { error: allowed }).meta({ description: allowed });
}
function oneLine(most, what) {
  const allowed = `${what}: ${lineAllowed(most)}`;
  return z.string({ error: allowed }).refine((said2) => isLine(said2, most), { error: allowed }).meta({ pattern: "\\S", maxLength: most, description: allowed });
}
function lines(pattern, allowed, list) {
  const one = z.string({ error: allowed }).regex(pattern, { error: allowed }).refine((said2) => isLine(said2, mostOfLine), { error: `${allowed}: ${lineAllowed(mostOfLine)}` });
  return z.array(one, { error: list });
}
var mostOfLine = 300;
function flag(description) {
  return z.boolean({ error: "true or false" }).default(false).meta({ description });
}
function whole(least, most, unit) {
  const error = `a whole number of ${unit} from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}
var dateAllowed = "a date such as 2026-12-25";
var date = z.string({ error: dateAllowed }).refine(isDate, { error: dateAllowed }).meta({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: dateAllowed });
function isDate(written) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written))
    return false;
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
}

// dist/config/schema/writing-schema.js
import { z as z2 } from "zod";
var setting = z2.enum(["stop", "warn", "off"], { error: "stop, warn or off" });
var checks = strict(eachCheck((name2) => {
  const { reason, usual: usual2 } = checkReasons[name2];
  return setting.default(usual2).meta({ description: reason });
}));
var own = 'a telephone number, an e-mail address or a web address of ours, such as "020 7946 0000"';
var ours = lines(new RegExp("\\d{3}|\\p{L}\\.\\p{L}", "u"), own, "a list of our own numbers and addresses").meta({
  description: "Our own telephone numbers, e-mail and web addresses: they may stand in answers. library.org/renew is that page, library.org the front page alone; library.org/* is all pages, *@library.org all e-mail addresses."
});
function phrases(description) {
  const error = 'words, such as "rude" or "rude*" for each word that begins so';
  return lines(/^\s*[^\s*]/u, error, "a list of words").meta({ description });
}
var helpDesk = `how the help desk is reached, such as "020 7946 0000": ${lineAllowed(maxHelpDeskLength)}`;
var voice = strict({
  helpDesk: z2.string({ error: helpDesk }).refine((said2) => said2 === "" || isLine(said2, maxHelpDeskLength), { error: helpDesk }).default("").meta({ description: "How the help desk is reached: {helpDesk} in an opening." })
});
var opening = "opening words, in 200 characters without control characters and direction marks; {first} is the first name";
var starter = strict({
  label: oneLine(30, "what the button says"),
  opening: text(/^(?=.*\S)[\s\S]{1,200}$/u, opening).refine((said2) => areLines(said2, 200), {
    error: opening
  }),
  for: z2.array(z2.enum(starterUses, { error: starterUses.join(", ") }), {
    error: "a list of what it is for, such as [question]"
  }).min(1, { error: "at least one of what it is for" }).meta({ description: "Which posts it is offered for; greeting is a post of a new follower." }),
  when: phrases("Only for posts that say one of these; it then comes first.").optional()
});
var language = /^[a-z]{2,3}$/;
var languageAllowed = "a language in two or three small letters, such as cy or es";
function wordLists(descriptions) {
  const names = Object.keys(descriptions);
  const lists = (more) => Object.fromEntries(names.map((name2) => [name2, phrases(`${descriptions[name2]} ${more}`).optional()]));
  const beside = strict(lists("Beside those of the desk."));
  const also = z2.record(z2.string().regex(language, { error: languageAllowed }), beside, {
    error: `a map of languages, such as cy: { ${names[0]}: ["\u2026"] }`
  }).default({}).meta({
    description: "More words, by language. The language is only a heading: the words of all languages count for every post."
  });
  return strict({ ...lists("In place of those of the desk, in all languages."), also });
}
var topicWords2 = wordLists({
  fillers: 'Said before the point, as in "hi, please".',
  sayings: 'Look like a question and ask nothing, as "who knew": they are left out first.',
  openers: "Make a question where a sentence begins with them, also after a comma.",
  sentenceOpeners: "Make a question where a sentence begins with them, but not after a comma.",
  mildOpeners: "Make a question where a sentence begins with them and neither thanks nor complains.",
  asking: "Make a question wherever they stand.",
  complaint: "Make a complaint.",
  praise: "Make a thank-you."
});
var followThanks2 = wordLists({
  thanks: 'Words of thanks, as "thank you".',
  following: 'What they are for, as "following", at most four words after them.'
});
var greetings = strict({
  perDay: whole(0, 200, "people").default(20).meta({ description: "How many new followers are greeted on one day at most." }),
  followBack: flag("Offers to follow back: on X by a link, so that patrons can send questions in private; on Bluesky by a press.")
});
var writing = {
  voice: voice.prefault({}),
  starters: z2.record(z2.string(), starter, { error: "a map of starters, such as hours: { \u2026 }" }).default({}).meta({ description: "Own draft-reply buttons; one with the id of a usual one takes its place." }),
  topicWords: topicWords2.prefault({}).meta({
    description: "By which words posts are told apart. English, Spanish, German and Welsh are known; `also` adds words, and a list replaces those of all four."
  }),
  followThanks: followThanks2.prefault({}).meta({
    description: "By which words thanks for following are known, for the check thanksForFollowing; as in topicWords."
  }),
  urgentWords: phrases("A post with one of these words is told at once to whoever is on shift, else the fallback person, and to the leads, also outside open hours.").default([]),
  greetings: greetings.prefault({}),
  checks: checks.prefault({}).meta({ description: "What is looked at in the words before they go out." }),
  ours: ours.default([]),
  blockedWords: phrases("Words that never go out.").default([]),
  personalWords: phrases("Words by which an answer would tell others what somebody borrows or owes, in place of the English ones.").default([...personalWords])
};

// dist/config/schema/accounts.js
var channelId = text(/^[CG][A-Z0-9]{5,}$/, "a Slack channel id such as C0XDESK01 (channel details, at the end)");
var privateMessages = strict({
  channel: channelId.meta({
    description: "A private Slack channel of colleagues alone. Private messages are shown there and nowhere else."
  }),
  stopWords: phrases("A private message that says one of these and nothing else ends the conversation, in place of the usual ones.").optional()
});
var practicePage = text(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/, "an origin in small letters, such as https://practice.library.example").optional().meta({
  description: "With practice: the address at which colleagues open the practice page, such as that of a proxy of yours; else only this machine opens it."
});
var x = strict({
  handle: text(/^[A-Za-z0-9_]{1,15}$/, "the account's X name without @, such as centrallibrary"),
  secrets: text(/^[A-Z][A-Z0-9_]*$/, "a name in capitals: MAIN stands for X_MAIN_APP_KEY and its three siblings"),
  plan: z3.enum(["self-serve", "enterprise"], { error: "self-serve or enterprise" }).meta({ description: "The X API plan of the account's developer app; it decides what goes by API." }),
  practice: flag("People practise: the desk runs an X of its own, and nothing goes to the real one. It needs no X secrets."),
  practicePage,
  longPosts: flag("The account may write posts of more than 280 characters (X Premium)."),
  ownsApp: z3.boolean({ error: "true or false" }).default(true).meta({ description: "The account owns the developer app, so that X gives it its own lists for less." }),
  readContext: z3.enum(["onAnswer", "always"], { error: "onAnswer or always" }).default("onAnswer").meta({
    description: "When a stranger's post that a patron answers or quotes is read, for its price. onAnswer: when somebody presses Answer. always: also for the card, as long as that is open. It is never stored."
  }),
  includesBilled: flag("X bills the people whom a page of posts includes, too. The desk then leaves them out, and looks up whom it does not know."),
  governmentUse: z3.enum(["enterprise", "notGovernment", "linkOnly"], { error: "enterprise, notGovernment or linkOnly" }).meta({
    description: "enterprise: the library is part of a council, county or state body and has an Enterprise plan. notGovernment: it is not part of one. linkOnly: it is part of one and has no such plan, so cards carry no name, text or picture and only link to X."
  }).optional(),
  privateMessages: privateMessages.meta({ description: "Watches private messages. It needs privacyPolicy." }).optional()
});
var bluesky = strict({
  handle: text(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "the account's Bluesky name without @, in small letters, such as centrallibrary.bsky.social"),
  secrets: text(/^[A-Z][A-Z0-9_]*$/, "a name in capitals: MAIN stands for BLUESKY_MAIN_APP_PASSWORD in .env"),
  service: text(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/, "an origin in small letters, such as https://bsky.social").default("https://bsky.social").meta({ description: "The server that holds the account, where that is another one than bsky.social." }),
  practice: flag("People practise: the desk runs a Bluesky of its own, and nothing goes to the real one. It needs no app password."),
  practicePage
});

// dist/config/schema/rota-schema.js
import { z as z4 } from "zod";

// dist/config/schema/intervals.js
var DAY_MINUTES = 24 * 60;
var WEEK_MINUTES = 7 * DAY_MINUTES;
var intervalPattern = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
function toInterval(text2) {
  const [fromMinute = 0, end2 = 0] = text2.split("-").map(minuteOfDay);
  return { fromMinute, toMinute: end2 < fromMinute ? end2 + DAY_MINUTES : end2 };
}
function isEmpty(interval2) {
  return interval2.fromMinute === interval2.toMinute;
}
function overlap(dayA, a, dayB, b) {
  const startA = weekdays.indexOf(dayA) * DAY_MINUTES;
  const startB = weekdays.indexOf(dayB) * DAY_MINUTES;
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some((turn) => {
    const shift2 = startA + turn - startB;
    return a.fromMinute + shift2 < b.toMinute && b.fromMinute < a.toMinute + shift2;
  });
}
function minuteOfDay(clock) {
  const [hours = 0, minutes2 = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes2;
}

// dist/config/schema/rota-schema.js
var interval = z4.string({ error: 'a time span such as "09:00-17:00"' }).regex(intervalPattern, {
  error: 'HH:MM-HH:MM such as "09:00-17:00", to "24:00" at the latest or across midnight ("22:00-02:00")'
}).refine((span) => !intervalPattern.test(span) || !isEmpty(toInterval(span)), {
  error: 'a span that is not empty ("00:00-24:00" is the whole day)'
}).meta({ description: 'From and to, such as "09:00-17:00". May end at 24:00 or cross midnight.' });
var intervals = z4.array(interval, { error: 'a list of time spans such as ["09:00-17:00"]' });
var day = intervals.meta({ description: "When the library answers; a day left out is closed." }).optional();
var staffKey = z4.string({ error: "a key of staff" });
var timeZone = z4.string({ error: "an IANA time zone such as Europe/London" }).refine(isTimeZone, {
  error: "an IANA time zone such as Europe/London",
  params: { names: Intl.supportedValuesOf("timeZone") }
}).meta({ description: "IANA time zone of all hours below, such as Europe/London." });
var openHours = strict({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
var closures = z4.array(strict({
  on: date.meta({ description: "One day; else `from` and `to`." }).optional(),
  from: date.meta({ description: "The first closed day." }).optional(),
  to: date.meta({ description: "The last closed day." }).optional(),
  name: oneLine(maxClosureLength, "what the days are called, such as Christmas")
}), { error: "a list of closures such as { on: 2026-12-25, name: Christmas }" });
var nth = { error: "last, or a number from 1 to 5" };
var shift = strict({
  days: z4.array(z4.enum(weekdays, { error: weekdays.join(", ") }), { error: "a list of days such as [mon, tue]" }).min(1, { error: "at least one day" }),
  at: intervals.min(1, { error: "at least one time span" }),
  who: z4.array(staffKey, { error: "a list of staff keys such as [ana]" }).min(1, { error: "at least one member of staff" }),
  every: strict({
    weeks: whole(1, 52, "weeks"),
    from: date.meta({ description: "Not before this date; its week is the first." })
  }).meta({ description: "Only in every so many weeks." }).optional(),
  nth: z4.union([z4.literal("last"), z4.int(nth).min(1, nth).max(5, nth)], nth).meta({
    description: "Only this one of such days in a month: with days: [sat] and nth: last, the last Saturday."
  }).optional()
});
var shifts = z4.array(shift, { error: "a list of shifts" }).min(1, { error: "at least one shift" }).optional();
var covers = z4.array(strict({
  on: date,
  at: interval.meta({ description: "The whole day unless told." }).optional(),
  of: staffKey.meta({ description: "Whose shift it is." }),
  by: staffKey.meta({ description: "Who does it." })
}), { error: "a list of covers such as { on: 2026-12-01, of: ana, by: ben }" });
var feed = strict({
  ics: text(/^(?:https?|webcal):\/\/(?![^/]*@)[^\s\p{C}]+$|^(?![a-z]+:\/\/)[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?\.ics$/u, "the https:// address of a calendar, without a name and password in it, or a file such as rota.ics beside this one"),
  privateAddress: z4.boolean({ error: "true or false" }).default(false).meta({
    description: "The calendar is on this machine or its own network; else such an address is refused."
  })
}).meta({ description: "In place of shifts: a calendar in which each event is a shift." });
var waitAllowed = "a time such as 4h, 30m or 1 open day, or off";
var wait = z4.string({ error: waitAllowed }).regex(/^(?:[1-9]\d{0,2}[hm]|[1-9]\d? open days?|off)$/, { error: waitAllowed }).meta({
  description: 'In open hours, such as 4h or 30m. "1 open day": until the same time on the next open day; what comes while the library is closed has until the end of the day on which it opens. off: no standard.'
});
var standards = strict({
  question: wait.default("4h"),
  complaint: wait.default("4h"),
  praise: wait.default("off"),
  other: wait.default("1 open day")
});
var minutes = (ms) => ms / 6e4;
var nudges = strict({
  remindEveryMinutes: whole(15, 1440, "minutes").default(minutes(usualNudges.remindEveryMs)).meta({ description: "Nobody is reminded of what waits more often than this." }),
  fallbackEveryHours: whole(1, 168, "hours").default(minutes(usualNudges.fallbackEveryMs) / 60).meta({ description: "Nor the fallback person more often than this." }),
  stillOnItMinutes: whole(5, 480, "minutes").default(minutes(usualNudges.stillOnItMs)).meta({
    description: "After this much open time without a word, whoever took a card is asked: still on it?"
  }),
  putBackMinutes: whole(10, 480, "minutes").default(minutes(usualNudges.putBackMs)).meta({ description: "After this much it goes back to the shift; the draft is kept." }),
  shiftEndMinutes: whole(5, 120, "minutes").default(minutes(usualNudges.shiftEndMs)).meta({ description: "What somebody still has so long after their shift is put back." })
});

// dist/config/schema/schema.js
var languageAllowed2 = "a language such as en-GB, cy or pl (BCP 47)";
var idPattern = /^[a-z0-9-]+$/;
var idAllowed = "lower-case letters, digits and hyphens";
var id = z5.string().meta({ pattern: idPattern.source, description: idAllowed });
var signature = text(/^[\p{L}\p{N}]{1,5}$/u, "one to five letters or digits, such as AK (answers end with ^AK)");
var member = {
  slack: text(/^[UW][A-Z0-9]{5,}$/, "a Slack member id such as U0ANA0001 (Profile, then Copy member ID)"),
  name: oneLine(maxNameLength, "the name that colleagues see"),
  signature: signature.optional(),
  shared: flag("Several people use this account, as on a tablet: whoever writes ends with their own signature."),
  lead: flag("Runs the desk: settings, flags, the last word."),
  email: text(/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u, "an e-mail address, by which a calendar may name them").optional(),
  trainee: flag("A colleague checks the answers before they go out."),
  xSignIn: flag("Is signed in to X as the library, so can finish answers there.")
};
var send = strict({
  undoSeconds: whole(5, 120, "seconds").default(20).meta({ description: "How long an approved answer can be undone." }),
  goodForMinutes: whole(5, 60, "minutes").default(15).meta({ description: "An approved answer that X could not take by then goes back to its writer." })
});
var keep = strict({
  openDays: whole(1, 30, "days").default(usualKeeping.openDays).meta({
    description: "How many days on which the library is open the words and names of patrons are kept after the last change of something closed. Then they go, here and in Slack."
  }),
  hold: flag("Keep the library's own replies and who approved them for records law, as long as this is set: no words and no names of patrons. `greeting-desk export replies` writes them to a file.")
});
var budget = strict({
  monthlyUsd: z5.number({ error: "dollars, such as 50" }).min(1, { error: "at least 1 dollar" }).meta({
    description: "What X may bill in a month. X is looked at less often from 80 % on, and at 100 % nothing is read or sent."
  })
});
var aMap = { error: "a map of staff keys, such as ana: { \u2026 }" };
var staffList = z5.record(id, strict(member), aMap);
var somePeople = z5.record(id, strict({ ...member, name: member.name.optional() }), aMap);
var desk = strict({
  channel: channelId,
  x: x.optional(),
  bluesky: bluesky.optional(),
  like: z5.string({ error: "the id of another desk of this file" }).meta({
    description: "Another desk whose staff, rota, closures and covers hold for this one, too, with its open hours, time zone and, unless said here, fallback. Never its pause, notes or budget."
  }).optional(),
  privacyPolicy: text(/^https:\/\/[^\s"<>]{1,300}$/u, "an address such as https://library.example/privacy").meta({ description: "Stands at the end of every private answer." }).optional(),
  timeZone,
  openHours,
  closures: closures.default([]),
  staff: z5.union([z5.literal("channel"), staffList], { error: "channel, or a map of staff keys such as ana: { \u2026 }" }).meta({ description: "Who answers: these people, or all members of the channel but guests." }),
  people: somePeople.meta({
    description: "With staff: channel, what is to be known of some of its members. Name and signature are those of Slack unless said."
  }).optional(),
  shifts,
  rota: feed.optional(),
  covers: covers.default([]),
  fallback: z5.string({ error: "a key of staff" }).meta({ description: "Who is asked when nobody is on shift." }).optional(),
  standards: standards.prefault({}).meta({ description: "How long each kind of post may wait for an answer, in open hours." }),
  nudges: nudges.prefault({}).meta({ description: "How often the desk reminds people." }),
  keep: keep.prefault({}).meta({ description: "How long what patrons wrote is kept." }),
  send: send.prefault({}),
  budget: budget.optional(),
  outcomes: flag("Look again at 40 follows a month, drawn at random, after 7 and after 30 days: whether they still follow, and wrote to us. X bills about $0.50 a month for it."),
  ...writing,
  pictures: z5.enum(["shown", "onPress"], { error: "shown or onPress" }).default("shown").meta({
    description: "Pictures of patrons' posts in Slack. shown: on the open card, but for those that X calls sensitive and those of somebody new to us, which wait for a press. onPress: all wait for a press."
  }),
  language: z5.string({ error: languageAllowed2 }).refine(isLanguage, { error: languageAllowed2 }).default(defaultLanguage).meta({
    description: "Language of the desk's texts (BCP 47): it decides which forms words have by number, and how lists, days, months and durations are said."
  }),
  words: z5.record(z5.string(), z5.string({ error: "a text" }), { error: "a map of texts" }).default({}).meta({
    description: "Own wording for the desk's texts, by key; a key with forms by number may end in .zero, .one, .two, .few, .many and .other."
  })
});
var sharedKeys = [
  "timeZone",
  "openHours",
  "closures",
  "staff",
  "people",
  "shifts",
  "rota",
  "covers"
];
var deskFileSchema = strict({
  desks: z5.record(id, desk, { error: "a map of desks, such as central: { \u2026 }" }),
  budget: budget.meta({ description: "What X may bill for all desks together, beside the budget of each." }).optional()
});
var fields = {
  channel: channelId,
  handle: x.shape.handle,
  blueskyHandle: bluesky.shape.handle,
  service: bluesky.shape.service,
  timeZone,
  name: member.name,
  signature,
  monthlyUsd: budget.shape.monthlyUsd
};

// dist/config/like.js
var unlessSaid = ["fallback"];
function withLikes(raw) {
  const desks = new Map(Object.entries(asMap(asMap(raw).desks)).map(([id2, desk2]) => [id2, asMap(desk2)]));
  const alike = [...desks].filter(([, desk2]) => desk2.like !== void 0);
  const fromOther = new Map(alike.map(([id2, desk2]) => [
    id2,
    /* @__PURE__ */ new Set([...sharedKeys, ...unlessSaid.filter((key) => desk2[key] === void 0)])
  ]));
  const isFromOther = ([, desk2, key]) => fromOther.get(String(desk2))?.has(key) ?? false;
  if (alike.length === 0)
    return { file: raw, findings: [], isFromOther };
  const filled = alike.map(([id2, desk2]) => [
    id2,
    { ...desk2, ...sharedOf(desks.get(String(desk2.like)), desk2) }
  ]);
  return {
    file: { ...asMap(raw), desks: { ...asMap(asMap(raw).desks), ...Object.fromEntries(filled) } },
    findings: alike.flatMap(([id2, desk2]) => [...wrongName(id2, desk2, desks), ...keysOfBoth(id2, desk2)]),
    isFromOther
  };
}
function sharedOf(other = {}, own2) {
  const keys = [...sharedKeys, ...unlessSaid.filter((key) => own2[key] === void 0)];
  return Object.fromEntries(keys.map((key) => [key, other[key]]));
}
function wrongName(id2, { like }, desks) {
  if (typeof like !== "string")
    return [];
  const names = [...desks].flatMap(([one, desk2]) => one === id2 || desk2.like !== void 0 ? [] : [one]);
  const other = desks.get(like);
  if (names.includes(like))
    return [];
  const found = like === id2 ? `${JSON.stringify(like)} is this desk itself` : other ? `${JSON.stringify(like)} is like another desk itself` : `${JSON.stringify(like)} is no desk of this file`;
  const allowed = names.length > 0 ? names.join(", ") : "a desk of this file with people and shifts of its own";
  return [
    { path: ["desks", id2, "like"], found, allowed, ...!other && { meant: { written: like, names } } }
  ];
}
var keysOfBoth = (id2, desk2) => sharedKeys.filter((key) => desk2[key] !== void 0).map((key) => ({
  path: ["desks", id2, key],
  at: "key",
  found: `${key} beside like`,
  allowed: "one of the two: with like it comes from the other desk"
}));
var asMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};

// dist/config/rules/locate.js
import { isMap, isScalar, isSeq } from "yaml";
function locate(document, lines2, path, at) {
  const { key, node } = walk(document, path);
  const found = at === "key" ? key ?? node : node ?? key;
  return positionOf(lines2, found?.range?.[0] ?? 0);
}
function positionOf(lines2, offset) {
  const { line, col } = lines2.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
function pathText(path) {
  return path.map((step, index) => typeof step === "number" ? `[${step}]` : `${index ? "." : ""}${keyText(step)}`).join("");
}
var keyText = (key) => isLine(key, key.length) ? key : visible(key);
function walk(document, path) {
  let spot = { node: document.contents ?? void 0 };
  for (const step of path) {
    const next = child(spot.node, step);
    if (!next)
      return { key: spot.key, node: spot.key ?? spot.node };
    spot = next;
  }
  return spot;
}
function child(node, step) {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item && { node: item };
  }
  if (!isMap(node))
    return void 0;
  const known = spotsOf.get(node) ?? spotsIn(node);
  spotsOf.set(node, known);
  return known.get(String(step));
}
var spotsOf = /* @__PURE__ */ new WeakMap();
function spotsIn({ items }) {
  return new Map(items.flatMap(({ key, value }) => isScalar(key) ? [[String(key.value), { key, node: value ?? void 0 }]] : []));
}

// dist/config/rules/near-name.js
import { closestMatch } from "leven";
function nearName(written, names) {
  const maxDistance = Math.min(2, Math.max(1, Math.floor(written.length / 3)));
  const same2 = names.find((name2) => name2.toLowerCase() === written.toLowerCase());
  const near = closestMatch(written.slice(0, 100), names, { maxDistance });
  return same2 ?? near ?? names.find((name2) => name2.length > 2 && written.toLowerCase().startsWith(name2));
}

// dist/config/rules/only-under-x.js
var { name } = networks.bluesky;
var besideX = {
  budget: `beside x alone: ${name} bills nothing`,
  privacyPolicy: "beside x alone: it belongs to private messages, which exist only under x"
};
var underX = new Map(Object.entries({
  plan: `under x alone: ${name} has no plans`,
  governmentUse: `under x alone: ${name} wants no plan for it`,
  privateMessages: `under x alone: the desk reads no private messages on ${name}`,
  longPosts: `under x alone: ${name} takes 300 characters from everybody`,
  ownsApp: `under x alone: ${name} has no developer apps`,
  readContext: `under x alone: reading costs nothing on ${name}`,
  includesBilled: `under x alone: ${name} bills nothing`,
  ...besideX
}));

// dist/config/rules/findings.js
function refusalsOf(issues, raw) {
  const all = issues.flatMap(inUnion).flatMap((issue) => findingsOf(issue, raw));
  const misspelt = all.flatMap(({ at, path, meant }) => {
    const near = at === "key" && meant ? nearName(meant.written, meant.names) : void 0;
    return near === void 0 ? [] : [[...path.slice(0, -1), near]];
  });
  const isMisspelt = new Set(misspelt.map(pathText));
  const findings = all.filter(({ path, found }) => found !== missing || !isMisspelt.has(pathText(path)));
  return { findings, paths: [...findings.map(({ path }) => path), ...misspelt] };
}
var missing = "missing";
function findingsOf(issue, raw) {
  const path = issue.path.map((step) => typeof step === "number" ? step : String(step));
  const allowed = issue.message;
  const value = valueAt(raw, path);
  if (issue.code === "unrecognized_keys") {
    const present2 = Object.keys(typeof value === "object" && value !== null ? value : {});
    const names = allowed.split(", ").filter((name2) => !present2.includes(name2));
    return issue.keys.map((key) => {
      const finding2 = { path: [...path, key], at: "key" };
      const why = path.at(-1) === "bluesky" ? underX.get(key) : void 0;
      if (why)
        return { ...finding2, found: `${key} under bluesky`, allowed: why };
      return { ...finding2, found: "not known", allowed, meant: { written: key, names } };
    });
  }
  const finding = { path, found: foundAs(value, path), allowed };
  if (typeof value !== "string")
    return [finding];
  return [{ ...finding, ...meantBy(issue, value) }];
}
function meantBy(issue, written) {
  const given = issue.code === "invalid_value" ? issue.values : issue.code === "custom" && issue.params?.names;
  if (!Array.isArray(given))
    return {};
  return { meant: { written, names: given.map(String) } };
}
function inUnion(issue) {
  if (issue.code !== "invalid_union")
    return [issue];
  const near = issue.errors.find((issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0));
  return near?.map((inside) => ({ ...inside, path: [...issue.path, ...inside.path] })).flatMap(inUnion) ?? [issue];
}
function valueAt(raw, path) {
  return path.reduce((holder, step) => typeof holder === "object" && holder !== null ? Reflect.get(holder, step) : void 0, raw);
}
function foundAs(value, path) {
  if (value === void 0)
    return missing;
  if (value === null)
    return "empty";
  if (Array.isArray(value))
    return value.length ? "a list" : "an empty list";
  if (typeof value === "object")
    return "a map";
  if (path.at(-1) === "secrets")
    return "not a name";
  if (typeof value !== "string")
    return JSON.stringify(value);
  return quoted(path.at(-1) === "ics" ? value.replace(/(?<=:\/\/[^/]*\/).+/su, "\u2026") : value);
}
var secret = /(?<=:\/\/)[^\s/]*(?=@)|\bx(?:ox[a-z]|app)-[\w-]+/giu;
function quoted(written) {
  const text2 = written.replace(secret, "\u2026");
  return text2.length > 60 ? `${visible(text2.slice(0, 60))}\u2026 (${text2.length} characters)` : visible(text2);
}

// dist/config/rules/problem-lines.js
var mostLines = 100;
var mostNames = 40;
function problemLines(remarks, path, label = "allowed") {
  const listedAt = /* @__PURE__ */ new Map();
  const inWords = (what, line) => {
    if (typeof what === "string")
      return what;
    const { found, allowed, meant } = what;
    const said2 = `${where(what.path)}${found}`;
    if (!meant)
      return `${said2}; ${label}: ${allowed}`;
    const near = nearName(meant.written, meant.names);
    if (near !== void 0)
      return `${said2}. Did you mean \`${near}\`?`;
    const earlier = listedAt.get(allowed);
    if (earlier !== void 0)
      return `${said2}; ${label}: the names given for line ${earlier}`;
    listedAt.set(allowed, line);
    return `${said2}; ${label}: ${shortened(allowed)}`;
  };
  const lines2 = remarks.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column).slice(0, mostLines).map(({ place: place2, what }) => escaped(`${path}:${place2.line}:${place2.column}: ${inWords(what, place2.line)}`));
  const more = remarks.length - lines2.length;
  return more > 0 ? [...lines2, `${path}: ${more} more problems`] : lines2;
}
function where(path) {
  return path.length ? `${pathText(path)}: ` : "";
}
function shortened(list) {
  const names = list.split(", ");
  if (names.length <= mostNames)
    return list;
  return `${names.slice(0, mostNames).join(", ")} and ${names.length - mostNames} more`;
}

// dist/config/rules/rule-parts.js
function desksOf(file) {
  return entries(file.desks).map(([id2, desk2]) => ({ path: ["desks", id2], desk: desk2 }));
}
function staffOf({ path, desk: desk2 }) {
  const isChannel = desk2.staff === "channel";
  const list = isChannel ? desk2.people : desk2.staff;
  return {
    isChannel,
    path: [...path, isChannel ? "people" : "staff"],
    list: typeof list === "object" ? entries(list) : void 0
  };
}
function mayBeNamed(staff, name2) {
  if (staff.isChannel && /^[UW][A-Z0-9]{5,}$/.test(name2))
    return true;
  return staff.list === void 0 ? !staff.isChannel : staff.list.some(([key]) => key === name2);
}
function namesAllowed({ isChannel, list }) {
  const keys = (list ?? []).map(([key]) => key);
  return [...keys, ...isChannel ? ["a Slack member id"] : []].join(", ");
}
function entries(map) {
  return Object.entries(map ?? {}).filter((entry) => entry[1] !== void 0);
}
function numbered(list) {
  return [...(list ?? []).entries()].filter((entry) => entry[1] !== void 0);
}
function readable(value, refused) {
  const copy = { root: structuredClone(value) };
  for (const path of refused)
    remove(copy, ["root", ...path]);
  return copy.root ?? {};
}
function remove(holder, path) {
  const [step, ...rest] = path;
  if (step === void 0 || typeof holder !== "object" || holder === null)
    return;
  if (rest.length)
    remove(Reflect.get(holder, step), rest);
  else if (Array.isArray(holder))
    holder[Number(step)] = void 0;
  else
    Reflect.deleteProperty(holder, step);
}

// dist/config/rules/network-rules.js
var networkRules = [oneNetwork, onlyUnderX];
function* oneNetwork({ file, refused }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (desk2.x && desk2.bluesky) {
      yield {
        path: [...path, "bluesky"],
        at: "key",
        found: "bluesky beside x",
        allowed: "one of the two: a second account is a second desk, with `like:` this one"
      };
    }
    if (!desk2.x && !desk2.bluesky && !refused([...path, "x"]) && !refused([...path, "bluesky"]) && !refused(path))
      yield {
        path,
        at: "key",
        found: "neither x nor bluesky",
        allowed: "one of the two: the account that it watches"
      };
  }
}
function* onlyUnderX({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (!desk2.bluesky || desk2.x)
      continue;
    for (const key of ["budget", "privacyPolicy"])
      if (desk2[key] !== void 0)
        yield { path: [...path, key], at: "key", found: `${key} with bluesky`, allowed: besideX[key] };
  }
}

// dist/config/rules/people-rules.js
var peopleRules = [answersAreSigned, sharedIsNobody, fallbackIsSomebody];
function* answersAreSigned({ file, refused }) {
  for (const { path, member: member2, isChannel } of peopleOf(file)) {
    const at = [...path, "signature"];
    if (member2.shared && member2.signature !== void 0) {
      yield {
        path: at,
        found: `${JSON.stringify(member2.signature)}, with shared: true`,
        allowed: "no signature: several people use this account, and each ends with their own"
      };
    }
    const isSaid = member2.shared || member2.signature !== void 0 || refused(at);
    if (isChannel || isSaid || refused([...path, "shared"]))
      continue;
    yield {
      path: at,
      found: "missing",
      allowed: "one to five letters or digits, such as AK (answers end with ^AK); or shared: true"
    };
  }
}
function* sharedIsNobody({ file }) {
  for (const { path, member: member2 } of peopleOf(file)) {
    if (!member2.shared || !member2.lead)
      continue;
    yield {
      path: [...path, "lead"],
      found: "lead, with shared: true",
      allowed: "one person: nobody in particular would be asked"
    };
  }
}
function* fallbackIsSomebody({ file }) {
  for (const one of desksOf(file)) {
    const { fallback } = one.desk;
    const member2 = staffOf(one).list?.find(([key, { slack }]) => key === fallback || slack === fallback)?.[1];
    const path = [...one.path, "fallback"];
    const found = JSON.stringify(fallback);
    if (member2?.trainee) {
      yield { path, found: `${found} is a trainee`, allowed: "somebody who may check answers" };
    }
    if (member2?.shared) {
      yield {
        path,
        found: `${found} is a shared login`,
        allowed: "one person: nobody in particular would be asked"
      };
    }
  }
}
function peopleOf(file) {
  return desksOf(file).flatMap((one) => {
    const { isChannel, list = [], path } = staffOf(one);
    return list.map(([key, member2]) => ({ path: [...path, key], member: member2, isChannel }));
  });
}

// dist/config/rules/practice-rules.js
var practiceRules = [practicePageWithPractice, practiceIdOfItsOwn];
function* practicePageWithPractice({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const network of ["x", "bluesky"]) {
      if (desk2[network]?.practicePage === void 0 || desk2[network].practice)
        continue;
      yield {
        path: [...path, network, "practicePage"],
        found: "an address, without practice: true",
        allowed: "with practice: true alone"
      };
    }
  }
}
function* practiceIdOfItsOwn({ file }) {
  const ids = entries(file.desks).map(([id2]) => id2);
  for (const [id2, { bluesky: bluesky2, x: x2 }] of entries(file.desks)) {
    if (!x2?.practice && !bluesky2?.practice)
      continue;
    const taken2 = practiceId(id2);
    if (ids.includes(taken2))
      yield {
        path: ["desks", taken2],
        at: "key",
        found: quoted(taken2),
        allowed: `another id: this one is for practice on ${id2}`
      };
    const longest = x2?.privateMessages ? privateSideId(taken2) : taken2;
    const most = maxDeskIdLength - (longest.length - id2.length);
    if (id2.length > most)
      yield {
        path: ["desks", id2],
        at: "key",
        found: `${id2.length} characters, with practice`,
        allowed: `at most ${most}`
      };
  }
}

// dist/config/rules/private-rules.js
var privateRules = [privateMessagesWithPolicy, privateChannelOfItsOwn];
var privateWarnings = [followBackWithPrivateMessages];
function* privateMessagesWithPolicy({ file, refused }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (!desk2.x?.privateMessages || desk2.privacyPolicy || refused([...path, "privacyPolicy"]))
      continue;
    yield {
      path: [...path, "x", "privateMessages"],
      at: "key",
      found: "private messages without privacyPolicy",
      allowed: "with privacyPolicy: https://\u2026, which X wants in private answers"
    };
  }
}
function* privateChannelOfItsOwn({ file }) {
  const all = desksOf(file);
  const ids = entries(file.desks).map(([id2]) => id2);
  for (const [id2, desk2] of entries(file.desks)) {
    const { privateMessages: privateMessages2 } = desk2.x ?? {};
    if (!privateMessages2)
      continue;
    const path = ["desks", id2, "x", "privateMessages"];
    const others = all.flatMap((one) => [
      one.desk.channel,
      ...one.desk === desk2 ? [] : [one.desk.x?.privateMessages?.channel]
    ]);
    const { channel } = privateMessages2;
    if (channel !== void 0 && others.includes(channel)) {
      yield {
        path: [...path, "channel"],
        found: quoted(channel),
        allowed: "a channel for private messages alone"
      };
    }
    if (privateSideId(id2).length > maxDeskIdLength)
      yield {
        path: ["desks", id2],
        at: "key",
        found: `${id2.length} characters, with private messages`,
        allowed: `at most ${maxDeskIdLength - privateSideId("").length}`
      };
    const taken2 = privateSideId(id2);
    if (ids.includes(taken2))
      yield {
        path: ["desks", taken2],
        at: "key",
        found: quoted(taken2),
        allowed: `another id: this one is for the private messages of ${id2}`
      };
  }
}
function* followBackWithPrivateMessages({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (!desk2.greetings?.followBack || desk2.x?.privateMessages)
      continue;
    yield {
      path: [...path, "greetings", "followBack"],
      found: "true, without x.privateMessages, so it is not offered",
      allowed: "with x.privateMessages, because whoever we follow may write to us there"
    };
  }
}

// dist/config/rules/rota-rules.js
var rotaRules = [
  namesAreStaff,
  peopleBelongToAChannel,
  oneSourceOfShifts,
  closuresAreDays,
  patternsAreClear,
  coversAreOfTwo,
  putBackComesAfterTheQuestion
];
function* namesAreStaff({ file }) {
  for (const one of desksOf(file)) {
    const { path, desk: desk2 } = one;
    const staff = staffOf(one);
    const named = [
      ...numbered(desk2.shifts).flatMap(([number, shift2]) => numbered(shift2.who).map(([place2, key]) => [["shifts", number, "who", place2], key])),
      ...numbered(desk2.covers).flatMap(([number, { of, by }]) => entries({ of, by }).map(([role, key]) => [["covers", number, role], key])),
      ...entries({ fallback: desk2.fallback }).map(([role, key]) => [[role], key])
    ];
    for (const [place2, key] of named) {
      if (mayBeNamed(staff, key))
        continue;
      yield {
        path: [...path, ...place2],
        found: `${JSON.stringify(key)} is not in ${staff.path.at(-1)}`,
        allowed: namesAllowed(staff),
        meant: { written: key, names: (staff.list ?? []).map(([one2]) => one2) }
      };
    }
  }
}
function* peopleBelongToAChannel({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (desk2.people === void 0 || desk2.staff === void 0 || desk2.staff === "channel")
      continue;
    yield {
      path: [...path, "people"],
      at: "key",
      found: "people beside a list of staff",
      allowed: "people with staff: channel"
    };
  }
}
function* oneSourceOfShifts({ file, refused }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    const hasShifts = desk2.shifts !== void 0 || refused([...path, "shifts"]);
    const hasFeed = desk2.rota !== void 0 || refused([...path, "rota"]);
    if (hasShifts && hasFeed) {
      yield { path: [...path, "rota"], at: "key", found: "rota beside shifts", allowed: "one of the two" };
    }
    if (!hasShifts && !hasFeed && !refused(path)) {
      yield { path: [...path, "shifts"], found: "missing", allowed: "a list of shifts, or rota: { ics: \u2026 }" };
    }
  }
}
function* closuresAreDays({ file, refused }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [number, { on, from, to }] of numbered(desk2.closures)) {
      const place2 = [...path, "closures", number];
      if (refused(place2))
        continue;
      const isDay = on !== void 0 && from === void 0 && to === void 0;
      const isRange = on === void 0 && from !== void 0 && to !== void 0;
      if (!isDay && !isRange) {
        const found = Object.keys({ ...on && { on }, ...from && { from }, ...to && { to } }).join(", ");
        yield { path: place2, found: found || "no day", allowed: "either on, or from and to" };
      }
      if (isRange && from > to) {
        yield {
          path: [...place2, "to"],
          found: `"${to}" is before "${from}"`,
          allowed: "the last closed day"
        };
      }
    }
  }
}
function* patternsAreClear({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [number, { days, every, nth: nth2 }] of numbered(desk2.shifts)) {
      if (nth2 === void 0)
        continue;
      const place2 = [...path, "shifts", number];
      if (numbered(days).length > 1) {
        yield {
          path: [...place2, "nth"],
          at: "key",
          found: "nth with several days",
          allowed: "one day, as in days: [sat]"
        };
      }
      if (every !== void 0) {
        yield { path: [...place2, "nth"], at: "key", found: "nth beside every", allowed: "one of the two" };
      }
    }
  }
}
function* coversAreOfTwo({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [number, { of, by }] of numbered(desk2.covers)) {
      if (of === void 0 || of !== by)
        continue;
      yield {
        path: [...path, "covers", number, "by"],
        found: `${JSON.stringify(by)} for themselves`,
        allowed: "somebody else"
      };
    }
  }
}
function* putBackComesAfterTheQuestion({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    const { nudges: nudges2 } = desk2;
    if (!nudges2)
      continue;
    const stillOnIt = nudges2.stillOnItMinutes ?? usualNudges.stillOnItMs / 6e4;
    const putBack = nudges2.putBackMinutes ?? usualNudges.putBackMs / 6e4;
    if (putBack > stillOnIt)
      continue;
    yield {
      path: [...path, "nudges", "putBackMinutes"],
      found: `${putBack}, with stillOnItMinutes: ${stillOnIt}`,
      allowed: "later than the question"
    };
  }
}

// dist/config/rules/frequent-words.js
var frequentWords = `
  a about after again all also am an and any are as at back be because been book books borrow but by can card children
  close closed come could day did do does email event events find first for free from get go good got great had has have
  he hello help her here hi him his hold hour hours how i if in into is it its join just kids know last late library
  librarian like loan look love make many may me meeting more my need new news next no not now of off on one online only
  open or our out over people please post read reading renew reserve return room said same say school see she should so
  some someone soon still story take thank thanks that the their them then there they this time to today tomorrow too
  tonight up us use very visit wait want was we week well what when where which who why will wifi with work would year
  yes yet you your
  el la los las un una que no por para con de en es su hola gracias biblioteca libro libros
  le les des une et est pas pour dans sur avec bonjour merci biblioth\xE8que livre livres
  der die das ein eine und ist nicht mit f\xFCr auf von zu danke hallo bibliothek buch b\xFCcher
  y yr mae yn ar diolch llyfr llyfrau llyfrgell
  w z na do si\u0119 jest nie dla dzi\u0119kuj\u0119 biblioteka ksi\u0105\u017Cka ksi\u0105\u017Cki
`.trim().split(/\s+/u);

// dist/config/rules/text-rules.js
var textRules = [
  wordsAreKnown,
  wordsFitScreens,
  idsFitMenus,
  starterIdsArePlain,
  openingsCanBeFilled
];
var textWarnings = [
  formsAreOfTheLanguage,
  wordsAreShown,
  urgentWordsAreRare,
  ourAddressesAreWhole
];
function* wordsAreKnown({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const { key, found, allowed } of wordProblems(Object.fromEntries(entries(desk2.words)))) {
      const names = found === "not known" ? Object.keys(defaultWords) : void 0;
      const meant = names && { meant: { written: key, names } };
      yield { path: [...path, "words", key], at: "key", found, allowed, ...meant };
    }
  }
}
function* wordsFitScreens({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [key, text2] of entries(desk2.words)) {
      if (currentKey(key) === void 0)
        continue;
      const allowed = refusedText(key, text2);
      if (allowed !== void 0)
        yield { path: [...path, "words", key], found: quoted(text2), allowed };
    }
  }
}
function refusedText(key, text2) {
  const said2 = text2.replace(/\{[\w-]+\}/gu, "x");
  if (key.endsWith(".opening")) {
    return areLines(said2, maxOpeningLength) ? void 0 : `at most ${maxOpeningLength} characters, without control characters and direction marks`;
  }
  const isBetween = key.startsWith("list.") && said2.trim() === "";
  const most = maxTextLength(key);
  return isLine(isBetween ? said2.replace(/^ +$/u, ",") : said2, most) ? void 0 : lineAllowed(most);
}
function* idsFitMenus({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    yield* tooLong(path, maxDeskIdLength);
    for (const [id2] of entries(desk2.starters))
      yield* tooLong([...path, "starters", id2], maxStarterIdLength);
  }
}
function* tooLong(path, most) {
  const id2 = String(path.at(-1));
  if (id2.length > most)
    yield { path, at: "key", found: quoted(id2), allowed: `at most ${most} characters` };
}
function* formsAreOfTheLanguage({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    const { language: language2 = defaultLanguage, words = {} } = desk2;
    const taken2 = formsIn(language2);
    for (const [key] of entries(words)) {
      const stem = countedStem(key);
      const form = pluralForms.find((one) => key === `${stem}.${one}`);
      const isForOther = form === "many" && !Object.hasOwn(words, `${stem}.other`);
      if (form === void 0 || taken2.includes(form) || isForOther)
        continue;
      yield {
        path: [...path, "words", key],
        at: "key",
        found: `no number takes this form in ${language2}`,
        allowed: `${taken2.map((one) => `.${one}`).join(", ")}; or another language:`
      };
    }
  }
}
function* wordsAreShown({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [key] of entries(desk2.words)) {
      if (currentKey(key) !== void 0)
        continue;
      const found = "no screen of this version shows it";
      yield { path: [...path, "words", key], at: "key", found, allowed: "to leave it out" };
    }
  }
}
function* urgentWordsAreRare({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [place2, phrase] of numbered(desk2.urgentWords)) {
      const common = frequentWords.find((word) => firstPhraseIn(word, [phrase]) === word);
      if (common === void 0)
        continue;
      const found = `${quoted(phrase)}, which many posts have${phrase === common ? "" : `: "${common}" is one`}`;
      const allowed = "words that stand for an emergency, because each tells people at once, also at night";
      yield { path: [...path, "urgentWords", place2], found, allowed };
    }
  }
}
function* ourAddressesAreWhole({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [place2, own2] of numbered(desk2.ours)) {
      const domain = own2.replace(/^https?:\/\//u, "");
      if (!new RegExp("^[^\\s/@*]*\\p{L}[^\\s/@*]*$", "u").test(domain))
        continue;
      const found = `${quoted(own2)}, which is its front page alone`;
      const allowed = `${domain}/* for all its pages, *@${domain} for all its e-mail addresses, ${domain}/ for the front page`;
      yield { path: [...path, "ours", place2], found, allowed };
    }
  }
}
var taken = /^(?:greet|hello|saved-.*)$/;
function* starterIdsArePlain({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [id2] of entries(desk2.starters)) {
      if (idPattern.test(id2) && !taken.test(id2))
        continue;
      const allowed = `${idAllowed}, but not greet, hello or saved-\u2026`;
      yield { path: [...path, "starters", id2], at: "key", found: quoted(id2), allowed };
    }
  }
}
function* openingsCanBeFilled({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    for (const [id2, { opening: opening2 }] of entries(desk2.starters)) {
      for (const found of opening2?.match(/\{[\w-]*\}/gu) ?? []) {
        const where2 = [...path, "starters", id2, "opening"];
        if (!["{first}", "{helpDesk}"].includes(found)) {
          yield { path: where2, found, allowed: "{first}, {helpDesk}" };
        } else if (found === "{helpDesk}" && !desk2.voice?.helpDesk) {
          yield {
            path: where2,
            found: "{helpDesk}, which nobody said",
            allowed: "it, once voice.helpDesk is said"
          };
        }
      }
    }
  }
}

// dist/config/rules/rules.js
var rules = [
  atLeastOneDesk,
  idsArePlain,
  ...networkRules,
  oneDeskPerChannel,
  oneDeskPerAccount,
  oneDeskPerSecrets,
  oneEntryPerPerson,
  someoneLeads,
  someoneApproves,
  ...peopleRules,
  ...rotaRules,
  openHoursAreApart,
  ...practiceRules,
  linkOnlyShowsNothing,
  ...privateRules,
  ...textRules
];
var warningRules = [
  shiftsTouchOpenHours,
  governmentUseFitsPlan,
  ...privateWarnings,
  ...textWarnings
];
function* atLeastOneDesk({ file, refused }) {
  if (!refused([]) && entries(file.desks).length === 0) {
    yield { path: ["desks"], at: "key", found: "no desk", allowed: "at least one" };
  }
}
function* idsArePlain({ file }) {
  const ids = desksOf(file).flatMap((one) => {
    const staff = staffOf(one);
    return [one.path, ...(staff.list ?? []).map(([key]) => [...staff.path, key])];
  });
  for (const path of ids) {
    const id2 = String(path.at(-1));
    if (!idPattern.test(id2))
      yield { path, at: "key", found: quoted(id2), allowed: idAllowed };
  }
}
function oneDeskPerChannel({ file }) {
  const channels = desksOf(file).map(({ path, desk: desk2 }) => ({
    path: [...path, "channel"],
    value: desk2.channel
  }));
  return repeats(channels, "a channel for each desk");
}
var accounts = [
  ["x", networks.x.name],
  ["bluesky", networks.bluesky.name]
];
function* oneDeskPerAccount({ file }) {
  for (const [network, name2] of accounts) {
    const handles = desksOf(file).map(({ path, desk: desk2 }) => ({
      path: [...path, network, "handle"],
      value: desk2[network]?.handle
    }));
    yield* repeats(handles, `one desk for each ${name2} account`);
  }
}
function* oneDeskPerSecrets({ file }) {
  for (const [network, name2] of accounts) {
    const names = desksOf(file).map(({ path, desk: desk2 }) => ({
      path: [...path, network, "secrets"],
      value: desk2[network]?.secrets
    }));
    yield* repeats(names, `secrets of its own for each ${name2} account`);
  }
}
function* oneEntryPerPerson({ file }) {
  for (const one of desksOf(file)) {
    const staff = staffOf(one);
    const people = (staff.list ?? []).map(([key, member2]) => ({
      path: [...staff.path, key, "slack"],
      value: member2.slack
    }));
    yield* repeats(people, "one entry for each person");
  }
}
function* someoneLeads({ file, refused }) {
  for (const one of desksOf(file)) {
    const { list, path } = staffOf(one);
    if (refused(path) || list?.some(([, { lead }]) => lead))
      continue;
    yield { path, at: "key", found: "nobody leads", allowed: "at least one person with lead: true" };
  }
}
function* someoneApproves({ file, refused }) {
  for (const one of desksOf(file)) {
    const { isChannel, list, path } = staffOf(one);
    if (isChannel || refused(path) || list?.some(([, { trainee }]) => !trainee))
      continue;
    yield {
      path,
      at: "key",
      found: "nobody can approve an answer",
      allowed: "at least one person who is no trainee"
    };
  }
}
function* openHoursAreApart({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    const spans = openSpans(desk2);
    for (const [index, span] of spans.entries()) {
      const earlier = spans.slice(0, index).find((other) => meet(other, span));
      if (!earlier)
        continue;
      yield {
        path: [...path, "openHours", ...span.path],
        found: `"${span.text}" overlaps "${earlier.text}" on ${earlier.day}`,
        allowed: "spans that are apart"
      };
    }
  }
}
function* shiftsTouchOpenHours({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    const open = openSpans(desk2);
    for (const [number, shift2] of numbered(desk2.shifts)) {
      const days = numbered(shift2.days).map(([, day3]) => day3);
      for (const [place2, text2] of numbered(shift2.at)) {
        const closed = days.filter((day3) => !open.some((span) => meet(span, { day: day3, text: text2 })));
        if (!closed.length)
          continue;
        yield {
          path: [...path, "shifts", number, "at", place2],
          found: `"${text2}" on ${closed.join(", ")} is outside open hours`,
          allowed: "shifts in open hours"
        };
      }
    }
  }
}
function* governmentUseFitsPlan({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (desk2.x?.governmentUse !== "enterprise" || desk2.x.plan !== "self-serve")
      continue;
    yield {
      path: [...path, "x", "plan"],
      found: "self-serve, with governmentUse: enterprise",
      allowed: "enterprise, which X wants for government use"
    };
  }
}
function* linkOnlyShowsNothing({ file }) {
  for (const { path, desk: desk2 } of desksOf(file)) {
    if (desk2.x?.governmentUse !== "linkOnly")
      continue;
    const without = "without it: with governmentUse: linkOnly nothing of what people write is shown";
    if (desk2.x.privateMessages)
      yield {
        path: [...path, "x", "privateMessages"],
        at: "key",
        found: "private messages",
        allowed: without
      };
    if (desk2.x.readContext === "always")
      yield { path: [...path, "x", "readContext"], found: "always", allowed: without };
  }
}
function openSpans(desk2) {
  return weekdays.flatMap((day3) => numbered(desk2.openHours?.[day3]).map(([place2, text2]) => ({ day: day3, text: text2, path: [day3, place2] })));
}
function meet(a, b) {
  return overlap(a.day, toInterval(a.text), b.day, toInterval(b.text));
}
function* repeats(values, allowed) {
  const first = /* @__PURE__ */ new Map();
  for (const { path, value } of values) {
    if (value === void 0)
      continue;
    const same2 = value.toLowerCase();
    const earlier = first.get(same2);
    if (earlier)
      yield { path, found: `${JSON.stringify(value)}, as at ${pathText(earlier)}`, allowed };
    else
      first.set(same2, path);
  }
}

// dist/config/rules/yaml-faults.js
import { isAlias, isMap as isMap2, isPair, isScalar as isScalar2, isSeq as isSeq2 } from "yaml";
var mostLevels = 30;
var sentences = {
  ANCHOR: "an anchor or alias (& or *); allowed: the value written out",
  MULTIPLE_DOCS: "a second document (---); allowed: one",
  RESOURCE_EXHAUSTION: `nested too deep; allowed: at most ${mostLevels} levels`
};
var aTab = "a tab before the first word of a line; allowed: spaces";
function yamlFaults(document, text2, lines2) {
  const { unusual, repeated } = inTree(document.contents);
  const syntax = document.errors.map(({ code, message, pos: [offset] }) => ({ offset, code, message }));
  const [first] = [...syntax, ...unusual].toSorted((a, b) => a.offset - b.offset);
  const said2 = first && (startsWithTab(text2, first.offset) ? aTab : sentences[first.code]);
  return {
    ...first && {
      fatal: {
        place: positionOf(lines2, first.offset),
        message: said2 ?? `${first.message}; allowed: YAML as in desk.example.yaml`
      }
    },
    repeated: repeated.map((offset) => ({
      place: positionOf(lines2, offset),
      message: "this key is here twice; allowed: once"
    }))
  };
}
function startsWithTab(text2, offset) {
  const begin = text2.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  return /^ *\t/.test(text2.slice(begin, begin + 100));
}
function inTree(contents) {
  const unusual = [];
  const repeated = [];
  const open = [{ node: contents, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    if (isPair(node)) {
      open.push({ node: node.value, level }, { node: node.key, level });
      continue;
    }
    if (!isAlias(node) && !isScalar2(node) && !isMap2(node) && !isSeq2(node))
      continue;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node) || node.anchor)
      unusual.push({ offset, code: "ANCHOR", message: "" });
    if (level > mostLevels)
      unusual.push({ offset, code: "RESOURCE_EXHAUSTION", message: "" });
    if (!isMap2(node) && !isSeq2(node))
      continue;
    if (isMap2(node))
      repeated.push(...keysThatRepeat(node.items.map(({ key }) => key)));
    for (const item of node.items)
      open.push({ node: item, level: level + 1 });
  }
  return { unusual, repeated };
}
function keysThatRepeat(keys) {
  const seen = /* @__PURE__ */ new Set();
  return keys.flatMap((key) => {
    if (!isScalar2(key))
      return [];
    const name2 = String(key.value);
    if (seen.has(name2))
      return [key.range?.[0] ?? 0];
    seen.add(name2);
    return [];
  });
}

// dist/config/schema/rota-entry.js
function toRota(entry) {
  const { timeZone: timeZone2, openHours: openHours2, closures: closures2, shifts: shifts2, covers: covers2 } = entry;
  const hours = (day3) => (openHours2[day3] ?? []).map(toInterval);
  const key = (name2) => keyOf(entry, name2);
  return {
    timeZone: timeZone2,
    openHours: {
      mon: hours("mon"),
      tue: hours("tue"),
      wed: hours("wed"),
      thu: hours("thu"),
      fri: hours("fri"),
      sat: hours("sat"),
      sun: hours("sun")
    },
    closures: closures2.map(({ on = "", from = on, to = on, name: name2 }) => ({ from, to, name: name2 })),
    staff: Object.entries(listOf(entry)).map(([id2, one]) => toMember(id2, one)),
    shifts: (shifts2 ?? []).map(({ at, days, who, every, nth: nth2 }) => ({
      days,
      at: at.map(toInterval),
      who: who.map(key),
      ...every && { every },
      ...nth2 !== void 0 && { nth: nth2 }
    })),
    dated: [],
    covers: covers2.map((cover) => toCover(timeZone2, { ...cover, of: key(cover.of), by: key(cover.by) }))
  };
}
function keyOf(entry, name2) {
  return Object.entries(listOf(entry)).find(([, { slack }]) => slack === name2)?.[0] ?? name2;
}
var listOf = ({ staff, people = {} }) => staff === "channel" ? people : staff;
function toMember(key, { slack, name: name2, signature: signature2, shared, email, ...member2 }) {
  const unsaid = [
    ...name2 === void 0 ? ["name"] : [],
    ...signature2 === void 0 && !shared ? ["signature"] : []
  ];
  return {
    key,
    slackId: slack,
    name: name2 ?? key,
    signature: signature2 ?? "",
    ...member2,
    ...shared && { shared },
    ...email && { email },
    ...unsaid.length > 0 && { unsaid }
  };
}
function toStandards(written) {
  const topics = ["question", "praise", "complaint", "other"];
  return Object.fromEntries(topics.flatMap((topic) => written[topic] === "off" ? [] : [[topic, toTarget(written[topic])]]));
}
function toNudges(written) {
  return {
    remindEveryMs: written.remindEveryMinutes * 6e4,
    fallbackEveryMs: written.fallbackEveryHours * 60 * 6e4,
    stillOnItMs: written.stillOnItMinutes * 6e4,
    putBackMs: written.putBackMinutes * 6e4,
    shiftEndMs: written.shiftEndMinutes * 6e4
  };
}
function toCover(timeZone2, { on, at = "00:00-24:00", of, by }) {
  const { fromMinute, toMinute } = toInterval(at);
  const day3 = localDayOf(timeZone2, on);
  return { of, by, fromMs: day3.at(fromMinute), toMs: day3.at(toMinute) };
}
function toTarget(written) {
  const openDays = /^(\d+) open days?$/u.exec(written)?.[1];
  return openDays === void 0 ? lengthMs(written) : { openDays: Number(openDays) };
}
function lengthMs(written) {
  return Number.parseInt(written, 10) * (written.endsWith("h") ? 60 : 1) * 6e4;
}

// dist/config/text-file.js
import { closeSync, openSync, readSync } from "node:fs";
function readTextFile(path, { mostBytes, usual: usual2, example: example2 }) {
  let bytes;
  try {
    bytes = readUpTo(path, mostBytes + 1);
  } catch (error) {
    const { code, message } = error;
    if (code === "ENOENT")
      throw new ConfigError([`${path}: not found; copy ${example2} there and fill it in`]);
    if (code === "EISDIR")
      throw new ConfigError([`${path}: a folder; allowed: a file such as ${usual2}`]);
    throw new ConfigError([`${path}: cannot be read: ${message}`]);
  }
  if (bytes.length > mostBytes) {
    throw new ConfigError([`${path}: longer than ${mostBytes / 1024} KB; allowed: at most that`]);
  }
  return decode(bytes, path);
}
function decode(bytes, path) {
  const utf8 = "allowed: a text saved as UTF-8";
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff")
    throw new ConfigError([`${path}: saved as UTF-16; ${utf8}`]);
  if (bytes.includes(0))
    throw new ConfigError([`${path}: holds NUL bytes, so is no UTF-8 text; ${utf8}`]);
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    throw new ConfigError([`${path}:${lineOfFault(bytes)}: a letter that is not saved as UTF-8; ${utf8}`]);
  }
}
var utf8Decoder = new TextDecoder("utf-8", { fatal: true });
function readUpTo(path, most) {
  const buffer = Buffer.alloc(most);
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (; ; ) {
      const read = readSync(file, buffer, length, most - length, null);
      length += read;
      if (read === 0 || length === most)
        return buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
function lineOfFault(bytes) {
  const lines2 = bytes.toString("latin1").split("\n");
  const fault = lines2.findIndex((line) => {
    const text2 = Buffer.from(line, "latin1").toString("utf8");
    return text2.includes("\uFFFD");
  });
  return fault + 1;
}

// dist/config/desk-file.js
var deskFile = { mostBytes: 256 * 1024, usual: "desk.yaml", example: "desk.example.yaml" };
async function loadDeskFile(path) {
  return readDeskFile(readTextFile(path, deskFile), path);
}
function readDeskFile(text2, path) {
  const lines2 = new LineCounter();
  const document = parseDocument(text2, { lineCounter: lines2, prettyErrors: false, uniqueKeys: false });
  const remark = (finding) => ({
    place: locate(document, lines2, finding.path, finding.at ?? "value"),
    what: finding
  });
  const { fatal, repeated } = yamlFaults(document, text2, lines2);
  if (fatal)
    throw new ConfigError(problemLines([remarkOfFault(fatal)], path));
  const { file: raw, findings: likes, isFromOther } = withLikes(document.toJS());
  const result = deskFileSchema.safeParse(raw);
  const refusals = refusalsOf(result.error?.issues ?? [], raw);
  const reading = {
    file: readable(raw, refusals.paths),
    refused: refusedAmong(refusals.paths)
  };
  const findings = [
    ...likes,
    ...[...refusals.findings, ...rules.flatMap((rule) => [...rule(reading)])].filter(({ path: place2 }) => !isFromOther(place2))
  ];
  const problems = [...repeated.map(remarkOfFault), ...findings.map(remark)];
  if (problems.length || !result.success)
    throw new ConfigError(problemLines(problems, path));
  const warnings = warningRules.flatMap((rule) => [...rule(reading)]).filter(({ path: place2 }) => !isFromOther(place2));
  const { desks, budget: budget2 } = result.data;
  const practises = (entry) => isPractice(desks[entry] ?? {});
  const idOf = (entry) => deskId(practises(entry) ? practiceId(entry) : entry);
  const likeOf = ({ like, ...entry }) => like !== void 0 && practises(like) === isPractice(entry) ? idOf(like) : void 0;
  return {
    desks: withSharedBudget(Object.entries(desks).map(([id2, desk2]) => toDesk({ idOf, likeOf }, id2, desk2, dirname(path))).map((desk2, _, all) => ({
      ...desk2,
      ...all.filter((one) => areTogether(one, desk2)).length > 1 && { amongSeveral: true }
    })), budget2),
    warnings: problemLines(warnings.map(remark), path, "usual")
  };
}
var remarkOfFault = ({ place: place2, message }) => ({ place: place2, what: message });
function refusedAmong(refused) {
  const textOf = (path) => JSON.stringify(path);
  const known = new Set(refused.flatMap((path) => [...path, ""].map((_, length) => textOf(path.slice(0, length)))));
  return (path) => known.has(textOf(path));
}
function withSharedBudget(desks, budget2) {
  if (!budget2)
    return desks;
  const billed = desks.filter(({ account, network: { prices } }) => prices && !account.practice);
  const budgetTogether = { ...budget2, desks: billed.map(({ id: id2 }) => id2) };
  return desks.map((desk2) => billed.includes(desk2) ? { ...desk2, budgetTogether } : desk2);
}
function toDesk({ idOf, likeOf }, id2, entry, folder) {
  const { channel, send: send2, budget: budget2, language: language2, words, fallback, standards: standards2, nudges: nudges2, pictures, keep: keep2, staff } = entry;
  const like = likeOf(entry);
  const { privateMessages: privateMessages2 } = entry.x ?? {};
  const { greetings: greetings2, ...writing2 } = toWriting(entry);
  return {
    id: idOf(id2),
    channel,
    ...accountOf(entry),
    rota: toRota(entry),
    ...entry.rota && !like && { feed: feedOf(entry.rota, folder) },
    ...like && { like },
    membership: staff === "channel" ? "channel" : "list",
    ...fallback && { fallback: keyOf(entry, fallback) },
    responseTargets: toStandards(standards2),
    nudges: toNudges(nudges2),
    keep: { openDays: keep2.openDays, ...keep2.hold && { hold: true } },
    send: { undoMs: send2.undoSeconds * 1e3, goodForMs: send2.goodForMinutes * 6e4 },
    ...budget2 && { budget: budget2 },
    ...pictures === "onPress" && { picturesOnPress: true },
    ...writing2,
    ...entry.outcomes && !isPractice(entry) && { outcomes: true },
    greetings: {
      ...greetings2,
      followBack: greetings2.followBack && (privateMessages2 !== void 0 || entry.bluesky !== void 0)
    },
    ...privateMessages2 && { privateMessages: inPrivateOf(entry, privateMessages2) },
    language: language2,
    words: { ...nameOf(entry), ...underCurrentKeys(words) }
  };
}
function inPrivateOf({ privacyPolicy = "" }, { channel, stopWords: own2 }) {
  return { channel, stopWords: own2 ?? stopWords, privacyPolicy };
}
function feedOf({ ics, privateAddress }, folder) {
  const address = ics.replace(/^webcal:/, "https:");
  return { from: address.includes("://") ? address : resolve(folder, ics), mayBePrivate: privateAddress };
}
function toWriting(entry) {
  const { checks: settings, greetings: greetings2, ours: ours2, blockedWords, personalWords: personalWords2, voice: voice2, starters } = entry;
  const thanks = listsOf(followThanks, entry.followThanks);
  const checks2 = { settings, ours: ours2, blockedWords, personalWords: personalWords2, followThanks: thanks };
  return {
    checks: checks2,
    greetings: greetings2,
    topicWords: listsOf(topicWords, entry.topicWords),
    urgentWords: entry.urgentWords.map(asCompared),
    voice: {
      helpDesk: voice2.helpDesk,
      starters: Object.entries(starters).map(([id2, starter2]) => ({ id: id2, ...starter2 }))
    }
  };
}
function listsOf(usual2, written) {
  const names = Object.keys(usual2);
  const own2 = names.map((name2) => [name2, written[name2] ?? usual2[name2]]);
  return together(Object.fromEntries(own2), ...Object.values(written.also));
}

// dist/config/env.js
import { existsSync } from "node:fs";
import { parseEnv } from "node:util";

// dist/config/env-reader.js
import { readFileSync } from "node:fs";
function createEnvReader(env) {
  const problems = [];
  const refuse = (problem) => {
    problems.push(escaped(problem));
  };
  const value = (name2) => env[name2]?.trim() || void 0;
  const secret2 = (name2) => {
    const path = value(`${name2}_FILE`);
    if (path === void 0)
      return value(name2);
    if (value(name2) !== void 0)
      return refuse(`${name2} and ${name2}_FILE are both set; allowed: one of them.`);
    try {
      return decode(readFileSync(path), path).trim() || refuse(`${name2}_FILE: ${path} is empty.`);
    } catch (error) {
      if (error instanceof ConfigError)
        return refuse(`${name2}_FILE: ${error.message}.`);
      return refuse(`${name2}_FILE: ${path} cannot be read (${error.code}).`);
    }
  };
  const required = (name2, what, prefix = "") => {
    const problemsBefore = problems.length;
    const found = secret2(name2);
    if (found?.startsWith(prefix))
      return found;
    if (found !== void 0)
      refuse(`${name2} does not start with ${prefix}; allowed: ${what}.`);
    else if (problems.length === problemsBefore)
      refuse(`${name2} is not set; set it or ${name2}_FILE to ${what}.`);
    return "";
  };
  const parseUrl = (name2, found, protocols) => {
    if (found === void 0)
      return void 0;
    const url = URL.canParse(found) ? new URL(found) : void 0;
    if (url && (url.username || url.password)) {
      return refuse(`${name2} has a name or a password in it; allowed: the address without them.`);
    }
    if (url && protocols.includes(url.protocol))
      return url;
    return refuse(`${name2} is no address; allowed: one that starts with ${protocols.join("// or ")}//.`);
  };
  return {
    problems,
    required,
    refuse,
    secretAddress: (name2, isOne, allowed) => {
      const found = secret2(name2);
      if (found === void 0 || isOne(found))
        return found;
      return refuse(`${name2} is no address; allowed: ${allowed}.`);
    },
    secret: (name2, atLeast) => {
      const found = secret2(name2);
      if (found === void 0 || found.length >= atLeast)
        return found;
      return refuse(`${name2} is too short; allowed: ${atLeast} characters or more.`);
    },
    url: (name2, protocols) => parseUrl(name2, value(name2), protocols),
    oneOf: (name2, choices) => {
      const found = value(name2);
      const choice = choices.find((one) => one === found);
      if (found === void 0 || choice !== void 0)
        return choice;
      return refuse(`${name2} is ${visible(found)}; allowed: ${choices.join(", ")}.`);
    },
    text: (name2, pattern, allowed) => {
      const found = value(name2);
      if (found === void 0 || pattern.test(found))
        return found;
      return refuse(`${name2} is ${visible(found)}; allowed: ${allowed}.`);
    },
    port: (name2) => {
      const found = value(name2);
      if (found === void 0)
        return void 0;
      if (/^\d+$/.test(found) && Number(found) <= 65535)
        return Number(found);
      return refuse(`${name2} is ${visible(found)}; allowed: 0 to 65535 (0 takes a free port).`);
    }
  };
}

// dist/config/env.js
var logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
var shortestForgetKey = 32;
var shortestPracticeToken = 32;
var envFile = { mostBytes: 64 * 1024, usual: ".env", example: ".env.example" };
function loadEnvFile(path, env) {
  const hasToken = (env.SLACK_BOT_TOKEN ?? env.SLACK_BOT_TOKEN_FILE) !== void 0;
  if (hasToken && !existsSync(path))
    return env;
  return { ...parseEnv(readTextFile(path, envFile)), ...env };
}
function readEnv(env, xNames, blueskyNames = []) {
  const reader = createEnvReader(env);
  const botToken = reader.required("SLACK_BOT_TOKEN", "the Slack app's bot token, xoxb-\u2026", "xoxb-");
  const appToken = reader.required("SLACK_APP_TOKEN", "the Slack app's app-level token, xapp-\u2026", "xapp-");
  const slackApiUrl = reader.url("SLACK_API_URL", ["https:", "http:"])?.href.replace(/\/*$/, "/");
  const xApiUrl = readOrigin(reader, "X_API_URL");
  const secrets = Object.fromEntries(xNames.map((name2) => [name2, readXSecrets(reader, name2)]));
  const passwords = Object.fromEntries(blueskyNames.map((name2) => [name2, readAppPassword(reader, name2)]));
  const isRedis = (text2) => parseRedisAddress(text2) !== void 0;
  const redisUrl = reader.secretAddress("REDIS_URL", isRedis, redisAddressForms) ?? "redis://127.0.0.1:6379";
  const redisPrefix = reader.text("REDIS_PREFIX", /^[a-z0-9-]+$/, "lower-case letters, digits and hyphens") ?? "greeting-desk";
  const logLevel = reader.oneOf("LOG_LEVEL", logLevels) ?? "info";
  const forgetKey = reader.secret("FORGET_KEY", shortestForgetKey);
  const erasuresFile = reader.text("ERASURES_FILE", /^.+$/u, "the path of a file") ?? "./erasures.txt";
  const healthPort = reader.port("HEALTH_PORT");
  const healthHost = readHost(reader, "HEALTH_HOST") ?? "127.0.0.1";
  const practice = readPractice(reader);
  if (reader.problems.length)
    throw new ConfigError(reader.problems);
  return {
    slack: { botToken, appToken, ...slackApiUrl !== void 0 && { apiUrl: slackApiUrl } },
    bluesky: { passwords },
    x: { secrets, ...xApiUrl !== void 0 && { apiUrl: xApiUrl } },
    redisUrl,
    redisPrefix,
    logLevel,
    forget: { key: forgetKey, path: erasuresFile },
    practice,
    ...healthPort !== void 0 && { health: { host: healthHost, port: healthPort } }
  };
}
var readHost = (reader, name2) => reader.text(name2, /^(?:[\d.]+|[\da-f:.]+|localhost)$/i, "an IP address of this machine, or localhost");
function readPractice(reader) {
  const host = readHost(reader, "PRACTICE_HOST");
  const port2 = reader.port("PRACTICE_PORT");
  const token = reader.secret("PRACTICE_TOKEN", shortestPracticeToken);
  if (token !== void 0 && !/^[\w-]+$/.test(token))
    reader.refuse("PRACTICE_TOKEN has other signs in it; allowed: letters, digits, - and _.");
  return {
    ...host !== void 0 && { host },
    ...port2 !== void 0 && { port: port2 },
    ...token !== void 0 && { token }
  };
}
function readAppKeys(env, name2) {
  const reader = createEnvReader(env);
  const { appKey, appSecret } = readAppOf(reader, name2);
  const apiUrl = readOrigin(reader, "X_API_URL");
  if (reader.problems.length)
    throw new ConfigError(reader.problems);
  return { appKey, appSecret, apiUrl };
}
function readBlueskyUrl(env) {
  const reader = createEnvReader(env);
  const url = readOrigin(reader, "BLUESKY_API_URL");
  if (reader.problems.length)
    throw new ConfigError(reader.problems);
  return url;
}
var hasAccessToken = (env, name2) => [`X_${name2}_ACCESS_TOKEN`, `X_${name2}_ACCESS_SECRET`].some((one) => env[one]?.trim() || env[`${one}_FILE`]?.trim());
function readXSecrets(reader, name2) {
  const secret2 = secretOf(reader, name2);
  return {
    ...readAppOf(reader, name2),
    accessToken: secret2("ACCESS_TOKEN", "access token"),
    accessSecret: secret2("ACCESS_SECRET", "access token secret")
  };
}
function readAppOf(reader, name2) {
  const secret2 = secretOf(reader, name2);
  return { appKey: secret2("APP_KEY", "API key"), appSecret: secret2("APP_SECRET", "API key secret") };
}
var secretOf = (reader, name2) => (part2, what) => reader.required(`X_${name2}_${part2}`, `the ${what} of the X developer app (desk.yaml: secrets: ${name2})`);
var readAppPassword = (reader, name2) => reader.required(`BLUESKY_${name2}_APP_PASSWORD`, `an app password of the Bluesky account (desk.yaml: secrets: ${name2})`);
function readOrigin(reader, name2) {
  const url = reader.url(name2, ["https:", "http:"]);
  if (!url || url.href === `${url.origin}/`)
    return url?.origin;
  return reader.refuse(`${name2} has more than an origin; allowed: ${url.origin}, without path or name.`);
}

// dist/cli/doctor-lines.js
var marks = {
  ok: { sign: "\u2713", colour: "green" },
  note: { sign: "!", colour: "yellow" },
  wrong: { sign: "\u2717", colour: "red" },
  unknown: { sign: "?", colour: "cyan" }
};
function checkLine({ found, fix, mark }, { paint, width }) {
  const { colour, sign } = marks[mark];
  const head = `  ${paint(colour, sign)} `;
  const whole2 = fix ? `${found} \u2192 ${fix}` : found;
  if (width === void 0 || whole2.length + 4 <= width)
    return `${head}${whole2}`;
  const room = Math.max(width - 4, 20);
  const lines2 = [...broken(found, room), ...fix ? broken(`\u2192 ${fix}`, room) : []];
  return `${head}${lines2.join("\n    ")}`;
}
function broken(text2, room) {
  const lines2 = [];
  for (const word of text2.split(" ")) {
    const last = lines2.at(-1);
    if (last !== void 0 && last.length + 1 + word.length <= room)
      lines2[lines2.length - 1] = `${last} ${word}`;
    else
      lines2.push(word);
  }
  return lines2;
}
function summaryLine(checks2) {
  const count = (mark) => checks2.filter((one) => one.mark === mark).length;
  const wrong2 = count("wrong");
  const others = ["ok", "note", "unknown"].flatMap((mark) => count(mark) > 0 ? `${count(mark)} ${marks[mark].sign}` : []);
  const said2 = wrong2 === 0 ? "Nothing is wrong" : `${wrong2} ${wrong2 === 1 ? "thing is" : "things are"} wrong`;
  return `${said2} (${[...wrong2 > 0 ? [`${wrong2} ${marks.wrong.sign}`] : [], ...others].join(", ")}).`;
}

// dist/cli/ending.js
var interruptedCode = 130;
function endOnRequest(tell) {
  const stopping = new AbortController();
  let guarded = 0;
  function stop() {
    const isFirst = !stopping.signal.aborted;
    stopping.abort();
    if (guarded === 0 || !isFirst)
      process.exit(interruptedCode);
    tell();
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, stop);
  return {
    stopped: stopping.signal,
    async guard(work) {
      guarded += 1;
      try {
        return await work();
      } finally {
        guarded -= 1;
      }
    }
  };
}

// dist/cli/terminal.js
import { createInterface } from "node:readline";
import { styleText } from "node:util";
var clearLine = "\r\x1B[2K";
function createTerminal({ stdin, stdout, stderr }, { mayAsk, interrupted: interrupted2 }) {
  let isUnderWay = false;
  function progress(what) {
    if (!stderr.isTTY || what === void 0 && !isUnderWay)
      return;
    isUnderWay = what !== void 0;
    stderr.write(what === void 0 ? clearLine : `${clearLine}  ${what}`);
  }
  return {
    width: stdout.isTTY ? stdout.columns || 80 : void 0,
    print: (line) => void stdout.write(`${line}
`),
    paint: (format, text2) => styleText(format, text2, { stream: stdout, validateStream: true }),
    progress,
    tell(text2) {
      progress(void 0);
      stderr.write(`  ${text2}
`);
    },
    async confirm(question2, usual2) {
      if (!mayAsk || !stdin.isTTY || !stderr.isTTY)
        return void 0;
      progress(void 0);
      const prompt = `  ${question2} ${usual2 ? "[Y/n]" : "[y/N]"} `;
      const asking = createInterface({ input: stdin, output: stderr, prompt });
      asking.on("SIGINT", () => {
        stderr.write("\n");
        interrupted2?.();
        asking.close();
      });
      try {
        asking.prompt();
        for await (const line of asking) {
          const answer = line.trim();
          if (answer === "")
            return usual2;
          if (/^(?:y|yes|n|no)$/iu.test(answer))
            return /^y/iu.test(answer);
          asking.prompt();
        }
        return void 0;
      } finally {
        asking.close();
      }
    }
  };
}

// dist/cli/doctor.js
var pressWithinMs = 12e4;
function addDoctor(program2) {
  program2.command("doctor").description("prove that what was installed works: Slack, its channel and people, Redis, the rota, X").option("--press", "ask for a press, a command and the Home tab in Slack, and wait two minutes for them").option("--send", "write one post on X and delete it, after a question that says what X bills for it").option("--json", "one JSON document instead of lines").option("--desk <file>", "the desks, their rota and their words", "desk.yaml").option("--env <file>", "secrets and addresses", ".env").action(doctor);
}
async function doctor(asked) {
  const { json } = asked;
  process.stdout.on("error", () => {
  });
  const interrupted2 = () => process.exit(interruptedCode);
  const terminal = createTerminal(process, { mayAsk: !json, interrupted: interrupted2 });
  const { guard, stopped } = endOnRequest(() => terminal.tell("Stopping, after what stands in Slack or on the network is taken away. Ctrl-C again: at once."));
  const talk = { tell: terminal.tell, confirm: terminal.confirm, stopped };
  const { sections, warnings } = await sectionsFor(asked);
  const print = json ? () => {
  } : terminal.print;
  for (const line of warnings)
    print(terminal.paint("yellow", line));
  const found = [];
  for (const { desk: of, title, probes } of sections) {
    if (stopped.aborted)
      break;
    print(`${found.length > 0 || warnings.length > 0 ? "\n" : ""}${terminal.paint("bold", title)}`);
    const checks2 = [];
    found.push({ ...of && { desk: of }, checks: checks2 });
    for (const probe of probes) {
      if (stopped.aborted)
        break;
      terminal.progress(`${probe.what}\u2026`);
      const some = await (probe.undoes ? guard(() => look(probe, talk)) : look(probe, talk));
      terminal.progress(void 0);
      for (const check2 of some)
        print(checkLine(check2, terminal));
      checks2.push(...some);
    }
  }
  const all = found.flatMap(({ checks: checks2 }) => checks2);
  const fine = !stopped.aborted && !all.some(({ mark }) => mark === "wrong");
  print(`
${stopped.aborted ? "Stopped." : summaryLine(all)}`);
  if (json)
    terminal.print(JSON.stringify(documentOf(found, warnings, fine), null, 2));
  if (stopped.aborted)
    process.exit(interruptedCode);
  if (!fine)
    process.exitCode = 1;
}
async function sectionsFor({ desk: desk2, env: envFile2, press, send: send2 }) {
  const file = await loadDeskFile(desk2).catch(problemsOf);
  const isRead = "desks" in file;
  const namesOf = (network) => isRead ? secretNames(file.desks, network) : [];
  const env = readOr(() => readEnv(loadEnvFile(envFile2, process.env), namesOf("x"), namesOf("bluesky")));
  if (!isRead || "problems" in env) {
    const problems = [...isRead ? [] : file.problems, ..."problems" in env ? env.problems : []];
    const run2 = async () => problems.map((one) => wrong("files", one, fixOf(one)));
    return {
      sections: [{ title: "Files", probes: [{ id: "files", what: "The files", run: run2 }] }],
      warnings: []
    };
  }
  const { sectionsOf } = await import("./doctor-6BX2QQMO.js");
  const asked = { ...press && { pressWithinMs }, ...send2 && { sends: true } };
  const examining = { log: createLog("silent"), ...asked };
  return { sections: sectionsOf({ env, desks: file.desks }, examining), warnings: file.warnings };
}
var fixOf = (problem) => problem.includes(": not found") ? "Or let greeting-desk init write it." : void 0;
function problemsOf(error) {
  if (!(error instanceof ConfigError))
    throw error;
  return { problems: error.problems };
}
function readOr(read) {
  try {
    return read();
  } catch (error) {
    return problemsOf(error);
  }
}
function documentOf(found, warnings, fine) {
  return {
    fine,
    warnings,
    checks: found.filter(({ desk: desk2 }) => desk2 === void 0).flatMap(({ checks: checks2 }) => checks2),
    desks: found.filter(({ desk: desk2 }) => desk2 !== void 0)
  };
}

// dist/cli/export.js
import { createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InvalidArgumentError, Option } from "commander";

// dist/config/desk-names.js
var isCalled = (desk2, name2) => name2 === entryOf(desk2) || name2 === desk2.id;
var canKnow = ({ network }, typed) => canBeOn(network, typed);
var isAccountId = (typed) => typedAccount(typed) !== void 0;

// dist/cli/export.js
var ofOwnFile = { flag: "wx", mode: 384 };
function addExport(program2) {
  const group = program2.command("export").description("write what the desks keep to a file; reads Redis alone");
  place(group.command("person")).description("everything that is known of one person, as JSON").argument("<who>", "@handle, or the id of the account").action(person);
  place(group.command("replies")).description("the library's own replies and who approved them, by date").requiredOption("--from <date>", "the first day, such as 2026-01-01", isoDate).requiredOption("--to <date>", "the last day", isoDate).addOption(new Option("--format <format>", "JSON Lines or CSV").choices(["jsonl", "csv"]).default("jsonl")).action(replies);
}
var place = (command) => command.option("--desk <file>", "the desks, their rota and their words", "desk.yaml").option("--env <file>", "secrets and addresses", ".env").option("--desk-id <id>", "one desk of the file instead of all").option("--out <file>", "a new file, which only you may read, instead of the terminal");
async function person(who, where2) {
  await withRecords(where2, async (records) => {
    const found = await records.person(who);
    if ("accounts" in found)
      throw new ConfigError([whyNot(who, found.accounts)]);
    const text2 = `${JSON.stringify({ exportedAt: (/* @__PURE__ */ new Date()).toISOString(), ...found }, null, 2)}
`;
    await write(where2.out, [text2]);
  });
}
function whyNot(who, accounts2) {
  if (accounts2.length > 0)
    return `${who} names several accounts; allowed: the id of one: ${accounts2.join(", ")}.`;
  if (isAccountId(who))
    return `Nothing is known of the account ${who}.`;
  return `Nothing is known of ${who}. A handle is kept no longer than what its person wrote; the id of the account leads further.`;
}
async function replies(where2) {
  const { format, from, out, to } = where2;
  if (from > to)
    throw new ConfigError([`--from ${from} is after --to ${to}; allowed: the same day or an earlier one.`]);
  await withRecords(where2, (records) => write(out, records.replies({ from, to }, format)));
}
async function withRecords(where2, use) {
  const { desks } = await loadDeskFile(where2.desk);
  const env = readEnv(loadEnvFile(where2.env, process.env), secretNames(desks, "x"), secretNames(desks, "bluesky"));
  const chosen2 = chosenDesks(desks, where2.deskId);
  const { openRecords } = await import("./export-YSCPF3CF.js");
  const records = await openRecords({ env, desks: chosen2 });
  try {
    await use(records);
  } finally {
    records.close();
  }
}
function chosenDesks(desks, name2) {
  const chosen2 = name2 === void 0 ? desks : desks.filter((desk2) => isCalled(desk2, name2));
  if (chosen2.length > 0)
    return chosen2;
  throw new ConfigError([`--desk-id ${name2}; allowed: ${desks.map(entryOf).join(", ")}.`]);
}
async function write(file, parts2) {
  if (file === void 0)
    return pipeline(Readable.from(parts2), process.stdout, { end: false });
  await writeFile(file, "", ofOwnFile).catch((error) => {
    throw new ConfigError([
      `${file}: ${error.code === "EEXIST" ? "there is one; allowed: a new file" : error.message}`
    ]);
  });
  try {
    await pipeline(Readable.from(parts2), createWriteStream(file, { flags: "a" }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
function isoDate(text2) {
  const time = Date.parse(`${text2}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text2)
    return text2;
  throw new InvalidArgumentError("Allowed: a day such as 2026-01-31.");
}

// dist/cli/forget.js
async function forgetSomebody({ desks, env }, typed, { askX: askX2 = false, deskId: deskId2 }) {
  if (env.forget.key === void 0) {
    throw new ConfigError([
      "FORGET_KEY is not set: nobody can be forgotten without the key of the hashes. .env.example says what it is."
    ]);
  }
  const chosen2 = chosenDesks2(desks, typed, deskId2);
  const { forgetAtDesks } = await import("./forget-HQOXP5XL.js");
  const erasures = await forgetAtDesks({ env, desks: chosen2 }, { typed, asks: askX2 }, createLog("silent"));
  for (const desk2 of chosen2) {
    const erasure = erasures.get(desk2.id);
    if (erasure)
      console.log(`${desk2.id}: ${said(erasure, typed, desk2.network)}`);
  }
  return Math.max(...[...erasures.values()].map(codeOf));
}
function chosenDesks2(desks, typed, name2) {
  const named = desks.filter((desk2) => name2 === void 0 || isCalled(desk2, name2));
  const real = named.filter(({ account }) => !account.practice);
  const chosen2 = real.filter((desk2) => canKnow(desk2, typed));
  if (chosen2.length > 0)
    return chosen2;
  if (real.length > 0) {
    const examples = [...new Set(real.map(({ network }) => `@${network.exampleHandle}`))].join(" or ");
    throw new ConfigError([
      `${typed} is no account; allowed: a handle such as ${examples}, or the account's id.`
    ]);
  }
  throw new ConfigError([
    named.length > 0 ? `People practise at ${named.map(({ id: id2 }) => id2).join(", ")}: nobody there is real.` : `No desk '${name2}'. There are: ${desks.map(entryOf).join(", ")}.`
  ]);
}
var codeOf = (erasure) => erasure.became !== "erased" ? 1 : erasure.left > 0 ? 2 : 0;
function said(erasure, name2, network) {
  switch (erasure.became) {
    case "unknown":
      return `knows nobody called ${name2}. Give the id of the account, or let ${network.name} say whose name it is with --ask-x (${"prices" in network && network.prices ? "$0.01 a desk" : "free"}).`;
    case "nobody":
      return `${network.name} shows nobody called ${name2}.`;
    case "not-asked":
      return `${network.name} did not say who ${name2} is; try again in a minute.`;
    case "erased": {
      const what = erasure.conversations === 1 ? "1 conversation" : `${erasure.conversations} conversations`;
      const left = erasure.left > 0 ? ` Slack still has messages of ${erasure.left} of them: the desk takes them out as soon as it runs.` : "";
      return `erased ${what}; they are not greeted or remembered again.${left}`;
    }
  }
}

// dist/cli/init/interview.js
import { randomBytes } from "node:crypto";

// dist/config/setup/yaml-edit.js
import { isCollection, isMap as isMap3, isNode, isScalar as isScalar3, parseDocument as parseDocument2, stringify } from "yaml";
function withValue(text2, path, value) {
  const document = parseDocument2(text2);
  if (same(document.getIn(path), value, document.getIn(path, true)))
    return text2;
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap3(parent))
    throw new RangeError(`No map at ${path.slice(0, -1).join(".")}.`);
  const name2 = String(path.at(-1));
  const written = inFlow(value);
  const present2 = parent.items.find(({ key }) => nameOf2(key) === name2);
  return present2 ? replaced(text2, present2, written) : added(text2, parent, `${inFlow(name2)}: ${written}`);
}
function withoutValue(text2, path) {
  const parent = parseDocument2(text2).getIn(path.slice(0, -1), true);
  if (!isMap3(parent))
    return text2;
  const at = parent.items.findIndex(({ key }) => nameOf2(key) === String(path.at(-1)));
  const pair = parent.items[at];
  if (!pair)
    return text2;
  const from = startOf(pair.key);
  const to = isNode(pair.value) && pair.value.range ? pair.value.range[1] : endOf(pair.key) + 1;
  if (!parent.flow) {
    const lines2 = text2.slice(from, trimmedEnd(text2, to)).replace(/\n(\s*)/gu, "\n$1# ");
    return `${text2.slice(0, from)}# ${lines2}${text2.slice(trimmedEnd(text2, to))}`;
  }
  const next = parent.items[at + 1];
  const before = parent.items[at - 1]?.value;
  if (next)
    return text2.slice(0, from) + text2.slice(startOf(next.key));
  return isNode(before) && before.range ? text2.slice(0, before.range[1]) + text2.slice(to) : text2.slice(0, from) + text2.slice(to);
}
var nameOf2 = (key) => String(isScalar3(key) ? key.value : key);
var startOf = (key) => isNode(key) && key.range ? key.range[0] : 0;
var same = (present2, value, node) => JSON.stringify(isNode(node) && !isScalar3(node) ? node.toJSON() : present2) === JSON.stringify(value);
function replaced(text2, { key, value }, written) {
  if (isNode(value) && value.range && !(isScalar3(value) && value.source === "")) {
    const [from, to] = value.range;
    const start = isScalar3(value) || isCollection(value) && value.flow ? from : endOf(key) + 1;
    const gap = start === from ? "" : " ";
    const end2 = start === from ? to : trimmedEnd(text2, to);
    return `${text2.slice(0, start)}${gap}${written}${text2.slice(end2)}`;
  }
  const colon = endOf(key) + 1;
  return `${text2.slice(0, colon)} ${written}${text2.slice(colon)}`;
}
var trimmedEnd = (text2, to) => text2.slice(0, to).trimEnd().length;
function added(text2, map, line) {
  const [from = 0, to = 0] = map.range ?? [];
  if (map.flow) {
    const close = text2.lastIndexOf("}", to - 1);
    const before = text2.slice(0, close).trimEnd();
    return `${before}${/[{,]$/u.test(before) ? " " : ", "}${line}${text2.slice(before.length, close)}${text2.slice(close)}`;
  }
  const indent = from - (text2.lastIndexOf("\n", from - 1) + 1);
  const end2 = lastLineOf(text2, map, to);
  const lineEnd = text2.includes("\r\n") ? "\r\n" : "\n";
  return `${text2.slice(0, end2)}${lineEnd}${" ".repeat(indent)}${line}${text2.slice(end2)}`;
}
function lastLineOf(text2, map, to) {
  const last = map.items.at(-1)?.value;
  const valueEnd = isNode(last) && last.range ? last.range[1] : to;
  const from = trimmedEnd(text2, valueEnd);
  const lineEnd = text2.indexOf("\n", from);
  return lineEnd < 0 ? text2.trimEnd().length : lineEnd - (text2[lineEnd - 1] === "\r" ? 1 : 0);
}
var endOf = (key) => isNode(key) && key.range ? key.range[1] : 0;
function inFlow(value) {
  if (Array.isArray(value))
    return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value !== "object" || value === null)
    return scalar(value);
  const entries2 = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${inFlow(inner)}`);
  return entries2.length > 0 ? `{ ${entries2.join(", ")} }` : "{}";
}
var scalar = (value) => typeof value === "string" && /[:,[\]{}]/u.test(value) ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd();

// dist/config/setup/fresh-desk.js
var networkName = ({ x: x2 }) => (x2 ? networks.x : networks.bluesky).name;
var usualService = "https://bsky.social";
var usualId = "central";
function deskIdFrom(channelName) {
  const id2 = channelName.toLowerCase().replace(/[^a-z0-9-]+/gu, "-").slice(0, mostOfId).replace(/^-+|-+$/gu, "");
  return idPattern.test(id2) ? id2 : usualId;
}
var mostOfId = 30;
function freshDeskText(id2, answers) {
  const { account, channel, timeZone: timeZone2, openHours: openHours2, staff } = answers;
  const lead = staff.find((one) => one.lead)?.key ?? "";
  const days = Object.entries(openHours2);
  return `# The desk and its people. Secrets do not belong here; they are in .env.
# Every setting with its meaning is in desk.example.yaml. After a change: greeting-desk check

desks:
  ${inFlow(id2)}:
    # The channel's id. Its name may change.
    channel: ${channel}

${accountLines(account)}
    # All hours below are in this zone.
    timeZone: ${timeZone2}

    # When the library answers. A day may have several spans; a day left out is closed.
    openHours:
${days.map(([day3, spans]) => `      ${day3}: ${inFlow(spans)}`).join("\n")}

    # Days on which nobody answers.
    # closures:
    #   - { on: 2026-12-25, name: Christmas Day }

    # Who answers. An answer ends with the signature of who wrote it, such as ^AK. The lead has the last word; there may be
    # several. ${account.x ? "xSignIn: is signed in to X as the library; for practice everybody is. " : ""}trainee: true has a colleague check.
    staff:
${staff.map((one) => `      ${inFlow(one.key)}: ${inFlow(entryOf2(one))}`).join("\n")}

    # Who is on shift. Each post asks these people first. Make a line for each shift, or keep the rota in a calendar.
    shifts:
${shiftsOf(openHours2, staff).map((shift2) => `      - ${inFlow(shift2)}`).join("\n")}

    # Who is asked when nobody is on shift.
    fallback: ${inFlow(lead)}
${account.x?.monthlyUsd === void 0 ? "" : budgetOf(account.x.monthlyUsd)}`;
}
var accountLines = ({ bluesky: bluesky2, x: x2 }) => x2 ? `    x:
      handle: ${inFlow(x2.handle)}
${practiceLines(x2.practice, "an X")}
      # MAIN stands for X_MAIN_APP_KEY and its three siblings in .env.
      secrets: ${x2.secrets}
      plan: ${x2.plan}
${liveLines(x2)}` : `    bluesky:
      handle: ${inFlow(bluesky2.handle)}
${practiceLines(bluesky2.practice, "a Bluesky")}
      # MAIN stands for BLUESKY_MAIN_APP_PASSWORD in .env.
      secrets: ${bluesky2.secrets}
${bluesky2.service === usualService ? "" : `      service: ${inFlow(bluesky2.service)}
`}`;
var practiceLines = (practice, network) => `      # true: ${network} of the desk's own to try it out and to train people. Nothing goes to the real one. \`greeting-desk init\`
      # asks for what the real one needs.
      practice: ${practice}`;
var liveLines = ({ governmentUse, ownsApp }) => `${governmentUse ? `      governmentUse: ${governmentUse}
` : ""}${ownsApp ? "" : "      ownsApp: false\n"}`;
var budgetOf = (monthlyUsd) => `
    # What X may bill in a month, in dollars. At 80 % the desk looks less often, at 100 % it stops and says so.
    budget: { monthlyUsd: ${monthlyUsd} }
`;
function entryOf2({ slackId, name: name2, signature: signature2, lead, xSignIn }) {
  return {
    slack: slackId,
    name: name2,
    signature: signature2,
    ...lead ? { lead } : {},
    ...xSignIn ? { xSignIn } : {}
  };
}
function shiftsOf(openHours2, staff) {
  const who = staff.map(({ key }) => key);
  const byHours = /* @__PURE__ */ new Map();
  for (const [day3, at] of Object.entries(openHours2)) {
    const known = byHours.get(at.join(" "));
    if (known)
      known.days.push(day3);
    else
      byHours.set(at.join(" "), { days: [day3], at, who });
  }
  return [...byHours.values()];
}

// dist/config/setup/typed-field.js
function fieldProblem(field, typed) {
  const issue = fields[field].safeParse(typed).error?.issues[0];
  if (!issue)
    return void 0;
  const meant = field === "timeZone" && nearName(String(typed), Intl.supportedValuesOf("timeZone"));
  return `Allowed: ${issue.message}.${meant ? ` Is it ${meant}?` : ""}`;
}
var blueskyHandleFrom = (typed) => typed.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").trim().toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?bsky\.app\/profile\//u, "").replace(/^@/u, "").replace(/[/?].*$/u, "");
var handleFrom = (typed) => typed.trim().replace(/^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\//iu, "").replace(/^@/u, "").replace(/[/?].*$/u, "");

// dist/cli/init/begin-question.js
function askPractice(prompts, usual2, { network, live }) {
  return prompts.one("How do you begin?", [
    {
      name: `Practise: with ${network === "X" ? "an" : "a"} ${network} of the desk's own`,
      value: true,
      description: `  Real Slack, played patrons: nothing goes to the real ${network}, and no ${network} account is needed. Go live later with init.`
    },
    { name: `Go live: with the real ${network}`, value: false, description: `  ${live}` }
  ], usual2);
}

// dist/cli/init/bluesky-questions.js
var usualServer = "https://bsky.social";
async function askBluesky(asked, known) {
  const { account, isLive, staff } = known;
  const live = "Needs an app password of the library's account. Bluesky bills nothing.";
  const isPractice2 = !isLive && await askPractice(asked.prompts, account.practice, { network: "Bluesky", live });
  const practising3 = (handle2) => ({
    account: { ...account, handle: handle2, practice: true },
    staff,
    variables: {}
  });
  if (isPractice2)
    return practising3((await askHandle(asked, account.handle)).handle);
  const found = await askHandle(asked, account.handle, (handle2) => asked.setup.bluesky.place(handle2));
  const { handle } = found;
  const service = found.server ?? await askServer(asked, account.service);
  if (service !== usualServer)
    asked.prompts.say(`  Its server is ${service}.`);
  const name2 = `BLUESKY_${account.secrets}_APP_PASSWORD`;
  const password = await askPassword(asked, { handle, service }, known.secret(name2));
  if (password === void 0)
    return practising3(handle);
  return {
    account: { ...account, handle, service, practice: false },
    staff,
    variables: { [name2]: password }
  };
}
async function askHandle({ prompts }, present2, look2) {
  let server;
  const typed = await prompts.line("The library's handle on Bluesky", present2 || void 0, async (text2) => {
    const handle = blueskyHandleFrom(text2);
    const problem = fieldProblem("blueskyHandle", handle);
    if (problem !== void 0 || !look2)
      return problem;
    const answer = await look2(handle);
    if ("refused" in answer)
      return answer.refused;
    server = answer.found.server;
    return void 0;
  });
  return { handle: blueskyHandleFrom(typed), ...server !== void 0 && { server } };
}
async function askServer({ prompts, setup }, present2) {
  prompts.say("  The directory of accounts doesn't say which server holds it.");
  return prompts.line("The server that holds the account", present2, async (typed) => {
    const problem = fieldProblem("service", typed);
    if (problem !== void 0)
      return problem;
    const answer = await setup.bluesky.server(typed);
    return "refused" in answer ? answer.refused : void 0;
  });
}
async function askPassword({ prompts, setup }, account, present2) {
  prompts.say("  On Bluesky, signed in as the library: Settings, Privacy and security, App passwords, Add App Password.");
  let kept = present2;
  for (; ; ) {
    const password = await prompts.secret("App password (xxxx-xxxx-xxxx-xxxx)", kept, (typed) => /^\S+$/u.test(typed) ? void 0 : "An app password is one word. Copy it with its button.");
    const answer = await setup.bluesky.appPassword({ ...account, password });
    if ("found" in answer)
      return password;
    prompts.say(`  ${answer.refused}`);
    kept = void 0;
    const isOver = await prompts.one("Then", [
      { name: "Try again", value: false },
      { name: "Practise on", value: true }
    ]);
    if (isOver)
      return void 0;
  }
}

// dist/cli/init/x-questions.js
async function askX(asked, known) {
  const live = "Needs a developer app of the library's account with its four keys, and X bills what is read and written.";
  const isPractice2 = !known.isLive && await askPractice(asked.prompts, known.account.practice, { network: "X", live });
  if (!isPractice2)
    return askRealAccount(asked, known);
  const handle = await askHandle2(asked.prompts, known.account.handle);
  return practising2(known, handle);
}
var practising2 = ({ account, staff }, handle) => ({
  account: { ...account, handle, practice: true },
  staff: staff.map((one) => ({ ...one, xSignIn: true })),
  variables: {}
});
async function askHandle2(prompts, present2) {
  const typed = await prompts.line("The library's handle on X", present2 || void 0, (text2) => fieldProblem("handle", handleFrom(text2)));
  return handleFrom(typed);
}
async function askRealAccount(asked, known) {
  const { prompts } = asked;
  const { account, staff } = known;
  const wanted = await askHandle2(prompts, account.handle);
  const governmentUse = await askGovernmentUse(prompts, account.governmentUse);
  const taken2 = governmentUse && await askKeys(asked, wanted, keysOf(known));
  if (!taken2)
    return practising2(known, wanted);
  const { handle, keys } = taken2;
  const ownsApp = await prompts.yes(`Does @${handle} own the developer app? (Else X bills more for reading.)`, account.ownsApp);
  const monthlyUsd = await prompts.line("What may X bill in a month, in dollars? The desk stops there.", String(account.monthlyUsd ?? 50), (typed) => fieldProblem("monthlyUsd", Number(typed)));
  const signedIn = staff.length === 0 ? [] : await prompts.several(`Who is signed in to X as @${handle}? Only they can greet new followers.`, staff.map(({ key, name: name2, xSignIn }) => ({
    name: name2,
    value: key,
    checked: xSignIn && !account.practice
  })), () => void 0);
  const plan = governmentUse === "enterprise" ? "enterprise" : account.plan;
  return {
    account: {
      ...account,
      handle,
      practice: false,
      plan,
      ownsApp,
      governmentUse,
      monthlyUsd: Number(monthlyUsd)
    },
    variables: variablesOf(account.secrets, keys),
    staff: staff.map((one) => ({ ...one, xSignIn: signedIn.includes(one.key) }))
  };
}
async function askGovernmentUse(prompts, present2) {
  prompts.say("  X's developer agreement wants an Enterprise plan for government bodies. Ask X before you go live.");
  const said2 = await prompts.one("Is the library part of a council, county or state body?", [
    { name: "No", value: "notGovernment" },
    { name: "Yes, and it has an Enterprise plan of X", value: "enterprise" },
    {
      name: "Yes, and it has none",
      value: "linkOnly",
      description: "  Cards carry no name, text or picture, only a link to X, where colleagues answer."
    },
    { name: "I don't know yet: practise on", value: "unknown" }
  ], present2 ?? "unknown");
  return said2 === "unknown" ? void 0 : said2;
}
var keyNames = {
  appKey: "API key",
  appSecret: "API key secret",
  accessToken: "Access token",
  accessSecret: "Access token secret"
};
async function askKeys({ prompts, setup }, wanted, present2) {
  prompts.say('  At console.x.com, in your app: Keys and tokens. First set "Read and write", then make the access token.');
  let kept = present2;
  for (; ; ) {
    const ask = (name2) => prompts.secret(keyNames[name2], kept[name2], (typed) => /^\S{8,}$/u.test(typed) ? void 0 : "A key is one word of 8 letters or more. Copy it with its button.");
    const keys = {
      appKey: await ask("appKey"),
      appSecret: await ask("appSecret"),
      accessToken: await ask("accessToken"),
      accessSecret: await ask("accessSecret")
    };
    kept = keys;
    const answer = await setup.account(keys);
    if ("found" in answer) {
      const { handle } = answer.found;
      if (handle.toLowerCase() === wanted.toLowerCase())
        return { handle: wanted, keys };
      prompts.say(`  These are the keys of @${handle}, not of @${wanted}.`);
      const isOther = await prompts.one("Then", [
        { name: `Other keys, those of @${wanted}`, value: false },
        { name: `@${handle} is the account`, value: true }
      ]);
      if (isOther)
        return { handle, keys };
      continue;
    }
    prompts.say(`  ${answer.refused}`);
    const isOver = await prompts.one("Then", [
      { name: "Try again (Enter leaves a key as it is)", value: false },
      { name: "Practise on", value: true }
    ]);
    if (isOver)
      return void 0;
  }
}
var partOf = {
  appKey: "APP_KEY",
  appSecret: "APP_SECRET",
  accessToken: "ACCESS_TOKEN",
  accessSecret: "ACCESS_SECRET"
};
var parts = Object.entries(partOf);
function keysOf({ account, secret: secret2 }) {
  const found = parts.map(([key, part2]) => [key, secret2(`X_${account.secrets}_${part2}`)]);
  return Object.fromEntries(found.filter(([, value]) => value !== void 0));
}
var variablesOf = (name2, keys) => Object.fromEntries(parts.map(([key, part2]) => [`X_${name2}_${part2}`, keys[key]]));

// dist/cli/init/account-questions.js
var fresh = {
  x: { x: { practice: true, handle: "", secrets: "MAIN", plan: "self-serve", ownsApp: true } },
  bluesky: { bluesky: { practice: true, handle: "", secrets: "MAIN", service: "https://bsky.social" } }
};
async function askNetwork(prompts) {
  const chosen2 = await prompts.one("Which network is the desk for?", [
    { name: "X", value: "x", description: "  It bills what is read and written. Practice costs nothing." },
    { name: "Bluesky", value: "bluesky", description: "  It bills nothing, and takes one app password." }
  ]);
  return fresh[chosen2];
}
async function askAccount(asked, known) {
  const { bluesky: bluesky2, x: x2 } = known.account;
  if (x2) {
    const { account: account2, ...more2 } = await askX(asked, { ...known, account: x2 });
    return { ...more2, account: { x: account2 } };
  }
  const { account, ...more } = await askBluesky(asked, { ...known, account: bluesky2 });
  return { ...more, account: { bluesky: account } };
}

// dist/config/setup/hours-line.js
var example = "mon-fri 09:00-17:00, sat 10:00-13:00";
var day2 = `(?:${weekdays.join("|")})`;
var part = new RegExp(`^(${day2})(?:-(${day2}))? +(.+)$`);
function readHoursLine(line) {
  const hours = {};
  for (const text2 of line.toLowerCase().split(",").map(tidy)) {
    const [, from, to = from, times = ""] = part.exec(text2) ?? [];
    const [first, last] = [from, to].map((name2) => weekdays.indexOf(name2));
    const spans = times.split(" ");
    if (first === void 0 || last === void 0 || first < 0 || last < first || !spans.every(isSpan)) {
      return { refused: `"${text2}" can't be read. Write it like ${example}.` };
    }
    for (const name2 of weekdays.slice(first, last + 1))
      hours[name2] = spans;
  }
  const twice = sharedMinutes(hours);
  return twice ? { refused: `${twice} overlap. Each hour can stand there once.` } : { hours };
}
function hoursLine(hours) {
  const runs = [];
  for (const name2 of weekdays) {
    const times = (hours[name2] ?? []).join(" ");
    const run2 = runs.at(-1);
    const isNext = weekdays.indexOf(run2?.days.at(-1) ?? "mon") === weekdays.indexOf(name2) - 1;
    if (times === "")
      continue;
    if (run2 && isNext && run2.times === times)
      run2.days.push(name2);
    else
      runs.push({ days: [name2], times });
  }
  return runs.map(({ days, times }) => `${[.../* @__PURE__ */ new Set([days[0], days.at(-1)])].join("-")} ${times}`).join(", ");
}
var tidy = (text2) => text2.trim().replace(/\s*[-–]\s*/gu, "-").replace(/\s+/gu, " ").replace(/(?<!\d)\d:/gu, (hour) => `0${hour}`);
var isSpan = (text2) => intervalPattern.test(text2) && !isEmpty(toInterval(text2));
function sharedMinutes(hours) {
  const spans = weekdays.flatMap((name2) => (hours[name2] ?? []).map((text2) => ({ name: name2, text: text2 })));
  for (const [at, one] of spans.entries()) {
    const other = spans.slice(at + 1).find(({ name: name2, text: text2 }) => overlap(one.name, toInterval(one.text), name2, toInterval(text2)));
    if (other)
      return `${one.name} ${one.text} and ${other.name} ${other.text}`;
  }
  return "";
}

// dist/cli/init/hours-questions.js
var usualHours = "mon-fri 09:00-17:00";
async function askHours(prompts, present2) {
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone2 = await prompts.line("Time zone", present2.timeZone ?? machine, (typed) => fieldProblem("timeZone", typed));
  const usual2 = present2.openHours ? hoursLine(present2.openHours) : usualHours;
  const line = await prompts.line("When does the library answer?", usual2, (typed) => {
    const read2 = readHoursLine(typed);
    return "refused" in read2 ? read2.refused : void 0;
  });
  const read = readHoursLine(line);
  return { timeZone: timeZone2, openHours: "hours" in read ? read.hours : {} };
}

// dist/cli/init/people-questions.js
var mostProposed = 12;
async function askPeople({ prompts, setup }, { botToken, channel }, listed) {
  const { proposed, ...zone } = await proposals({ prompts, setup }, botToken, channel, listed);
  if (proposed.length === 0)
    return { staff: listed, ...zone };
  const isFirst = listed.length === 0;
  const chosen2 = await prompts.several(isFirst ? "Who answers for the library?" : `Who else of #${channel.name} answers, besides those in desk.yaml?`, proposed.map(({ fullName, ...one }) => ({
    name: `${fullName}  ^${one.signature}`,
    short: one.name,
    value: one,
    checked: isFirst && proposed.length <= mostProposed
  })), (picked) => isFirst && picked.length === 0 ? "At least one person: Space marks them." : void 0);
  const named = await askNames(prompts, chosen2.map((one) => ({ ...one, lead: false, xSignIn: false })), listed);
  const staff = [...listed, ...named];
  if (staff.some(({ lead: lead2 }) => lead2))
    return { staff, ...zone };
  const lead = await prompts.one("Who leads? They are asked about difficult posts and what the desk can't settle.", staff.map(({ key, name: name2 }) => ({ name: name2, value: key })));
  return { staff: staff.map((one) => one.key === lead ? { ...one, lead: true } : one), ...zone };
}
async function proposals({ prompts, setup }, botToken, channel, listed) {
  for (; ; ) {
    const answer = await setup.people(botToken, channel.id, listed);
    if ("found" in answer && (answer.found.proposed.length > 0 || listed.length > 0))
      return answer.found;
    prompts.say("refused" in answer ? `  ${answer.refused}` : `  Nobody is in #${channel.name} who may answer: bots and guests don't. Invite colleagues there.`);
    await prompts.one("Then", [{ name: "Look again", value: true }]);
  }
}
var done = "done";
async function askNames(prompts, staff, listed) {
  let named = staff;
  while (named.length > 0) {
    const key = await prompts.one("Names and signatures: answers end with them", [
      { name: "Right as they are", value: done },
      ...named.map((one) => ({ name: `${one.name}  ^${one.signature}`, value: one.key }))
    ]);
    const person2 = named.find((one) => one.key === key);
    if (!person2)
      break;
    const others = [...listed, ...named.filter((one) => one !== person2)];
    const name2 = await prompts.line("Name", person2.name, (typed) => fieldProblem("name", typed));
    const signature2 = await prompts.line("Signature, without ^", person2.signature, (typed) => {
      const holder = others.find((one) => one.signature === typed);
      return fieldProblem("signature", typed) ?? (holder && `${holder.name} has ^${typed}. Each needs their own.`);
    });
    named = named.map((one) => one === person2 ? { ...one, name: name2, signature: signature2 } : one);
  }
  return named;
}

// dist/cli/init/redis-question.js
var usual = "redis://127.0.0.1:6379";
var later = "later";
async function askRedis({ prompts, setup }, present2) {
  let notes = [];
  const test = async (typed2) => {
    if (typed2 === later)
      return void 0;
    const answer = await setup.redis(typed2);
    if ("refused" in answer)
      return `${answer.refused} Enter tries again; ${later} goes on without it.`;
    notes = answer.found;
    return void 0;
  };
  prompts.say("  It keeps what the desk knows: Redis 7 or newer, or Valkey. Docker Compose brings one: type later.");
  const isSecret = present2 !== void 0 && /@/u.test(present2);
  const typed = isSecret ? await prompts.secret("Address of Redis", present2, test) : await prompts.line("Address of Redis", present2 ?? usual, test);
  if (typed !== later)
    return { url: typed, notes };
  return {
    url: present2 ?? usual,
    notes: ["Redis was not looked at: greeting-desk doctor does so when it is there."]
  };
}

// dist/cli/init/slack-questions.js
async function askTokens({ prompts, setup }, kept) {
  prompts.say("  At api.slack.com/apps, in your app. No app yet? INSTALL.md has each click.");
  let app = { team: "", name: "" };
  const botToken = await prompts.secret("Bot token: OAuth & Permissions, Bot User OAuth Token (xoxb-\u2026)", kept.botToken, async (token) => {
    if (token.startsWith("xapp-"))
      return "This is the app-level token, which is asked for next. The bot token begins with xoxb-.";
    if (!token.startsWith("xoxb-"))
      return "A bot token begins with xoxb-. It is there as soon as the app is installed.";
    const answer = await setup.installation(token);
    if ("refused" in answer)
      return answer.refused;
    app = answer.found;
    return void 0;
  }, "xoxb-");
  prompts.say(`  ${app.name} in the workspace ${app.team}.`);
  const appToken = await prompts.secret("App token: Basic Information, App-Level Tokens (xapp-\u2026)", kept.appToken, async (token) => {
    if (!token.startsWith("xapp-"))
      return "An app-level token begins with xapp-. Generate one with the scope connections:write.";
    const answer = await setup.socket(token, app);
    return "refused" in answer ? answer.refused : void 0;
  }, "xapp-");
  return { botToken, appToken, appName: app.name };
}
var again = "again";
var byId = "by-id";
async function askChannel({ prompts, setup }, { appName, botToken, taken: taken2 }, present2) {
  const invite = `/invite @${appName}`;
  for (; ; ) {
    const answer = await setup.channels(botToken);
    const channels = "found" in answer ? answer.found.filter(({ id: id2 }) => !taken2.has(id2)) : [];
    if ("refused" in answer)
      prompts.say(`  ${answer.refused}`);
    else if (channels.length === 0) {
      prompts.say(`  The app is in no ${taken2.size > 0 ? "other " : ""}channel yet. In Slack, open the channel for the cards and type: ${invite}`);
    }
    const chosen2 = await prompts.one("Channel for the cards", [
      ...channels.map(({ id: id2, isPrivate, name: name2 }) => ({
        name: `#${name2}${isPrivate ? ", private" : ""}`,
        value: id2
      })),
      {
        name: channels.length > 0 ? `Another one: I typed ${invite} there` : "I typed it: look again",
        value: again
      },
      { name: "One whose id I have (channel name, About, at the end)", value: byId }
    ], present2);
    const known = channels.find(({ id: id2 }) => id2 === chosen2);
    if (known)
      return known;
    if (chosen2 === byId)
      return askChannelId({ prompts, setup }, { appName, botToken, taken: taken2 }, invite);
  }
}
async function askChannelId({ prompts, setup }, { botToken, taken: taken2 }, invite) {
  let found;
  const id2 = await prompts.line("Channel id (C\u2026)", void 0, async (typed) => {
    const problem = fieldProblem("channel", typed);
    if (problem)
      return problem;
    const holder = taken2.get(typed);
    if (holder !== void 0)
      return `This is the channel of the desk ${holder}. Each desk has its own.`;
    const answer = await setup.channel(botToken, typed);
    if ("refused" in answer)
      return answer.refused.replace("the /invite", invite);
    found = answer.found;
    return void 0;
  });
  return found ?? { id: id2, name: id2 };
}

// dist/cli/init/interview.js
async function interview(asked, present2) {
  const { prompts } = asked;
  const { desk: desk2 } = present2;
  const topics = await askTopics(prompts, present2);
  const heading = headings(prompts, topics.length);
  const variables = {};
  const notes = [];
  const isSecond = topics.includes("second");
  const known = isSecond ? void 0 : desk2 && answersOf(desk2);
  let { staff } = known ?? { staff: [] };
  let zone;
  let channel;
  if (topics.includes("slack")) {
    heading("Slack");
    const kept = { botToken: present2.secret("SLACK_BOT_TOKEN"), appToken: present2.secret("SLACK_APP_TOKEN") };
    const { appName, appToken, botToken } = await askTokens(asked, kept);
    Object.assign(variables, { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken });
    const others = present2.desks.filter((one) => isSecond || one !== desk2);
    channel = await askChannel(asked, { botToken, appName, taken: takenBy(others) }, known?.channel);
    if (desk2?.entry.staff !== "channel" && desk2?.entry.like === void 0 && !isSecond) {
      const people = await askPeople(asked, { botToken, channel }, staff);
      staff = people.staff;
      zone = people.timeZone;
    }
  }
  let hours = known ?? { timeZone: "", openHours: {} };
  if (topics.includes("hours")) {
    heading("Hours");
    hours = await askHours(prompts, known ?? (zone === void 0 ? {} : { timeZone: zone }));
  }
  let account = known?.account;
  if (!account || topics.includes("account") || topics.includes("live")) {
    heading(account ? networkName(account) : "The account");
    account ??= isSecond ? fresh[otherOf(present2) ?? "x"] : await askNetwork(prompts);
    const { secret: secret2 } = present2;
    const given = await askAccount(asked, { account, staff, secret: secret2, isLive: topics.includes("live") });
    ({ account, staff } = given);
    Object.assign(variables, given.variables);
    if (isSecond && account.x)
      notes.push(`Who is signed in to X is said at ${desk2?.id}, by xSignIn.`);
  }
  if (topics.includes("redis")) {
    heading("Redis");
    const redis = await askRedis(asked, present2.secret("REDIS_URL"));
    variables.REDIS_URL = redis.url;
    notes.push(...redis.notes);
  }
  if (present2.secret("FORGET_KEY") === void 0) {
    variables.FORGET_KEY = randomBytes(32).toString("hex");
    notes.push("FORGET_KEY is new in .env. Keep a copy of it apart from the backups of Redis.");
  }
  const { openHours: openHours2, timeZone: timeZone2 } = hours;
  return {
    answers: { channel: channel?.id ?? known?.channel ?? "", account, timeZone: timeZone2, openHours: openHours2, staff },
    isSecond,
    ...channel ? { channelName: channel.name } : {},
    variables,
    notes
  };
}
var everything = ["slack", "hours", "account", "redis"];
async function askTopics(prompts, present2) {
  const { desk: desk2, secret: secret2 } = present2;
  if (!desk2)
    return everything;
  const isWithoutToken = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"].some((name2) => secret2(name2) === void 0);
  const { like } = desk2.entry;
  const account = accountOf2(desk2);
  const network = networkName(account);
  const parts2 = account.x ? "account, keys, budget" : "account, app password";
  const other = otherOf(present2);
  const second = other ? [
    {
      name: `Add a desk on ${networkName(fresh[other])}, with the same people and rota`,
      value: ["slack", "second"]
    }
  ] : [];
  const all = everything.filter((topic) => topic !== "hours" || like === void 0);
  const chosen2 = await prompts.one(`What shall change at the desk ${desk2.id}?`, [
    isPractice(desk2.entry) ? { name: `Go live: the real ${network} in place of practice`, value: ["live"] } : { name: `${network}: ${parts2}, or back to practice`, value: ["account"] },
    ...like === void 0 ? [
      { name: "Slack: tokens, channel, new colleagues", value: ["slack"] },
      { name: "Time zone and open hours", value: ["hours"] }
    ] : [
      {
        name: `Slack: tokens, channel (its people and hours are those of ${like})`,
        value: ["slack"]
      }
    ],
    { name: "The address of Redis", value: ["redis"] },
    ...second,
    { name: "All of it, with what is there proposed", value: all }
  ]);
  return isWithoutToken && !chosen2.includes("slack") ? ["slack", ...chosen2] : chosen2;
}
function otherOf({ desk: desk2, desks }) {
  if (!desk2 || desk2.entry.like !== void 0)
    return void 0;
  return ["x", "bluesky"].find((network) => desks.every(({ entry }) => !entry[network]));
}
var takenBy = (desks) => new Map(desks.map(({ entry, id: id2 }) => [entry.channel, id2]));
function headings(prompts, count) {
  let number = 0;
  return (name2) => {
    number += 1;
    prompts.say(count > 1 ? `
${name2}  (${number} of ${count})` : `
${name2}`);
  };
}
function answersOf(desk2) {
  const { channel, openHours: openHours2, timeZone: timeZone2 } = desk2.entry;
  return {
    channel,
    timeZone: timeZone2,
    openHours: openHours2,
    staff: desk2.staff,
    account: accountOf2(desk2)
  };
}
function accountOf2({ entry: { bluesky: bluesky2, budget: budget2, x: x2 } }) {
  if (bluesky2) {
    const { handle: handle2, practice: practice2, secrets: secrets2, service } = bluesky2;
    return { bluesky: { handle: handle2, practice: practice2, secrets: secrets2, service } };
  }
  if (!x2)
    throw new RangeError("A desk without an account.");
  const { governmentUse, handle, ownsApp, plan, practice, secrets } = x2;
  return {
    x: {
      ...{ handle, ownsApp, plan, practice, secrets },
      ...governmentUse ? { governmentUse } : {},
      ...budget2 ? { monthlyUsd: budget2.monthlyUsd } : {}
    }
  };
}

// dist/cli/init/next-steps.js
import { basename, relative } from "node:path";
function typedCommand(script, folder) {
  const name2 = basename(script);
  return name2.endsWith(".js") ? `node ${relative(folder, script)}` : name2;
}
function nextSteps(command, files, { account, channel }) {
  const options = [
    files.desk === "desk.yaml" ? "" : ` --desk ${files.desk}`,
    files.env === ".env" ? "" : ` --env ${files.env}`
  ].join("");
  const { practice } = account.x ?? account.bluesky;
  const needed = account.x ? "four keys of X" : "an app password of Bluesky";
  const then = practice ? `  Within two minutes ${channel} has cards to practise on. The log shows the address of the page
  where you play the patrons. Later: ${command} init${options}, to go live. It asks for
  ${needed}; INSTALL.md says where each is made.` : `  Whatever people write to the library from now on comes to ${channel} as a card. Nothing is sent by itself.`;
  return `
Next:
  ${command} doctor${options}
  looks whether all of it works together, and says what to repair.

  ${command} run${options}
  starts the desk; Ctrl-C ends it.
${then}
`;
}

// dist/cli/init/present-files.js
import { accessSync, constants, existsSync as existsSync2, statSync } from "node:fs";
import { dirname as dirname2 } from "node:path";
import { parseEnv as parseEnv2 } from "node:util";

// dist/config/setup/changed-desk.js
import { parseDocument as parseDocument3 } from "yaml";
function presentDesks(text2, path) {
  readDeskFile(text2, path);
  const { desks } = deskFileSchema.parse(withLikes(parseDocument3(text2).toJS()).file);
  return Object.entries(desks).map(([id2, entry]) => ({ id: id2, entry, staff: staffOf2(entry) }));
}
function staffOf2({ like, staff }) {
  if (staff === "channel" || like !== void 0)
    return [];
  return Object.entries(staff).map(([key, { slack, name: name2, signature: signature2 = "", lead, xSignIn }]) => ({
    key,
    slackId: slack,
    name: name2,
    signature: signature2,
    lead,
    xSignIn
  }));
}
function changedDeskText(text2, present2, answers) {
  const { id: id2, entry, staff } = present2;
  let changed = text2;
  const set = (path, value) => {
    changed = withValue(changed, ["desks", id2, ...path], value);
  };
  const { account, channel, openHours: openHours2, timeZone: timeZone2 } = answers;
  set(["channel"], channel);
  changed = withAccount(changed, present2, account);
  if (entry.like !== void 0)
    return changed;
  set(["timeZone"], timeZone2);
  for (const day3 of weekdays) {
    const spans = openHours2[day3] ?? [];
    if (spans.length > 0 || entry.openHours[day3] !== void 0)
      set(["openHours", day3], spans);
  }
  for (const one of answers.staff) {
    const known = staff.find(({ key }) => key === one.key);
    if (!known)
      set(["staff", one.key], entryOf2(one));
    else {
      if (known.lead !== one.lead)
        set(["staff", one.key, "lead"], one.lead);
      if (known.xSignIn !== one.xSignIn)
        set(["staff", one.key, "xSignIn"], one.xSignIn);
    }
  }
  return changed;
}
function withAccount(text2, { id: id2, entry }, { bluesky: bluesky2, x: x2 }) {
  const network = x2 ? "x" : "bluesky";
  const before = entry[network] ?? {};
  let changed = text2;
  const set = (path, value) => {
    changed = withValue(changed, ["desks", id2, ...path], value);
  };
  const { monthlyUsd, ...answers } = x2 ?? { ...bluesky2, monthlyUsd: void 0 };
  for (const [name2, value] of Object.entries(answers))
    if (value !== void 0 && value !== before[name2])
      set([network, name2], value);
  if (!answers.practice)
    changed = withoutValue(changed, ["desks", id2, network, "practicePage"]);
  if (monthlyUsd !== void 0) {
    if (entry.budget)
      set(["budget", "monthlyUsd"], monthlyUsd);
    else
      set(["budget"], { monthlyUsd });
  }
  return changed;
}

// dist/cli/init/present-files.js
function readPresentFiles(files, environment) {
  for (const path of [files.desk, files.env])
    refuseUnwritable(path);
  const deskText = present(files.desk);
  const envText = present(files.env);
  const variables = { ...parseEnv2(envText ?? ""), ...environment };
  refuseWrong(variables);
  return {
    deskText,
    desks: deskText === void 0 ? [] : presentDesks(deskText, files.desk),
    envText,
    envMode: envText === void 0 ? void 0 : statSync(files.env).mode & 511,
    variables,
    secret: (name2) => createEnvReader(variables).secret(name2, 0)
  };
}
function refuseWrong(variables) {
  const others = Object.entries(variables).filter(([name2]) => !/^(?:SLACK_(?:BOT|APP)_TOKEN|REDIS_URL)(?:_FILE)?$/u.test(name2));
  readEnv({ ...Object.fromEntries(others), SLACK_BOT_TOKEN: "xoxb-", SLACK_APP_TOKEN: "xapp-" }, []);
}
var present = (path) => existsSync2(path) ? readTextFile(path, { mostBytes: 256 * 1024, usual: path, example: path }) : void 0;
function refuseUnwritable(path) {
  const folder = dirname2(path);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error;
    throw new ConfigError([
      `${folder}: no file can be written there (${code}). Go to a folder of your own, or name the files with --desk and --env.`
    ]);
  }
}

// dist/cli/init/prompts.js
async function createPrompts(terminal) {
  const { checkbox, confirm, input, password, select } = await import("@inquirer/prompts");
  const judged = (test, read = (given) => given) => async (given) => await test(read(given)) ?? true;
  const trimmed = (text2) => text2.trim();
  return {
    say: (line) => terminal.output.write(`${line}
`),
    line: async (message, usual2, test) => {
      const usually = usual2 === void 0 ? {} : { default: usual2 };
      return trimmed(await input({ message, ...usually, validate: judged(test, trimmed) }, terminal));
    },
    secret: async (message, kept, test, begins = "") => {
      const meant = (typed) => {
        const text2 = trimmed(typed) || kept || "";
        return begins === "" ? text2 : text2.slice(Math.max(0, text2.lastIndexOf(begins)));
      };
      const shown = kept ? `${message} (\u2022\u2022\u2022\u2022 kept; Enter leaves it)` : message;
      return meant(await password({ message: shown, mask: "\u2022", validate: judged(test, meant) }, terminal));
    },
    one: (message, choices, usual2) => select({ message, choices, loop: false, ...usual2 === void 0 ? {} : { default: usual2 } }, terminal),
    several: (message, choices, test) => checkbox({
      message,
      choices,
      loop: false,
      pageSize: 15,
      validate: async (picked) => await test(picked.map(({ value }) => value)) ?? true
    }, terminal),
    yes: (message, usual2) => confirm({ message, default: usual2 }, terminal)
  };
}

// dist/cli/init/propose.js
import { parseEnv as parseEnv4 } from "node:util";

// dist/config/setup/env-text.js
import { parseEnv as parseEnv3 } from "node:util";
var freshEnv = `# Secrets and addresses of Greeting Desk. For nobody's eyes but yours.
# Each secret may also come from a file: SLACK_BOT_TOKEN_FILE=/run/secrets/slack_bot_token

# Slack: https://api.slack.com/apps, your app. OAuth & Permissions has the bot token.
SLACK_BOT_TOKEN=
# Basic Information, App-Level Tokens, with the scope connections:write.
SLACK_APP_TOKEN=

# Redis or Valkey, with appendonly yes, appendfsync always and maxmemory-policy noeviction.
REDIS_URL=

# By this, whoever asked to be forgotten is recognised. Keep it as long as the desk lives, apart from the backups.
FORGET_KEY=
`;
function withVariables(text2, changes) {
  let changed = text2 ?? freshEnv;
  const wanted = { ...parseEnv3(changed), ...changes };
  for (const [name2, value] of Object.entries(changes)) {
    changed = setLine(changed, name2, value) ?? withLine(changed, `${name2}=${quoted2(value)}`);
    const fromFile = `${name2}_FILE`;
    if (wanted[fromFile] === void 0 || fromFile in changes)
      continue;
    changed = setLine(changed, fromFile, "") ?? changed;
    wanted[fromFile] = "";
  }
  const read = parseEnv3(changed);
  const wrong2 = Object.keys({ ...wanted, ...read }).find((name2) => wanted[name2] !== read[name2]);
  if (wrong2 === void 0)
    return changed;
  throw new ConfigError([`.env: ${wrong2} stands there so that it can't be set alone; set it by hand.`]);
}
function setLine(text2, name2, value) {
  const lines2 = text2.split("\n");
  const at = lines2.findLastIndex((line) => new RegExp(`^\\s*(?:export\\s+)?${name2}\\s*=`).test(line));
  if (at < 0)
    return void 0;
  const [, start = "", rest = ""] = /^([^=]*=)(?:[^'"`#]*?)(\s+#.*|\r)?$/.exec(lines2[at] ?? "") ?? [];
  const kept = start || `${name2}=`;
  return lines2.with(at, `${kept}${quoted2(value)}${rest}`).join("\n");
}
var withLine = (text2, line) => `${text2}${text2 === "" || text2.endsWith("\n") ? "" : "\n"}${line}
`;
function quoted2(value) {
  if (/^[\w.:/@%+,~-]*$/.test(value))
    return value;
  const mark = ["'", '"', "`"].find((one) => !value.includes(one)) ?? "'";
  return `${mark}${value}${mark}`;
}

// dist/config/setup/line-changes.js
function lineChanges(before, after) {
  const [old, now] = [before, after].map((text2) => text2.split("\n"));
  const common = commonLengths(old, now);
  const at = (row2, column2) => common[row2]?.[column2] ?? 0;
  const lines2 = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      row += 1;
      column += 1;
    } else if (column >= now.length || row < old.length && at(row + 1, column) >= at(row, column + 1)) {
      lines2.push(`- ${old[row]}`);
      row += 1;
    } else {
      lines2.push(`+ ${now[column]}`);
      column += 1;
    }
  }
  return lines2;
}
function commonLengths(old, now) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const [here, below, right] = [lengths[row], lengths[row + 1], lengths[row]?.[column + 1]];
      if (!here || !below)
        continue;
      here[column] = old[row] === now[column] ? (below[column + 1] ?? 0) + 1 : Math.max(below[column] ?? 0, right ?? 0);
    }
  }
  return lengths;
}

// dist/config/setup/second-desk.js
function withSecondDesk(text2, desks, like, { answers: { account, channel }, channelName }) {
  const ids = desks.map(({ id: id3 }) => id3);
  const taken2 = [...ids, ...ids.map(practiceId)];
  const network = account.x ? "x" : "bluesky";
  const wanted = [deskIdFrom(channelName), network, `${like}-${network}`];
  const id2 = wanted.find((one) => !taken2.includes(one) && !taken2.includes(practiceId(one))) ?? network;
  return withValue(text2, ["desks", id2], { channel, like, ...entryOfAccount(account) });
}
function entryOfAccount({ bluesky: bluesky2, x: x2 }) {
  if (bluesky2)
    return { bluesky: bluesky2 };
  const { monthlyUsd, ...account } = x2;
  return { x: account, ...monthlyUsd !== void 0 && { budget: { monthlyUsd } } };
}

// dist/cli/init/propose.js
var ownEyesOnly = 384;
async function proposeFiles(prompts, files, present2, { desk: desk2, outcome }) {
  const { answers, channelName = "", isSecond, variables } = outcome;
  const deskText = desk2 && present2.deskText !== void 0 ? isSecond ? withSecondDesk(present2.deskText, present2.desks, desk2.id, { answers, channelName }) : changedDeskText(present2.deskText, desk2, answers) : freshDeskText(deskIdFrom(channelName), answers);
  const envText = withVariables(present2.envText, variables);
  const { desks } = readDeskFile(deskText, files.desk);
  readEnv(parseEnv4(envText), secretNames(desks, "x"), secretNames(desks, "bluesky"));
  const wanted = [];
  prompts.say("");
  if (present2.deskText === void 0)
    wanted.push({ path: files.desk, text: deskText });
  else if (deskText === present2.deskText)
    prompts.say(`${files.desk} stays as it is.`);
  else if (await agreed(prompts, files.desk, lineChanges(present2.deskText, deskText))) {
    wanted.push({ path: files.desk, text: deskText });
  }
  const env = { path: files.env, text: envText, mode: ownEyesOnly };
  if (present2.envText === void 0)
    wanted.push(env);
  else {
    const changes = envChanges(present2, envText);
    if (changes.length === 0)
      prompts.say(`${files.env} stays as it is.`);
    else if (await agreed(prompts, files.env, changes))
      wanted.push(env);
  }
  return wanted;
}
async function agreed(prompts, path, changes) {
  prompts.say(`${path} would change:
${changes.map((line) => `  ${line}`).join("\n")}`);
  const isAgreed = await prompts.yes(`Change ${path}? All else in it stays.`, true);
  if (!isAgreed)
    prompts.say(`${path} stays as it was.`);
  return isAgreed;
}
function envChanges({ envMode = ownEyesOnly, envText = "" }, changed) {
  const [before, after] = [parseEnv4(envText), parseEnv4(changed)];
  const names = Object.keys(after).filter((name2) => before[name2] !== after[name2]);
  const lines2 = names.map((name2) => `${before[name2] ? "changed" : "new"}: ${name2}`);
  const isWide = (envMode & ~ownEyesOnly) !== 0;
  const rights = `from 0${envMode.toString(8)} to 0600: others on this machine could read its secrets`;
  return isWide ? [...lines2, rights] : lines2;
}

// dist/cli/init/write-files.js
import { chmodSync, chownSync, renameSync, rmSync, statSync as statSync2, writeFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
async function writeFiles(files) {
  const placed = await Promise.all(files.map(async (file) => ({ ...file, target: await realpath(file.path).catch(() => file.path) })));
  const made = [];
  try {
    for (const { mode, target, text: text2 } of placed) {
      const temporary = `${target}.new-${process.pid}`;
      const before = statOf(target);
      made.push({ temporary, target });
      const rights = mode ?? (before ? before.mode & 511 : 420);
      writeFileSync(temporary, text2, { flag: "wx", mode: rights });
      chmodSync(temporary, rights);
      if (before && before.uid !== process.getuid?.())
        chownSync(temporary, before.uid, before.gid);
    }
    for (const { temporary, target } of made)
      renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of made)
      rmSync(temporary, { force: true });
    const { code, message } = error;
    if (code === void 0)
      throw error;
    throw new ConfigError([`Nothing was written, because a file can't be: ${message}.`]);
  }
}
var statOf = (path) => statSync2(path, { throwIfNoEntry: false });

// dist/cli/init.js
var interrupted = 130;
var nothingWritten = "\nStopped. Nothing was written.";
function addInit(program2) {
  program2.command("init").description("ask what a desk needs, test each answer, and write desk.yaml and .env; begins with practice").option("--desk <file>", "the desks, their rota and their words", "desk.yaml").option("--env <file>", "secrets and addresses", ".env").action(async (files) => {
    if (!process.stdin.isTTY || !process.stdout.isTTY) {
      throw new ConfigError([
        "init asks questions and needs a terminal for them; without one, fill in copies of desk.example.yaml and .env.example."
      ]);
    }
    process.once("SIGINT", () => {
      console.log(nothingWritten);
      process.exit(interrupted);
    });
    const terminal = { input: process.stdin, output: process.stdout };
    const command = typedCommand(process.argv[1] ?? "greeting-desk", process.cwd());
    const code = await setUp(files, terminal, process.env, command);
    if (code === interrupted)
      process.exit(code);
    process.exitCode = code;
  });
}
async function setUp(files, terminal, environment, command) {
  const present2 = readPresentFiles(files, environment);
  const [prompts, { createSetup }] = await Promise.all([createPrompts(terminal), import("./setup-SUMOHZPS.js")]);
  const { REDIS_PREFIX, SLACK_API_URL, X_API_URL } = present2.variables;
  const setup = createSetup({
    slackApiUrl: SLACK_API_URL?.replace(/\/*$/u, "/"),
    xApiUrl: X_API_URL,
    blueskyUrl: readBlueskyUrl(present2.variables),
    redisPrefix: REDIS_PREFIX || "greeting-desk",
    log: createLog("silent")
  });
  try {
    prompts.say(beginning(files, present2));
    const desk2 = await chosenDesk(prompts, present2.desks);
    const asked = { prompts, setup };
    const outcome = await interview(asked, {
      secret: present2.secret,
      desks: present2.desks,
      ...desk2 ? { desk: desk2 } : {}
    });
    const wanted = await proposeFiles(prompts, files, present2, { desk: desk2, outcome });
    await writeFiles(wanted);
    const { answers, channelName, notes, variables } = outcome;
    for (const { mode, path } of wanted)
      prompts.say(`Written: ${path}${mode ? ", for your eyes only (0600)" : ""}`);
    for (const line of [...notes, ...shadowed(variables, environment)])
      prompts.say(`Note: ${line}`);
    const channel = channelName === void 0 ? "the channel" : `#${channelName}`;
    prompts.say(nextSteps(command, files, { channel, account: answers.account }));
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ExitPromptError")
      throw error;
    prompts.say(nothingWritten);
    return interrupted;
  }
}
var beginning = ({ desk: desk2, env }, { deskText }) => deskText === void 0 ? `Greeting Desk: from nothing to a first practice card. Each answer is tested when you give it.
Nothing is written before the end. It makes ${desk2} and ${env}; Ctrl-C leaves everything as it is.` : `Greeting Desk: ${desk2} and ${env} are there. Nothing changes before you have seen what.`;
async function chosenDesk(prompts, desks) {
  if (desks.length < 2)
    return desks[0];
  return prompts.one("Which desk?", desks.map((desk2) => ({ name: desk2.id, value: desk2 })));
}
function shadowed(variables, environment) {
  const names = Object.keys(variables).filter((name2) => environment[name2] !== void 0 && environment[name2] !== variables[name2]);
  return names.map((name2) => `this shell sets ${name2}, and that wins over .env. Take it out there.`);
}

// dist/cli/practice.js
import { randomBytes as randomBytes2 } from "node:crypto";
var usualPort = 4400;
var ownAddress = /^(?:0\.0\.0\.0|::1?|localhost|127\.[\d.]+)$/i;
function refuseHalves(desks, roles) {
  const practising3 = desks.filter(({ account }) => account.practice);
  if (practising3.length === 0 || roles.length === 2)
    return;
  throw new ConfigError(practising3.map((desk2) => `desks.${entryOf(desk2)}.${desk2.network.id}.practice: true; allowed: with \`greeting-desk run\` alone.`));
}
async function startPractice(desks, env) {
  const practising3 = desks.filter(({ account }) => account.practice);
  if (practising3.length === 0)
    return { desks, env, pages: [], begin: async () => {
    }, close: async () => {
    } };
  refuseUnnamed(practising3, env);
  const { practiceNetworks } = await import("./practice-network-QTSWC2X7.js");
  const started = /* @__PURE__ */ new Map();
  const accounts2 = /* @__PURE__ */ new Map();
  let entered = env;
  const token = env.practice.token ?? randomBytes2(24).toString("base64url");
  const close = async () => {
    await Promise.all([...started.values()].map((sandbox2) => sandbox2.close()));
  };
  try {
    for (const desk2 of practising3) {
      const there = practiceNetworks[desk2.network.id];
      const sandbox2 = await startSandbox(desk2, there, started.size, { ...env.practice, token });
      started.set(desk2.id, sandbox2);
      const { account, env: its } = there.enter(sandbox2, desk2.account, entered);
      accounts2.set(desk2.id, { ...account, page: account.page ?? sandbox2.controlUrl });
      entered = { ...entered, ...its };
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    desks: desks.map((desk2) => ({ ...desk2, account: accounts2.get(desk2.id) ?? desk2.account })),
    env: entered,
    pages: practising3.map((desk2) => ({
      desk: desk2.id,
      said: `${accounts2.get(desk2.id)?.page}/?token=${env.practice.token === void 0 ? token : "\u2026 (PRACTICE_TOKEN)"}`
    })),
    begin: async (fresh2) => {
      for (const { account, id: id2, network } of practising3) {
        const sandbox2 = started.get(id2);
        if (sandbox2 && fresh2.includes(id2))
          await practiceNetworks[network.id].firstNews(sandbox2, account.handle);
      }
    },
    close
  };
}
function refuseUnnamed(practising3, { practice: { host } }) {
  if (host === void 0 || ownAddress.test(host))
    return;
  const unnamed = practising3.filter(({ account }) => account.page === void 0);
  if (unnamed.length === 0)
    return;
  throw new ConfigError(unnamed.map((desk2) => `PRACTICE_HOST is ${host}, without desks.${entryOf(desk2)}.${desk2.network.id}.practicePage; allowed: with the address under which colleagues open the page, such as https://practice.library.example.`));
}
async function startSandbox({ account, network }, { library, prepare }, nth2, { host, port: port2 = usualPort, token }) {
  const { createSandbox } = await import("./sandbox-BTQY33XL.js");
  const make = (control) => createSandbox({
    ...library(account),
    token,
    ...host === void 0 ? {} : { controlHost: host },
    ...account.page === void 0 ? {} : { publicOrigin: account.page },
    ports: { control }
  });
  const wanted = port2 === 0 ? 0 : port2 + nth2;
  const sandbox2 = await make(wanted).catch((error) => {
    if (error.code !== "EADDRINUSE")
      throw error;
    if (port2 !== usualPort || account.page !== void 0)
      throw new ConfigError([`PRACTICE_PORT: ${wanted} is taken by another program; allowed: a free port.`]);
    return make(0);
  });
  sandbox2.direct({ alone: network.id, notice: `Practice: nobody on the real ${network.name} sees this` });
  await prepare(sandbox2, account.handle);
  return sandbox2;
}

// dist/cli/sign-in.js
import { existsSync as existsSync3, readFileSync as readFileSync2 } from "node:fs";
import { createInterface as createInterface2 } from "node:readline/promises";
function addSignIn(program2) {
  program2.command("sign-in").description("get an access token for an account that shares another account's developer app, by a PIN").argument("[desk-id]", "the desk of the account; may be left out where there is one desk").option("--desk <file>", "the desks, their rota and their words", "desk.yaml").option("--env <file>", "secrets and addresses, to which the token is written", ".env").action(signInDesk);
}
async function signInDesk(id2, files) {
  const desk2 = chosen((await loadDeskFile(files.desk)).desks, id2);
  const { handle, ownsApp, secrets } = desk2.account;
  const names = { token: `X_${secrets}_ACCESS_TOKEN`, secret: `X_${secrets}_ACCESS_SECRET` };
  refuseIfElsewhere(Object.values(names));
  const env = loadEnvFile(files.env, process.env);
  const app = readAppKeys(env, secrets);
  console.log(advice(desk2));
  if (ownsApp) {
    console.log(`desks.${desk2.id}.x.ownsApp is true. For an account that does not own the app it has to be false, or the bill is counted too low.`);
  }
  const questions = createQuestions();
  try {
    if (hasAccessToken(env, secrets)) {
      const answer = await questions.ask(`${files.env} has an access token of ${secrets}. Replace it? (y/N) `);
      if (!/^y(es)?$/i.test(answer))
        return console.log("Nothing was changed.");
    }
    const { signIn } = await import("./sign-in-753NLPX4.js");
    const begun = await signIn(app, handle);
    console.log(`
Open this page in a browser, signed in to X as @${handle}, and authorize the app:
${begun.page}
`);
    const pin = await questions.ask("The PIN that X then shows: ");
    const { accessSecret, accessToken, handle: signedIn } = await begun.finish(pin);
    if (signedIn.toLowerCase() !== handle.toLowerCase()) {
      throw new ConfigError([
        `@${signedIn} authorized the app, and desks.${desk2.id}.x.handle is ${handle}. Nothing was written: sign in to X as @${handle} and begin again.`
      ]);
    }
    const text2 = withVariables(existsSync3(files.env) ? readFileSync2(files.env, "utf8") : "", {
      [names.token]: accessToken,
      [names.secret]: accessSecret
    });
    await writeFiles([{ path: files.env, text: text2, mode: 384 }]);
    console.log(`${names.token} and ${names.secret} of @${signedIn} are in ${files.env}, which only you may read.`);
  } finally {
    questions.close();
  }
}
function chosen(desks, id2) {
  const named = desks.find((one) => one.id === id2);
  if (named && named.network.id !== "x") {
    throw new ConfigError([
      `desks.${named.id} is on ${named.network.name}, whose accounts have app passwords: put one into BLUESKY_${named.account.secrets}_APP_PASSWORD of .env.`
    ]);
  }
  const real = desks.filter(({ account, network }) => network.id === "x" && !account.practice);
  const [desk2, another] = id2 === void 0 ? real : real.filter((one) => one.id === id2);
  if (desk2 && !another)
    return desk2;
  const ids = real.map((one) => one.id).join(", ") || "none on X that needs keys";
  throw new ConfigError([
    id2 === void 0 ? `Which desk? Say it: sign-in <desk-id>. There are: ${ids}.` : `No desk '${id2}'. There are: ${ids}.`
  ]);
}
function refuseIfElsewhere(names) {
  const set = names.flatMap((name2) => [name2, `${name2}_FILE`]).filter((name2) => process.env[name2] !== void 0);
  if (set.length === 0)
    return;
  throw new ConfigError(set.map((name2) => `${name2} is set in the environment, which wins over the file; allowed: without it.`));
}
var advice = ({ account: { handle } }) => `The best is one developer app for each account: X bills whoever does not own the app 5 to 10 times as much for reading its
own posts, mentions and followers. This signs @${handle} in to the app of another account all the same.`;
function createQuestions() {
  const lines2 = createInterface2({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  lines2.once("close", () => ended.abort());
  return {
    ask: (question2) => lines2.question(question2, { signal: ended.signal }).then((answer) => answer.trim()).catch(() => {
      throw new ConfigError(["\nNo answer. Nothing was written."]);
    }),
    close: () => lines2.close()
  };
}

// dist/config/government-use.js
var question = "Is the library part of a council, county or state body? X wants an Enterprise plan for that. Ask X, then set x.governmentUse.";
function refuseUnsaidGovernmentUse(desks, xApiUrl) {
  if (!isRealX(xApiUrl))
    return;
  const onX = desks.filter(({ network }) => network.id === "x");
  const unsaid = onX.filter(({ account }) => !account.practice && account.governmentUse === void 0);
  if (unsaid.length)
    throw new ConfigError(unsaid.map((desk2) => `desks.${desk2.id}.x: ${question}`));
}
function isRealX(apiUrl) {
  return apiUrl === void 0 || /(^|\.)(x|twitter)\.com$/.test(new URL(apiUrl).hostname);
}

// dist/core/outcomes/outcome-price.js
var looksAfter7 = Math.ceil(sampleSize * (Math.log(30 / 7) + 7 / 30));
var missingOfTen = 1;
function outcomePrice({ user }, ownsApp) {
  const most = (sampleSize + looksAfter7) * user;
  return { about: ownsApp ? Math.ceil(sampleSize + looksAfter7 * missingOfTen / 10) * user : most, most };
}

// dist/ops/outcomes-line.js
function outcomesLine({ account, id: id2, network, outcomes }) {
  if (!outcomes || !network.prices)
    return void 0;
  const { about, most } = outcomePrice(network.prices, account.ownsApp);
  return `${id2}: ${sampleSize} follows a month are looked at again after 7 and after 30 days (outcomes): ${network.name} bills about ${usd(about)} a month for it, at most ${usd(most)}.`;
}

// dist/cli.js
async function run(files, roles) {
  const { desks, warnings } = await loadDeskFile(files.desk);
  refuseHalves(desks, roles);
  const env = readEnv(loadEnvFile(files.env, process.env), secretNames(desks, "x"), secretNames(desks, "bluesky"));
  refuseUnsaidGovernmentUse(desks, env.x.apiUrl);
  const log = createLog(env.logLevel);
  for (const warning of warnings)
    log.warn(warning);
  const practice = await startPractice(desks, env);
  for (const { desk: desk2, said: said2 } of practice.pages)
    log.warn({ desk: desk2 }, `practice: you play the patrons of this desk at ${said2}`);
  const startsAt = Date.now();
  const { createApp } = await import("./app-RHVION7L.js");
  const app = createApp(practice, { roles, log });
  process.on("unhandledRejection", (reason) => {
    log.fatal({ error: String(reason) }, "ended by an unexpected error");
    void end(app, 1);
  });
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void end(app, 0));
  let fresh2;
  try {
    await app.start();
    fresh2 = await app.introduce(startsAt);
  } catch (error) {
    await app.close();
    await practice.close();
    throw error;
  }
  if (practice.pages.length > 0) {
    await app.idle();
    await practice.begin(fresh2);
  }
}
async function end(app, exitCode) {
  process.exitCode = exitCode;
  await app.close();
  process.exit();
}
async function check(path) {
  const { desks, warnings } = await loadDeskFile(path);
  for (const warning of warnings)
    console.log(warning);
  console.log(`${path}: ${desks.map(({ id: id2 }) => id2).join(", ")}: no problems.`);
  const now = Date.now();
  for (const desk2 of desks) {
    console.log("");
    if (desk2.privateMessages) {
      const { channel } = desk2.privateMessages;
      console.log(`${desk2.id}: private messages are read as long as ${channel} is a private channel, without guests and not shared; \`doctor\` looks whether it is, \`check\` does not.`);
    }
    if (desk2.network.id === "bluesky") {
      console.log(`${desk2.id}: on Bluesky, which bills nothing: no budget slows it. Private messages are not read there.`);
    }
    if (desk2.keep.hold) {
      console.log(`${desk2.id}: the library's replies and who approved them are kept as long as keep.hold is true; without it each goes 90 days after it was sent.`);
    }
    const outcomes = outcomesLine(desk2);
    if (outcomes)
      console.log(outcomes);
    if (desk2.like) {
      console.log(`${desk2.id}: the next two weeks are those of ${desk2.like}, whose people and rota it has.`);
      continue;
    }
    if (desk2.feed?.from.includes("://")) {
      console.log(`${desk2.id}: the rota is in a calendar on the network; \`doctor\` reads it, \`check\` does not.`);
      continue;
    }
    const feed2 = desk2.feed ? createRotaFeed(desk2.feed) : void 0;
    const read = await withFeed(asIfInChannel(desk2), feed2, now);
    console.log(rotaReport(read.desk, read.findings, now).join("\n"));
  }
}
async function forget(typed, { deskId: deskId2, askX: askX2, ...files }) {
  const { desks } = await loadDeskFile(files.desk);
  const env = readEnv(loadEnvFile(files.env, process.env), secretNames(desks, "x"), secretNames(desks, "bluesky"));
  process.exitCode = await forgetSomebody({ desks, env }, typed, {
    ...deskId2 === void 0 ? {} : { deskId: deskId2 },
    ...askX2 ? { askX: askX2 } : {}
  });
}
async function sandbox(ports) {
  const [{ createSandbox }, { introduce }] = await Promise.all([
    import("./sandbox-BTQY33XL.js"),
    import("./introduce-4RMETSBN.js")
  ]);
  const sandboxes = await createSandbox({ ports });
  console.log(introduce(sandboxes));
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void sandboxes.close());
}
function explain(error) {
  if (error instanceof ConfigError)
    return error.problems.join("\n");
  return error instanceof Error ? error.message : String(error);
}
function port(text2) {
  const number = Number(text2);
  if (Number.isInteger(number) && number >= 0 && number <= 65535)
    return number;
  throw new InvalidArgumentError2(`"${text2}" is no port; allowed: 0 to 65535.`);
}
var program = new Command("greeting-desk").description("A Slack desk for a library's X or Bluesky account: a person approves every word.");
program.version(version);
function halves(name2, description, roles) {
  program.command(name2).description(description).option("--desk <file>", "the desks, their rota and their words", "desk.yaml").option("--env <file>", "secrets and addresses", ".env").action((files) => run(files, roles));
}
addInit(program);
halves("run", "run the whole desk", ["slack", "worker"]);
halves("slack", "run the half that answers people in Slack", ["slack"]);
halves("worker", "run the half that watches, shows and sends", ["worker"]);
program.command("check").description("say what is wrong with a desk file, and who is on shift in the next two weeks; offline").argument("[file]", "the desk file", "desk.yaml").action(check);
addDoctor(program);
addExport(program);
addSignIn(program);
program.command("forget").description("erase what the desks have of somebody who asks for it, and never greet them again").argument("<account>", "their @handle, or the id of their account").option("--desk-id <id>", "one desk of the file instead of all").option("--ask-x", "let the network say whose handle it is, on X for $0.01, where a desk does not know").option("--desk <file>", "the desks, their rota and their words", "desk.yaml").option("--env <file>", "secrets and addresses", ".env").action(forget);
program.command("sandbox").description("serve a Slack, an X and a Bluesky to run against, on this machine").option("--slack <port>", "Slack's port; 0 takes a free one", port, 0).option("--x <port>", "X's port; 0 takes a free one", port, 0).option("--bluesky <port>", "Bluesky's port; 0 takes a free one", port, 0).option("--control <port>", "the controls' port; 0 takes a free one", port, 0).action(sandbox);
try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
