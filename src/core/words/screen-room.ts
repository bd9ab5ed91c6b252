import type { WordKey } from './words.js';

/** Slack's limits for texts, in UTF-16 units. https://docs.slack.dev/reference/block-kit */
export const slackRoom = {
  /** The title of a modal, and its two buttons. */
  modalTitle: 24,
  dialogButton: 30,
  button: 75,
  /** The text of a menu's option, and the label of a group. */
  option: 75,
  dialogTitle: 100,
  placeholder: 150,
  /** The value of a menu's option. */
  optionValue: 150,
  dialogText: 300,
  /** Labels, hints and small lines. */
  line: 2000,
} as const;

type Room = keyof typeof slackRoom;

/** The value of an option in a card's menu holds the desk's id, the card's id and an action. */
export const maxDeskIdLength =
  slackRoom.optionValue - ` mention-${'9'.repeat(20)}-${'9'.repeat(20)} save-starter`.length;

/** A person's name is in menus and on buttons. */
export const maxNameLength = slackRoom.option;
/** A starter's id is the value of an option in the editor's menu. */
export const maxStarterIdLength = slackRoom.optionValue;
/** The name of days on which the library is closed. */
export const maxClosureLength = 150;
/** The address of the help desk is a part of an answer of 280 characters. */
export const maxHelpDeskLength = 200;
/** The opening words of an answer. */
export const maxOpeningLength = 500;

/** The texts for which Slack has a limit of its own; all others are in lines of running text. */
const rooms: Readonly<Partial<Record<Room, readonly WordKey[]>>> = {
  modalTitle: [
    'answers.title',
    'asked.title',
    'delete.title',
    'draft.all-title',
    'draft.close',
    'draft.hello-title',
    'draft.title',
    'editor.ask',
    'editor.check-title',
    'editor.greet-title',
    'editor.hello-title',
    'editor.keep',
    'editor.send',
    'editor.title',
    'find.ask',
    'find.one-asked-title',
    'find.title',
    'finish.title',
    'flag.submit',
    'flag.title',
    'going.close',
    'going.title',
    'greet.close',
    'greet.title',
    'history.title',
    'hold.submit',
    'hold.title',
    'kept.title',
    'look.title',
    'more.title',
    'note.plain-title',
    'note.title',
    'outcome.looking-title',
    'outcome.not-sent-title',
    'outcome.sent-title',
    'pass.close',
    'pass.submit',
    'pass.title',
    'people.followers-title',
    'people.replies-title',
    'picture.title',
    'practise.title',
    'send-back.submit',
    'send-back.title',
    'snooze.title',
    'starter.submit',
    'starter.title',
    'waiting.modal-title',
    'warning.send-anyway',
    'warning.title',
    'who.title',
  ],
  dialogButton: [
    'delete.no',
    'delete.yes',
    'look.no',
    'look.yes',
    'mute-person.no',
    'mute-person.yes',
    'report.share-no',
    'report.share-yes',
    'starter.remove',
  ],
  button: [
    'note.remove',
    'snooze.180',
    'snooze.30',
    'snooze.60',
    'snooze.opening',
    'warning.back',
    'who.look',
    'who.look-for',
  ],
  option: [
    'cover.span',
    'cover.when',
    'cover.when-today',
    'find.everyone',
    'find.yours',
    'hold.days.one',
    'hold.days.other',
  ],
  dialogTitle: [
    'delete.confirm-title',
    'look.not-there-title',
    'look.there-title',
    'mute-person.title',
    'report.share-title',
    'starter.remove-title',
  ],
  placeholder: ['editor.hello-example', 'editor.other-starters', 'find.pick', 'find.time', 'pass.pick'],
  dialogText: [
    'delete.confirm-text',
    'look.not-there-text',
    'look.there-text',
    'mute-person.text',
    'report.share-question',
    'starter.remove-text',
  ],
};

const roomOfKey: ReadonlyMap<string, Room> = new Map(
  (Object.keys(slackRoom) as Room[]).flatMap((room) =>
    (rooms[room] ?? []).map((key) => [key, room] as const),
  ),
);

/** A message holds many texts: when all of them are this long, it still fits into Slack's limit. */
const mostOfLine = 200;

/** How many UTF-16 units the text of a key may have. */
export function maxTextLength(key: string): number {
  const isButton = key.startsWith('button.') || /^starter\.[\w-]+\.label$/u.test(key);
  const room = roomOfKey.get(key) ?? (isButton ? 'button' : undefined);
  return room === undefined ? mostOfLine : slackRoom[room];
}
