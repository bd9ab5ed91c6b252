import type { Pause } from '../card/card.js';
import type { DeskId } from '../ids.js';
import type { TopicWords } from '../languages/word-lists.js';
import type { Budget } from '../money/bill.js';
import type { SharedBudget } from '../money/budget-use.js';
import type { NetworkTraits, Plan } from '../network/networks.js';
import type { RotaSource } from '../rota/feed.js';
import type { Rota, StaffMember } from '../rota/rota.js';
import type { Checks } from '../writing/finding.js';
import type { SavedStarter, Starter } from '../writing/starters.js';
import type { Note } from './desk-settings.js';
import type { Greetings } from './greetings.js';
import type { FailingLooks } from './outages.js';
import type { Keeping, Nudges, ResponseTargets } from './policy.js';

/** A person whom a screen may have to name or refuse, and who does not answer for the library. */
export interface Outsider {
  readonly slackId: string;
  readonly name: string;
  readonly guest: boolean;
  readonly inChannel: boolean;
}

/** What sentences about times and people need of a desk. */
export type SentenceDesk = Pick<Desk, 'language' | 'rota' | 'words'>;

/** How a desk answers private messages. */
interface InPrivate {
  /** The address that stands in every private answer. */
  readonly privacyPolicy: string;
  /** Messages that say one of these and nothing else end the conversation. */
  readonly stopWords: readonly string[];
}

/** One account of a network, its Slack channel and its rota. */
export interface Desk {
  readonly id: DeskId;
  /** Slack channel id. */
  readonly channel: string;
  /** It is one of several: what one person is told says which. */
  readonly amongSeveral?: true;
  readonly network: NetworkTraits;
  readonly account: {
    readonly handle: string;
    readonly plan: Plan;
    /** The account may write posts of more than 280 characters. */
    readonly longPosts: boolean;
    /** What a patron's post answers or quotes is read for its card, not only when somebody answers. */
    readonly readsContext?: boolean;
    /** A public body without an Enterprise plan: cards only link to what people write, and the desk keeps nothing of it. */
    readonly linkOnly?: true;
    /** People practise: their posts go to a network of the program's own, never to the real one. */
    readonly practice?: boolean;
    /** Where links to that network lead: the origin of its page. */
    readonly page?: string;
  };
  /** Its private messages are watched, and shown in this channel. */
  readonly privateMessages?: InPrivate & { readonly channel: string };
  /** It is the private side of the desk `of`: its cards are private conversations, and its channel is the private one. */
  readonly inPrivate?: InPrivate & { readonly of: DeskId };
  /** The desk whose people and rota it has; that desk reads the calendar, and keeps the covers that people agreed on. */
  readonly like?: DeskId;
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
  /** How long what patrons wrote is kept. */
  readonly keep: Keeping;
  readonly send: { readonly undoMs: number; readonly goodForMs: number };
  readonly budget?: Budget;
  /** What all desks of desk.yaml may cost together. A desk that practises costs nothing and has none. */
  readonly budgetTogether?: SharedBudget;
  readonly greetings: Greetings;
  /** Some of who follows us is looked at again, for a count of what came of it. */
  readonly outcomes?: true;
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
  /** Pictures of patrons' posts wait for a press, whatever they are. */
  readonly picturesOnPress?: true;
  /** What colleagues saved as starters, oldest first. */
  readonly savedStarters?: readonly SavedStarter[];
  /** Notes for today, oldest first; some may be over. */
  readonly notes?: readonly Note[];
  /** Sending is stopped. */
  readonly pause?: Pause;
  /** What did not work when the desk last looked. */
  readonly failing?: FailingLooks;
  /** The language of its texts (BCP 47). */
  readonly language: string;
  /** The desk's own texts, by key; the others are the default ones. */
  readonly words: Readonly<Record<string, string>>;
}
