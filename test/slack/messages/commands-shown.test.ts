import { describe, expect, it } from 'vitest';
import { cardId } from '../../../src/core/ids.js';
import { waitingMessage } from '../../../src/slack/messages/command-answers.js';
import { rotaMessage } from '../../../src/slack/parts/rota-lines.js';
import { aCard, aDesk, aFollow, aFollower, aMention, aPatron, aRota, minutes, tuesday } from '../../build.js';
import { actionIdsIn, buttonsIn, expectTaken, linksIn, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(12);

describe('/greet', () => {
  const thanks = aCard({
    id: cardId('mention-1-1'),
    patron: aPatron({ name: 'Tom Bell' }),
    acts: [aMention({ topic: 'praise', text: 'lovely place', at: tuesday - minutes(180) })],
  });
  const follower = aCard({ acts: [aFollow({ at: tuesday - minutes(2 * 24 * 60) })] });

  it('shows who waits with what and for how long, questions first, new followers last', () => {
    const message = waitingMessage([follower, thanks, aCard()], desk, now, {
      'mention-1-1': 'https://desk.slack.com/archives/C0XDESK01/p1',
    });
    expectTaken(message);
    expect(screen(message.blocks)).toBe(
      "3 are waiting. Maya Ortiz · Question · for 12 minutes : Do you have large-print crime novels? My mum can't get out. Tom Bell · Thanks · for 3 hours : lovely place · Go there Sam Okafor · New follower · for 2 days Answer next",
    );
    expect(linksIn(message.blocks)).toEqual(['https://desk.slack.com/archives/C0XDESK01/p1']);
    expect(actionIdsIn(message.blocks)).toEqual(['next']);
    expect(message.text).toBe('3 are waiting.');
  });

  it('says that nothing waits', () => {
    const message = waitingMessage([], desk, now);
    expectTaken(message);
    expect(screen(message.blocks)).toBe('Nothing is waiting. Next check in a minute.');
    expect(buttonsIn(message.blocks)).toEqual([]);
  });

  it('stays readable when very many wait', () => {
    const nasty = '&lt;!channel&gt; 🏳️‍🌈 '.repeat(300);
    const crowd = Array.from({ length: 400 }, (_, at) =>
      aCard({
        id: cardId(`mention-${at}-1`),
        patron: aFollower({ name: nasty }),
        acts: [aMention({ text: nasty })],
      }),
    );
    const links = Object.fromEntries(
      crowd.map(({ id }) => [id, `https://desk.slack.com/archives/C0XDESK01/${id}`]),
    );
    const message = waitingMessage(crowd, desk, now, links);
    expectTaken(message);
    expect(screen(message.blocks)).toContain('and 385 more');
  });
});

describe('/rota', () => {
  it('says who is on, who comes next, and the week in lines', () => {
    const message = rotaMessage(desk, now);
    expectTaken(message);
    expect(screen(message.blocks)).toBe(
      'Now: Ana until 13:00 Next: Ben from 13:00 This week Mon 9–13 Ana · 13–17 Ben Tue 9–13 Ana · 13–17 Ben Wed 9–13 Ana · 13–17 Ben Thu 9–13 Ana · 13–17 Ben Fri 9–13 Ana · 13–17 Ben Sat 9–17 Carla Find cover',
    );
    expect(message.text).toBe('Now: Ana until 13:00 · Next: Ben from 13:00');
  });

  it('names the day when the next shift is not today', () => {
    expect(screen(rotaMessage(desk, tuesday + minutes(10 * 60)).blocks)).toContain(
      'Now: nobody Next: Ana from Wed 25 Nov 09:00',
    );
  });

  it('writes half hours and midnights as people do', () => {
    const shifts = [
      { days: ['tue' as const], at: [{ fromMinute: 0, toMinute: 570 }], who: ['ana'] },
      { days: ['tue' as const], at: [{ fromMinute: 540, toMinute: 1440 }], who: ['ben'] },
    ];
    expect(screen(rotaMessage(aDesk({ rota: aRota({ shifts }) }), now).blocks)).toContain(
      'Tue 0–9 Ana · 9–9:30 Ana, Ben · 9:30–24 Ben',
    );
  });

  it('names closed days, also a whole week of them', () => {
    const closures = [{ from: '2026-11-27', to: '2026-11-27', name: 'Stocktaking' }];
    const message = rotaMessage(aDesk({ rota: aRota({ closures }) }), now);
    expectTaken(message);
    expect(screen(message.blocks)).toContain(
      'Thu 9–13 Ana · 13–17 Ben Fri 27 Nov closed: Stocktaking Sat 9–17 Carla',
    );
    const all = [{ from: '2026-11-23', to: '2026-11-29', name: 'Moving' }];
    expect(screen(rotaMessage(aDesk({ rota: aRota({ closures: all }) }), now).blocks)).toMatch(
      /This week Mon 23 Nov closed: Moving .* Sun 29 Nov closed: Moving Find cover$/,
    );
  });

  it('says that nobody is on all week', () => {
    const message = rotaMessage(aDesk({ rota: aRota({ shifts: [] }) }), now);
    expectTaken(message);
    expect(screen(message.blocks)).toBe('Now: nobody Nobody is on shift this week. Find cover');
  });
});
