import * as z from 'zod';
import { areLines, isLine, lineAllowed } from '../../core/one-line.js';
import { maxHelpDeskLength } from '../../core/words/screen-room.js';
import { checkReasons, eachCheck, personalWords } from '../../core/writing/finding.js';
import { starterUses } from '../../core/writing/starters.js';
import { flag, lines, oneLine, strict, text, whole } from './schema-parts.js';

const setting = z.enum(['stop', 'warn', 'off'], { error: 'stop, warn or off' });

/** Each check by its name, with its reason as the description. */
const checks = strict(
  eachCheck((name) => {
    const { reason, usual } = checkReasons[name];
    return setting.default(usual).meta({ description: reason });
  }),
);

const own = 'a telephone number, an e-mail address or a web address of ours, such as "020 7946 0000"';
const ours = lines(/\d{3}|\p{L}\.\p{L}/u, own, 'a list of our own numbers and addresses').meta({
  description:
    'Our own telephone numbers, e-mail and web addresses: they may stand in answers. library.org/renew is that page, library.org the front page alone; library.org/* is all pages, *@library.org all e-mail addresses.',
});

export function phrases(description: string) {
  const error = 'words, such as "rude" or "rude*" for each word that begins so';
  return lines(/^\s*[^\s*]/u, error, 'a list of words').meta({ description });
}

const helpDesk = `how the help desk is reached, such as "020 7946 0000": ${lineAllowed(maxHelpDeskLength)}`;
const voice = strict({
  helpDesk: z
    .string({ error: helpDesk })
    .refine((said) => said === '' || isLine(said, maxHelpDeskLength), { error: helpDesk })
    .default('')
    .meta({ description: 'How the help desk is reached: {helpDesk} in an opening.' }),
});

const opening =
  'opening words, in 200 characters without control characters and direction marks; {first} is the first name';
const starter = strict({
  label: oneLine(30, 'what the button says'),
  opening: text(/^(?=.*\S)[\s\S]{1,200}$/u, opening).refine((said) => areLines(said, 200), {
    error: opening,
  }),
  for: z
    .array(z.enum(starterUses, { error: starterUses.join(', ') }), {
      error: 'a list of what it is for, such as [question]',
    })
    .min(1, { error: 'at least one of what it is for' })
    .meta({ description: 'Which posts it is offered for; greeting is a post of a new follower.' }),
  when: phrases('Only for posts that say one of these; it then comes first.').optional(),
});

const language = /^[a-z]{2,3}$/;
const languageAllowed = 'a language in two or three small letters, such as cy or es';

/** Lists of phrases, each in place of the desk's own, and more beside them by language: `also: { cy: { … } }`. */
function wordLists<Name extends string>(descriptions: Readonly<Record<Name, string>>) {
  const names = Object.keys(descriptions) as Name[];
  const lists = (more: string) =>
    Object.fromEntries(
      names.map((name) => [name, phrases(`${descriptions[name]} ${more}`).optional()]),
    ) as Record<Name, z.ZodOptional<ReturnType<typeof phrases>>>;
  const beside = strict(lists('Beside those of the desk.'));
  const also = z
    .record(z.string().regex(language, { error: languageAllowed }), beside, {
      error: `a map of languages, such as cy: { ${names[0]}: ["…"] }`,
    })
    .default({})
    .meta({
      description:
        'More words, by language. The language is only a heading: the words of all languages count for every post.',
    });
  return strict({ ...lists('In place of those of the desk, in all languages.'), also });
}

const topicWords = wordLists({
  fillers: 'Said before the point, as in "hi, please".',
  sayings: 'Look like a question and ask nothing, as "who knew": they are left out first.',
  openers: 'Make a question where a sentence begins with them, also after a comma.',
  sentenceOpeners: 'Make a question where a sentence begins with them, but not after a comma.',
  mildOpeners: 'Make a question where a sentence begins with them and neither thanks nor complains.',
  asking: 'Make a question wherever they stand.',
  complaint: 'Make a complaint.',
  praise: 'Make a thank-you.',
});

const followThanks = wordLists({
  thanks: 'Words of thanks, as "thank you".',
  following: 'What they are for, as "following", at most four words after them.',
});

const greetings = strict({
  perDay: whole(0, 200, 'people')
    .default(20)
    .meta({ description: 'How many new followers are greeted on one day at most.' }),
  followBack: flag(
    'Offers to follow back: on X by a link, so that patrons can send questions in private; on Bluesky by a press.',
  ),
});

/** The settings of how a desk writes, and of what is checked in its answers. */
export const writing = {
  voice: voice.prefault({}),
  starters: z
    .record(z.string(), starter, { error: 'a map of starters, such as hours: { … }' })
    .default({})
    .meta({ description: 'Own draft-reply buttons; one with the id of a usual one takes its place.' }),
  topicWords: topicWords.prefault({}).meta({
    description:
      'By which words posts are told apart. English, Spanish, German and Welsh are known; `also` adds words, and a list replaces those of all four.',
  }),
  followThanks: followThanks.prefault({}).meta({
    description:
      'By which words thanks for following are known, for the check thanksForFollowing; as in topicWords.',
  }),
  urgentWords: phrases(
    'A post with one of these words is told at once to whoever is on shift, else the fallback person, and to the leads, also outside open hours.',
  ).default([]),
  greetings: greetings.prefault({}),
  checks: checks.prefault({}).meta({ description: 'What is looked at in the words before they go out.' }),
  ours: ours.default([]),
  blockedWords: phrases('Words that never go out.').default([]),
  personalWords: phrases(
    'Words by which an answer would tell others what somebody borrows or owes, in place of the English ones.',
  ).default([...personalWords]),
};
