import type { Line, LineOf } from './history.js';

const at = 1_000_000;
const desk = 'central';
const card = 'mention-1-2';
export const text = 'Yes Maya, until eight. ^AK';

export const limits = {
  undoMs: 5_000,
  goodForMs: 900_000,
  goodAtLeastMs: 120_000,
  settleMs: 300_000,
  wireMs: 30_000,
  lateMs: 20_000,
  keptMs: 259_200_000,
  exposedMs: 20_000,
  shownMs: 60_000,
};

// Lines of an ordinary answer. A test may change the fields of each. `from` and `until` count from the beginning (ms).

export const begun = (): Line => ({ line: 'begun', at, seed: 1, desks: [desk], limits });

export const acted = (more: Partial<LineOf<'acted'>> = {}): Line => ({
  line: 'acted',
  at,
  desk,
  kind: 'mention',
  id: '1',
  by: 'maya',
  text: 'open tonight?',
  ...more,
});

export const held = (
  who: string,
  from: number,
  until = from,
  how: LineOf<'held'>['how'] = 'claim',
): Line => ({
  line: 'held',
  at: at + from,
  until: at + until,
  desk,
  card,
  who,
  how,
});

export const letGo = (who: string, from: number): Line => ({
  line: 'let-go',
  at: at + from,
  until: at + from,
  desk,
  card,
  who,
  how: 'dismiss',
});

export const drafted = (who: string, from: number, words: string): Line => ({
  line: 'drafted',
  at: at + from,
  until: at + from,
  desk,
  card,
  who,
  text: words,
  kept: true,
});

export const submitted = (more: Partial<LineOf<'submitted'>> = {}): Line => ({
  line: 'submitted',
  at: at + 100_000,
  until: at + 100_500,
  desk,
  card,
  who: 'ana',
  text,
  led: 'going',
  ...more,
});

export const posted = (from: number, more: Partial<LineOf<'posted'>> = {}): Line => ({
  line: 'posted',
  at: at + from,
  desk,
  id: '9',
  text,
  to: '1',
  late: false,
  seenFrom: at + from,
  ...more,
});

export const asked = (from: number): Line => ({ line: 'asked', at: at + from, desk, card, text });

export const trouble = (
  kind: LineOf<'trouble'>['kind'],
  from: number,
  until = from,
  more: { back?: number } = {},
): Line => ({
  line: 'trouble',
  at: at + from,
  until: at + until,
  kind,
  what: kind,
  ...(more.back === undefined ? {} : { back: at + more.back }),
});

export const mark = (from: number, id: string): Line => ({
  line: 'mark',
  at: at + from,
  desk,
  poll: 'mentions',
  id,
});

export const stands = (more: Partial<LineOf<'stands'>> = {}): Line => ({
  line: 'stands',
  at: at + 900_000,
  desk,
  ts: '17.1',
  of: card,
  key: 'card',
  words: 'open tonight?',
  ...more,
});

export const stored = (more: Partial<LineOf<'stored'>> = {}): Line => ({
  line: 'stored',
  at: at + 900_000,
  desk,
  card,
  state: 'sent',
  changedAt: at + 106_000,
  flagged: false,
  acts: [{ id: '1', gone: false }],
  history: [{ at: at + 100_200, action: 'approve', by: 'ana' }],
  messages: { card: { ts: '17.1', words: 'open tonight?' } },
  ...more,
});

export const left = (more: Partial<LineOf<'left'>> = {}): Line => ({
  line: 'left',
  at: at + 900_000,
  due: [],
  jobs: 0,
  keys: 20,
  strange: [],
  ...more,
});

/** Maya asks, Ana answers, it goes out, and Slack shows it. */
export const ordinary = (): Line[] => [
  begun(),
  acted(),
  held('ana', 90_000),
  submitted(),
  posted(106_000),
  stands(),
  stored(),
  left(),
];
