import {
  type AccountId,
  accountId,
  type CardId,
  cardId,
  type DeskId,
  deskId,
  type PanelId,
  type PostId,
  panelId,
  postId,
  type SlackUserId,
  slackUserId,
} from '../core/ids.js';
import type { Span } from '../core/rota/spans.js';

/** What a button, an option or a view is about. */
export interface Ref {
  readonly desk: DeskId;
  readonly card: CardId;
  readonly extra?: string;
}

/** The same for a panel: a fold, a digest, a request for cover, a reminder or a report. */
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

/** The same for a patron who is muted. */
interface MutedRef {
  readonly desk: DeskId;
  readonly muted: AccountId;
}

/** The same for somebody on the network whom the desk may not know. */
export interface HandleRef {
  readonly desk: DeskId;
  /** In lower case, without @. */
  readonly handle: string;
}

/** What anything that can be pressed is about. */
export type AnyRef = Ref | PanelRef | NoteRef | MutedRef | HandleRef | DeskRef;

const PANEL = String.raw`(?:fold|asked|digest|cover|reminder|report)-[\w-]{1,200}`;
const REF = /^([a-z0-9-]+) ((?:mention|private|follow|hello)-[\w-]{1,200})(?: (.*))?$/su;
const PANEL_REF = new RegExp(`^([a-z0-9-]+) (${PANEL})(?: (.*))?$`, 'su');
const LISTED = new RegExp(`^(${PANEL}) (.*)$`, 'su');
const NOTE_REF = /^([a-z0-9-]+) note-(\d{1,16})$/u;
const MUTED_REF = /^([a-z0-9-]+) muted-([\w-]{1,200})$/u;
const HANDLE_REF = /^([a-z0-9-]+) @([^\s@A-Z]{1,100})$/u;
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
  if ('handle' in ref) return `${ref.desk} @${ref.handle}`;
  if ('muted' in ref) return `${ref.desk} muted-${ref.muted}`;
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

/** What a value of `encodeRef` says about a muted patron; undefined for any other value. */
export function decodeMutedRef(value: unknown): MutedRef | undefined {
  const [desk, muted] = decoded(MUTED_REF, value);
  return desk === undefined || muted === undefined
    ? undefined
    : { desk: deskId(desk), muted: accountId(muted) };
}

/** What a value of `encodeRef` says about somebody's handle; undefined for any other value. */
export function decodeHandleRef(value: unknown): HandleRef | undefined {
  const [desk, handle] = decoded(HANDLE_REF, value);
  return desk === undefined || handle === undefined ? undefined : { desk: deskId(desk), handle };
}

/** Undefined for anything that `encodeRef` did not make of a desk as a whole. */
export function decodeDeskRef(value: unknown): DeskRef | undefined {
  const [desk] = decoded(DESK_REF, value);
  return desk === undefined ? undefined : { desk: deskId(desk) };
}

/** Undefined for anything that `encodeRef` did not make, of whatever it is. */
export const decodeAnyRef = (value: unknown): AnyRef | undefined =>
  decodeRef(value) ??
  decodePanelRef(value) ??
  decodeNoteRef(value) ??
  decodeMutedRef(value) ??
  decodeHandleRef(value) ??
  decodeDeskRef(value);

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
  const [, post, opening = ''] = /^(-|\w{1,200})(?: (.*))?$/su.exec(extra) ?? [];
  if (post === undefined) return undefined;
  return { opening, ...(post === '-' ? {} : { shownPost: postId(post) }) };
}

// What buttons, menus and forms carry, one strict reader for each kind. Slack gives back what we put there, but whoever
// speaks to Slack by hand may send anything else: that is undefined here, and no flow sees it.

/** A post of the network. Whether the card has it is for the flows to say. */
export const readPost = (value: string | undefined): PostId | undefined =>
  value !== undefined && /^\w{1,200}$/u.test(value) ? postId(value) : undefined;

/** A post, and what stands behind it where something does. */
export function readPostAndText(
  value: string | undefined,
): { readonly post: PostId; readonly text?: string } | undefined {
  const [, id, text] = /^(\w+)(?: (.*))?$/su.exec(value ?? '') ?? [];
  const post = readPost(id);
  return post && { post, ...(text === undefined ? {} : { text }) };
}

/** A person in Slack. Whether they are on the staff is for the flows to say. */
export const readPerson = (value: string | undefined): SlackUserId | undefined =>
  value !== undefined && /^[UW][A-Z0-9]{2,30}$/u.test(value) ? slackUserId(value) : undefined;

/** A page of a list, from 0; a button without one means the first. */
export function readPage(value: string | undefined): number | undefined {
  if (value === undefined) return 0;
  return /^\d{1,5}$/u.test(value) ? Number(value) : undefined;
}

/** The choice of a closed list that a text is. */
export const oneOf = <Choice extends string>(
  choices: readonly Choice[],
  value: string | undefined,
): Choice | undefined => choices.find((one) => one === value);

/** A request for cover: its id is the time when it was asked (Unix ms). */
export const readRequest = (value: string | undefined): string | undefined =>
  value !== undefined && /^\d{1,16}$/u.test(value) ? value : undefined;

/** A starter that somebody saved. */
export const readSavedStarter = (value: string | undefined): string | undefined =>
  value !== undefined && /^saved-[0-9a-f]{1,32}$/u.test(value) ? value : undefined;

/** Somebody's shift: the person, and from when to when (Unix ms, with the thirteen digits of the years 2001 to 2286). */
export function readShift(value: string | undefined): (Span & { readonly whose: SlackUserId }) | undefined {
  const [, who, fromMs, toMs] = /^(\S+) (\d{13}) (\d{13})$/u.exec(value ?? '') ?? [];
  const whose = readPerson(who);
  return whose && { whose, fromMs: Number(fromMs), toMs: Number(toMs) };
}

/** Whether a text is a wall time such as "14:00", as Slack's time picker gives it. */
export const isTime = (value: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value);
