import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import { panelId } from '../../../src/core/ids.js';
import type { CoverPart, CoverRequest } from '../../../src/core/rota/cover.js';
import { checkBlocks } from '../../../src/sandbox/slack/blocks/blocks.js';
import { checkView } from '../../../src/sandbox/slack/blocks/view.js';
import { coverMessage } from '../../../src/slack/messages/cover-message.js';
import { askedIn, findCoverView } from '../../../src/slack/screens/find-cover-view.js';
import { homeView } from '../../../src/slack/screens/home-view.js';
import { decodeDeskRef, decodePanelRef, encodeRef } from '../../../src/slack/values.js';
import { aDesk, ana, aRota, ben, carla, staff, tuesday } from '../../build.js';
import { buttonsIn, elementsIn, screen } from '../seen.js';

const desk = aDesk();
const at = (hour: number) => Date.UTC(2026, 10, 24, hour);

const request = (given: Partial<CoverRequest> = {}): CoverRequest => ({
  id: '1',
  whose: ana,
  fromMs: at(9),
  toMs: at(13),
  askedBy: ana,
  askedAt: tuesday,
  version: 1,
  told: 0,
  ...given,
});
const takenByBen = { takenBy: ben, takenAt: tuesday };

function message(given: Partial<CoverRequest>, part: CoverPart = 'asked', to?: Panel['to']) {
  const shown = coverMessage(
    {
      id: panelId('cover-1'),
      format: 1,
      kind: 'cover',
      version: 1,
      startedAt: tuesday,
      closed: true,
      cover: { request: request(given), part },
      ...(to ? { to } : {}),
    },
    desk,
    tuesday,
  );
  expect(checkBlocks(shown.blocks, '/blocks', 50)).toEqual([]);
  return shown;
}

const undone = { how: 'undone', at: tuesday } as const;

describe('a message about cover', () => {
  it.each<[Partial<CoverRequest>, string, string[]]>([
    [{}, "Ana can't do 9:00–13:00 today.", ["I'll take it", '··· Never mind']],
    [
      { fromMs: at(33), toMs: at(37) },
      "Ana can't do 9:00–13:00 on Wed 25 Nov.",
      ["I'll take it", '··· Never mind'],
    ],
    [takenByBen, 'Ben takes 9:00–13:00 today for Ana.', ['Undo']],
    [{ ...takenByBen, over: { how: 'past', at: at(13) } }, 'Ben takes 9:00–13:00 today for Ana.', []],
    [{ over: { how: 'past', at: at(13) } }, "Nobody took Ana's 9:00–13:00 today.", []],
    [{ over: { how: 'withdrawn', by: ana, at: tuesday } }, 'Ana does 9:00–13:00 today after all.', []],
    [
      { asked: ben, over: { how: 'everyone', by: ana, at: tuesday } },
      "Everyone is asked now: Ana can't do 9:00–13:00 today.",
      [],
    ],
    [
      { ...takenByBen, over: { ...undone, by: ben, again: true } },
      'Ben undid this at 10:42. Everyone is asked again.',
      [],
    ],
    [{ ...takenByBen, over: { ...undone, by: ana } }, 'Ana undid this at 10:42.', []],
  ])('%o says how it stands', (given, said, buttons) => {
    const { text, blocks } = message(given);
    expect(text).toBe(said);
    expect(buttonsIn(blocks)).toEqual(buttons);
  });

  it('in private offers what that person can do', () => {
    expect(buttonsIn(message({ asked: ben }, 'asked', ben).blocks)).toEqual(["I'll take it"]);
    expect(message(takenByBen, 'taken', ben).text).toBe('You take 9:00–13:00 today for Ana.');
    expect(message(takenByBen, 'taken', ana).text).toBe('Ben takes 9:00–13:00 today for you.');
    expect(message(takenByBen, 'taken', carla).text).toBe('Ben takes 9:00–13:00 today for Ana.');
  });

  it('tells the other one who undid it', () => {
    const over = { ...undone, by: ben, again: true } as const;
    expect(message({ ...takenByBen, over }, 'undone', ana).text).toBe(
      "Ben can't do 9:00–13:00 today after all. Everyone is asked again.",
    );
    expect(message({ ...takenByBen, over: { ...undone, by: ana } }, 'undone', ben).text).toBe(
      "Ana undid it: you don't have 9:00–13:00 today any more.",
    );
  });

  it('has buttons that name the request', () => {
    const [button] = elementsIn(message({}).blocks);
    expect(decodePanelRef(button?.value)).toEqual({ desk: 'central', panel: 'cover-1', extra: '1' });
  });

  it('reads the end of a day as 24:00', () => {
    expect(message({ fromMs: at(0), toMs: at(24) }).text).toBe("Ana can't do 0:00–24:00 today.");
  });
});

describe('the Home', () => {
  const home = (user: typeof ana, asked: readonly CoverRequest[]) =>
    homeView([{ desk, user, waiting: [], drafts: [], asked, now: tuesday }]);

  it('has what one colleague alone was asked, to ask everyone or not to ask', () => {
    const mine = home(ana, [request({ asked: ben })]);
    expect(checkView(mine, '/view', ['home'])).toEqual([]);
    expect(screen(mine.blocks)).toContain(
      'Ben alone is asked to take 9:00–13:00 today. Ask everyone Never mind Find cover',
    );
    const [everyone] = elementsIn(mine).filter(({ action_id }) => action_id === 'cover-everyone');
    expect(decodePanelRef(everyone?.value)).toEqual({ desk: 'central', panel: 'cover-1', extra: '1' });
    expect(screen(home(carla, [request({ asked: ben })]).blocks)).toContain(
      "Ben alone is asked to take Ana's 9:00–13:00 today.",
    );
  });
});

describe('the form', () => {
  it('begins with the next shift of whoever opens it, and everyone', () => {
    const view = findCoverView(desk, ben, tuesday);
    expect(checkView(view, '', ['modal'])).toEqual([]);
    expect(screen(view.blocks)).toMatch(/^Which shift\? .*Yours 13:00–17:00 today 13:00–17:00 on Wed 25 Nov/);
    const [shift] = view.blocks as { element: { initial_option: { value: string } } }[];
    expect(shift?.element.initial_option.value).toBe(`${ben} ${at(13)} ${at(17)}`);
  });

  it('has no shift to begin with for somebody who has none', () => {
    const view = findCoverView(aDesk({ rota: aRota({ shifts: aRota().shifts.slice(0, 1) }) }), ben, tuesday);
    expect(checkView(view, '', ['modal'])).toEqual([]);
    expect(view.blocks[0]).not.toHaveProperty('element.initial_option');
  });

  it('says so when nobody is on the rota', () => {
    const view = findCoverView(aDesk({ rota: aRota({ shifts: [] }) }), ben, tuesday);
    expect(checkView(view, '', ['modal'])).toEqual([]);
    expect(view.submit).toBeUndefined();
    expect(screen(view.blocks)).toBe('Nobody is on the rota in the next two weeks.');
  });

  it('stays within what Slack takes for a big staff', () => {
    const many = Array.from({ length: 150 }, (_, n) => ({
      key: `p${n}`,
      slackId: `U0MANY${n}`,
      name: `Person ${n} ${'x'.repeat(90)}`,
    })).map((one) => ({ ...staff[1], ...one })) as typeof staff;
    const shifts = [{ ...aRota().shifts[0], who: many.map(({ key }) => key) }] as ReturnType<
      typeof aRota
    >['shifts'];
    const view = findCoverView(aDesk({ rota: aRota({ staff: many, shifts }) }), 'U0MANY149', tuesday);
    expect(checkView(view, '', ['modal'])).toEqual([]);
  });

  it('is read back', () => {
    const values = {
      shift: { shift: { selected_option: { value: `${ben} ${at(13)} ${at(17)}` } } },
      from: { from: { selected_time: '14:00' } },
      until: { until: { selected_time: null } },
      colleague: { colleague: { selected_option: { value: carla } } },
    };
    expect(askedIn(desk, values)).toEqual({ whose: ben, fromMs: at(14), toMs: at(17), asked: carla });
    expect(askedIn(desk, {})).toBeUndefined();
    const everyone = { ...values, colleague: { colleague: { selected_option: { value: 'everyone' } } } };
    expect(askedIn(desk, everyone)).not.toHaveProperty('asked');
  });
});

it('what a button says of a desk alone is read back, and nothing else is', () => {
  expect(decodeDeskRef(encodeRef({ desk: desk.id }))).toEqual({ desk: 'central' });
  expect(decodeDeskRef('central follow-1')).toBeUndefined();
  expect(decodeDeskRef('')).toBeUndefined();
  expect(decodeDeskRef({})).toBeUndefined();
});
