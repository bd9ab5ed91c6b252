/** Ids of buttons, menus and inputs. They stay as they are: messages that were posted earlier have them. */
export const actionIds = {
  open: 'open',
  greet: 'greet',
  /** Closes a new follower's card: *dismiss*. */
  skip: 'skip',
  /** Follows a new follower back, where the network takes that from a program. */
  followBack: 'follow-back',
  undo: 'undo',
  next: 'next',
  /** *Write* in a look at a person. */
  writeTo: 'write-to',
  /** Asks the network who somebody is; its ref names the handle. */
  lookOnX: 'look-on-x',
  /** *Answer next* and *Practise* under the desk's first words; they are about the desk, not about a card. */
  nextOfDesk: 'next-of-desk',
  practise: 'practise',
  takeOver: 'take-over',
  itIsThere: 'it-is-there',
  notThere: 'not-there',
  /** "Still on it." */
  keep: 'keep',
  /** Shows the pictures of a post to the presser; its ref's extra is the post in the version that the screen shows. */
  showPicture: 'show-picture',
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
  /** *Look it over* in the editor: the findings about the words, without sending. */
  tryOut: 'try-out',
  /** In the editor of a hello: names all whom it greets. */
  seeAll: 'see-all',
  /** A link button; its ref's extra is the post to answer, and the words that the screen shows. */
  openInX: 'open-in-x',
  /** A link to a post or an account; what it leads to needs no more of the desk. */
  openThere: 'open-there',
  deleteNow: 'delete-now',
  /** Closes a new follower's card in a list; its ref's extra is the panel and the page that the list shows. */
  skipListed: 'skip-listed',
  /** Removes a note for today. */
  removeNote: 'remove-note',
  /** Ends the muting of a patron; it is about the patron. */
  unmutePerson: 'unmute-person',
  /** Removes a saved starter; its ref's extra is the starter's id. */
  removeStarter: 'remove-starter',
  starterLabel: 'starter-label',
  starterWords: 'starter-words',
  /** Inputs of small forms. */
  colleague: 'colleague',
  note: 'note',
  /** Somebody looked in X for what is encrypted there; it is about the desk. */
  lookedInX: 'looked-in-x',
  /** Opens the form to find cover; it is about the desk, not about a card. */
  findCover: 'find-cover',
  shift: 'shift',
  from: 'from',
  until: 'until',
  /** Under a test message of `doctor`: the press itself is what is tested. It is about the desk. */
  test: 'test',
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
  'show-all',
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
  'mute-person',
  'it-is-there',
  'not-there',
  'reopen',
  'save-starter',
  'delete',
  'history',
  'in-private',
  'hold',
  'end-hold',
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
  /** Shows the answers to a question of ours; its ref's extra is the page. */
  'read',
  /** No reply is needed to those that nobody took. */
  'rest',
  'mute',
  'unmute',
  /** Sets the cards of a reminder aside for a while. */
  'not-now',
  /** Posts a report in the channel; sends its numbers as a file; has it come every week. */
  'share',
  'csv',
  'weekly',
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
  flag: 'flag',
  /** *Keep until…*. */
  hold: 'hold',
  /** `/greet forget`. */
  forget: 'forget',
  sendBack: 'send-back',
  snooze: 'snooze',
  finish: 'finish',
  /** Somebody else than the holder looks at our timeline. */
  look: 'look',
  delete: 'delete',
  /** *Save as starter*. */
  starter: 'starter',
  history: 'history',
  /** Who somebody is, and what was said. */
  person: 'person',
  findCover: 'find-cover',
  /** `/greet`: what waits. */
  waiting: 'waiting',
  /** The cards of a fold or digest. */
  people: 'people',
  /** The answers to a question of ours. */
  answers: 'answers',
  picture: 'picture',
  home: 'home',
} as const;

/** The global shortcut. */
export const answerNextShortcut = 'answer-next';

/** The metadata type of our messages: by it they are found in the channel when the outcome of a post is unknown. */
export const messageEventType = 'greeting_desk_message';
// Short, because an option of a menu takes 150 characters. Ids have no spaces; the extra may have some.
