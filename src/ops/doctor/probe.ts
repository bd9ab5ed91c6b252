import type { Check } from '../../core/doctor/check.js';
import { Busy, ChannelRefused, FeedDown, isOurMistake, OutcomeUnknown, Unreachable } from '../../errors.js';

/** One thing that `doctor` looks at. */
export interface Probe {
  /** The id of the checks that it gives, or what their ids begin with: `slack.card`. */
  readonly id: string;
  /** What is looked at, for people: "the test message in #x-desk". */
  readonly what: string;
  /** It leaves something in Slack or on the network until it has ended: whoever ends `doctor` waits for it. */
  readonly undoes?: true;
  /** Faults of `errors.ts` may come out of it: then the check says of `what` that it could not be looked at. */
  run(talk: Talk): Promise<readonly Check[]>;
}

/** How a probe talks with whoever runs `doctor`. */
export interface Talk {
  /** Says what they have to do now. */
  tell(text: string): void;
  /** Asks something; Enter alone means `usual`. Undefined where nobody can be asked, as in a script. */
  confirm(question: string, usual: boolean): Promise<boolean | undefined>;
  /** Aborted when somebody ends `doctor`: then nothing new is begun, and nobody is waited for. */
  readonly stopped?: AbortSignal;
}

/** What is looked at together, under one heading. */
export interface Section {
  /** The desk that it is about; undefined for what all desks share. */
  readonly desk?: string;
  readonly title: string;
  readonly probes: readonly Probe[];
}

/** Makes checks of one mark. */
const marked =
  (mark: Check['mark']) =>
  (id: string, found: string, fix?: string): Check => ({ id, mark, found, ...(fix && { fix }) });

export const ok = marked('ok');
export const note = marked('note');
export const wrong = marked('wrong');
export const unknown = marked('unknown');

/** Looks, and gives what can't be looked at as a check of its own. Mistakes of ours are thrown. */
export async function look({ id, what, run }: Probe, talk: Talk): Promise<readonly Check[]> {
  try {
    return await run(talk);
  } catch (fault) {
    return [failedCheck(id, fault, (why) => `${what} could not be looked at: ${why}`)];
  }
}

/** What a fault of Slack or of a calendar comes to; `say` puts a sentence about it into words. Throws mistakes of ours. */
export function failedCheck(id: string, fault: unknown, say: (why: string) => string, fix?: string): Check {
  if (isOurMistake(fault)) throw fault;
  if (fault instanceof FeedDown) return wrong(id, fault.message, fix);
  const found = say(sentenceOf(fault));
  // The scope has a line of its own.
  if (isScopeMissing(fault)) return unknown(id, found);
  return fault instanceof Busy ? unknown(id, found, cureOf(fault)) : wrong(id, found, fix ?? cureOf(fault));
}

const isScopeMissing = (fault: unknown): boolean =>
  fault instanceof ChannelRefused && fault.code === 'missing_scope';

/** A fault of Slack's as what follows "the channel: ". */
export function sentenceOf(fault: unknown): string {
  if (isScopeMissing(fault)) return 'a scope is missing.';
  if (fault instanceof OutcomeUnknown) return 'Slack gives no answer.';
  if (fault instanceof Busy) return 'Slack asks to wait, because it was asked too often.';
  const said = fault instanceof Error ? fault.message : String(fault);
  // The name of a method helps nobody who installs this.
  return `${said.replace(/^Slack \([^)]*\)/u, 'Slack').replace(/\.$/u, '')}.`;
}

/** What helps where Slack does not answer. */
export function cureOf(fault: unknown): string | undefined {
  if (fault instanceof Busy) return 'Look again in a minute.';
  if (fault instanceof OutcomeUnknown || fault instanceof Unreachable)
    return 'Look again later; https://slack-status.com says whether Slack is well.';
  return undefined;
}
