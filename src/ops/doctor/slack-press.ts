import type { Check } from '../../core/doctor/check.js';
import { type PressKind, pressKinds } from '../../ports/presses.js';
import { ok, unknown, wrong } from './probe.js';
import { type AppPage, appPage } from './slack-tokens.js';

const ids = {
  command: 'slack.press.command',
  button: 'slack.press.button',
  home: 'slack.press.home',
} as const satisfies Readonly<Record<PressKind, string>>;

const names: Readonly<Record<PressKind, string>> = {
  command: '/greet',
  button: 'A press of a button',
  home: 'An opened Home tab',
};

/** The page of the app's settings on which each is turned on. */
const pages: Readonly<Record<PressKind, AppPage>> = {
  command: 'slash-commands',
  button: 'interactive-messages',
  home: 'app-home',
};

/** Where the check is about all of them. */
export const pressId = 'slack.press';

/** What is said where nobody was asked to press. */
export const pressNotTried: Check = unknown(
  pressId,
  'Whether /greet, a button and the Home tab are answered was not tried.',
  'Have Slack at hand and run: greeting-desk doctor --press',
);

/** What is said where it could not be tried. */
export const notAsked = (why: string): Check => unknown(pressId, `Nobody was asked to press, because ${why}`);

/** Slack counts a connection that is not ours, and no desk runs on this Redis. */
export const answeredElsewhere: Check = wrong(
  pressId,
  'Nobody was asked to press: a program answers for this app in Slack, and it is no desk on this Redis.',
  'Find the desk that runs with this app token, and end it, or look with its .env. After a crash, look again in a minute.',
);

/** What whoever runs `doctor` is asked to do within so many minutes; the test message asks it in Slack. */
export const pressRequest = (minutes: number, channel: string): string =>
  `Do what the test message asks in ${channel}: press its button, type /greet help, open the app's Home tab. ${minutes} minutes.`;

/** What is said as each arrives. */
export const arrivedText = (kind: PressKind): string => `${names[kind]} arrived.`;

/** Whether each came, of what was asked for; answered by the desk that runs on this store, or by `doctor`. */
export function pressChecks(
  seen: ReadonlySet<PressKind>,
  {
    answeredBy,
    app,
    minutes,
  }: {
    readonly answeredBy: 'desk' | 'doctor';
    readonly app: string | undefined;
    readonly minutes: number;
  },
): readonly Check[] {
  const who = answeredBy === 'desk' ? 'the desk that runs' : 'doctor itself, because no desk runs';
  return pressKinds.map((kind) => {
    if (seen.has(kind)) return ok(ids[kind], `${names[kind]} was answered by ${who}.`);
    return wrong(
      ids[kind],
      `${names[kind]} did not arrive within ${minutes} minutes.`,
      `If somebody did it, it is turned off: ${appPage(app, pages[kind])}`,
    );
  });
}
