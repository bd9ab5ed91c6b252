import type { Desk } from '../desk/desk.js';
import { memberOf } from '../desk/desk-now.js';
import type { DeskSettings } from '../desk/desk-settings.js';
import type { SlackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { localDate } from '../rota/local-time.js';

/**
 * Whether somebody is asked to look in X for messages that are encrypted there, which no program sees: whoever is on shift and
 * signed in to X, once a day for all of them; at `now` (Unix ms).
 */
export function isAskedToLook(
  desk: Desk,
  { lookedInX }: Pick<DeskSettings, 'lookedInX'>,
  user: SlackUserId,
  now: number,
): boolean {
  if (!desk.inPrivate || !memberOf(desk, user)?.xSignIn) return false;
  const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === user);
  return isOn && lookedInX?.day !== localDate(desk.rota, now);
}
