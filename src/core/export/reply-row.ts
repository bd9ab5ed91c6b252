import type { Desk } from '../desk/desk.js';
import type { KeptReply } from '../keeping/kept-reply.js';
import { postUrl } from '../sentences/phrases.js';
import { csvLine } from './csv.js';

/** The columns of the library's replies in a file, in their order. Staff are named by their keys of desk.yaml and by name. */
export const replyColumns = [
  'date',
  'desk',
  'private',
  'postId',
  'address',
  'text',
  'approvedBy',
  'approvedByName',
  'writtenBy',
  'writtenByName',
  'how',
  'topic',
  'answersTo',
] as const;

/** A reply of the library's as it is written to a file. `date` is an ISO time; what is missing is not known. */
export type ReplyRow = Readonly<Partial<Record<(typeof replyColumns)[number], string>>>;

/** A reply of a desk, or of its private side, as it is written to a file. */
export function replyRow(desk: Desk, reply: KeptReply): ReplyRow {
  const { answersTo, at, by, how, postId, text, topic, writtenBy } = reply;
  const approver = by && staffNamed(desk, by);
  // Without a colleague's check whoever sent it had written it.
  const writer = (writtenBy ?? by) && staffNamed(desk, writtenBy ?? by ?? '');
  return {
    date: isoTime(at),
    desk: desk.inPrivate?.of ?? desk.id,
    private: desk.inPrivate ? 'yes' : 'no',
    ...(postId && { postId }),
    ...(postId && !desk.inPrivate && { address: postUrl(desk, postId) }),
    text,
    ...(approver && { approvedBy: approver.key, approvedByName: approver.name }),
    ...(writer && { writtenBy: writer.key, writtenByName: writer.name }),
    how,
    ...(topic && { topic }),
    ...(answersTo && { answersTo }),
  };
}

/** A row as a line of CSV, or of JSON. */
export const csvRow = (row: ReplyRow): string => csvLine(replyColumns.map((column) => row[column]));
export const jsonRow = (row: ReplyRow): string => `${JSON.stringify(row)}\n`;
/** The first line of a CSV file. */
export const csvHead = (): string => csvLine(replyColumns);

/** A time (Unix ms) as ISO writes it, in UTC. */
export const isoTime = (ms: number): string => new Date(ms).toISOString();

/** Somebody on the staff by their key of desk.yaml and their name; whom the desk does not know any more, by their id in Slack. */
export function staffNamed(
  { listedStaff = [], outsiders = [], rota }: Desk,
  slackId: string,
): { readonly key: string; readonly name: string } {
  const member = [...rota.staff, ...listedStaff].find((one) => one.slackId === slackId);
  if (member) return { key: member.key, name: member.name };
  return { key: slackId, name: outsiders.find((one) => one.slackId === slackId)?.name ?? slackId };
}
