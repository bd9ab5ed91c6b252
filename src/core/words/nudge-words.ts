import type { Words } from './words.js';

/** What the app says to one person in its private conversation with them. */
export const nudgeWords = {
  'summary.morning': 'Good morning, {name}.',
  'summary.afternoon': 'Good afternoon, {name}.',
  'summary.evening': 'Good evening, {name}.',
  'summary.waiting.one': '1 waiting: {what}.',
  'summary.waiting.other': '{count} waiting: {what}.',
  'summary.question.one': '1 question',
  'summary.question.other': '{count} questions',
  'summary.complaint.one': '1 complaint',
  'summary.complaint.other': '{count} complaints',
  'summary.praise.one': '1 thank-you',
  'summary.praise.other': '{count} thank-yous',
  'summary.other.one': '1 post',
  'summary.other.other': '{count} posts',
  'summary.followers.one': '1 new follower can wait.',
  'summary.followers.other': '{count} new followers can wait.',
  'summary.nothing': 'Nothing waits any more.',

  'reminder.past.one': '1 is past {standard}.',
  'reminder.past.other': '{count} are past {standard}.',
  'reminder.oldest': 'Oldest: {about}',
  'about.said': "{first}, '{quote}'",
  'about.follow': '{first}, a new follower',
  'about.hello': 'the hello to everybody new',
  'reminder.put-off': 'Not now: back at {time}.',
  'reminder.over': 'Nobody of these waits any more.',

  'idle.ask': 'Still on it? {about}',
  'idle.back': 'It goes back to the shift at {time}.',
  'idle.back-draft': 'It goes back to the shift at {time}; your draft is kept.',

  'shift-end.title.one': 'Your shift is over. You still have 1.',
  'shift-end.title.other': 'Your shift is over. You still have {count}.',
  'shift-end.hint': 'What you leave is put back at {time}; drafts are kept.',
  'shift-end.done': 'Your shift is over. This is what became of what you had.',
  'shift-end.more': 'and {count} more: see your drafts on Home',

  'moved.open': 'Back with the shift.',
  'moved.open-draft': 'Back with the shift; your draft is kept.',
  'moved.kept': 'You are still on it.',

  'button.not-now': 'Not now',
  'button.keep': 'Keep',
  'button.hand-to': 'Hand to {name}',
} as const satisfies Words;
