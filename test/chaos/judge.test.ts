import { describe, expect, it } from 'vitest';
import {
  acted,
  asked,
  begun,
  drafted,
  held,
  left,
  letGo,
  mark,
  ordinary,
  posted,
  stands,
  stored,
  submitted,
  text,
  trouble,
} from './a-history.js';
import type { Line } from './history.js';
import { judge } from './judge.js';

const saidOf = (history: readonly Line[]) =>
  judge(history).offences.map(({ fault, what }) => `${fault}: ${what}`);
const minutes = (count: number) => count * 60_000;

/** The ordinary history with some lines replaced or left out. */
const ordinaryBut = (...others: Line[]): Line[] => {
  const names = new Set(others.map(({ line }) => line));
  return [...ordinary().filter(({ line }) => !names.has(line)), ...others];
};

it('an ordinary answer is nothing to complain of', () => {
  expect(saidOf(ordinary())).toEqual([]);
});

describe('what was sent', () => {
  it.each<[string, Line[], string[]]>([
    ['twice', ordinaryBut(posted(106_000), posted(110_000)), [`doubled: "${text}" was posted 2 times.`]],
    [
      'without a person',
      ordinary().filter(({ line }) => line !== 'submitted'),
      [`unapproved: "${text}" was posted, but nobody sent these words.`],
    ],
    [
      'though the person was told no',
      ordinaryBut(submitted({ led: 'refused', said: 'Ben took this.' })),
      [`unapproved: "${text}" was posted, but ana was told no (Ben took this.).`],
    ],
    ['too late', ordinaryBut(posted(minutes(20))), [`stale: "${text}" went out 200 s after it was good.`]],
    [
      'by somebody who had lost the card',
      ordinaryBut(held('ana', 80_000), held('ben', 95_000, 96_000, 'take-over'), letGo('ben', 94_000)),
      [`unapproved: ana sent "${text}" without having mention-1-2.`],
    ],
  ])('%s', (_how, history, said) => {
    expect(saidOf(history)).toEqual(said);
  });

  it('by somebody whose press was answered by nobody is approved all the same', () => {
    expect(saidOf(ordinaryBut(submitted({ led: 'unknown' })))).toEqual([]);
  });

  it('a little late, because X itself was late, is in time', () => {
    expect(saidOf(ordinaryBut(posted(minutes(17) + 20_000)))).toHaveLength(1);
    expect(saidOf(ordinaryBut(posted(minutes(17) + 20_000, { late: true })))).toEqual([]);
  });
});

describe('an approval', () => {
  const unsent = ordinary().filter(({ line }) => line !== 'posted');
  const without = (line: Line['line'], ...more: Line[]) => [
    ...unsent.filter((one) => one.line !== line),
    ...more,
  ];

  it('that stays on its way for good is stuck', () => {
    expect(saidOf(without('stored', stored({ state: 'posting' })))).toEqual([
      'stuck: mention-1-2 is posting for good.',
    ]);
  });

  it('that the store forgot is lost, unless an older copy came back', () => {
    const forgotten = without('stored', stored({ state: 'claimed', history: [] }));
    expect(saidOf(forgotten)).toEqual([
      `lost: ana was told that "${text}" goes out, and the desk knows nothing of it.`,
    ]);
    const restored = trouble('restore', 103_000, 104_000, { back: 50_000 });
    expect(saidOf([...forgotten, restored])).toEqual([]);
    const before = trouble('restore', 103_000, 104_000, { back: 102_000 });
    expect(saidOf([...forgotten, before])).toHaveLength(1);
  });

  it('is asked for only when something may have hidden it', () => {
    const looking = [...unsent, asked(minutes(8))];
    expect(saidOf(looking)).toEqual([
      `stuck: "${text}" was never sent and nothing happened, and the desk asks whether it is there.`,
    ]);
    expect(saidOf([...looking, trouble('kill', 106_000)])).toEqual([]);
    expect(saidOf([...looking, trouble('stall', 106_000)])).toEqual([]);
    expect(saidOf([...looking, trouble('slack', 106_000)])).toHaveLength(1);
  });

  it('is not asked for when our timeline had it all the time', () => {
    expect(saidOf([...ordinary(), asked(minutes(8))])).toEqual([
      `stuck: "${text}" is on our timeline, and the desk asks whether it is.`,
    ]);
    const hidden = posted(106_000, { seenFrom: 1_000_000 + minutes(8) });
    expect(saidOf([...ordinaryBut(hidden), asked(minutes(8))])).toEqual([]);
  });

  it('that is looked for for good is stuck', () => {
    const reply = { text, approvedAt: 1_100_200, unsureSince: 1_110_000, notSeen: false };
    expect(saidOf(without('stored', stored({ state: 'unsure', reply })))).toEqual([
      'stuck: mention-1-2 is looked for for good.',
    ]);
  });
});

describe('where the same key posts once', () => {
  const there = (...others: Line[]) => [
    { ...begun(), once: ['central'] } as Line,
    ...ordinaryBut(begun(), ...others).slice(1),
  ];
  const reply = { text, approvedAt: 1_100_200, notSeen: false };

  it('nobody is asked to look, and no card stays unsure', () => {
    const said = 'stuck: mention-1-2 is unsure, where the same key posts once.';
    expect(saidOf([...there(), trouble('kill', 106_000), asked(minutes(1))])).toEqual([said]);
    expect(saidOf(there(stored({ state: 'unsure', reply: { ...reply, notSeen: true } })))).toContain(said);
  });

  it('nothing is posted under what was removed or closed before, but as long as the network may still show it', () => {
    const removed = (from: number) => acted({ kind: 'delete', of: '1', at: 1_000_000 + from });
    const kept = there(stands({ words: '' }), stored({ messages: {} })).filter(
      ({ line }) => line !== 'stands',
    );
    const stale = (history: Line[]) => saidOf(history).filter((one) => one.includes('was posted under'));
    expect(stale([...kept, removed(1_000)])).toEqual([
      `stale: "${text}" was posted under what maya had removed 105 s before.`,
    ]);
    expect(stale([...kept, removed(60_000)])).toEqual([]);
    expect(stale([...kept, removed(200_000)])).toEqual([]);
    const closed = acted({ kind: 'close', of: '1', at: 1_001_000 });
    expect(stale([...kept, closed])).toEqual([
      `stale: "${text}" was posted under what maya had closed 105 s before.`,
    ]);
    expect(saidOf([...ordinary(), closed])).toEqual([]);
  });
});

it('an answer of which its card says that it was sent is there', () => {
  const unposted = ordinary().filter(({ line }) => line !== 'posted');
  const sent = stored({
    reply: { text, approvedAt: 1_100_200, notSeen: false },
    history: [
      { at: 1_100_200, action: 'approve', by: 'ana' },
      { at: 1_106_000, action: 'publish' },
    ],
  });
  expect(saidOf([...unposted.filter(({ line }) => line !== 'stored'), sent])).toEqual([
    `lost: mention-1-2 says that "${text}" was sent, and nobody posted it.`,
  ]);
  expect(saidOf(ordinaryBut(sent))).toEqual([]);
});

describe('an act', () => {
  it.each<[string, Line[], string[]]>([
    ['in no card', ordinaryBut(stored({ acts: [] })), ['lost: "open tonight?" is in no card.']],
    [
      'in two',
      [...ordinary(), stored({ card: 'mention-3-2', messages: {} })],
      ['doubled: "open tonight?" is in 2 cards.'],
    ],
    [
      'in no message',
      ordinary().filter(({ line }) => line !== 'stands'),
      ['lost: "open tonight?" is in no message.', 'stale: mention-1-2 card is not in Slack any more.'],
    ],
    [
      'in two messages',
      [...ordinary(), stands({ ts: '17.2' })],
      [
        'doubled: "open tonight?" is in 2 messages.',
        'doubled: The message "card" of mention-1-2 stands 2 times.',
      ],
    ],
    [
      'that Slack shows as it is not',
      ordinaryBut(stands({ words: 'closed' })),
      ['stale: mention-1-2 card shows "closed", and not "open tonight?".'],
    ],
    [
      'that was removed',
      [
        ...ordinaryBut(
          stands({ words: 'gone' }),
          stored({ acts: [], messages: { card: { ts: '17.1', words: 'gone' } } }),
        ),
        acted({ kind: 'delete', of: '1' }),
      ],
      [],
    ],
    [
      'that was removed, but not from Slack',
      [...ordinaryBut(stored({ acts: [] })), acted({ kind: 'delete', of: '1' })],
      ['stale: mention-1-2 card shows "open tonight?" after its delete.'],
    ],
    [
      'that is shown as it was before an edit',
      [...ordinary(), acted({ kind: 'edit', id: '2', of: '1', text: 'open on Sunday?' })],
      ['stale: mention-1-2 card shows "open tonight?" after its edit.'],
    ],
  ])('%s', (_where, history, said) => {
    expect(saidOf(history).toSorted()).toEqual(said);
  });

  it('of a card in a panel is shown by the panel', () => {
    const inPanel = stored({ panel: 'digest-1', messages: {} });
    const panel: Line = { line: 'panel', at: 1_900_000, desk: 'central', panel: 'digest-1' };
    const shown = stands({ of: 'digest-1', key: 'panel' });
    expect(saidOf([...ordinaryBut(inPanel, shown), panel])).toEqual([]);
    expect(saidOf([...ordinaryBut(inPanel), panel])).toEqual(['lost: "open tonight?" is in no message.']);
  });
});

it('a modal that says what is not so is stale, with what the store has of its card', () => {
  const what = 'it shows "On its way", and would show "Sent" now';
  const about = { desk: 'central', of: 'mention-1-2' };
  const untrue: Line = { line: 'untrue', at: 1_900_000, where: 'modal going', ...about, what };
  const { offences } = judge([...ordinary(), untrue]);
  expect(offences.map((one) => `${one.fault}: ${one.what}`)).toEqual([`stale: modal going: ${what}`]);
  expect(offences[0]?.story.map(({ line }) => line)).toContain('stored');
});

describe('a claim', () => {
  const claims = (...lines: Line[]) => saidOf([begun(), ...lines]);

  it('of two people at once is doubled', () => {
    expect(claims(held('ana', 0, 500), held('ben', 100, 600))).toEqual([
      'doubled: ana and ben both have mention-1-2.',
    ]);
  });

  it('may pass on when somebody let go, sent, or an older copy came back', () => {
    const [first, second] = [held('ana', 0, 500), held('ben', 5_000)];
    for (const between of [
      letGo('ana', 1_000),
      submitted({ at: 1_000_600 }),
      trouble('restore', 700, 900, { back: 0 }),
    ]) {
      expect(claims(first, between, second).filter((one) => one.startsWith('doubled'))).toEqual([]);
    }
    expect(claims(first, letGo('ana', 9_000), second)).toHaveLength(1);
  });

  it('may pass on where the card says so, however late after the press, and not by another claim', () => {
    const both = [held('ana', 3_000, 4_000, 'open'), held('ben', 3_500, 6_000, 'open')];
    const says = (action: string, at: number) =>
      stored({
        state: 'claimed',
        holder: 'ben',
        acts: [],
        messages: {},
        history: [{ at, action, by: 'ben' }],
      });
    expect(claims(...both, says('take-over', 1_005_000))).toEqual([]);
    expect(claims(...both, says('take-over', 1_002_000))).toHaveLength(1);
    expect(claims(...both, says('claim', 1_005_000))).toHaveLength(1);
  });

  it('is its own again', () => {
    expect(claims(held('ana', 0), held('ana', 5_000, 5_000, 'open'))).toEqual([]);
  });
});

describe('a draft', () => {
  const writes = (draft: string, ...more: Line[]) =>
    saidOf([
      begun(),
      held('ana', 0),
      drafted('ana', 1_000, 'Hi'),
      drafted('ana', 2_000, 'Hi Maya'),
      ...more,
      stored({ state: 'claimed', holder: 'ana', draft, acts: [], messages: {} }),
    ]);

  it('is what its holder typed last', () => {
    expect(writes('Hi Maya')).toEqual([]);
    expect(writes('Hi')).toEqual(['lost: mention-1-2 has the draft "Hi", after ana wrote "Hi Maya".']);
  });

  it('may lack the last keystrokes when a process died under them', () => {
    expect(writes('Hi', trouble('kill', 2_100))).toEqual([]);
    expect(writes('Hi', trouble('kill', 900))).toHaveLength(1);
  });
});

describe('at the end', () => {
  it('nothing is due, and no job waits', () => {
    expect(saidOf(ordinaryBut(left({ due: ['show:mention-1-2'] })))).toEqual([
      'stuck: Still due: show:mention-1-2.',
    ]);
    expect(saidOf(ordinaryBut(left({ jobs: 1 })))).toHaveLength(1);
  });

  it('no key is strange, and there are not too many', () => {
    expect(saidOf(ordinaryBut(left({ strange: ['x'] })))).toHaveLength(1);
    expect(saidOf(ordinaryBut(left({ keys: 1_000 })))).toHaveLength(1);
  });

  it('how far X was read has not gone back, but with an older copy', () => {
    const back = [mark(0, '900'), mark(1_000, '1000'), mark(2_000, '900')];
    expect(saidOf([...ordinary(), ...back])).toEqual([
      'doubled: mentions of central went back from 1000 to 900.',
    ]);
    expect(saidOf([...ordinary(), ...back, trouble('restore', 1_200, 1_500, { back: 500 })])).toEqual([]);
  });
});
