import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { followThanks, topicWords } from '../../../src/core/languages/languages.js';
import { topicOf } from '../../../src/core/post/topic.js';
import { ConfigError } from '../../../src/errors.js';
import { deskText } from '../desk-text.js';

const read = (more: string) => readDeskFile(`${deskText()}${more}`, 'desk.yaml').desks[0];

function problemsOf(more: string): readonly string[] {
  try {
    read(more);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('a desk has starters of its own, in its own language', () => {
  const desk = read(`
    voice: { helpDesk: "020 7946 0000" }
    starters:
      hours: { label: Öffnungszeiten, for: [question], when: ["offen*"], opening: "Hallo {first}, " }
      call: { label: Anrufen, for: [question, complaint], opening: "Hallo {first}: {helpDesk} " }
`);
  expect(desk?.voice).toEqual({
    helpDesk: '020 7946 0000',
    starters: [
      {
        id: 'hours',
        label: 'Öffnungszeiten',
        for: ['question'],
        when: ['offen*'],
        opening: 'Hallo {first}, ',
      },
      { id: 'call', label: 'Anrufen', for: ['question', 'complaint'], opening: 'Hallo {first}: {helpDesk} ' },
    ],
  });
});

test('a desk tells posts apart by its own words; a list that it leaves out is the usual one', () => {
  const desk = read('    topicWords: { praise: ["Danke*"], complaint: ["kaputt"] }\n');
  expect(desk?.topicWords).toEqual({ ...topicWords, praise: ['Danke*'], complaint: ['kaputt'] });
  expect(topicOf('Dankeschön!', desk?.topicWords)).toBe('praise');
  expect(topicOf('Der Lift ist KAPUTT', desk?.topicWords)).toBe('complaint');
});

test('words beside the usual ones are added by language, also to a list that the desk replaces', () => {
  const desk = read(
    '    topicWords: { praise: [top], also: { pl: { praise: ["dzięk*"], asking: ["czy ktoś"] }, cy: { praise: ["tip top"] } } }\n' +
      '    followThanks: { also: { pl: { thanks: ["dzięki"], following: ["obserwowanie"] } } }\n',
  );
  expect(desk?.topicWords.praise).toEqual(['top', 'dzięk*', 'tip top']);
  expect(topicOf('Czy ktoś wie', desk?.topicWords)).toBe('question');
  expect(topicOf('Wondering if you lend maps', desk?.topicWords)).toBe('question');
  expect(desk?.checks.followThanks.thanks).toEqual([...followThanks.thanks, 'dzięki']);
});

describe('each problem is told with its place, what was found and what is allowed', () => {
  const starter = (more: string) => `    starters:\n      hours: { ${more} }\n`;
  test.each([
    [
      starter('label: Hours, for: [questions], opening: "Hi "'),
      ':36: desks.central.starters.hours.for[0]: "questions". Did you mean `question`?',
    ],
    [
      starter('label: Hours, for: [books], opening: "Hi "'),
      ':36: desks.central.starters.hours.for[0]: "books"; allowed: question, praise, complaint, other, greeting',
    ],
    [
      starter('label: Hours, for: [], opening: "Hi "'),
      ':35: desks.central.starters.hours.for: an empty list; allowed: at least one of what it is for',
    ],
    [
      starter('label: Hours, for: [other], opening: "  "'),
      ':53: desks.central.starters.hours.opening: "  "; allowed: opening words, in 200 characters without control characters and direction marks; {first} is the first name',
    ],
    [
      starter('label: "The opening hours of all our branches", for: [other], opening: "Hi "'),
      ':23: desks.central.starters.hours.label: "The opening hours of all our branches"; allowed: what the button says: 1 to 30 characters in one line, without control characters and direction marks',
    ],
    [
      starter('label: Hours, for: [other], opening: "Hi {name}"'),
      ':53: desks.central.starters.hours.opening: {name}; allowed: {first}, {helpDesk}',
    ],
    [
      starter('label: Hours, for: [other], opening: "Ask {helpDesk}"'),
      ':53: desks.central.starters.hours.opening: {helpDesk}, which nobody said; allowed: it, once voice.helpDesk is said',
    ],
    [
      starter('label: Hours, for: [other], when: open, opening: "Hi "'),
      ':50: desks.central.starters.hours.when: "open"; allowed: a list of words',
    ],
    [
      '    starters:\n      Greet Me: { label: Hours, for: [other], opening: "Hi " }\n',
      ':7: desks.central.starters.Greet Me: "Greet Me"; allowed: lower-case letters, digits and hyphens, but not greet, hello or saved-…',
    ],
    [
      '    topicWords:\n      also: { asking: [czy] }\n',
      ':23: desks.central.topicWords.also.asking: a list; allowed: a map of languages, such as cy: { fillers: ["…"] }',
    ],
    [
      '    topicWords:\n      also: { cy: [diolch] }\n',
      ':19: desks.central.topicWords.also.cy: a list; allowed: a map of fillers, sayings, openers, sentenceOpeners, mildOpeners, asking, complaint, praise',
    ],
    [
      '    followThanks:\n      also: { cy: { asking: [diolch] } }\n',
      ':21: desks.central.followThanks.also.cy.asking: not known; allowed: thanks, following',
    ],
    [
      '    topicWords:\n      thanks: [danke]\n',
      ':7: desks.central.topicWords.thanks: not known; allowed: fillers, sayings, openers, sentenceOpeners, mildOpeners, asking, complaint, praise, also',
    ],
  ])('%s', (more, problem) => {
    expect(problemsOf(more)).toEqual([`desk.yaml:16${problem}`]);
  });
});

describe('greetings', () => {
  test('are twenty a day and follow nobody back, unless told', () => {
    expect(read('')?.greetings).toEqual({ perDay: 20, followBack: false });
    expect(read('    greetings: { perDay: 5 }\n')?.greetings).toEqual({ perDay: 5, followBack: false });
  });

  test.each([
    [
      '{ perDay: -1 }',
      ':26: desks.central.greetings.perDay: -1; allowed: a whole number of people from 0 to 200',
    ],
    ['{ followBack: yes }', ':30: desks.central.greetings.followBack: "yes"; allowed: true or false'],
  ])('%s', (more, problem) => {
    expect(problemsOf(`    greetings: ${more}\n`)).toEqual([`desk.yaml:15${problem}`]);
  });
});
