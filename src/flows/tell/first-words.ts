import { dayMs } from '../../core/durations.js';
import { panelId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import { listOf, momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';

/**
 * Has a desk that is new since a time (Unix ms) say its first words, and gives whether it is new: the app may have joined the
 * channel before anything ran that could hear of it.
 */
export async function introduce(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels' | 'watermarks'>,
  sinceMs: number,
): Promise<boolean> {
  if ((await ports.watermarks.begunAt(ports.clock.now())) < sinceMs) return false;
  await sayFirstWords(ports);
  return true;
}

/**
 * Says in the desk's channel what the desk does and who is on shift, when the app has joined it: once for each channel,
 * however often it joins and however many processes hear of it.
 */
export async function sayFirstWords({
  clock,
  desk,
  panels,
}: Pick<Ports, 'clock' | 'desk' | 'panels'>): Promise<void> {
  const now = clock.now();
  const id = panelId(`notice-first-words-${desk.channel}`);
  await panels.change(id, (said) => ({
    next: said ?? {
      id,
      format: 1,
      kind: 'notice',
      version: 1,
      startedAt: now,
      closed: true,
      firstWords: true,
      text: shiftSentence(desk, now),
    },
    result: undefined,
  }));
}

/** It names its day and time, because the message is not edited when the next shift begins. */
function shiftSentence(desk: Ports['desk'], now: number): string {
  const { rota, words } = desk;
  const people = onShift(rota, now).map(({ member: { name }, untilMs }) =>
    say(words, 'rota.until', { name, time: momentText(desk, untilMs, now) }),
  );
  const who = people.length > 0 ? listOf(desk, people) : say(words, 'rota.nobody');
  return say(words, 'first.on-shift', { time: momentText(desk, now, now - dayMs), who });
}
