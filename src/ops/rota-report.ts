import type { Desk } from '../core/desk/desk.js';
import { type DeskFinding, feedFinding } from '../core/doctor/findings.js';
import { comingDays, outlook } from '../core/doctor/outlook.js';
import { dayMs } from '../core/durations.js';
import type { StaffMember } from '../core/rota/rota.js';
import type { RotaFeed } from '../ports/snapshots.js';

/** More than the two weeks that are looked at, on both sides. */
const reachMs = 32 * dayMs;

/** A desk whose rota is kept elsewhere with what is there now, and what is wrong there. Throws FeedDown. */
export async function withFeed(
  desk: Desk,
  feed: Pick<RotaFeed, 'read'> | undefined,
  now: number,
): Promise<{ readonly desk: Desk; readonly findings: readonly DeskFinding[] }> {
  if (!feed) return { desk, findings: [] };
  const window = { fromMs: now - reachMs, toMs: now + reachMs };
  const { shifts, problems } = await feed.read(desk.rota, window);
  return {
    desk: { ...desk, rota: { ...desk.rota, dated: shifts } },
    findings: problems.map((problem) => feedFinding(desk, problem)),
  };
}

/** The next two weeks of a desk as they will be, a line a day, and then what wants a look. */
export function rotaReport(desk: Desk, findings: readonly DeskFinding[], now: number): string[] {
  const all = [...findings, ...outlook(desk, now)].map(({ said }) => `  ${said}`);
  return [
    `${desk.id}, the next two weeks (${desk.rota.timeZone}):`,
    ...comingDays(desk, now).map((day) => `  ${day}`),
    ...(all.length > 0 ? [`${desk.id}, worth a look:`, ...all] : []),
  ];
}

/** Offline nobody knows the members of a channel: whoever is named by a Slack id counts as one of them. */
export function asIfInChannel(desk: Desk): Desk {
  const { covers, shifts, staff } = desk.rota;
  if (desk.membership === 'list') return desk;
  const named = [...shifts.flatMap(({ who }) => who), ...covers.flatMap(({ of, by }) => [of, by])];
  const others = [...new Set(named)].filter((key) => !staff.some((member) => member.key === key));
  return { ...desk, rota: { ...desk.rota, staff: [...staff, ...others.map(unread)] } };
}

const unread = (id: string): StaffMember => ({
  key: id,
  slackId: id,
  name: id,
  signature: '',
  lead: false,
  trainee: false,
  xSignIn: false,
});
