import type { Words } from './words.js';

/** What stands in messages and screens about questions of ours: their answers, and hellos to everybody new. */
export const hostingWords = {
  'answers.question': '"{question}"',
  'answers.count.one': '1 answer',
  'answers.count.other': '{count} answers',
  'answers.read': '{name} read them at {time}',
  'answers.since.one': '1 since {name} read them at {time}',
  'answers.since.other': '{count} since {name} read them at {time}',
  'answers.rest': '▫️ {name} closed the rest: no reply needed · {time}',
  'answers.title': 'Answers to us',
  'answers.nobody': 'No answer is here any more.',
  'answers.more.one': 'And 1 more.',
  'answers.more.other': 'And {count} more.',
  'button.read-them': 'Read them',
  'button.rest': 'No reply needed to the rest',

  'hello.greets': 'Greets: {names}',
  'hello.greets-nobody': 'Nobody new waits for a hello any more.',
  'hello.more.one': '1 more',
  'hello.more.other': '{count} more',
  'hello.said.one': '{name} said hello to 1 new follower at {time}',
  'hello.said.other': '{name} said hello to {count} new followers at {time}',
  'hello.said-elsewhere.one': 'Someone said hello to 1 new follower in the {network} app at {time}',
  'hello.said-elsewhere.other': 'Someone said hello to {count} new followers in the {network} app at {time}',
  'hello.answered.one': '1 answered',
  'hello.answered.other': '{count} answered',
  'button.see-all': 'See all {count}',
} as const satisfies Words;
