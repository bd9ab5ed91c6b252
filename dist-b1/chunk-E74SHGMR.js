import {
  isPurged,
  isRefusal
} from "./chunk-VQ2JEA5N.js";
import {
  isWritten
} from "./chunk-5A2VF7ET.js";

// dist/ops/decisions.js
var sendOutcomes = [
  "sent",
  "refused",
  "unsure",
  "put-back",
  "lapsed",
  "undone",
  "found",
  "not-there",
  "by-hand"
];
function withDecisions(cards, desk, seen) {
  return {
    ...cards,
    async change(id, update) {
      let decisions = [];
      const result = await cards.change(id, (card, world) => {
        const updated = update(card, world);
        decisions = isRefusal(updated) ? [] : decisionsOf(desk, card, updated.next);
        return updated;
      });
      for (const decision of decisions)
        seen(decision);
      return result;
    }
  };
}
function withPauses(settings, desk, seen) {
  return {
    ...settings,
    async change(update) {
      let decision;
      const result = await settings.change((now) => {
        const updated = update(now);
        decision = isRefusal(updated) ? void 0 : pauseOf(desk, now, updated.next);
        return updated;
      });
      if (decision)
        seen(decision);
      return result;
    }
  };
}
function pauseOf(desk, before, after) {
  if (before.pause?.at === after.pause?.at)
    return void 0;
  if (after.pause)
    return { desk, action: "pause", by: after.pause.by };
  const by = after.pausesToTell?.findLast(({ ended }) => ended)?.ended?.by;
  return { desk, action: "resume", ...by && { by } };
}
function decisionsOf(desk, before, after) {
  if (before === after)
    return [];
  if (!after)
    return before ? [{ desk, card: before.id, action: "end" }] : [];
  const { id: card, state } = after;
  const about = { desk, card, state };
  if (after.erased && !before?.erased)
    return [{ ...about, action: "erase" }];
  if (isPurged(after) && !(before && isPurged(before)))
    return [{ ...about, action: "purge" }];
  const known = new Set(before?.acts.map(({ id }) => id));
  const acts = after.acts.filter(({ id, kind }) => kind !== "hello" && !known.has(id)).map(kindAndTopic);
  const arrived = before ? [] : [{ ...about, action: "arrive", ...acts.length > 0 && { acts } }];
  const steps = after.history.filter((step) => !before?.history.includes(step));
  return [
    ...arrived,
    ...steps.map(({ action, by }) => ({
      ...about,
      action,
      ...by && { by },
      ...aboutSending(action, before, after),
      ...before && acts.length > 0 && { acts }
    }))
  ];
}
var kindAndTopic = (act) => ({ kind: act.kind, topic: isWritten(act) ? act.topic : "none" });
function aboutSending(action, before, after) {
  const attempt = after.reply?.n ?? before?.reply?.n;
  const outcome = outcomeOf(action, before?.state);
  const rejected = action === "reject" ? eventOf(after, "rejected") : void 0;
  if (attempt === void 0 || !outcome && !sendingActions.includes(action))
    return outcome ? { outcome } : {};
  return { attempt, ...outcome && { outcome }, ...rejected && { reason: rejected.reason } };
}
var sendingActions = ["approve", "begin", "not-found"];
function eventOf({ pending = [] }, name) {
  return pending.findLast((one) => one.event === name);
}
var outcomes = {
  publish: "sent",
  reject: "refused",
  "mark-unknown": "unsure",
  "put-back": "put-back",
  lapse: "lapsed",
  undo: "undone"
};
function outcomeOf(action, from) {
  const isHere = action === "seen" || action === "it-is-there";
  if (isHere && from === "unsure")
    return "found";
  if (isHere && from === "handed-off")
    return "by-hand";
  if (action === "not-there" && from === "unsure")
    return "not-there";
  return outcomes[action];
}

export {
  sendOutcomes,
  withDecisions,
  withPauses
};
