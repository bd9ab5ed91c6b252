import type { Desk } from '../../core/desk/desk.js';
import { entryOf } from '../../core/desk/practice-id.js';
import type { Check } from '../../core/doctor/check.js';
import type { DeskFinding } from '../../core/doctor/findings.js';
import { outlook } from '../../core/doctor/outlook.js';
import { FeedDown } from '../../errors.js';
import type { RotaFeed } from '../../ports/snapshots.js';
import { withFeed } from '../rota-report.js';
import { note, ok, wrong } from './probe.js';

/** What is looked at in a rota: the first words of the keys of its findings, and what is said where there is none. */
const aspects = [
  {
    id: 'rota.staffed',
    about: ['gap'],
    fine: 'Somebody is on shift in all open hours of the next two weeks.',
  },
  {
    id: 'rota.shifts',
    about: ['twice', 'stranger', 'closed', 'cover'],
    fine: 'Each shift of the next two weeks is of one person of the staff, on an open day.',
  },
  { id: 'rota.standards', about: ['standard'], fine: 'Somebody is there in time for each answer.' },
] as const;

/** How many findings of a kind have lines of their own: the same hours come again every week. */
const usuallyShown = 4;
/** Each hour without staff is one in which some answers come too late. */
const shownOf: Readonly<Partial<Record<string, number>>> = { standard: 1 };

type About = (typeof aspects)[number]['about'][number];

/** Where shifts are written: in desk.yaml, or in the calendar that it names. */
interface Places {
  readonly desk: string;
  readonly shifts: string;
}

/** What to do about a finding, and where. */
const fixes: Readonly<Record<About, (at: Places) => string>> = {
  gap: ({ desk, shifts }) => `Put somebody on shift in ${shifts}, or correct ${desk}.openHours or .closures.`,
  twice: ({ shifts }) => `Take one of the two out of ${shifts}.`,
  stranger: ({ desk, shifts }) => `Correct the name in ${shifts}, or add them to ${desk}.staff.`,
  closed: ({ desk, shifts }) =>
    `Move the shift in ${shifts}, or correct ${desk}.closures. A weekly shift may stay.`,
  cover: ({ desk }) => `Correct or delete it in ${desk}.covers; one that was taken in Slack, undo there.`,
  standard: ({ desk, shifts }) =>
    `Put somebody on shift in ${shifts} before that, or change ${desk}.standards.`,
};

/**
 * What is wrong with the rota of the next two weeks, with its calendar as it is now. `desk` has its staff as Slack has them.
 * While the calendar can't be read, nothing can be said of the shifts.
 */
export async function rotaChecks(
  desk: Desk,
  feed: Pick<RotaFeed, 'read'> | undefined,
  now: number,
): Promise<readonly Check[]> {
  if (desk.like) return [ok('rota.staffed', `The rota is that of ${desk.like}, and is looked at there.`)];
  const place = `desks.${entryOf(desk)}`;
  const from = `the calendar of ${place}.rota`;
  const places = { desk: place, shifts: feed ? from : `${place}.shifts` };
  try {
    const { desk: read, findings } = await withFeed(desk, feed, now);
    const ahead = outlook(read, now);
    return [
      ...(feed ? calendarChecks(read, findings, from) : []),
      ...aspects.flatMap(({ about, fine, id }) => aspectChecks(id, about, fine, ahead, places)),
    ];
  } catch (fault) {
    if (!(fault instanceof FeedDown)) throw fault;
    const fix = `Correct the address or the file in ${place}.rota, or make it readable for this machine.`;
    return [wrong('rota.calendar', fault.message, fix)];
  }
}

function calendarChecks(read: Desk, findings: readonly DeskFinding[], from: string): readonly Check[] {
  const id = 'rota.calendar';
  if (findings.length > 0) {
    const fix = `Correct the event in ${from}, or the names in desks.${entryOf(read)}.staff.`;
    return findings.map(({ said }) => wrong(id, said, fix));
  }
  const shifts = read.rota.dated.length;
  const found = `The calendar was read now, with ${shifts} ${shifts === 1 ? 'shift' : 'shifts'} around today.`;
  return [ok(id, found)];
}

function aspectChecks(
  id: string,
  about: readonly About[],
  fine: string,
  ahead: readonly DeskFinding[],
  places: Places,
): readonly Check[] {
  const found = about.flatMap((kind) => {
    const all = ahead.filter(({ key }) => key.startsWith(`${kind} `));
    const most = shownOf[kind] ?? usuallyShown;
    return all.slice(0, most).map(({ note: isNote, said }, index) => {
      const more = index === most - 1 ? all.length - most : 0;
      const others = more > 0 ? ` There ${more === 1 ? 'is' : 'are'} ${more} more like it.` : '';
      return (isNote ? note : wrong)(id, `${said}${others}`, fixes[kind](places));
    });
  });
  return found.length > 0 ? found : [ok(id, fine)];
}
