import type { Words } from './words.js';

/**
 * The message by which `greeting-desk doctor` tries a channel, what it answers where no desk runs, and the post by which
 * `--send` proves that the desk can write: followers may see that one for a moment.
 */
export const testWords = {
  'test.mark': 'Test',
  'test.posted': 'Somebody checks how this desk is set up. Nothing to do: this message goes by itself.',
  'test.edited':
    'Somebody checks how this desk is set up. Nothing to do: this message was edited, and goes by itself.',
  'test.please':
    'To whoever installs this: press the button, type /greet help in this channel, and open my Home tab. This message goes by itself.',
  'test.answered': 'It arrived. The desk itself does not run now.',
  'test.post': 'A test, {time}. We delete it right away.',

  'button.test': 'Press me',
} as const satisfies Words;
