import {
  Busy,
  ChannelRefused,
  FeedDown,
  OutcomeUnknown,
  Unreachable,
  isOurMistake
} from "./chunk-PZOFDEKK.js";

// dist/ops/doctor/probe.js
var marked = (mark) => (id, found, fix) => ({ id, mark, found, ...fix && { fix } });
var ok = marked("ok");
var note = marked("note");
var wrong = marked("wrong");
var unknown = marked("unknown");
async function look({ id, what, run }, talk) {
  try {
    return await run(talk);
  } catch (fault) {
    return [failedCheck(id, fault, (why) => `${what} could not be looked at: ${why}`)];
  }
}
function failedCheck(id, fault, say, fix) {
  if (isOurMistake(fault))
    throw fault;
  if (fault instanceof FeedDown)
    return wrong(id, fault.message, fix);
  const found = say(sentenceOf(fault));
  if (isScopeMissing(fault))
    return unknown(id, found);
  return fault instanceof Busy ? unknown(id, found, cureOf(fault)) : wrong(id, found, fix ?? cureOf(fault));
}
var isScopeMissing = (fault) => fault instanceof ChannelRefused && fault.code === "missing_scope";
function sentenceOf(fault) {
  if (isScopeMissing(fault))
    return "a scope is missing.";
  if (fault instanceof OutcomeUnknown)
    return "Slack gives no answer.";
  if (fault instanceof Busy)
    return "Slack asks to wait, because it was asked too often.";
  const said = fault instanceof Error ? fault.message : String(fault);
  return `${said.replace(/^Slack \([^)]*\)/u, "Slack").replace(/\.$/u, "")}.`;
}
function cureOf(fault) {
  if (fault instanceof Busy)
    return "Look again in a minute.";
  if (fault instanceof OutcomeUnknown || fault instanceof Unreachable)
    return "Look again later; https://slack-status.com says whether Slack is well.";
  return void 0;
}

export {
  ok,
  note,
  wrong,
  unknown,
  look,
  failedCheck,
  sentenceOf,
  cureOf
};
