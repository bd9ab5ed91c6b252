import type { Words } from './words.js';

/** What became of people who followed us. */
export const outcomeWords = {
  'outcome.title.other':
    'Did they stay? Of those who followed us in {months}, {count} drawn at random were looked at again.',
  'outcome.none': 'Did they stay? Too few who followed us in {months} were looked at again so far.',
  'outcome.no-months': 'Did they stay? Nobody was looked at again so far.',
  'outcome.month': '{month} {year}',
  'outcome.few-greeted.other': '{count} greeted: too few to tell.',
  'outcome.few-hello.other': '{count} greeted by a hello to all: too few to tell.',
  'outcome.few-alone.other': '{count} left alone: too few to tell.',
  'outcome.fewest-greeted': 'Fewer than 5 greeted: too few to tell.',
  'outcome.fewest-hello': 'Fewer than 5 greeted by a hello to all: too few to tell.',
  'outcome.fewest-alone': 'Fewer than 5 left alone: too few to tell.',
  'outcome.stayed-greeted.other':
    'Of {of} greeted, {count} still followed after {days} days ({low} to {high} %).',
  'outcome.stayed-hello.other':
    'Of {of} greeted by a hello to all, {count} still followed after {days} days ({low} to {high} %).',
  'outcome.stayed-alone.other':
    'Of {of} left alone, {count} still followed after {days} days ({low} to {high} %).',
  'outcome.few-stayed-greeted': 'Of {of} greeted, fewer than 5 still followed after {days} days.',
  'outcome.few-stayed-hello':
    'Of {of} greeted by a hello to all, fewer than 5 still followed after {days} days.',
  'outcome.few-stayed-alone': 'Of {of} left alone, fewer than 5 still followed after {days} days.',
  'outcome.wrote-greeted.other': 'Of {of} greeted, {count} wrote to us within 30 days ({low} to {high} %).',
  'outcome.wrote-hello.other':
    'Of {of} greeted by a hello to all, {count} wrote to us within 30 days ({low} to {high} %).',
  'outcome.wrote-alone.other': 'Of {of} left alone, {count} wrote to us within 30 days ({low} to {high} %).',
  'outcome.few-wrote-greeted': 'Of {of} greeted, fewer than 5 wrote to us within 30 days.',
  'outcome.few-wrote-hello': 'Of {of} greeted by a hello to all, fewer than 5 wrote to us within 30 days.',
  'outcome.few-wrote-alone': 'Of {of} left alone, fewer than 5 wrote to us within 30 days.',
  'outcome.reasons': 'Why left alone: {reasons}.',
  'outcome.reason': '{reason} {count}',
  'outcome.reason-skipped': 'skipped by a colleague',
  'outcome.reason-expired': 'nobody got to it in time',
  'outcome.reason-muted': 'muted',
  'outcome.reason-automated': 'the account looks automated',
  'outcome.reason-unseen': 'followed while the desk stood still',
  'outcome.gone.other':
    '{count} accounts are gone from {network}: they have not left us, and count nowhere here.',
  'outcome.not-known.other': 'Of {count} nobody can say what became of them.',
  'outcome.greeted-more': 'More of those who were greeted stayed than of those left alone.',
  'outcome.greeted-fewer': 'Fewer of those who were greeted stayed than of those left alone.',
  'outcome.greeted-cannot-tell':
    "The ranges overlap: this doesn't tell whether more stay when they are greeted.",
  'outcome.hello-more': 'More of those greeted by a hello to all stayed than of those left alone.',
  'outcome.hello-fewer': 'Fewer of those greeted by a hello to all stayed than of those left alone.',
  'outcome.hello-cannot-tell':
    "The ranges overlap: this doesn't tell whether more stay after a hello to all.",
  'outcome.no-cause':
    'Colleagues choose whom they greet, so no difference here shows that greeting makes people stay.',
  'spend.outcomes': 'Whether new followers stay',
} as const satisfies Words;
