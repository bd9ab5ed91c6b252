import {
  askWhoHasHandle,
  createBoard,
  createSides,
  forget,
  whatWeHave,
  whoHasHandle
} from "./chunk-LXPAEVFG.js";
import "./chunk-E74SHGMR.js";
import "./chunk-TZALJG7N.js";
import "./chunk-HVRJEXTK.js";
import "./chunk-YOW2WXFG.js";
import "./chunk-LSS7L4DW.js";
import {
  typedAccount,
  typedHandle
} from "./chunk-ITL762CJ.js";
import "./chunk-OAKAVM22.js";
import "./chunk-2IALTKIL.js";
import "./chunk-VQ2JEA5N.js";
import "./chunk-2ZTQUPFK.js";
import "./chunk-5A2VF7ET.js";
import {
  backgroundClient
} from "./chunk-LUAVQYEH.js";
import {
  connectStore
} from "./chunk-R7MF6V6P.js";
import {
  timings
} from "./chunk-5KOJH3LK.js";
import "./chunk-RQ3MMC74.js";
import "./chunk-3J5ILMX7.js";
import "./chunk-ZTQXIARE.js";
import "./chunk-DX3M4XLW.js";
import "./chunk-2LMJ4OC3.js";
import "./chunk-PZOFDEKK.js";
import {
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/app/forget.js
import { setTimeout as delay } from "node:timers/promises";
var waitMs = 20 * secondMs;
var lookEveryMs = 250;
async function forgetAtDesks({ env, desks }, whom, log) {
  const store = connectStore(env.redisUrl, log);
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const client = backgroundClient(env.slack, timings.slackCallMs, log);
  const ending = new AbortController();
  try {
    await store.connect();
    const shared = { env, store, clock, timings, log, isKnownIncident: () => false, ending: ending.signal };
    const erasures = /* @__PURE__ */ new Map();
    for (const desk of desks) {
      const ports = createSides(desk, shared, (side) => createBoard(client, () => side, clock));
      await ports.forgotten.check();
      erasures.set(desk.id, await forgetAt(ports, whom));
    }
    return erasures;
  } finally {
    ending.abort();
    store.disconnect();
  }
}
async function forgetAt(ports, whom) {
  const who = await whoIs(ports, whom);
  if ("became" in who)
    return who;
  const count = async () => (await whatWeHave(ports, who.person)).conversations;
  const conversations = await count();
  await forget(ports, who.person);
  const until = performance.now() + waitMs;
  let left = await count();
  while (left > 0 && performance.now() < until) {
    await delay(lookEveryMs);
    left = await count();
  }
  return { became: "erased", conversations, left };
}
async function whoIs(ports, { asks, typed }) {
  const account = typedAccount(typed);
  if (account)
    return { person: account.id };
  const handle = typedHandle(typed);
  if (!ports.desk.network.handle.test(handle))
    return { became: "nobody" };
  const known = await whoHasHandle(ports, handle);
  if (known)
    return known;
  return asks ? askWhoHasHandle(ports, handle) : { became: "unknown" };
}
export {
  forgetAtDesks
};
