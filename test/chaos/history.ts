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
  /** A call may take effect on X so long after its last check. */
  wireMs: z.number(),
  /** A late call may take effect so much later. */
  lateMs: z.number(),
});

const begun = z.object({
  line: z.literal('begun'),
  at: z.number(),
  seed: z.number(),
  desks: z.array(z.string()),
  limits,
});
/** What a patron did on X. `of`: the first version of an edited post. */
const acted = z.object({
  line: z.literal('acted'),
  at: z.number(),
  desk: z.string(),
  kind: z.enum(['mention', 'follow', 'edit', 'delete']),
  id: z.string(),
  by: z.string(),
  text: z.string().optional(),
  of: z.string().optional(),
});
export const troubles = ['kill', 'freeze', 'redis-kill', 'restore', 'redis-wire', 'x', 'slack'] as const;
/** `back`: the time of the copy that a restore used. */
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
/** X has a post of the library, by API or written in X itself. */
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
/** A call to post that made no post. */
const called = z.object({
  line: z.literal('called'),
  at: z.number(),
  desk: z.string(),
  text: z.string(),
  status: z.number(),
});
/** How far a list of X was read, by the store. */
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
const record = z.object({ ts: z.string().optional(), words: z.string() });
/** A card as the store has it at the end, and the words that its messages should have. */
const stored = z.object({
  line: z.literal('stored'),
  at: z.number(),
  desk: z.string(),
  card: z.string(),
  state: z.string(),
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
/** Something that Slack shows at the end and that is not so: in which message, modal or Home, and what. */
const untrue = z.object({
  line: z.literal('untrue'),
  at: z.number(),
  where: z.string(),
  desk: z.string().optional(),
  of: z.string().optional(),
  what: z.string(),
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
