import {
  type CardId,
  cardId,
  type DeskId,
  deskId,
  type PanelId,
  type PostId,
  panelId,
  postId,
} from '../core/ids.js';

/** Ids of buttons, menus and inputs. They stay as they are: messages that were posted earlier have them. */
export const actionIds = {
  open: 'open',
  greet: 'greet',
  /** Closes a new follower's card: *dismiss*. */
  skip: 'skip',
  undo: 'undo',
  next: 'next',
  takeOver: 'take-over',
  itIsThere: 'it-is-there',
  notThere: 'not-there',
  /** "Still on it." */
  keep: 'keep',
  /** Passes a card on at the end of a shift; its ref's extra is to whom. */
  handTo: 'hand-to',
  /** Makes the presser the one reviewer of a trainee's words. */
  check: 'check',
  /** Replaces the opening of the words in the editor; an option's value is the starter. */
  starters: 'starters',
  /** An overflow menu; the picked option's value is a ref whose extra is one of `moreOptions`. */
  more: 'more',
  /** The editor's input. */
  words: 'words',
  /** *Check* in the editor: the findings about the words, without sending. */
  tryOut: 'try-out',
  /** A link button; its ref's extra is the post to answer, and the words that the screen shows. */
  openInX: 'open-in-x',
  deleteNow: 'delete-now',
  /** Closes a new follower's card in a list; its ref's extra is the panel and the page that the list shows. */
  skipListed: 'skip-listed',
  /** Removes a note for today. */
  removeNote: 'remove-note',
  /** Removes a saved starter; its ref's extra is the starter's id. */
  removeStarter: 'remove-starter',
  starterLabel: 'starter-label',
  starterWords: 'starter-words',
  /** Inputs of small forms. */
  colleague: 'colleague',
  note: 'note',
  /** Opens the form to find cover; it is about the desk, not about a card. */
  findCover: 'find-cover',
  shift: 'shift',
  from: 'from',
  until: 'until',
} as const;

/** Draft-reply buttons: one for each starter, and one for a hello, which has no opening. */
export const starterActionId = (starter: string) => `answer-${starter}` as const;

/** Matches the action id of every starter; the first group is the starter. */
export const starterActionPattern = /^answer-(.+)$/u;

/** A link button that opens X with an opening of a greeting; its ref's extra is the post to answer. */
export const openInXId = (starter: string) =>
  starter === 'greet' ? actionIds.openInX : (`${actionIds.openInX}-${starter}` as const);
export const openInXPattern = /^open-in-x(?:-.+)?$/u;

/** A button that picks a follower's post to answer by API; its ref's extra is the post, the pattern's group the starter. */
export const greetHereId = (starter: string) => `greet-here-${starter}` as const;
export const greetHerePattern = /^greet-here-(.+)$/u;

/** The options of a card's menu; behind *More…* each is a button of its own. */
export const moreOptions = [
  'open',
  'pass',
  'dismiss',
  'snooze',
  'wake',
  'finish',
  'more',
  'flag',
  'unflag',
  'release',
  'send-back',
  'take-over',
  'mute',
  'it-is-there',
  'not-there',
  'reopen',
  'save-starter',
  'delete',
  'history',
] as const;
export type MoreOption = (typeof moreOptions)[number];

/** The button of an option behind *More…*. */
export const moreActionId = (option: MoreOption) => `more-${option}` as const;
export const moreActionPattern = /^more-(.+)$/u;

/** What the buttons of folds, digests and their lists do; their refs name the panel. */
export const panelOptions = [
  'say-hello',
  'people',
  'back',
  'next',
  'skip-all',
  'mute',
  'unmute',
  /** Sets the cards of a reminder aside for a while. */
  'not-now',
  /** An overflow menu; the picked option's extra is another of these. */
  'menu',
] as const;
export type PanelOption = (typeof panelOptions)[number];

/** The button of a panel for an option. */
export const panelActionId = (option: PanelOption) => `panel-${option}` as const;
export const panelActionPattern = /^panel-(.+)$/u;

/** Buttons of messages about finding cover; their refs name the panel, their extra the request. */
export const coverOptions = ['take', 'undo', 'withdraw', 'everyone'] as const;
export type CoverOption = (typeof coverOptions)[number];
/** The button of a request for cover for an option. */
export const coverActionId = (option: CoverOption) => `cover-${option}` as const;
export const coverActionPattern = /^cover-(.+)$/u;

/** Buttons that say until when: minutes, or `opening`. */
export const snoozeChoices = ['30', '60', '180', 'opening'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];
/** The button of a choice of *Not now…*. */
export const snoozeActionId = (choice: SnoozeChoice) => `snooze-${choice}` as const;
export const snoozeActionPattern = /^snooze-(.+)$/u;

/** The extra of a button whose press Slack's dialog confirmed. */
export const confirmed = 'confirmed';

/** Ids of modals and of the App Home. They stay as they are: modals that people have open have them. */
export const callbackIds = {
  editor: 'editor',
  /** Somebody else's draft, to read. */
  draft: 'draft',
  greet: 'greet',
  /** After *Send*: when it goes out, and *Undo*. */
  going: 'going',
  /** One sentence, mostly in the place of another modal. */
  note: 'note',
  /** Warnings, with *Send anyway*. */
  warning: 'warning',
  more: 'more',
  pass: 'pass',
  sendBack: 'send-back',
  snooze: 'snooze',
  finish: 'finish',
  /** Somebody else than the holder looks at our timeline. */
  look: 'look',
  delete: 'delete',
  /** *Save as starter*. */
  starter: 'starter',
  history: 'history',
  findCover: 'find-cover',
  /** The cards of a fold or digest. */
  people: 'people',
  home: 'home',
} as const;

/** The global shortcut. */
export const answerNextShortcut = 'answer-next';

/** The metadata type of our messages: by it they are found in the channel when the outcome of a post is unknown. */
export const messageEventType = 'greeting_desk_message';

/** What a button, an option or a view is about. */
export interface Ref {
  readonly desk: DeskId;
  readonly card: CardId;
  readonly extra?: string;
}

/** The same for a panel: a fold, a digest, a request for cover or a reminder. */
export interface PanelRef {
  readonly desk: DeskId;
  readonly panel: PanelId;
  readonly extra?: string;
}

/** The same for a note for today; `note` is when it was left (Unix ms). */
interface NoteRef {
  readonly desk: DeskId;
  readonly note: number;
}

/** The same for a desk as a whole. */
export interface DeskRef {
  readonly desk: DeskId;
}

/** What anything that can be pressed is about. */
export type AnyRef = Ref | PanelRef | NoteRef | DeskRef;

// Short, because an option of a menu takes 150 characters. Ids have no spaces; the extra may have some.
const PANEL = String.raw`(?:fold|digest|cover|reminder)-[\w-]{1,80}`;
const REF = /^([a-z0-9-]+) ((?:mention|follow|hello)-[\w-]{1,80})(?: (.*))?$/su;
const PANEL_REF = new RegExp(`^([a-z0-9-]+) (${PANEL})(?: (.*))?$`, 'su');
const LISTED = new RegExp(`^(${PANEL}) (.*)$`, 'su');
const NOTE_REF = /^([a-z0-9-]+) note-(\d{1,16})$/u;
const DESK_REF = /^([a-z0-9-]+)$/u;
/** Slack's limit for a modal's `private_metadata` (characters). */
const MAX_REF = 3000;
/** Slack's limit for a button's value (characters). */
const MAX_VALUE = 2000;

/** Whether a ref fits into a button's value. */
export const fitsButton = (ref: AnyRef): boolean => encodeRef(ref).length <= MAX_VALUE;

/** A ref as the value of a button or an option, or as a view's metadata. */
export function encodeRef(ref: AnyRef): string {
  if ('note' in ref) return `${ref.desk} note-${ref.note}`;
  if (!('panel' in ref || 'card' in ref)) return ref.desk;
  const { desk, extra } = ref;
  const about = 'panel' in ref ? ref.panel : ref.card;
  return [desk, about, ...(extra === undefined ? [] : [extra])].join(' ');
}

/** What a value of `encodeRef` says about a card; undefined for any other value. */
export function decodeRef(value: unknown): Ref | undefined {
  const [desk, card, extra] = decoded(REF, value);
  if (desk === undefined || card === undefined) return undefined;
  return { desk: deskId(desk), card: cardId(card), ...(extra === undefined ? {} : { extra }) };
}

/** What a value of `encodeRef` says about a panel; undefined for any other value. */
export function decodePanelRef(value: unknown): PanelRef | undefined {
  const [desk, panel, extra] = decoded(PANEL_REF, value);
  if (desk === undefined || panel === undefined) return undefined;
  return { desk: deskId(desk), panel: panelId(panel), ...(extra === undefined ? {} : { extra }) };
}

/** What a value of `encodeRef` says about a note; undefined for any other value. */
export function decodeNoteRef(value: unknown): NoteRef | undefined {
  const [desk, note] = decoded(NOTE_REF, value);
  return desk === undefined ? undefined : { desk: deskId(desk), note: Number(note) };
}

/** Undefined for anything that `encodeRef` did not make of a desk as a whole. */
export function decodeDeskRef(value: unknown): DeskRef | undefined {
  const [desk] = decoded(DESK_REF, value);
  return desk === undefined ? undefined : { desk: deskId(desk) };
}

/** Undefined for anything that `encodeRef` did not make, of whatever it is. */
export const decodeAnyRef = (value: unknown): AnyRef | undefined =>
  decodeRef(value) ?? decodePanelRef(value) ?? decodeNoteRef(value) ?? decodeDeskRef(value);

/** The panel in whose list a button stands, and the page that the list shows; undefined for anything else. */
export function decodeListed(
  extra: string | undefined,
): { readonly panel: PanelId; readonly page: string } | undefined {
  const [panel, page] = decoded(LISTED, extra);
  return panel === undefined || page === undefined ? undefined : { panel: panelId(panel), page };
}

function decoded(pattern: RegExp, value: unknown): readonly (string | undefined)[] {
  if (typeof value !== 'string' || value.length > MAX_REF) return [];
  return pattern.exec(value)?.slice(1) ?? [];
}

/** What an editor is about besides its card; it travels as the extra of the view's ref. */
export interface Writing {
  /** The post that the editor shows as the one to answer. */
  readonly shownPost?: PostId | undefined;
  /** The words that the answer began with; under a warning all words that were held up. */
  readonly opening: string;
}

/** An editor's writing as the extra of its ref. */
export const encodeWriting = ({ shownPost, opening }: Writing): string => `${shownPost ?? '-'} ${opening}`;

/** An empty opening, and no post, where there is no extra; undefined for one that `encodeWriting` did not make. */
export function decodeWriting(extra: string | undefined): Writing | undefined {
  if (extra === undefined) return { opening: '' };
  // Without an opening, nothing but the post may be left of it.
  const [, post, opening = ''] = /^(-|\d{1,20})(?: (.*))?$/su.exec(extra) ?? [];
  if (post === undefined) return undefined;
  return { opening, ...(post === '-' ? {} : { shownPost: postId(post) }) };
}
