import { describe, expect, it } from 'vitest';
import type { Panel, PrivateKind } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { idleInfoOf, idlePanelId } from '../../../src/core/due/deadlines.js';
import { actId, cardId, panelId } from '../../../src/core/ids.js';
import { panelMessage } from '../../../src/slack/messages/panel-message.js';
import { aCard, aDesk, aFollow, aMention, ana, ben, carla, minutes, tuesday } from '../../build.js';
import { aCardIn, asAna, asBen, asCarla, outcome } from '../../core/card/card-in.js';
import { buttonsIn, expectTaken, screen } from '../seen.js';

const desk = aDesk();
const nasty = '<!channel> *bold* <@U0ANA0001> https://evil.example `x`';

const panel = (kind: PrivateKind, given: Partial<Panel> = {}): Panel => ({
  id: panelId(`${kind}-${ana}-1`),
  format: 1,
  kind,
  to: ana,
  version: 1,
  startedAt: tuesday,
  closed: false,
  ...given,
});

function shows(of: Panel, cards: readonly Card[], now = tuesday) {
  const message = panelMessage({ panel: of, inPanel: { all: [], open: [] }, cards }, desk, now);
  expectTaken(message);
  return message;
}

const asks = (n: number, at = tuesday, text = 'Do you have large print?') =>
  aCard({ id: cardId(`mention-${n}-1`), acts: [aMention({ id: actId(String(n)), at, text })] });
const thanks = aCard({ id: cardId('mention-9-1'), acts: [aMention({ topic: 'praise' })] });
const followers = (count: number) =>
  Array.from({ length: count }, (_, n) => aCard({ id: cardId(`follow-${n}`), acts: [aFollow()] }));

describe('what waits at the beginning of a shift', () => {
  it('is told in one line, questions first, and new followers can wait', () => {
    const message = shows(panel('shift-start'), [thanks, asks(1), ...followers(7), asks(2)]);
    expect(message.text).toBe(
      'Good morning, Ana. 3 waiting: 2 questions, 1 thank-you. 7 new followers can wait.',
    );
    expect(screen(message.blocks)).toContain('7 new followers can wait.');
    expect(buttonsIn(message.blocks)).toEqual(['Answer next']);
  });

  it('says what is late, and what is flagged', () => {
    const late = asks(3, tuesday - minutes(24 * 60));
    const flagged = (n: number) => ({ ...asks(n), flag: { by: ben, at: tuesday } });
    expect(shows(panel('shift-start'), [late, thanks, ...followers(1), flagged(4)]).text).toBe(
      "Good morning, Ana. 2 waiting: 1 question, 1 thank-you. 1 is late. 1 new follower can wait. 1 is flagged: Maya, 'Do you have large print?'",
    );
    expect(shows(panel('shift-start'), [flagged(4), flagged(5)]).text).toBe(
      "Good morning, Ana. Nothing waits any more. 2 are flagged. Oldest: Maya, 'Do you have large print?'",
    );
  });

  it('greets by the hour on the wall', () => {
    const at = (hour: number) =>
      shows(panel('shift-start', { startedAt: Date.UTC(2026, 10, 24, hour) }), [thanks]).text;
    expect([at(9), at(13), at(17)].map((text) => text.split(',')[0])).toEqual([
      'Good morning',
      'Good afternoon',
      'Good evening',
    ]);
  });
});

describe('a reminder', () => {
  const late = tuesday + minutes(5 * 60);
  const of = (...cards: readonly Card[]) =>
    panel('reminder', { lists: cards.map(({ id }) => ({ card: id, dueAt: 1 })) });
  const older = asks(2, tuesday - minutes(60), 'Is the lift working?');

  it('says how many are late, how many of them are new, the one that is late longest, and when that is so', () => {
    const cards = [asks(1), older, asks(3)];
    const message = shows(of(asks(1), asks(3)), cards, late);
    expect(message.text).toBe("3 are late, 2 of them new. Oldest: Maya, 'Is the lift working?' As of 15:42.");
    expect(screen(message.blocks)).toContain('As of 15:42.');
    expect(buttonsIn(message.blocks)).toEqual(['Answer next', 'Not now']);
    expect(shows(of(...cards), cards, late).text).toContain('3 are late. Oldest: Maya');
  });

  it('calls nothing new that it tells once more', () => {
    const again = panel('reminder', { lists: [{ card: asks(1).id, dueAt: 1, again: true }] });
    expect(shows(again, [asks(1), older], late).text).toContain('2 are late. Oldest: Maya');
  });

  it('leaves out what may still wait', () => {
    const fresh = asks(4, late - minutes(1));
    expect(shows(of(asks(1)), [asks(1), fresh, thanks], late).text).toBe(
      "1 is late. Maya, 'Do you have large print?' As of 15:42.",
    );
  });

  it('that begins with words to check opens those', () => {
    const words = aCardIn('in-review', { id: cardId('mention-8-1'), review: { askedAt: tuesday } });
    expect(buttonsIn(shows(of(words), [words], late).blocks)).toEqual(['Open', 'Not now']);
  });

  it('that was put off says until when, and offers nothing', () => {
    const message = shows({ ...of(asks(1)), putOffUntil: tuesday + minutes(60) }, [asks(1)]);
    expect(message.text).toBe('Not now: back at 11:42.');
    expect(buttonsIn(message.blocks)).toEqual([]);
  });

  it('says when nobody of these waits any more', () => {
    expect(shows(of(aCardIn('sent')), [aCardIn('sent')], late).text).toBe('Nobody of these waits any more.');
  });

  it("a stranger's words ping and format nothing", () => {
    const nastyCard = asks(1, tuesday, nasty);
    expect(shows(of(nastyCard), [nastyCard], late).text).not.toMatch(/<[!@]/u);
  });
});

describe('the daily list of flagged cards', () => {
  const flag = { by: ben, at: tuesday - minutes(24 * 60), to: carla, note: 'needs the director' } as const;
  const flagged = { ...asks(1), flag };
  const lifted = asks(2, tuesday, 'Is the lift working?');
  const list = (given: Partial<Panel> = {}) => panel('flags', { to: carla, ...given });

  it('says who asked, since when and why, and opens or lifts each', () => {
    const message = shows(list(), [flagged, { ...flagged, id: cardId('mention-3-1') }]);
    expect(message.text).toContain('2 wait for your word. Nobody answers them until you lift the flag.');
    expect(screen(message.blocks)).toContain('Ben asked you · since Mon 23 Nov 10:42 · "needs the director"');
    expect(buttonsIn(message.blocks)).toEqual(['Open', 'Lift', 'Open', 'Lift']);
  });

  it('says of a lifted card what became of it', () => {
    const message = shows(list(), [flagged, lifted]);
    expect(message.text).toContain('1 waits for your word.');
    expect(screen(message.blocks)).toContain('Back with the shift.');
    expect(buttonsIn(message.blocks)).toEqual(['Open', 'Lift']);
    expect(shows(list(), [lifted]).text).toContain('Nothing here waits for your word any more.');
  });

  it('of an earlier day leads to the newer one', () => {
    const message = shows(list({ closed: true }), [flagged]);
    expect(message.text).toBe('What waits for your word is in a newer message.');
    expect(buttonsIn(message.blocks)).toEqual([]);
  });
});

describe('"Still on it?"', () => {
  const claimed = outcome(asks(1), { do: 'claim' }, asAna, tuesday);
  const idlePanel = (card: Card): Panel => {
    const idleInfo = idleInfoOf(desk, card);
    if (!idleInfo) throw new Error('Nobody has it.');
    return panel('idle', { id: idlePanelId(idleInfo.assignee, idleInfo.askAt ?? 0) });
  };

  it('says when it goes back, and what is kept', () => {
    expect(shows(idlePanel(claimed), [claimed]).text).toBe(
      "Still on it? Maya, 'Do you have large print?' It goes back to the shift at 11:27.",
    );
    const typed = outcome(claimed, { do: 'save-draft', text: 'Hi' }, asAna, tuesday);
    const message = shows(idlePanel(typed), [typed]);
    expect(message.text).toContain('at 11:27; your draft is kept.');
    expect(buttonsIn(message.blocks)).toEqual(['Open', 'Keep', 'Put back']);
  });

  it('says afterwards what became of it, and asks nothing', () => {
    const asked = idlePanel(claimed);
    const later = tuesday + minutes(40);
    const then = (card: Card) => shows(asked, [card], later);
    expect(then(outcome(claimed, { do: 'keep' }, asAna, later)).text).toContain('You are still on it.');
    expect(then(outcome(claimed, { do: 'release' }, asAna, later)).text).toContain('Back with the shift.');
    const taken = outcome(claimed, { do: 'take-over', handOffQuietMs: 0 }, asCarla, later);
    expect(then(taken).text).toContain('Carla is answering · since 11:22');
    expect(buttonsIn(then(taken).blocks)).toEqual([]);
    expect(then(aCardIn('sent')).text).toContain('Ana answered at');
  });

  it('of several cards asks about each, and tells of each what became of it', () => {
    const other = outcome(asks(2, tuesday, 'Is the lift working?'), { do: 'claim' }, asAna, tuesday);
    const message = shows(idlePanel(claimed), [claimed, other]);
    expect(message.text).toMatch(/^Still on it\? Maya, .+ · Still on it\? Maya, 'Is the lift working\?'/u);
    expect(buttonsIn(message.blocks)).toEqual(['Open', 'Keep', 'Put back', 'Open', 'Keep', 'Put back']);
    const later = tuesday + minutes(40);
    const kept = shows(idlePanel(claimed), [outcome(claimed, { do: 'keep' }, asAna, later), other], later);
    expect(screen(kept.blocks)).toContain('You are still on it.');
    expect(buttonsIn(kept.blocks)).toEqual(['Open', 'Keep', 'Put back']);
  });

  it('that an earlier version asked about one card still asks', () => {
    const earlier = panel('idle', { id: panelId(`idle-${claimed.id}-${tuesday}`) });
    expect(shows(earlier, [claimed]).text).toContain('Still on it? Maya');
  });

  it('of a new follower names them', () => {
    const follow = outcome(aCard({ acts: [aFollow()] }), { do: 'claim' }, asAna, tuesday);
    expect(shows(idlePanel(follow), [follow]).text).toContain('Still on it? Sam, a new follower');
  });
});

describe('the list at the end of a shift', () => {
  const held = (n: number) => outcome(asks(n), { do: 'claim' }, asAna, tuesday);
  const list = panel('shift-end', { endsAt: tuesday + minutes(15) });

  it('offers for each card to keep it, to hand it to whoever comes, or to put it back', () => {
    const message = shows(list, [held(1), held(2)], tuesday + minutes(138));
    expect(message.text).toBe(
      'Your shift is over. You still have 2. What you leave is put back at 10:57; drafts are kept.',
    );
    expect(buttonsIn(message.blocks)).toEqual([...row('Ben'), ...row('Ben')]);
  });

  const row = (name: string) => ['Keep', `Hand to ${name}`, 'Put back'];

  it('shows what became of each', () => {
    const later = tuesday + minutes(5);
    const handed = outcome(held(2), { do: 'pass', to: asBen.id, note: '' }, asAna, later);
    const kept = outcome(held(3), { do: 'keep' }, asAna, later);
    const put = outcome(held(4), { do: 'release' }, asAna, later);
    const message = shows(list, [held(1), handed, kept, put], later);
    expect(message.text).toContain('You still have 1.');
    expect(screen(message.blocks)).toContain('Ben is answering · since 10:47');
    expect(screen(message.blocks)).toContain('You are still on it.');
    expect(screen(message.blocks)).toContain('Back with the shift.');
    const done = shows({ ...list, closed: true }, [handed, kept, put], later);
    expect(done.text).toBe('Your shift is over. This is what became of what you had.');
    expect(buttonsIn(done.blocks)).toEqual([]);
  });

  it('of many says how many more there are', () => {
    const cards = Array.from({ length: 30 }, (_, n) => held(n));
    expect(screen(shows(list, cards).blocks)).toContain('and 10 more');
  });
});
