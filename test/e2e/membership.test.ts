import { beforeAll, describe, expect, it } from 'vitest';
import { ben, channel, edith } from './desk.js';
import { hands, scene, useScene } from './scene.js';

async function changes(user: string, change: Record<string, unknown>): Promise<void> {
  await scene.slack('changePerson', { user, ...change });
  await scene.app.idle();
}

describe('where a closed list answers', () => {
  useScene();
  beforeAll(async () => {
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  });

  it('somebody from outside the channel is told which one it is, and whom to ask', async () => {
    const { user: vic } = await scene.slack('addPerson', { name: 'vic' });
    await scene.slack('openHome', { user: vic });
    await scene.app.idle();
    expect(await hands.home(String(vic))).toBe(
      'Only members of #x-desk answer for the library. Ask Carla to add you.',
    );
  });

  it('a colleague who is only in the channel is not sent to join it', async () => {
    await scene.press(edith, 'Maya Ortiz', 'Answer');
    expect(await hands.told(edith)).toBe(
      'Only colleagues on the rota answer for the library. Ask Carla to add you.',
    );
  });

  it('a guest is refused, in the channel or on the list, until the account is another', async () => {
    const { user: gil } = await scene.slack('addPerson', { name: 'gil', kind: 'guest' });
    await scene.slack('join', { user: gil, channel });
    await scene.app.idle();
    await scene.press(String(gil), 'Maya Ortiz', 'Answer');
    expect(await hands.told(String(gil))).toBe("Guests can't answer for the library.");
    await changes(ben, { kind: 'guest' });
    await scene.press(ben, 'Maya Ortiz', 'Answer');
    expect(await hands.told(ben)).toBe("Guests can't answer for the library.");
    await changes(ben, { kind: 'member' });
    await scene.press(ben, 'Maya Ortiz', 'Answer');
    await hands.writesTo(ben, 'Answer Maya');
  });
});

describe("where the channel's members answer", () => {
  useScene({
    desk: (text) =>
      text
        .replace('    staff:\n', '    staff: channel\n    people:\n')
        .replace('name: Ben, signature: BO', 'xSignIn: true'),
  });

  it('somebody of whom desk.yaml says nothing takes part, under the name and initials that Slack has', async () => {
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await scene.press(edith, 'Maya Ortiz', 'Answer');
    expect(await hands.shown('Maya Ortiz')).toContain('Edith is answering');
    expect(await hands.reads(edith)).toContain('^EL is added');
    await hands.close(edith);
  });

  it('somebody whom desk.yaml lists without a name goes by it too', async () => {
    await scene.mention('lou_b', 'Lou Bell', '@centrallibrary Is the café open?');
    await scene.press(ben, 'Lou Bell', 'Answer');
    expect(await hands.shown('Lou Bell')).toContain('Ben is answering');
    expect(await hands.reads(ben)).toContain('^BO is added');
    await hands.close(ben);
  });

  it('whoever leaves is refused at once, and keeps the name; whoever joins answers at once', async () => {
    const { user: vic } = await scene.slack('addPerson', { name: 'vic', real_name: 'Vic Stone' });
    await scene.slack('openHome', { user: vic });
    await scene.app.idle();
    const outside = 'Only members of #x-desk answer for the library. Ask Carla to add you.';
    expect(await hands.home(String(vic))).toBe(outside);
    await scene.slack('join', { user: vic, channel });
    await scene.app.idle();
    expect(await hands.home(String(vic))).toContain('Find cover');
    await scene.mention('tom_h', 'Tom Hale', '@centrallibrary Is Central open on Sunday?');
    await scene.press(String(vic), 'Tom Hale', 'Answer');
    await hands.type(String(vic), 'Hi Tom, not on Sundays.');
    await hands.submit(String(vic));
    await scene.pass(8_000);
    expect(await hands.shown('Tom Hale')).toContain('Vic answered at');
    await scene.slack('leave', { user: vic, channel });
    await scene.app.idle();
    expect(await hands.home(String(vic))).toBe(outside);
    expect(await hands.shown('Tom Hale')).toContain('Vic answered at');
  });

  it('a guest among them is refused', async () => {
    await scene.slack('changePerson', { user: edith, kind: 'guest' });
    await scene.app.idle();
    await scene.press(edith, 'Maya Ortiz', 'Answer');
    expect(await hands.told(edith)).toBe("Guests can't answer for the library.");
  });
});
