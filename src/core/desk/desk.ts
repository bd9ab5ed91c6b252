import type { Pause } from '../card/card.js';
import type { DeskId } from '../ids.js';
import type { Budget } from '../money/bill.js';
import type { NetworkTraits, Plan } from '../network/networks.js';
import type { TopicWords } from '../post/topic.js';
import type { RotaSource } from '../rota/feed.js';
import type { Rota, StaffMember } from '../rota/rota.js';
import type { Checks } from '../writing/finding.js';
import type { SavedStarter, Starter } from '../writing/starters.js';
import type { Note } from './desk-settings.js';
import type { Greetings } from './greetings.js';
import type { Nudges, ResponseTargets } from './policy.js';

/** A person whom a screen may have to name or refuse, and who does not answer for the library. */
export interface Outsider {
  readonly slackId: string;
  readonly name: string;
  readonly guest: boolean;
  readonly inChannel: boolean;
}

/** What sentences about times and people need of a desk. */
export type SentenceDesk = Pick<Desk, 'language' | 'rota' | 'words'>;

/** One account of a network, its Slack channel and its rota. */
export interface Desk {
  readonly id: DeskId;
  /** Slack channel id. */
  readonly channel: string;
  readonly network: NetworkTraits;
  readonly account: {
    readonly handle: string;
    readonly plan: Plan;
    /** The account may write posts of more than 280 characters. */
    readonly longPosts: boolean;
    /** What a patron's post answers or quotes is read for its card, not only when somebody answers. */
    readonly readsContext?: boolean;
    /** People practise: their posts go to a network of the program's own, never to the real one. */
    readonly practice?: boolean;
    /** Where links to that network lead: the origin of its page. */
    readonly page?: string;
  };
  readonly rota: Rota;
  /** The calendar that holds the shifts, where desk.yaml does not. */
  readonly feed?: RotaSource;
  /** Who answers: the people whom desk.yaml lists, or the members of the channel. */
  readonly membership: 'list' | 'channel';
  /** All people whom desk.yaml lists, also those who do not answer now. */
  readonly listedStaff?: readonly StaffMember[];
  /** The channel's name without #, once Slack was asked. */
  readonly channelName?: string;
  /** People in Slack who do not answer. */
  readonly outsiders?: readonly Outsider[];
  /** The staff key of the person who is asked when nobody is on shift. */
  readonly fallback?: string;
  readonly responseTargets: ResponseTargets;
  readonly nudges: Nudges;
  readonly send: { readonly undoMs: number; readonly goodForMs: number };
  readonly budget?: Budget;
  readonly greetings: Greetings;
  readonly checks: Checks;
  /** Phrases that tell questions, praise and complaints apart. */
  readonly topicWords: TopicWords;
  /** A post with one of these phrases is told to people at once. */
  readonly urgentWords?: readonly string[];
  readonly voice: {
    /** How the help desk is reached, for `{helpDesk}`; "" where desk.yaml does not say. */
    readonly helpDesk: string;
    readonly starters: readonly Starter[];
  };
  /** What colleagues saved as starters, oldest first. */
  readonly savedStarters?: readonly SavedStarter[];
  /** Notes for today, oldest first; some may be over. */
  readonly notes?: readonly Note[];
  /** Sending is stopped. */
  readonly pause?: Pause;
  /** The language of its texts (BCP 47). */
  readonly language: string;
  /** The desk's own texts, by key; the others are the default ones. */
  readonly words: Readonly<Record<string, string>>;
}
