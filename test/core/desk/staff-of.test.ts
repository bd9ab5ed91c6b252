import { describe, expect, it } from 'vitest';
import { notStaffRefusal } from '../../../src/core/card/rules.js';
import { actorFor, type Colleague, deskNow, memberOf } from '../../../src/core/desk/desk-now.js';
import { slackUserId } from '../../../src/core/ids.js';
import { nameOf } from '../../../src/core/sentences/phrases.js';
import { aDesk, ana, aRota, ben, stranger } from '../../build.js';

const edith = slackUserId('U0EDITH05');
const gil = slackUserId('U0GUEST06');

const colleague = (id: Colleague['id'], name: string, given: Partial<Colleague> = {}): Colleague => ({
  id,
  name,
  guest: false,
  deactivated: false,
  ...given,
});

const inChannel = (...colleagues: readonly Colleague[]) =>
  deskNow(aDesk({ membership: 'channel' }), { covers: [], colleagues, channel: { name: 'x-desk' } });
const onList = (...colleagues: readonly Colleague[]) => deskNow(aDesk(), { covers: [], colleagues });

const staffIn = (desk: ReturnType<typeof inChannel>) => desk.rota.staff.map(({ slackId }) => slackId);

function refusalOf(desk: ReturnType<typeof inChannel>, id: string) {
  const actor = actorFor(desk, id);
  return actor.kind === 'staff' ? undefined : notStaffRefusal(actor);
}

describe("where the channel's members answer", () => {
  it('they are the staff; guests, bots, deactivated people and those who left are not', () => {
    const desk = inChannel(
      colleague(ana, 'Ana Kovač'),
      colleague(edith, 'Edith Lund'),
      colleague(gil, 'Gil', { guest: true }),
      colleague(slackUserId('U0DESKBOT'), 'Greeting Desk', { bot: true }),
      colleague(slackUserId('U0GONE007'), 'Gus', { deactivated: true }),
      colleague(slackUserId('U0LEFT008'), 'Lea', { left: true }),
    );
    expect(staffIn(desk)).toEqual([ana, edith]);
  });

  it('the list says more about some of them, and puts nobody on the staff', () => {
    const desk = inChannel(colleague(ben, 'Benjamin Osei'));
    expect(desk.rota.staff).toEqual([memberOf(aDesk(), ben)]);
    expect(refusalOf(desk, ana)).toEqual({ refused: 'not-staff' });
    expect(nameOf(desk, ana)).toBe('Ana');
  });

  it.each([
    ['Edith Lund', 'Edith', 'EL'],
    ['  Mary-Jo van der Berg ', 'Mary-Jo', 'MB'],
    ['édith', 'édith', 'É'],
    ['☕', '☕', '05'],
  ])('%j is called %j and signs with %j', (full, name, signature) => {
    const [member] = inChannel(colleague(edith, full)).rota.staff;
    expect(member).toMatchObject({ name, signature, lead: false, trainee: false, xSignIn: false });
  });

  it('whoever shares a first name is called in full', () => {
    const other = slackUserId('U0ANA0009');
    const desk = inChannel(colleague(ana, 'Ana Kovač'), colleague(other, 'Ana Silva'));
    expect(nameOf(desk, ana)).toBe('Ana');
    expect(nameOf(desk, other)).toBe('Ana Silva');
  });

  it('what the list does not say of somebody is as in Slack', () => {
    const unsaid = ['name', 'signature'] as const;
    const person = { lead: true, trainee: false, xSignIn: false };
    const rota = aRota({
      staff: [
        { ...person, key: 'ana', slackId: ana, name: 'ana', signature: '', unsaid },
        { ...person, key: 'ben', slackId: ben, name: 'ben', signature: '', shared: true, unsaid: ['name'] },
      ],
    });
    const desk = deskNow(aDesk({ membership: 'channel', rota }), {
      covers: [],
      colleagues: [
        colleague(ana, 'ana Kovač'),
        colleague(ben, 'Desk tablet'),
        colleague(edith, 'Edith Lund'),
      ],
    });
    expect(memberOf(desk, ana)).toEqual({
      ...person,
      key: 'ana',
      slackId: ana,
      name: 'ana',
      signature: 'AK',
    });
    expect(memberOf(desk, ben)).toMatchObject({ name: 'Desk tablet', signature: '', shared: true });
  });

  it('a guest is told so, and somebody outside whom to ask', () => {
    const desk = inChannel(colleague(ana, 'Ana Kovač'), colleague(gil, 'Gil', { guest: true }));
    expect(refusalOf(desk, gil)).toEqual({ refused: 'guest' });
    expect(refusalOf(desk, stranger)).toEqual({ refused: 'not-staff' });
    expect(desk.channelName).toBe('x-desk');
  });

  it('what somebody did before they left still has their name', () => {
    expect(nameOf(inChannel(colleague(edith, 'Edith Lund', { left: true })), edith)).toBe('Edith');
  });

  it('the list answers until the channel was read', () => {
    const desk = deskNow(aDesk({ membership: 'channel' }), { covers: [] });
    expect(desk.rota.staff).toEqual(aDesk().rota.staff);
  });
});

describe('where a closed list answers', () => {
  it('nobody joins it by joining the channel, and is told so', () => {
    const desk = onList(colleague(edith, 'Edith Lund'));
    expect(desk.rota.staff).toEqual(aDesk().rota.staff);
    expect(refusalOf(desk, edith)).toEqual({ refused: 'not-staff', inChannel: true });
  });

  it('somebody on it who is a guest in Slack is no staff', () => {
    const desk = onList(colleague(ben, 'Ben Osei', { guest: true }));
    expect(staffIn(desk)).not.toContain(ben);
    expect(refusalOf(desk, ben)).toEqual({ refused: 'guest' });
    expect(nameOf(desk, ben)).toBe('Ben');
  });

  it('somebody on it who is not in the channel is staff all the same', () => {
    expect(staffIn(onList())).toContain(ben);
    expect(staffIn(onList(colleague(ben, 'Ben Osei', { left: true })))).toContain(ben);
  });
});
