import { grouped } from '../grouped.js';
import { type History, type LineOf, ofKind } from '../history.js';
import type { Invariant, Offence } from '../offence.js';

/** What the network does not give any more of somebody who did this: the desk may never have seen it. */
const leaving: readonly string[] = ['suspend', 'protect', 'deactivate', 'block'];

/** Each act stands in exactly one card, and each card in exactly one message: its own, or that of its panel. */
export const actsShownOnce: Invariant = (history) => {
  const removed = new Set(
    ofKind(history, 'acted').flatMap(({ kind, of }) => (kind === 'delete' && of ? [of] : [])),
  );
  const leavers = new Set(
    ofKind(history, 'acted').flatMap(({ by, kind }) => (leaving.includes(kind) ? [by] : [])),
  );
  const cards = ofKind(history, 'stored');
  const panels = new Map(ofKind(history, 'panel').map((one) => [`${one.desk} ${one.panel}`, one]));
  const standing = grouped(ofKind(history, 'stands'), ({ desk, of, key }) => `${desk} ${of} ${key}`);
  return ofKind(history, 'acted').flatMap((act): Offence[] => {
    if (!['mention', 'follow', 'private'].includes(act.kind)) return [];
    if (removed.has(act.id)) return [];
    const mine = cards.filter(
      ({ desk, card, acts }) =>
        desk === act.desk && (card === `follow-${act.id}` || acts.some(({ id }) => id === act.id)),
    );
    const offence = (fault: Offence['fault'], what: string): Offence[] => [
      {
        fault,
        at: act.at,
        what,
        story: [act, ...mine, ...mine.flatMap((card) => messagesOf(history, card))],
      },
    ];
    const name = act.text ?? `the follow of ${act.by}`;
    const [card] = mine;
    if (!card && leavers.has(act.by)) return [];
    if (!card) return offence('lost', `"${name}" is in no card.`);
    if (mine.length > 1) return offence('doubled', `"${name}" is in ${mine.length} cards.`);
    const panel = card.panel === undefined ? undefined : panels.get(`${card.desk} ${card.panel}`);
    const own = standing.get(`${card.desk} ${card.card} card`) ?? [];
    const shared = panel ? (standing.get(`${card.desk} ${panel.panel} panel`) ?? []) : [];
    const shown = card.panel === undefined ? own : shared;
    // What they wrote was gone before it was shown.
    if (shown.length === 0 && leavers.has(act.by)) return [];
    if (shown.length === 0) return offence('lost', `"${name}" is in no message.`);
    if (own.length + shared.length > 1)
      return offence('doubled', `"${name}" is in ${own.length + shared.length} messages.`);
    return [];
  });
};

/** No line and no link stands twice. */
export const linesOnce: Invariant = (history) => {
  const byName = grouped(ofKind(history, 'stands'), ({ desk, of, key }) => `${desk} ${of} ${key}`);
  return [...byName.values()].flatMap((same): Offence[] => {
    const [first, second] = same;
    if (!first || !second) return [];
    const what = `The message "${first.key}" of ${first.of} stands ${same.length} times.`;
    return [{ fault: 'doubled', at: second.at, what, story: [...same, ...ofCard(history, first)] }];
  });
};

/** What Slack shows is what the store has. */
export const slackAgrees: Invariant = (history) => {
  const standing = new Map(ofKind(history, 'stands').map((one) => [`${one.desk} ${one.ts}`, one]));
  const records = [
    ...ofKind(history, 'stored').flatMap(({ desk, card, messages }) =>
      Object.entries(messages).map(([key, message]) => ({ desk, name: `${card} ${key}`, message })),
    ),
    ...ofKind(history, 'panel').flatMap(({ desk, panel, message }) =>
      message ? [{ desk, name: panel, message }] : [],
    ),
  ];
  return records.flatMap(({ desk, name, message }): Offence[] => {
    if (message.ts === undefined || message.words === '') return [];
    const there = standing.get(`${desk} ${message.ts}`);
    if (there && [message.words, message.read].includes(there.words)) return [];
    const what = there
      ? `${name} shows "${there.words}", and not "${message.words}".`
      : `${name} is not in Slack any more.`;
    const card = name.split(' ')[0] ?? '';
    return [{ fault: 'stale', at: there?.at ?? 0, what, story: ofCard(history, { desk, of: card }) }];
  });
};

/** What a patron removed or wrote anew stands nowhere as it was: each text of a run ends with a word of its own. */
export const takenBack: Invariant = (history) => {
  const acts = ofKind(history, 'acted');
  const standing = ofKind(history, 'stands').map((message) => ({ message, words: wordsIn(message.words) }));
  return acts.flatMap((change): Offence[] => {
    const before = acts.find(({ id, kind }) => kind === 'mention' && id === change.of);
    const own = wordsIn(before?.text ?? '').at(-1);
    if (!before || !own || change.kind === 'close') return [];
    return standing.flatMap(({ message, words }): Offence[] => {
      if (message.desk !== before.desk || !words.includes(own)) return [];
      const what = `${message.of} ${message.key} shows "${before.text}" after its ${change.kind}.`;
      return [{ fault: 'stale', at: change.at, what, story: [before, change, message] }];
    });
  });
};

/** At the end no card, line, private message, modal or Home says anything that is not so. */
export const nothingUntrue: Invariant = (history) =>
  ofKind(history, 'untrue').map((untrue): Offence => {
    const { at, desk = '', of = '', what, where } = untrue;
    return {
      fault: 'stale',
      at,
      what: `${where}: ${what}`,
      story: [...ofCard(history, { desk, of }), untrue],
    };
  });

const wordsIn = (text: string) => text.split(/\W+/).filter((word) => word !== '');

const messagesOf = (history: History, { desk, card }: LineOf<'stored'>) =>
  ofKind(history, 'stands').filter((one) => one.desk === desk && one.of === card);

const ofCard = (history: History, { desk, of }: { desk: string; of: string }) =>
  history.filter((one) => 'card' in one && one.desk === desk && one.card === of);
