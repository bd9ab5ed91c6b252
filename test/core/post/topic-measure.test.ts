import { describe, expect, it } from 'vitest';
import { type Topic, topicOf } from '../../../src/core/post/topic.js';
import { read } from '../../sources.js';

type Language = 'en' | 'es' | 'de' | 'cy';
type Corpus = Readonly<Record<Language, Readonly<Record<Topic, readonly string[]>>>>;

const languages: readonly Language[] = ['en', 'es', 'de', 'cy'];
const topics: readonly Topic[] = ['question', 'praise', 'complaint', 'other'];
const half = (name: string): Corpus => JSON.parse(read(`test/core/post/posts-${name}.json`));
const halves = { tuning: half('tuning'), 'held out': half('held-out') };

interface Judged {
  readonly right: Topic;
  readonly said: Topic;
}

const judged = (corpus: Corpus, of: readonly Language[] = languages): Judged[] =>
  of.flatMap((language) =>
    topics.flatMap((right) => corpus[language][right].map((text) => ({ right, said: topicOf(text) }))),
  );

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** Precision and recall of questions, and how many topics of all are right: each from 0 to 1. */
function measure(posts: readonly Judged[]) {
  const asked = posts.filter(({ right }) => right === 'question');
  const saidAsked = posts.filter(({ said }) => said === 'question');
  const found = asked.filter(({ said }) => said === 'question').length;
  return {
    precision: share(found, saidAsked.length),
    recall: share(found, asked.length),
    accuracy: share(posts.filter(({ right, said }) => right === said).length, posts.length),
  };
}

function row(name: string, posts: readonly Judged[]): string {
  const { precision, recall, accuracy } = measure(posts);
  const figures = [precision, recall, accuracy].map((one) => one.toFixed(2).padStart(9));
  return `${name.padEnd(16)}${String(posts.length).padStart(5)}${figures.join('')}`;
}

describe('the 200 posts', () => {
  const all = Object.values(halves);

  it('are 80 in English and 40 in each other language, the same number of each topic in both halves', () => {
    const counts = (corpus: Corpus) =>
      languages.map((language) => topics.map((topic) => corpus[language][topic].length));
    expect(counts(halves['held out'])).toEqual(counts(halves.tuning));
    expect(languages.map((one) => 2 * judged(halves.tuning, [one]).length)).toEqual([80, 40, 40, 40]);
  });

  it('are all different', () => {
    const texts = all.flatMap((corpus) => languages.flatMap((one) => Object.values(corpus[one]).flat()));
    expect(new Set(texts.map((text) => text.toLowerCase())).size).toBe(200);
  });

  it.each(Object.entries(halves))('in the %s half questions are found, and topics are right', (_, corpus) => {
    const { precision, recall, accuracy } = measure(judged(corpus));
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(accuracy).toBeGreaterThanOrEqual(0.85);
  });

  it('are measured: questions by precision and recall, all topics by how many are right', () => {
    const rows = Object.entries(halves).flatMap(([name, corpus]) => [
      ...languages.map((one) => row(`${name} ${one}`, judged(corpus, [one]))),
      row(`${name} all`, judged(corpus)),
    ]);
    console.log(['                posts precision  recall accuracy', ...rows].join('\n'));
    expect(rows).toHaveLength(10);
  });
});
