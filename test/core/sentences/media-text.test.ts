import { describe, expect, it } from 'vitest';
import type { Media } from '../../../src/core/post/post.js';
import { mediaBrief, mediaLines } from '../../../src/core/sentences/media-text.js';
import { aDesk, minutes, tuesday } from '../../build.js';

const desk = aDesk();
const preview = 'https://pbs.twimg.com/media/1.jpg';
const lines = (...media: readonly Media[]) => mediaLines(media, desk, tuesday, 200);
const brief = (...media: readonly Media[]) => mediaBrief(media, desk, 200);

describe('what a post shows', () => {
  it.each<[Media, string]>([
    [{ kind: 'photo', alt: 'A shelf of books', preview }, '[photo] "A shelf of books"'],
    [{ kind: 'photo', preview }, '[photo] no description'],
    [{ kind: 'photo', alt: ' \n ', preview }, '[photo] no description'],
    [{ kind: 'film', alt: 'The lift', preview, durationMs: 65_400 }, '[film, 1:05] "The lift"'],
    [{ kind: 'film', preview, durationMs: 400 }, '[film, 0:01] no description'],
    [{ kind: 'gif', preview }, '[GIF] no description'],
    [{ kind: 'photo', alt: 'two\nlines\u202e', preview }, '[photo] "two lines"'],
  ])('%j is: %s', (medium, said) => {
    expect(lines(medium)).toEqual([said]);
    expect(brief(medium)).toBe(said);
  });

  it('is a poll with its options and until when it can be answered, on another day with the day', () => {
    const options = ['Crime', 'Romance'];
    const said = '[poll] "Crime" / "Romance"';
    expect(lines({ kind: 'poll', options, endsAt: tuesday + minutes(60) })).toEqual([
      `${said} · until 11:42`,
    ]);
    expect(lines({ kind: 'poll', options, endsAt: tuesday + minutes(24 * 60) })[0]).toContain('Wed 25 Nov');
    expect(lines({ kind: 'poll', options })).toEqual([said]);
    expect(brief({ kind: 'poll', options, endsAt: tuesday + minutes(60) })).toBe(said);
  });

  it('is only counted where nothing but its kind is known: nobody knows whether it is described', () => {
    expect(lines({ kind: 'photo' }, { kind: 'photo' }, { kind: 'film' })).toEqual(['2 photos', '1 film']);
    expect(brief({ kind: 'photo' })).toBe('1 photo');
    expect(brief({ kind: 'film' }, { kind: 'film' })).toBe('2 films');
  });

  it('is in one line the first of it and how many more there are; nothing is ""', () => {
    const two: readonly Media[] = [
      { kind: 'photo', alt: 'A shelf', preview },
      { kind: 'photo', preview },
    ];
    expect(brief(...two)).toBe('[photo] "A shelf" · 1 more');
    expect(brief(...two, { kind: 'gif', preview })).toBe('[photo] "A shelf" · 2 more');
    expect(brief()).toBe('');
  });

  it('keeps to the length of a description that fits', () => {
    expect(mediaBrief([{ kind: 'photo', alt: 'A shelf of books' }], desk, 10)).toBe('[photo] "A shelf…"');
  });
});
