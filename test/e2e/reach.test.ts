import { expect, it } from 'vitest';
import { ana, ben, carla } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const { reads, shown, told, title } = hands;

async function follower(handle: string, name: string, post: string, more = {}): Promise<void> {
  await scene.x('addAccount', { handle, name });
  await scene.x('post', { by: handle, text: post, ...more });
  await scene.x('follow', { by: handle });
  await scene.pass(310_000);
}

/** The URL of a link button in the modal that a person looks at. */
async function linkIn(user: string): Promise<string> {
  const found = JSON.stringify((await scene.view(user)).blocks).match(
    /"url":"(https:\/\/x\.com\/intent[^"]+)"/,
  );
  return found?.[1] ?? '';
}

it('as many new followers are greeted on a day as the desk wants, and nobody twice', async () => {
  await openScene({ desk: (text) => `${text.trimEnd()}\n    greetings: { perDay: 1 }\n` });
  await follower('samokafor', 'Sam Okafor', 'Any good allotment books?');
  await follower('tia_t', 'Tia Tull', 'Rain again.');
  await scene.press(ana, 'Sam Okafor', 'Greet');
  await hands.inModal(ana, 'Ask about it');
  expect(await shown('Sam Okafor')).toContain('Ana is finishing this in X');
  await hands.close(ana);
  await scene.press(ana, 'Tia Tull', 'Greet');
  expect(await told(ana)).toBe(
    'We have greeted as many people today as we want to (1). Greet again tomorrow.',
  );
  await scene.press(ana, 'Sam Okafor', "It's there");
  expect(await shown('Sam Okafor')).toContain('Ana answered in X at');
  await hands.command(ana, '/greet', 'samokafor');
  expect(await reads(ana)).toMatch(/Sam Okafor followed us .*We have answered this once\./);
  await hands.close(ana);
});

it('a post that takes no replies from us has no way to answer it, and a protected account none at all', async () => {
  await openScene();
  await follower('closed_c', 'Clo Sed', 'Only for friends.', { reply_settings: 'mentionedUsers' });
  await scene.press(ana, 'Clo Sed', 'Greet');
  expect(await reads(ana)).toContain('Only for friends.');
  expect(await reads(ana)).toContain('Clo lets only some people reply to this.');
  expect(await reads(ana)).not.toContain('Open in X');
  await hands.close(ana);

  await scene.x('addAccount', { handle: 'prot_p', name: 'Pru Tected', protected: true });
  await scene.x('post', { by: 'prot_p', text: 'Secret garden.' });
  await scene.x('follow', { by: 'prot_p' });
  await scene.pass(310_000);
  await scene.press(ana, 'Pru Tected', 'Greet');
  expect(await reads(ana)).toContain("Pru's posts are protected. Nothing to answer.");
  await hands.close(ana);
});

it('whom we follow back is seen by the desk later, where it offers that', async () => {
  const inside = 'C0PRIVATE1';
  await openScene({
    desk: (text) =>
      `${text.trimEnd().replace('plan: self-serve }', `plan: self-serve, privateMessages: { channel: ${inside} } }`)}
    privacyPolicy: https://central-library.example/privacy
    greetings: { followBack: true }\n`,
    prepare: async ({ slack }) => {
      await slack.acts.addChannel?.({
        id: inside,
        name: 'x-private',
        kind: 'private',
        members: [ana],
        bot: true,
      });
    },
  });
  await follower('samokafor', 'Sam Okafor', 'Any good allotment books?');
  await scene.press(ana, 'Sam Okafor', 'Greet');
  expect(await reads(ana)).toContain('Follow Sam back in X');
  expect(await reads(ana)).toContain('Then Sam can send us questions in private.');
  const [, url = ''] =
    JSON.stringify((await scene.view(ana)).blocks).match(/"(https:[^"]+intent\/follow[^"]+)"/) ?? [];
  await hands.close(ana);
  await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
  await scene.x('intent', { browser: 'phone', url });
  await scene.pass(310_000);
  expect(await shown('Sam Okafor')).toContain('We follow Sam.');
  await scene.press(ana, 'Sam Okafor', 'Greet');
  expect(await reads(ana)).not.toContain('Follow Sam back');
  await hands.close(ana);
});

it('where X took it from a person only, Send leads to X with the new words', async () => {
  // The desk file says more than the plan allows: X has the last word.
  await openScene({ desk: (text) => text.replace('plan: self-serve', 'plan: enterprise') });
  await follower('samokafor', 'Sam Okafor', 'Any good allotment books?');
  await scene.press(ana, 'Sam Okafor', 'Greet');
  await hands.inModal(ana, 'Recommend');
  expect(await reads(ana)).toContain('Hi Sam, if you liked that, try ');
  await hands.type(ana, 'Hi Sam, the allotment shelf is by the window.');
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(6_000);
  expect(await shown('Sam Okafor')).toContain("X won't take this from us");

  await hands.more(ben, 'Sam Okafor', 'Take over');
  expect(await reads(ben)).toContain('This is posted in X by someone signed in as @centrallibrary.');
  await hands.close(ben);
  await hands.more(carla, 'Sam Okafor', 'Take over');
  expect(await reads(carla)).toContain('X takes this from a person only');
  await hands.type(carla, 'Hi Sam, thanks for following!');
  await hands.submit(carla);
  expect(await title(carla)).toBe('Finish in X');
  expect(await reads(carla)).toContain('"Thanks for following" reads like a machine.');
  const url = await linkIn(carla);
  await hands.inModal(carla, 'Open in X');
  await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
  await scene.x('intent', { browser: 'phone', url });
  await scene.pass(62_000);
  expect(await shown('Sam Okafor')).toContain('Carla answered at');
  await hands.close(carla);
});
