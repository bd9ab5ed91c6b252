import {
  comingDays,
  feedFinding,
  outlook
} from "./chunk-X3FHJQQ6.js";
import {
  dayMs
} from "./chunk-5EYM5PYM.js";

// dist/ops/rota-report.js
var reachMs = 32 * dayMs;
async function withFeed(desk, feed, now) {
  if (!feed)
    return { desk, findings: [] };
  const window = { fromMs: now - reachMs, toMs: now + reachMs };
  const { shifts, problems } = await feed.read(desk.rota, window);
  return {
    desk: { ...desk, rota: { ...desk.rota, dated: shifts } },
    findings: problems.map((problem) => feedFinding(desk, problem))
  };
}
function rotaReport(desk, findings, now) {
  const all = [...findings, ...outlook(desk, now)].map(({ said }) => `  ${said}`);
  return [
    `${desk.id}, the next two weeks (${desk.rota.timeZone}):`,
    ...comingDays(desk, now).map((day) => `  ${day}`),
    ...all.length > 0 ? [`${desk.id}, worth a look:`, ...all] : []
  ];
}
function asIfInChannel(desk) {
  const { covers, shifts, staff } = desk.rota;
  if (desk.membership === "list")
    return desk;
  const named = [...shifts.flatMap(({ who }) => who), ...covers.flatMap(({ of, by }) => [of, by])];
  const others = [...new Set(named)].filter((key) => !staff.some((member) => member.key === key));
  return { ...desk, rota: { ...desk.rota, staff: [...staff, ...others.map(unread)] } };
}
var unread = (id) => ({
  key: id,
  slackId: id,
  name: id,
  signature: "",
  lead: false,
  trainee: false,
  xSignIn: false
});

// dist/core/desk/practice-id.js
var practiceId = (entry) => `${entry}${suffix}`;
var entryOf = ({ account, id }) => account.practice ? id.slice(0, -suffix.length) : id;
var suffix = "-practice";

export {
  practiceId,
  entryOf,
  withFeed,
  rotaReport,
  asIfInChannel
};
