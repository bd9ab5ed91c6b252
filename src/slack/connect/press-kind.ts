import type { PressKind } from '../../ports/presses.js';

/** What a payload is, where it is something that somebody does and sees answered; undefined for all else. */
export function pressIn(body: object): PressKind | undefined {
  if ('command' in body) return 'command';
  if ('type' in body && body.type === 'block_actions') return 'button';
  const event = 'event' in body ? body.event : undefined;
  const isHome =
    typeof event === 'object' && event !== null && 'type' in event && event.type === 'app_home_opened';
  return isHome ? 'home' : undefined;
}
