import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ben, channel, edith, type Scene, startScene, tellOnFailure } from './desk.js';
import { changedDeskFile } from './desk-file.js';
import { handsIn } from './hands.js';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
});
afterAll(() => scene.close());
beforeEach(() => tellOnFailure(() => scene));

const hands = handsIn(() => scene);

async function changes(user: string, change: Record<string, unknown>): Promise<void> {
  await scene.slack('changePerson', { user, ...change });
  await scene.app.settled();
}

describe('where a closed list answers', () => {
  it('somebody from outside the channel is told which one it is, and whom to ask', async () => {
    const { user: vic } = await scene.slack('addPerson', { name: 'vic' });
    await scene.slack('openHome', { user: vic });
    await scene.app.settled();
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
    await scene.app.settled();
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
  let mine: Scene;
  let cleanUp = async () => {};
  beforeAll(async () => {
    const deskFile = await changedDeskFile(
      (text) =>
        text
          .replace('    staff:\n', '    staff: channel\n    people:\n')
          .replace('name: Ben, signature: BO', 'xSignIn: true'),
      (clean) => {
        cleanUp = clean;
      },
    );
    mine = await startScene({ deskFile });
  });
  afterAll(async () => {
    await mine.close();
    await cleanUp();
  });
  const theirs = handsIn(() => mine);

  it('somebody of whom desk.yaml says nothing takes part, under the name and initials that Slack has', async () => {
    await mine.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await mine.press(edith, 'Maya Ortiz', 'Answer');
    expect(await theirs.shown('Maya Ortiz')).toContain('Edith is answering');
    expect(await theirs.reads(edith)).toContain('^EL is added');
    await theirs.close(edith);
  });

  it('somebody whom desk.yaml lists without a name goes by it too', async () => {
    await mine.mention('lou_b', 'Lou Bell', '@centrallibrary Is the café open?');
    await mine.press(ben, 'Lou Bell', 'Answer');
    expect(await theirs.shown('Lou Bell')).toContain('Ben is answering');
    expect(await theirs.reads(ben)).toContain('^BO is added');
    await theirs.close(ben);
  });

  it('whoever leaves is refused at once, and keeps the name; whoever joins answers at once', async () => {
    const { user: vic } = await mine.slack('addPerson', { name: 'vic', real_name: 'Vic Stone' });
    await mine.slack('openHome', { user: vic });
    await mine.app.settled();
    const outside = 'Only members of #x-desk answer for the library. Ask Carla to add you.';
    expect(await theirs.home(String(vic))).toBe(outside);
    await mine.slack('join', { user: vic, channel });
    await mine.app.settled();
    expect(await theirs.home(String(vic))).toContain('Find cover');
    await mine.mention('tom_h', 'Tom Hale', '@centrallibrary Is Central open on Sunday?');
    await mine.press(String(vic), 'Tom Hale', 'Answer');
    await theirs.type(String(vic), 'Hi Tom, not on Sundays.');
    await theirs.submit(String(vic));
    await mine.pass(8_000);
    expect(await theirs.shown('Tom Hale')).toContain('Vic answered at');
    await mine.slack('leave', { user: vic, channel });
    await mine.app.settled();
    expect(await theirs.home(String(vic))).toBe(outside);
    expect(await theirs.shown('Tom Hale')).toContain('Vic answered at');
  });

  it('a guest among them is refused', async () => {
    await mine.slack('changePerson', { user: edith, kind: 'guest' });
    await mine.app.settled();
    await mine.press(edith, 'Maya Ortiz', 'Answer');
    expect(await theirs.told(edith)).toBe("Guests can't answer for the library.");
  });
});
