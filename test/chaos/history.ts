import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';

// The history of a run: one JSON object per line, in the order in which the run learned of it. `at` and `until` are
// desk time (Unix ms): something began at `at`, and its outcome was known at `until`.

const span = { at: z.number(), until: z.number() };
const onCard = { ...span, desk: z.string(), card: z.string(), who: z.string() };

export const limits = z.object({
  undoMs: z.number(),
  goodForMs: z.number(),
  goodAtLeastMs: z.number(),
  /** From a send with unknown outcome to the last look at our timeline. */
  settleMs: z.number(),
  /** A call may take effect on the network so long after its last check. */
  wireMs: z.number(),
  /** A late call may take effect so much later. */
  lateMs: z.number(),
  /** What is closed is kept for so long. */
  keptMs: z.number(),
  /** So long after its channel became public a private message may still be shown there. */
  exposedMs: z.number(),
  /** So long after a post was removed or closed the network may still show it as it was, where the desk reads it first. */
  shownMs: z.number().optional(),
});

const begun = z.object({
  line: z.literal('begun'),
  at: z.number(),
  seed: z.number(),
  desks: z.array(z.string()),
  /** Those of them whose network posts nothing twice under one key. */
  once: z.array(z.string()).optional(),
  limits,
});
/** What a patron did on the network. `of`: the first version of an edited post. */
const acted = z.object({
  line: z.literal('acted'),
  at: z.number(),
  desk: z.string(),
  kind: z.enum([
    'mention',
    'follow',
    'edit',
    'delete',
    'close',
    'private',
    'suspend',
    'protect',
    'deactivate',
    'block',
  ]),
  id: z.string(),
  by: z.string(),
  text: z.string().optional(),
  of: z.string().optional(),
});
export const troubles = [
  'kill',
  'freeze',
  'redis-kill',
  'restore',
  'redis-wire',
  'x',
  'bluesky',
  'slack',
  'exposed',
  'away',
  'stall',
] as const;
/** `stall`: a process did not run. `exposed`: the private channel was public. `away`: all processes ended, and days passed. `back`: the time of the copy that a restore used. */
const trouble = z.object({
  line: z.literal('trouble'),
  ...span,
  kind: z.enum(troubles),
  what: z.string(),
  back: z.number().optional(),
});
/** Somebody got the editor of a card, as its holder. */
const held = z.object({ line: z.literal('held'), ...onCard, how: z.enum(['claim', 'open', 'take-over']) });
/** Somebody did what may end a claim, with or without success. */
const letGo = z.object({ line: z.literal('let-go'), ...onCard, how: z.string() });
/** `kept`: the desk confirmed to Slack that it has the words. */
const drafted = z.object({ line: z.literal('drafted'), ...onCard, text: z.string(), kept: z.boolean() });
/** *Send*. `led` says whether the desk accepted it. The text has its signature. */
const submitted = z.object({
  line: z.literal('submitted'),
  ...onCard,
  text: z.string(),
  led: z.enum(['going', 'refused', 'unknown']),
  said: z.string().optional(),
});
/** The desk asks a person to look for an answer on our timeline. */
const asked = z.object({
  line: z.literal('asked'),
  at: z.number(),
  desk: z.string(),
  card: z.string(),
  text: z.string(),
});
/** The network has a post of the library, by API or written there. */
const posted = z.object({
  line: z.literal('posted'),
  at: z.number(),
  desk: z.string(),
  id: z.string(),
  text: z.string(),
  to: z.string().optional(),
  late: z.boolean(),
  /** When the timeline showed it. */
  seenFrom: z.number(),
});
/** A call to post that made no post, or none that was not there already. */
const called = z.object({
  line: z.literal('called'),
  at: z.number(),
  desk: z.string(),
  text: z.string(),
  status: z.number(),
});
/** How far a list of the network was read, by the store. */
const mark = z.object({
  line: z.literal('mark'),
  at: z.number(),
  desk: z.string(),
  poll: z.string(),
  id: z.string(),
});
/** A message that Slack has at the end. */
const stands = z.object({
  line: z.literal('stands'),
  at: z.number(),
  desk: z.string(),
  ts: z.string(),
  of: z.string(),
  key: z.string(),
  words: z.string(),
});
/** `read`: its words with what a post answers, where the desk could read that. */
const record = z.object({ ts: z.string().optional(), words: z.string(), read: z.string().optional() });
/** A card as the store has it at the end, and the words that its messages should have. */
const stored = z.object({
  line: z.literal('stored'),
  at: z.number(),
  desk: z.string(),
  card: z.string(),
  state: z.string(),
  changedAt: z.number(),
  flagged: z.boolean(),
  holder: z.string().optional(),
  draft: z.string().optional(),
  panel: z.string().optional(),
  acts: z.array(z.object({ id: z.string(), gone: z.boolean() })),
  reply: z
    .object({
      text: z.string(),
      approvedAt: z.number(),
      unsureSince: z.number().optional(),
      notSeen: z.boolean(),
    })
    .optional(),
  history: z.array(z.object({ at: z.number(), action: z.string(), by: z.string().optional() })),
  messages: z.record(z.string(), record),
});
const storedPanel = z.object({
  line: z.literal('panel'),
  at: z.number(),
  desk: z.string(),
  panel: z.string(),
  message: record.optional(),
});
/**
 * Something that Slack shows at the end and that is not so: in which message, modal or Home, and what. `records`: what is
 * stored of it, a card or a panel, with what that lists.
 */
const untrue = z.object({
  line: z.literal('untrue'),
  at: z.number(),
  where: z.string(),
  desk: z.string().optional(),
  of: z.string().optional(),
  what: z.string(),
  records: z.array(z.unknown()).optional(),
});
/**
 * A word of a patron's that stands somewhere: the last word of what they wrote, which stands nowhere else, or their handle.
 * `seenBy`: who may see that place. `exposed` is the private channel while it is public. `end`: at the end of the run.
 */
const word = z.object({
  line: z.literal('word'),
  at: z.number(),
  word: z.string(),
  where: z.string(),
  seenBy: z.enum(['everybody', 'insiders', 'exposed']),
  end: z.boolean(),
});
/** What the desk still has to do at the end, without what is due later, and how much the store holds. */
const left = z.object({
  line: z.literal('left'),
  at: z.number(),
  due: z.array(z.string()),
  jobs: z.number(),
  keys: z.number(),
  strange: z.array(z.string()),
});

export const line = z.discriminatedUnion('line', [
  begun,
  acted,
  trouble,
  held,
  letGo,
  drafted,
  submitted,
  asked,
  posted,
  called,
  mark,
  stands,
  stored,
  storedPanel,
  untrue,
  word,
  left,
]);

export type Line = z.infer<typeof line>;
export type LineOf<Name extends Line['line']> = Extract<Line, { line: Name }>;
export type Limits = z.infer<typeof limits>;
export type History = readonly Line[];

export const ofKind = <Name extends Line['line']>(history: History, name: Name): LineOf<Name>[] =>
  history.filter((one): one is LineOf<Name> => one.line === name);

export function writeLine(file: string, one: Line): void {
  appendFileSync(file, `${JSON.stringify(one)}\n`);
}

/** Reads a history file. Throws a ZodError for an unknown line. */
export function readHistory(file: string): History {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((text) => line.parse(JSON.parse(text)));
}
