import {
  assigned,
  contains,
  dayParts,
  isSameDay,
  listOf,
  localDate,
  localDays,
  localTime,
  momentText,
  say,
  spanOf,
  zoned
} from "./chunk-2ZTQUPFK.js";
import {
  FeedDown
} from "./chunk-PZOFDEKK.js";
import {
  dayMs
} from "./chunk-5EYM5PYM.js";

// dist/config/calendar/calendar-file.js
import { constants } from "node:fs";
import { open } from "node:fs/promises";

// dist/config/calendar/unreadable.js
var Unreadable = class extends Error {
  why;
  constructor(why) {
    super(`The calendar can't be read: ${why}.`);
    this.why = why;
    this.name = "Unreadable";
  }
};

// dist/config/calendar/bytes.js
var mostBytes = 2e6;
async function textOf(pieces) {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > mostBytes)
      throw new Unreadable("it is larger than 2 MB");
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

// dist/config/calendar/calendar-file.js
async function readCalendarFile(path) {
  const file = await opened(path);
  try {
    if (!(await file.stat()).isFile())
      throw new Unreadable("it is no file");
    return await textOf(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}
async function opened(path) {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error;
    throw new Unreadable(code === "ENOENT" ? "there is no such file" : message);
  }
}

// dist/config/calendar/calendar-thread.js
import { once } from "node:events";
import { Worker } from "node:worker_threads";
var mostMemoryMb = 384;
async function readInThread(text, { timeZone, staff }, window, deadlineMs) {
  const worker = startWorker({ resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
  try {
    await once(worker, "message");
    const task = { text, timeZone, staff, window };
    worker.postMessage(task);
    const signal = AbortSignal.timeout(deadlineMs);
    const [answer] = await once(worker, "message", { signal });
    if ("why" in answer)
      throw new Unreadable(answer.why);
    return answer.reading;
  } catch (fault) {
    const { name, code } = fault;
    if (name === "AbortError")
      throw new Unreadable("it takes too long to read");
    if (code === "ERR_WORKER_OUT_OF_MEMORY")
      throw new Unreadable("it takes too much memory to read");
    throw fault;
  } finally {
    await worker.terminate();
  }
}
function startWorker(options) {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./calendar-worker.js", import.meta.url), options);
  }
  const tsx = new URL("../../../scripts/tsx-in-threads.mjs", import.meta.url);
  const execArgv = ["--import", tsx.href];
  return new Worker(new URL("./calendar-worker.ts", import.meta.url), { ...options, execArgv });
}

// dist/config/calendar/download.js
import { lookup } from "node:dns";
import { isIP } from "node:net";
import { Agent, buildConnector, fetch } from "undici";

// dist/config/calendar/private-addresses.js
import { BlockList, isIPv6 } from "node:net";
var private4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3]
];
var private6 = [
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8]
];
var list = new BlockList();
for (const [network, bits] of private4) {
  list.addSubnet(network, bits, "ipv4");
  list.addSubnet(`64:ff9b::${network}`, 96 + bits, "ipv6");
}
for (const [network, bits] of private6)
  list.addSubnet(network, bits, "ipv6");
function isPrivateAddress(address) {
  const [plain = ""] = address.split("%");
  return list.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}

// dist/config/calendar/download.js
var MOST_REDIRECTS = 5;
async function downloadCalendar(address, limits) {
  const agent = new Agent({ connect: limits.mayBePrivate ? {} : connectOutside });
  const signal = AbortSignal.timeout(limits.deadlineMs);
  try {
    return await textAt(address, agent, signal);
  } catch (fault) {
    if (fault instanceof Unreadable)
      throw fault;
    if (fault instanceof Error && fault.cause instanceof Unreadable)
      throw fault.cause;
    throw new Unreadable(signal.aborted ? "it does not answer in time" : "it can't be reached");
  } finally {
    await agent.destroy();
  }
}
async function textAt(address, dispatcher, signal) {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(url.href, { redirect: "manual", dispatcher, signal });
    const next = redirectOf(response, url);
    if (!next) {
      if (!response.ok)
        throw new Unreadable(`it answers ${response.status}`);
      return response.body ? await textOf(response.body) : "";
    }
    url = next;
  }
  throw new Unreadable("it leads in a circle");
}
function redirectOf({ status, headers }, from) {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null)
    return void 0;
  if (!URL.canParse(location, from.href))
    throw new Unreadable("it leads to an address that is none");
  const next = new URL(location, from.href);
  if (next.host !== from.host) {
    throw new Unreadable(`it leads to another host, ${next.host} (if that is right, put its address in rota.ics)`);
  }
  if (next.protocol !== "https:" && next.protocol !== from.protocol) {
    throw new Unreadable("it leads to an address that is not encrypted");
  }
  return next;
}
var refused = () => new Unreadable("its address is on this network (set rota.privateAddress: true if the calendar is yours)");
var lookupOutside = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first)
      return callback(error ?? new Error(`No address for ${hostname}.`), []);
    if (found.some(({ address }) => isPrivateAddress(address)))
      return callback(refused(), []);
    if (options.all)
      callback(null, found);
    else
      callback(null, first.address, first.family);
  });
};
var connect = buildConnector({ lookup: lookupOutside });
var connectOutside = (options, callback) => {
  const host = options.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && isPrivateAddress(host))
    callback(refused(), null);
  else
    connect(options, callback);
};

// dist/config/calendar/rota-feed.js
var usualDeadlineMs = 5e3;
function createRotaFeed(source, deadlineMs = usualDeadlineMs) {
  const where = shown(source.from);
  return {
    where,
    async read(rota, window) {
      try {
        const text = await textOf2(source, deadlineMs);
        return await readInThread(text, rota, window, deadlineMs);
      } catch (fault) {
        if (fault instanceof Unreadable)
          throw new FeedDown(where, fault.why);
        throw fault;
      }
    }
  };
}
var textOf2 = ({ from, mayBePrivate }, deadlineMs) => isAddress(from) ? downloadCalendar(from, { deadlineMs, mayBePrivate }) : readCalendarFile(from);
var isAddress = (from) => /^https?:\/\//.test(from);
var shown = (from) => isAddress(from) ? new URL(from).host : from;

// dist/core/words/screen-room.js
var slackRoom = {
  modalTitle: 24,
  dialogButton: 30,
  button: 75,
  option: 75,
  dialogTitle: 100,
  placeholder: 150,
  optionValue: 150,
  dialogText: 300,
  line: 2e3
};
var maxDeskIdLength = slackRoom.optionValue - ` mention-${"9".repeat(20)}-${"9".repeat(20)} save-starter`.length;
var maxNameLength = slackRoom.option;
var maxStarterIdLength = slackRoom.optionValue;
var maxClosureLength = 150;
var maxHelpDeskLength = 200;
var maxOpeningLength = 500;
var rooms = {
  modalTitle: [
    "answers.title",
    "asked.title",
    "delete.title",
    "draft.all-title",
    "draft.close",
    "draft.hello-title",
    "draft.title",
    "editor.ask",
    "editor.check-title",
    "editor.greet-title",
    "editor.hello-title",
    "editor.keep",
    "editor.send",
    "editor.title",
    "find.ask",
    "find.one-asked-title",
    "find.title",
    "finish.title",
    "flag.submit",
    "flag.title",
    "going.close",
    "going.title",
    "greet.close",
    "greet.title",
    "history.title",
    "hold.submit",
    "hold.title",
    "kept.title",
    "look.title",
    "more.title",
    "note.plain-title",
    "note.title",
    "outcome.looking-title",
    "outcome.not-sent-title",
    "outcome.sent-title",
    "pass.close",
    "pass.submit",
    "pass.title",
    "people.followers-title",
    "people.replies-title",
    "picture.title",
    "practise.title",
    "send-back.submit",
    "send-back.title",
    "snooze.title",
    "starter.submit",
    "starter.title",
    "waiting.modal-title",
    "warning.send-anyway",
    "warning.title",
    "who.title"
  ],
  dialogButton: [
    "delete.no",
    "delete.yes",
    "look.no",
    "look.yes",
    "mute-person.no",
    "mute-person.yes",
    "report.share-no",
    "report.share-yes",
    "starter.remove"
  ],
  button: [
    "note.remove",
    "snooze.180",
    "snooze.30",
    "snooze.60",
    "snooze.opening",
    "warning.back",
    "who.look",
    "who.look-for"
  ],
  option: [
    "cover.span",
    "cover.when",
    "cover.when-today",
    "find.everyone",
    "find.yours",
    "hold.days.one",
    "hold.days.other"
  ],
  dialogTitle: [
    "delete.confirm-title",
    "look.not-there-title",
    "look.there-title",
    "mute-person.title",
    "report.share-title",
    "starter.remove-title"
  ],
  placeholder: ["editor.hello-example", "editor.other-starters", "find.pick", "find.time", "pass.pick"],
  dialogText: [
    "delete.confirm-text",
    "look.not-there-text",
    "look.there-text",
    "mute-person.text",
    "report.share-question",
    "starter.remove-text"
  ]
};
var roomOfKey = new Map(Object.keys(slackRoom).flatMap((room) => (rooms[room] ?? []).map((key) => [key, room])));
var mostOfLine = 200;
function maxTextLength(key) {
  const isButton = key.startsWith("button.") || /^starter\.[\w-]+\.label$/u.test(key);
  const room = roomOfKey.get(key) ?? (isButton ? "button" : void 0);
  return room === void 0 ? mostOfLine : slackRoom[room];
}

// dist/core/rota/week.js
import { Temporal } from "temporal-polyfill";
function week(rota, nowMs) {
  const today = zoned(rota.timeZone, nowMs).toPlainDate();
  return daysFrom(rota, today.subtract({ days: today.dayOfWeek - 1 }).toString(), 7);
}
function daysFrom(rota, date, count) {
  const first = Temporal.PlainDate.from(date);
  const days = localDays(rota.timeZone, first.subtract({ days: 1 }), first.add({ days: count - 1 }));
  const all = assigned(rota, days);
  return days.slice(1).map((day) => ({
    day: day.date.toString(),
    weekday: day.weekday,
    stretches: stretches(rota, begunOn(day, all)),
    ...closedOn(rota, day.date.toString())
  }));
}
function closedOn({ closures }, day) {
  const closure = closures.find(({ from, to }) => from <= day && day <= to);
  return closure ? { closed: closure.name } : {};
}
function begunOn(day, all) {
  const { fromMs, toMs } = spanOf([day]);
  return all.filter((one) => one.fromMs >= fromMs && one.fromMs < toMs);
}
function stretches(rota, begun) {
  const edges = [...new Set(begun.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  const cut = edges.flatMap((fromMs, index) => {
    const toMs = edges[index + 1];
    const on = begun.filter((one) => contains(one, fromMs)).map(({ who }) => who);
    const members = rota.staff.filter(({ key }) => on.includes(key));
    return toMs === void 0 || members.length === 0 ? [] : [{ fromMs, toMs, members }];
  });
  return joined(cut);
}
function joined(stretches2) {
  const result = [];
  for (const stretch of stretches2) {
    const last = result.at(-1);
    const goesOn = last?.toMs === stretch.fromMs && sameMembers(last.members, stretch.members);
    if (last && goesOn)
      result[result.length - 1] = { ...last, toMs: stretch.toMs };
    else
      result.push(stretch);
  }
  return result;
}
function sameMembers(some, others) {
  return some.length === others.length && some.every((member, index) => member === others[index]);
}

// dist/core/sentences/shift-times.js
function stretchText(desk, { members, ...span }) {
  const names = members.map(({ name }) => name);
  return `${hoursText(desk.rota, span)} ${listOf(desk, names, "comma")}`;
}
function hoursText(rota, { fromMs, toMs }) {
  return `${hour(rota, fromMs) || "0"}\u2013${hour(rota, toMs) || "24"}`;
}
var dayText = (desk, ms) => say(desk.words, "rota.day", dayParts(desk, ms));
function dateAndHoursText(desk, span) {
  const { rota, words } = desk;
  if (localDate(rota, span.fromMs) === localDate(rota, span.toMs - 1)) {
    return say(words, "rota.on", { day: dayText(desk, span.fromMs), hours: hoursText(rota, span) });
  }
  const far = span.fromMs - 2 * dayMs;
  return say(words, "rota.from", {
    from: momentText(desk, span.fromMs, far),
    to: momentText(desk, span.toMs, far)
  });
}
function hour(rota, ms) {
  const [whole = "", minutes = ""] = localTime(rota, ms).split(":");
  const short = String(Number(whole));
  if (minutes !== "00")
    return `${short}:${minutes}`;
  return short === "0" ? "" : short;
}
function clock(rota, ms, ends = false) {
  const time = localTime(rota, ms).replace(/^0(?=\d:)/u, "");
  return ends && time === "0:00" ? "24:00" : time;
}
function spanText({ rota, words }, { fromMs, toMs }) {
  return say(words, "cover.span", { from: clock(rota, fromMs), to: clock(rota, toMs, true) });
}
var coverDayText = (desk, ms) => say(desk.words, "cover.day", dayParts(desk, ms));
function onDayText(desk, ms, now) {
  if (isSameDay(desk.rota, ms, now))
    return say(desk.words, "cover.today");
  return say(desk.words, "cover.on-day", { day: coverDayText(desk, ms) });
}
function spanAndDayText(desk, span, now) {
  const said = { span: spanText(desk, span) };
  if (isSameDay(desk.rota, span.fromMs, now))
    return say(desk.words, "cover.when-today", said);
  return say(desk.words, "cover.when", { ...said, day: coverDayText(desk, span.fromMs) });
}

export {
  slackRoom,
  maxDeskIdLength,
  maxNameLength,
  maxStarterIdLength,
  maxClosureLength,
  maxHelpDeskLength,
  maxOpeningLength,
  maxTextLength,
  createRotaFeed,
  week,
  daysFrom,
  stretchText,
  hoursText,
  dayText,
  dateAndHoursText,
  spanText,
  onDayText,
  spanAndDayText
};
