import type { Plan } from '../card/reach.js';
import type { DeskId } from '../ids.js';
import type { Budget } from '../money/bill.js';
import type { TopicWords } from '../post/topic.js';
import type { Rota, StaffMember } from '../rota/rota.js';
import type { Checks } from '../writing/finding.js';
import type { SavedStarter, Starter } from '../writing/starters.js';
import type { Note } from './desk-settings.js';
import type { Greetings } from './greetings.js';
import type { Nudges, ResponseTargets } from './policy.js';

/** Somebody whom a screen may have to name, or refuse, though they do not answer for the library. */
export interface Outsider {
  readonly slackId: string;
  readonly name: string;
  readonly guest: boolean;
  readonly inChannel: boolean;
}

/** What a sentence about times and people needs of a desk. */
export type Speaking = Pick<Desk, 'language' | 'rota' | 'words'>;

/** One X account, its Slack channel and its rota. */
export interface Desk {
  readonly id: DeskId;
  /** Slack channel id. */
  readonly channel: string;
  readonly x: {
    readonly handle: string;
    readonly plan: Plan;
    /** The account may write posts of more than 280 characters. */
    readonly longPosts: boolean;
    /** Nothing of it goes to the real X: people practise on one of their own. */
    readonly practice?: boolean;
    /** Origin of that X's page, where its links lead. */
    readonly page?: string;
  };
  readonly rota: Rota;
  /** Where shifts are kept when not in desk.yaml: the address of a calendar, or the path of one. */
  readonly feed?: string;
  /** Who answers: the people of desk.yaml's list, or the members of the channel. */
  readonly membership: 'list' | 'channel';
  /** The people whom desk.yaml lists, whoever of them answers now. */
  readonly listed?: readonly StaffMember[];
  /** The channel's name, without #, once it was read. */
  readonly channelName?: string;
  /** People whom Slack knows and who do not answer. */
  readonly others?: readonly Outsider[];
  /** Who is asked when nobody is on shift: a key of staff. */
  readonly fallback?: string;
  readonly responseTargets: ResponseTargets;
  readonly nudges: Nudges;
  readonly send: { readonly undoMs: number; readonly goodForMs: number };
  readonly budget?: Budget;
  readonly greetings: Greetings;
  readonly checks: Checks;
  /** By which posts are told apart. */
  readonly topicWords: TopicWords;
  readonly voice: {
    /** How the help desk is reached, for `{helpDesk}`; "" if nobody said. */
    readonly helpDesk: string;
    readonly starters: readonly Starter[];
  };
  /** What colleagues saved as starters, oldest first. */
  readonly saved?: readonly SavedStarter[];
  /** What everybody who answers should know today; oldest first, some may be over. */
  readonly notes?: readonly Note[];
  /** In which its texts are (BCP 47). */
  readonly language: string;
  /** Overrides of the default microcopy, by key. */
  readonly words: Readonly<Record<string, string>>;
}
