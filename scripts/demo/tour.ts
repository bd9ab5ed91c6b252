import type { TourStep } from '../../src/sandbox/control/director.js';

const channel = 'C0XDESK01';

/** A tour of two minutes for newcomers: they answer a question and greet a follower. */
export const tour: readonly TourStep[] = [
  {
    title: 'A library, and a town that talks to it',
    says: 'On the left is the library’s Slack, on the right X. You are Ana, and you are on shift. Nothing here leaves this machine.',
    look: { as: 'U0ANA0001', at: channel, side: 'slack' },
  },
  {
    title: 'Somebody asks',
    says: 'Maya has a question for the library. Let her ask it on X, and watch the channel on the left.',
    button: 'Let Maya ask',
    does: [
      {
        act: 'post',
        by: 'maya_reads',
        text: '@centrallibrary Do you have large-print crime novels? My mum can’t get out.',
      },
    ],
    until: { key: `slack/message/${channel}/`, words: ['Maya Ortiz', 'large-print', '"actions"'] },
  },
  {
    title: 'Take it',
    says: 'There is her card. Press Answer on it: from then on it is yours, and your colleagues can see that.',
    until: { key: 'slack/modals/ME', words: ['Maya', 'plain_text_input'] },
  },
  {
    title: 'Say it in your words',
    says: 'The opening is there; the rest is yours. Try: “yes: 40 at Central, and we post them to people at home. Shall I send the form?” Then press Send.',
    until: { key: 'slack/modals/ME', words: ['Undo'] },
  },
  {
    title: 'Ten seconds to change your mind',
    says: 'Undo would bring your words back. Wait, and the answer goes out: once, never twice.',
    until: { key: 'x/post/', words: ['"by":"centrallibrary"', '"via":"api"'] },
    look: { x: 'mentions' },
  },
  {
    title: 'It is on X',
    says: 'Her card now says who answered, and when; the answer is on the right. Close the window in Slack to see the card.',
    look: { x: 'posts' },
  },
  {
    title: 'Your turn',
    says: 'Be Ben or Carla (top left), greet Sam, go to #bluesky-desk, type /greet or /rota, let something happen, break something, or move the clock to the next shift.',
  },
];
