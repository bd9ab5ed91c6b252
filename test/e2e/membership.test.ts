import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ben, channel, edith, type Scene, startScene, tellOnFailure } from './desk.js';
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
