import { describe, expect, it } from 'vitest';
import { ana, ben, carla, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();
const { shown, reads, told } = hands;

let asked = 0;
/** A question of somebody new. */
function question(name: string): Promise<string> {
  asked += 1;
  return scene.mention(`patron_${asked}`, name, `@centrallibrary ${name} asks: are you open late?`);
}

describe('passing on', () => {
  it('gives a card to a colleague, with a note that stands in their editor', async () => {
    await question('Maya Ortiz');
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, I think');
    await hands.close(ana);
    await hands.pick(ana, 'Maya Ortiz', 'Pass to a colleague…');
    await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Carla' });
    await hands.type(ana, 'You know her.');
    expect((await hands.submit(ana)).closed).toBe(true);
    expect(await shown('Maya Ortiz')).toContain('Carla is answering');
    await scene.press(carla, 'Maya Ortiz', 'Open');
    expect(await reads(carla)).toContain('Ana noted at');
    expect(await reads(carla)).toContain('You know her.');
    expect(await reads(carla)).toContain('Hi Maya, I think');
    await hands.close(carla);
  });

  it('is for the holder; of an open card for anybody', async () => {
    await hands.pick(ben, 'Maya Ortiz', 'Pass to a colleague…');
    expect(await reads(ben).catch(() => told(ben))).toContain('Carla has this. Take it over first.');
    await question('Pia Open');
    await hands.pick(ben, 'Pia Open', 'Pass to a colleague…');
    await scene.slack('press', { user: ben, action_id: 'colleague', option: 'Ana' });
    await hands.submit(ben);
    expect(await shown('Pia Open')).toContain('Ana is answering');
  });

  it('is refused under the menu when somebody took the card meanwhile', async () => {
    await question('Ray Race');
    await hands.pick(ana, 'Ray Race', 'Pass to a colleague…');
    await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
    await hands.writes(carla, 'Ray Race', 'Answer', 'Hi Ray, until eight.');
    const { errors } = await hands.submit(ana);
    expect(errors).toEqual({ colleague: 'Carla has this. Take it over first.' });
    await hands.close(ana);
    await hands.close(carla);
  });
});

describe('a flag', () => {
  it('keeps everybody from answering, also whoever writes already', async () => {
    await question('Una Hill');
    await hands.writes(ana, 'Una Hill', 'Answer', 'Hi Una, until eight.');
    await hands.more(ben, 'Una Hill', 'Flag to Carla…');
    expect(await reads(ben)).toContain('Carla is asked to look. Nobody answers until the flag is lifted.');
    await hands.type(ben, 'needs the director');
    expect((await hands.submit(ben)).closed).toBe(true);
    expect(await shown('Una Hill')).toMatch(
      /✋ Don't answer yet: Carla was asked by Ben · since [\d:]+ · "needs the director"/u,
    );
    const { errors } = await hands.submit(ana);
    expect(Object.values(errors ?? {})).toEqual(["Don't answer yet: Carla is looking."]);
    await hands.close(ana);
  });

  it('is lifted by the lead, from the menu of the card', async () => {
    await hands.pick(ben, 'Una Hill', 'Lift');
    expect(await told(ben)).toBe('Only Carla can do that.');
    await hands.pick(carla, 'Una Hill', 'Lift');
    expect(await shown('Una Hill')).not.toContain("Don't answer yet");
    await scene.press(ana, 'Una Hill', 'Open');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    expect(scene.published('Hi Una')).toHaveLength(1);
  });

  it('is told to the lead in private, who lifts it from there', async () => {
    await question('Fay Flagged');
    await hands.flags(ben, 'Fay Flagged');
    await scene.pass(121_000);
    const { channels } = (await scene.slack('workspace', {})) as {
      channels: { id: string; kind: string; members: string[] }[];
    };
    const at = channels.find(({ kind, members }) => kind === 'im' && members.includes(carla))?.id ?? '';
    const { messages } = (await scene.slack('messages', { channel: at })) as { messages: ShownMessage[] };
    const newest = messages.at(-1);
    expect(newest?.text).toBe('Ben asks you to look at Fay. Nobody answers until you press Lift.');
    await scene.slack('press', { user: carla, channel: at, ts: newest?.ts, label: 'Open' });
    await scene.app.idle();
    await hands.inModal(carla, 'Lift');
    await hands.close(carla);
    expect(await shown('Fay Flagged')).not.toContain("Don't answer yet");
  });

  it('is refused in its form when somebody flagged the card meanwhile', async () => {
    await question('Roy Raced');
    await hands.more(ana, 'Roy Raced', 'Flag to Carla…');
    await hands.flags(ben, 'Roy Raced');
    const { errors } = await hands.submit(ana);
    expect(errors).toEqual({ note: "Don't answer yet: Carla is looking." });
    await hands.close(ana);
  });

  it('stands in /greet and on Home, where it opens', async () => {
    await hands.command(ana, '/greet');
    expect(await reads(ana)).toContain('1 is flagged: Roy Raced');
    await hands.close(ana);
    await scene.slack('openHome', { user: carla });
    await scene.app.idle();
    expect(await hands.home(carla)).toContain("✋ Don't answer yet: Carla was asked by Ben");
    await hands.pick(carla, 'Roy Raced', 'Lift');
    await scene.pass(61_000);
    expect(await hands.home(carla)).not.toContain('is flagged');
  });

  it('of the lead is told to nobody', async () => {
    const privately = scene.sandbox.journal.read().filter(({ kind }) => kind === 'chat.postMessage').length;
    await hands.flags(carla, 'Fay Flagged');
    expect(await shown('Fay Flagged')).toContain("Don't answer yet: Carla is looking");
    await scene.pass(121_000);
    expect(scene.sandbox.journal.read().filter(({ kind }) => kind === 'chat.postMessage')).toHaveLength(
      privately,
    );
    await hands.pick(carla, 'Fay Flagged', 'Lift');
  });
});

describe('not now', () => {
  it('sets a card aside until the time that was chosen', async () => {
    await question('Nell Later');
    await hands.pick(ana, 'Nell Later', 'Not now…');
    await hands.inModal(ana, 'In 1 hour');
    expect(await reads(ana)).toContain('This comes back at');
    await hands.close(ana);
    expect(await shown('Nell Later')).toContain('Not now: back at');
    await scene.pass(61 * 60_000);
    expect(await shown('Nell Later')).not.toContain('Not now: back');
  });

  it('is ended by hand', async () => {
    await hands.pick(ana, 'Nell Later', 'Not now…');
    await hands.inModal(ana, 'In 30 minutes');
    await hands.close(ana);
    await hands.pick(ben, 'Nell Later', 'Back now');
    expect(await shown('Nell Later')).not.toContain('Not now: back');
  });
});

describe('putting back and taking over', () => {
  it('Put back gives the card to everybody, with its draft', async () => {
    await question('Bo Dahl');
    await hands.writes(ana, 'Bo Dahl', 'Answer', 'Hi Bo, perhaps');
    await hands.close(ana);
    await hands.pick(ben, 'Bo Dahl', 'More…');
    expect(await reads(ben)).not.toContain('Put back');
    await hands.close(ben);
    await hands.more(ana, 'Bo Dahl', 'Put back');
    expect(await reads(ana)).toContain('Nobody is answering this now.');
    await hands.close(ana);
    expect(await shown('Bo Dahl')).toContain('Ask back');
    await scene.press(ben, 'Bo Dahl', 'Answer');
    expect(await reads(ben)).toContain('Hi Bo, perhaps');
    await hands.type(ben, 'Hi Bo, perhaps tomorrow');
    await hands.close(ben);
  });

  it('Take over is behind More… too', async () => {
    await hands.more(carla, 'Bo Dahl', 'Take over');
    await hands.writesTo(carla, 'Answer Bo');
    expect(await told(ben)).toContain('Carla took over your answer to somebody');
    await hands.close(carla);
  });
});

describe('a conversation that is muted', () => {
  it('closes what is open in it, and what comes later in it waits for nobody', async () => {
    const root = await question('Olga First');
    const joins = (handle: string, name: string) =>
      scene.mention(handle, name, 'and me, @centrallibrary!', { in_reply_to: root });
    await joins('olaf_second', 'Olaf Second');
    await hands.more(ana, 'Olga First', 'Mute conversation');
    expect(await reads(ana)).toContain('This conversation is muted.');
    await hands.close(ana);
    expect(await shown('Olga First')).toContain('Ana muted this conversation');
    expect(await shown('Olaf Second')).toContain('Ana muted this conversation');
    await joins('oona_third', 'Oona Third');
    await hands.command(ana, '/greet');
    expect(await reads(ana)).not.toContain('Oona Third');
    await hands.close(ana);
  });
});

describe('deleting from X', () => {
  it('is for whoever sent the answer, and the lead', async () => {
    await question('Di Gone');
    await hands.writes(ana, 'Di Gone', 'Answer', 'Hi Di, until ten.');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    await hands.pick(ben, 'Di Gone', 'Delete from X…');
    expect(await told(ben)).toBe('Only Ana or Carla can delete this from X.');
  });

  it('removes the post and offers its words again', async () => {
    await hands.pick(ana, 'Di Gone', 'Delete from X…');
    expect(await reads(ana)).toContain('Hi Di, until ten. ^AK');
    await hands.inModal(ana, 'Delete from X');
    expect(await reads(ana)).toContain('Hi Di, until ten.');
    expect(await reads(ana)).not.toContain('until ten. ^AK');
    expect(await shown('Di Gone')).toContain('Ana is answering');
    const deletions = scene.sandbox.journal.read().filter(({ kind }) => kind.startsWith('DELETE /2/tweets'));
    expect(deletions).toHaveLength(1);
    await hands.type(ana, 'Hi Di, until eight, sorry!');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    expect(scene.published('until eight, sorry')).toHaveLength(1);
    expect(await shown('Di Gone')).toContain('Ana answered at');
  });

  it('is in the history', async () => {
    await hands.pick(carla, 'Di Gone', 'History');
    expect(await reads(carla)).toContain('Ana deleted the answer from X');
    await hands.close(carla);
  });
});
