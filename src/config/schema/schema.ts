import { z } from 'zod';
import { defaultLanguage, isLanguage } from '../../core/words/language.js';
import { maxNameLength } from '../../core/words/screen-room.js';
import { closures, covers, feed, nudges, openHours, shifts, standards, timeZone } from './rota-schema.js';
import { flag, oneLine, strict, text, whole } from './schema-parts.js';
import { writing } from './writing-schema.js';

const languageAllowed = 'a language such as en-GB, cy or pl (BCP 47)';

/** The form of desk ids and staff keys. */
export const idPattern = /^[a-z0-9-]+$/;
export const idAllowed = 'lower-case letters, digits and hyphens';

const id = z.string().meta({ pattern: idPattern.source, description: idAllowed });

const x = strict({
  handle: text(/^[A-Za-z0-9_]{1,15}$/, "the account's X name without @, such as centrallibrary"),
  secrets: text(
    /^[A-Z][A-Z0-9_]*$/,
    'a name in capitals: MAIN stands for X_MAIN_APP_KEY and its three siblings',
  ),
  plan: z
    .enum(['self-serve', 'enterprise'], { error: 'self-serve or enterprise' })
    .meta({ description: "The X API plan of the account's developer app; it decides what goes by API." }),
  practice: flag(
    'People practise: the desk runs an X of its own, and nothing goes to the real one. It needs no X secrets.',
  ),
  practicePage: text(
    /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/,
    'an origin in small letters, such as https://practice.library.example',
  )
    .optional()
    .meta({
      description:
        'With practice: the address under which a proxy of yours shows the practice page to colleagues; else only this machine opens it.',
    }),
  longPosts: flag('The account may write posts of more than 280 characters (X Premium).'),
  ownsApp: z
    .boolean({ error: 'true or false' })
    .default(true)
    .meta({ description: 'The account owns the developer app, so that X gives it its own lists for less.' }),
  readContext: z.enum(['onAnswer', 'always'], { error: 'onAnswer or always' }).default('onAnswer').meta({
    description:
      "When a stranger's post that a patron answers or quotes is read, for its price. onAnswer: when somebody presses Answer. always: also for the card, as long as that is open. It is never stored.",
  }),
  includesBilled: flag(
    'X bills the people whom a page of posts includes, too. The desk then leaves them out, and looks up whom it does not know.',
  ),
  governmentUse: z
    .enum(['enterprise', 'notGovernment'], { error: 'enterprise or notGovernment' })
    .meta({
      description:
        'enterprise: the library is part of a council, county or state body and has an Enterprise plan. notGovernment: it is not part of one.',
    })
    .optional(),
});

const signature = text(
  /^[\p{L}\p{N}]{1,5}$/u,
  'one to five letters or digits, such as AK (answers end with ^AK)',
);

const member = {
  slack: text(/^[UW][A-Z0-9]{5,}$/, 'a Slack member id such as U0ANA0001 (Profile, then Copy member ID)'),
  name: oneLine(maxNameLength, 'the name that colleagues see'),
  signature: signature.optional(),
  shared: flag(
    'Several people use this account, as on a tablet: whoever writes ends with their own signature.',
  ),
  lead: flag('Runs the desk: settings, flags, the last word.'),
  email: text(
    /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u,
    'an e-mail address, by which a calendar may name them',
  ).optional(),
  trainee: flag('A colleague checks the answers before they go out.'),
  xSignIn: flag('Is signed in to X as the library, so can finish answers there.'),
};

const send = strict({
  undoSeconds: whole(5, 120, 'seconds')
    .default(20)
    .meta({ description: 'How long an approved answer can be undone.' }),
  goodForMinutes: whole(5, 60, 'minutes')
    .default(15)
    .meta({ description: 'An approved answer that X could not take by then goes back to its writer.' }),
});

const budget = strict({
  monthlyUsd: z.number({ error: 'dollars, such as 50' }).min(1, { error: 'at least 1 dollar' }).meta({
    description:
      'What X may bill in a month. The desk looks at X less often from 80 % on, and at 100 % it stops reading and sending.',
  }),
});

const aMap = { error: 'a map of staff keys, such as ana: { … }' };
const staffList = z.record(id, strict(member), aMap);
/** Slack knows the names of a channel's members, so a name may be left out. */
const somePeople = z.record(id, strict({ ...member, name: member.name.optional() }), aMap);

const desk = strict({
  channel: text(/^[CG][A-Z0-9]{5,}$/, 'a Slack channel id such as C0XDESK01 (channel details, at the end)'),
  x,
  timeZone,
  openHours,
  closures: closures.default([]),
  staff: z
    .union([z.literal('channel'), staffList], { error: 'channel, or a map of staff keys such as ana: { … }' })
    .meta({ description: 'Who answers: these people, or all members of the channel but guests.' }),
  people: somePeople
    .meta({
      description:
        'With staff: channel, what is to be known of some of its members. Name and signature are those of Slack unless said.',
    })
    .optional(),
  shifts,
  rota: feed.optional(),
  covers: covers.default([]),
  fallback: z
    .string({ error: 'a key of staff' })
    .meta({ description: 'Who is asked when nobody is on shift.' })
    .optional(),
  standards: standards
    .prefault({})
    .meta({ description: 'How long each kind of post may wait for an answer, in open hours.' }),
  nudges: nudges.prefault({}).meta({ description: 'How often the desk reminds people.' }),
  send: send.prefault({}),
  budget: budget.optional(),
  ...writing,
  language: z
    .string({ error: languageAllowed })
    .refine(isLanguage, { error: languageAllowed })
    .default(defaultLanguage)
    .meta({
      description:
        "Language of the desk's texts (BCP 47): it decides which forms words have by number, and how lists, days, months and durations are said.",
    }),
  words: z
    .record(z.string(), z.string({ error: 'a text' }), { error: 'a map of texts' })
    .default({})
    .meta({
      description:
        "Own wording for the desk's texts, by key; a key with forms by number may end in .zero, .one, .two, .few, .many and .other.",
    }),
});

export const deskFileSchema = strict({
  desks: z.record(id, desk, { error: 'a map of desks, such as central: { … }' }),
});

/** What may be written in the file. */
export type DeskFileInput = z.input<typeof deskFileSchema>;
/** One desk with its defaults filled in, still in the file's own shape. */
export type DeskEntry = z.output<typeof desk>;

/** The JSON Schema by which editors complete and check desk.yaml. */
export function deskJsonSchema(): object {
  return { title: 'Greeting Desk', ...z.toJSONSchema(deskFileSchema, { io: 'input' }) };
}
