import * as z from 'zod';
import { usualKeeping } from '../../core/desk/policy.js';
import { defaultLanguage, isLanguage } from '../../core/words/language.js';
import { maxNameLength } from '../../core/words/screen-room.js';
import { bluesky, channelId, x } from './accounts.js';
import { closures, covers, feed, nudges, openHours, shifts, standards, timeZone } from './rota-schema.js';
import { flag, oneLine, strict, text, whole } from './schema-parts.js';
import { writing } from './writing-schema.js';

const languageAllowed = 'a language such as en-GB, cy or pl (BCP 47)';

/** The form of desk ids and staff keys. */
export const idPattern = /^[a-z0-9-]+$/;
export const idAllowed = 'lower-case letters, digits and hyphens';

const id = z.string().meta({ pattern: idPattern.source, description: idAllowed });

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

const keep = strict({
  openDays: whole(1, 30, 'days').default(usualKeeping.openDays).meta({
    description:
      'How many days on which the library is open the words and names of patrons are kept after the last change of something closed. Then they go, here and in Slack.',
  }),
  hold: flag(
    "Keep the library's own replies and who approved them for records law, as long as this is set: no words and no names of patrons. `greeting-desk export replies` writes them to a file.",
  ),
});

const budget = strict({
  monthlyUsd: z.number({ error: 'dollars, such as 50' }).min(1, { error: 'at least 1 dollar' }).meta({
    description:
      'What X may bill in a month. X is looked at less often from 80 % on, and at 100 % nothing is read or sent.',
  }),
});

const aMap = { error: 'a map of staff keys, such as ana: { … }' };
const staffList = z.record(id, strict(member), aMap);
/** Slack knows the names of a channel's members, so a name may be left out. */
const somePeople = z.record(id, strict({ ...member, name: member.name.optional() }), aMap);

const desk = strict({
  channel: channelId,
  x: x.optional(),
  bluesky: bluesky.optional(),
  like: z
    .string({ error: 'the id of another desk of this file' })
    .meta({
      description:
        'Another desk whose staff, rota, closures and covers hold for this one, too, with its open hours, time zone and, unless said here, fallback. Never its pause, notes or budget.',
    })
    .optional(),
  privacyPolicy: text(/^https:\/\/[^\s"<>]{1,300}$/u, 'an address such as https://library.example/privacy')
    .meta({ description: 'Stands at the end of every private answer.' })
    .optional(),
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
  keep: keep.prefault({}).meta({ description: 'How long what patrons wrote is kept.' }),
  send: send.prefault({}),
  budget: budget.optional(),
  outcomes: flag(
    'Look again at 40 follows a month, drawn at random, after 7 and after 30 days: whether they still follow, and wrote to us. X bills about $0.50 a month for it.',
  ),
  ...writing,
  pictures: z.enum(['shown', 'onPress'], { error: 'shown or onPress' }).default('shown').meta({
    description:
      "Pictures of patrons' posts in Slack. shown: on the open card, but for those that X calls sensitive and those of somebody new to us, which wait for a press. onPress: all wait for a press.",
  }),
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

/** What a desk that is like another has from it: its people, and when each of them is on shift. */
export const sharedKeys = [
  'timeZone',
  'openHours',
  'closures',
  'staff',
  'people',
  'shifts',
  'rota',
  'covers',
] as const satisfies readonly (keyof DeskEntry)[];
type SharedKey = (typeof sharedKeys)[number];

export const deskFileSchema = strict({
  desks: z.record(id, desk, { error: 'a map of desks, such as central: { … }' }),
  budget: budget
    .meta({ description: 'What X may bill for all desks together, beside the budget of each.' })
    .optional(),
});

/** Some of its values, for whoever types them one by one. */
export const fields = {
  channel: channelId,
  handle: x.shape.handle,
  blueskyHandle: bluesky.shape.handle,
  service: bluesky.shape.service,
  timeZone,
  name: member.name,
  signature,
  monthlyUsd: budget.shape.monthlyUsd,
} as const;

/** What may be written in the file. */
export type DeskFileInput = z.input<typeof deskFileSchema>;
/** One desk with its defaults filled in, still in the file's own shape. */
export type DeskEntry = z.output<typeof desk>;

/** The JSON Schema by which editors complete and check desk.yaml. */
export function deskJsonSchema(): object {
  return {
    title: 'Greeting Desk',
    ...z.toJSONSchema(deskFileSchema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema !== desk) return;
        const { required = [] } = jsonSchema;
        const isShared = (key: string): key is SharedKey => sharedKeys.some((one) => one === key);
        jsonSchema.required = required.filter((key) => !isShared(key));
        jsonSchema.if = { required: ['like'] };
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        jsonSchema.then = { not: { anyOf: sharedKeys.map((key) => ({ required: [key] })) } };
        jsonSchema.else = { required: required.filter(isShared) };
      },
    }),
  };
}
