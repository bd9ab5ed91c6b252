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

it('the editor of a hello names whom it greets', async () => {
  await scene.press(dev, '2 new followers since', 'Say hello to all');
  expect(await reads(dev)).toMatch(/Greets: (?:Ada|Bea|Cat|Dan) Reader and (?:Ada|Bea|Cat|Dan) Reader/u);
  await hands.close(dev);
});

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

describe('a hello that is out', () => {
  it('says who wrote it, when, and for how many', async () => {
    await scene.pass(20_000);
    expect(await shown('hello to 2 new')).toMatch(
      /^✅ Dev said hello to 2 new followers at \d\d:\d\d .*checked by Carla .*View on X/u,
    );
  });

  it('counts who answered it as answers come and go', async () => {
    const [post] = scene.published("couldn't put down");
    const answers = async (handle: string, text: string) =>
      scene.x('post', { by: handle, text, in_reply_to: String(post?.id) });
    const { id } = await answers('ada', 'Emma.');
    await answers('bea', 'The Waves. Do you have more of hers?');
    await scene.pass(75_000);
    expect(await shown('hello to 2 new')).toMatch(/at \d\d:\d\d · 2 answered/u);
    await scene.x('delete', { id: String(id) });
    scene.sandbox.clock.advance(7 * 60 * 60_000);
    await scene.app.idle();
    await scene.pass(75_000);
    expect(await shown('hello to 2 new')).toMatch(/at \d\d:\d\d · 1 answered/u);
  });

  it('asks something, whatever its words: from the fourth on its answers share a message', async () => {
    const [post] = scene.published("couldn't put down");
    for (const handle of ['cat', 'dan', 'eve', 'fay']) {
      if (handle > 'dan') await scene.x('addAccount', { handle, name: handle });
      await scene.x('post', { by: handle, text: 'Emma.', in_reply_to: String(post?.id) });
    }
    await scene.pass(90_000);
    expect(await shown('4 answers')).toContain('put down. ^DP"');
    expect(await shown('hello to 2 new')).toContain('5 answered');
  });
});
