import type { Words } from './words.js';

/** English defaults. */
export const starterWords: Words = {
  'starter.answer.label': 'Answer',
  'starter.answer.opening': 'Hi {first}, ',
  'starter.ask-back.label': 'Ask back',
  'starter.ask-back.opening': 'Hi {first}, could you tell us ',
  'starter.help-desk.label': 'Point to the help desk',
  'starter.help-desk.opening': 'Hi {first}, our help desk can look into this with you: {helpDesk} ',
  'starter.thank.label': 'Thank',
  'starter.thank.opening': 'Thank you, {first}! ',
  'starter.apologise.label': 'Apologise and ask',
  'starter.apologise.opening': 'Sorry about that, {first}. Could you tell us ',
  'starter.greet.label': 'Greet',
  'starter.greet.opening': 'Hi {first}, ',
  'starter.ask-about.label': 'Ask about it',
  'starter.ask-about.opening': 'Hi {first}, what did you think of ',
  'starter.recommend.label': 'Recommend',
  'starter.recommend.opening': 'Hi {first}, if you liked that, try ',
};
