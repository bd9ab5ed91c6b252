import type { Act, CardState, Mention, RejectReason } from './card.js';
import type { ActId, Boot, PostId, SlackUserId, Token } from './ids.js';
import type { Patron } from './post.js';

/** Who acts: the desk itself, a staff member, or somebody in Slack who doesn't answer for the library. */
export type Who =
  | { readonly kind: 'desk' }
  | {
      readonly kind: 'staff';
      readonly id: SlackUserId;
      readonly trainee: boolean;
      readonly xSignIn: boolean;
    }
  | { readonly kind: 'outsider'; readonly id: SlackUserId };

export const theDesk: Who = { kind: 'desk' };

/** A post on our own timeline that points at a card. */
export interface Sighting {
  readonly postId: PostId;
  readonly repliedTo: PostId;
  /** Unix milliseconds, whole seconds. */
  readonly at: number;
  readonly text: string;
  /** Whether it reads as the approved text does. */
  readonly asApproved: boolean;
}

export type Action =
  | { readonly do: 'claim'; readonly picked?: PostId }
  | { readonly do: 'take-over'; readonly handOffQuietMs: number }
  | { readonly do: 'release' }
  | { readonly do: 'save-draft'; readonly text: string; readonly typedAt?: number }
  | { readonly do: 'keep-words'; readonly text: string }
  | {
      readonly do: 'approve';
      readonly text: string;
      readonly undoMs: number;
      readonly goodForMs: number;
      readonly goodAtLeastMs: number;
      /** When the library closes, if it is open. */
      readonly closesAt?: number;
      readonly boot: Boot;
      /** The post that the editor showed as the one to answer. */
      readonly shown?: PostId;
    }
  | { readonly do: 'undo' }
  | { readonly do: 'begin'; readonly token: Token; readonly leaseMs: number; readonly boot: Boot }
  | {
      readonly do: 'put-back';
      readonly token: Token;
      readonly until: number;
      readonly because: 'limit' | 'unreachable' | 'frozen';
    }
  | { readonly do: 'publish'; readonly token: Token; readonly postId: PostId; readonly text: string }
  | { readonly do: 'reject'; readonly token: Token; readonly reason: RejectReason; readonly detail: string }
  | { readonly do: 'lose-sight'; readonly token: Token }
  /** `look` counts the looks before this one, so that two at once count as one. */
  | { readonly do: 'look-in-vain'; readonly look: number; readonly last: boolean }
  | { readonly do: 'hand-off'; readonly replyTo: PostId }
  | { readonly do: 'seen'; readonly post: Sighting }
  | { readonly do: 'it-is-there' }
  | { readonly do: 'not-there' }
  | { readonly do: 'another-act'; readonly act: Act; readonly patron: Patron }
  | { readonly do: 'edited'; readonly act: ActId; readonly mention: Omit<Mention, 'answered' | 'id'> }
  | { readonly do: 'dismiss' }
  | { readonly do: 'reopen' };

export type ActionName = Action['do'];

interface Rule {
  readonly from: readonly CardState[];
  /** `holder` also in open and dismissed, where nobody holds the card, means any staff member. */
  readonly by: 'staff' | 'holder' | 'desk';
  /** A trainee's words go out only through a colleague. */
  readonly noTrainee?: true;
  readonly needsXSignIn?: true;
}

const everyState: readonly CardState[] = [
  'open',
  'claimed',
  'sending',
  'posting',
  'sent',
  'unsure',
  'handed-off',
  'dismissed',
];

/** What is legal from where, for whom. Buttons, refusals and tests read this table and nothing else. */
export const rules: { readonly [Name in ActionName]: Rule } = {
  claim: { from: ['open'], by: 'staff' },
  'take-over': { from: ['claimed', 'unsure', 'handed-off'], by: 'staff' },
  release: { from: ['claimed', 'handed-off'], by: 'holder' },
  'save-draft': { from: ['claimed'], by: 'holder' },
  'keep-words': { from: everyState, by: 'staff' },
  approve: { from: ['claimed'], by: 'holder', noTrainee: true },
  undo: { from: ['sending'], by: 'staff' },
  begin: { from: ['sending'], by: 'desk' },
  'put-back': { from: ['posting'], by: 'desk' },
  // X's own yes counts however late it comes, also when somebody said meanwhile that the answer isn't there.
  publish: { from: everyState, by: 'desk' },
  reject: { from: ['posting', 'unsure'], by: 'desk' },
  'lose-sight': { from: ['posting'], by: 'desk' },
  'look-in-vain': { from: ['unsure'], by: 'desk' },
  // Also from a hand-off: its holder may open another post after all.
  'hand-off': { from: ['open', 'claimed', 'handed-off'], by: 'holder', noTrainee: true, needsXSignIn: true },
  seen: { from: everyState, by: 'desk' },
  'it-is-there': { from: ['unsure', 'handed-off'], by: 'holder' },
  'not-there': { from: ['unsure', 'handed-off'], by: 'holder' },
  'another-act': { from: everyState, by: 'desk' },
  edited: { from: everyState, by: 'desk' },
  dismiss: { from: ['open', 'claimed', 'handed-off'], by: 'holder' },
  reopen: { from: ['dismissed'], by: 'staff' },
};

export const isLegal = (action: ActionName, state: CardState): boolean => rules[action].from.includes(state);
