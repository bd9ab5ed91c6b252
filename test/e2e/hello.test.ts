import { beforeAll, describe, expect, it } from 'vitest';
import { carla, dev } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();
beforeAll(async () => {
  for (const name of ['Ada', 'Bea', 'Cat', 'Dan']) {
    await scene.x('addAccount', { handle: name.toLowerCase(), name: `${name} Reader` });
    await scene.x('follow', { by: name.toLowerCase() });
  }
  await scene.pass(320_000);
});

const { reads, shown, title } = hands;

describe("a trainee's hello to everybody new", () => {
  it('names nobody', async () => {
    await scene.press(dev, '2 new followers since', 'Say hello to all');
    await hands.type(dev, 'Welcome @cat! What do you read?');
    const { errors } = await hands.submit(dev);
    expect(Object.values(errors ?? {})).toEqual([
      'A hello names nobody: it is for everybody new. Take @cat out.',
    ]);
  });

  it('is checked by a colleague, like an answer', async () => {
    await hands.type(dev, "New here? Tell us the last book you couldn't put down.");
    await hands.submit(dev);
    expect(await title(dev)).toBe('Waiting for a check');
    await hands.close(dev);
    await scene.press(carla, 'A hello to everybody new', 'Check');
    expect(await title(carla)).toBe("Check Dev's answer");
    expect(await reads(carla)).toContain("couldn't put down.");
    await hands.submit(carla);
    await hands.close(carla);
    await scene.pass(20_000);
    const [post] = scene.published("couldn't put down");
    expect(post).toMatchObject({ text: "New here? Tell us the last book you couldn't put down. ^DP" });
    expect(post).not.toHaveProperty('in_reply_to_tweet_id');
    expect(await shown('said hello to everybody')).toContain('Dev said hello to everybody new');
  });
});
