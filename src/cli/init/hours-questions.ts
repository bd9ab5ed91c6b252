import { hoursLine, readHoursLine, type WeekHours } from '../../config/setup/hours-line.js';
import { fieldProblem } from '../../config/setup/typed-field.js';
import type { Prompts } from './prompts.js';

interface Hours {
  readonly timeZone: string;
  readonly openHours: WeekHours;
}

const usualHours = 'mon-fri 09:00-17:00';

/** Asks for the library's time zone and for the hours in which it answers. */
export async function askHours(prompts: Prompts, present: Partial<Hours>): Promise<Hours> {
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = await prompts.line('Time zone', present.timeZone ?? machine, (typed) =>
    fieldProblem('timeZone', typed),
  );
  const usual = present.openHours ? hoursLine(present.openHours) : usualHours;
  const line = await prompts.line('When does the library answer?', usual, (typed) => {
    const read = readHoursLine(typed);
    return 'refused' in read ? read.refused : undefined;
  });
  const read = readHoursLine(line);
  return { timeZone, openHours: 'hours' in read ? read.hours : {} };
}
