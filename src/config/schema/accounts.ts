import * as z from 'zod';
import { flag, strict, text } from './schema-parts.js';
import { phrases } from './writing-schema.js';

export const channelId = text(
  /^[CG][A-Z0-9]{5,}$/,
  'a Slack channel id such as C0XDESK01 (channel details, at the end)',
);

const privateMessages = strict({
  channel: channelId.meta({
    description:
      'A private Slack channel of colleagues alone. Private messages are shown there and nowhere else.',
  }),
  stopWords: phrases(
    'A private message that says one of these and nothing else ends the conversation, in place of the usual ones.',
  ).optional(),
});

const practicePage = text(
  /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/,
  'an origin in small letters, such as https://practice.library.example',
)
  .optional()
  .meta({
    description:
      'With practice: the address at which colleagues open the practice page, such as that of a proxy of yours; else only this machine opens it.',
  });

/** An account on X. */
export const x = strict({
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
  practicePage,
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
    .enum(['enterprise', 'notGovernment', 'linkOnly'], { error: 'enterprise, notGovernment or linkOnly' })
    .meta({
      description:
        'enterprise: the library is part of a council, county or state body and has an Enterprise plan. notGovernment: it is not part of one. linkOnly: it is part of one and has no such plan, so cards carry no name, text or picture and only link to X.',
    })
    .optional(),
  privateMessages: privateMessages
    .meta({ description: 'Watches private messages. It needs privacyPolicy.' })
    .optional(),
});

/** An account on Bluesky, which has no price, no plans and no private messages for programs. */
export const bluesky = strict({
  handle: text(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    "the account's Bluesky name without @, in small letters, such as centrallibrary.bsky.social",
  ),
  secrets: text(/^[A-Z][A-Z0-9_]*$/, 'a name in capitals: MAIN stands for BLUESKY_MAIN_APP_PASSWORD in .env'),
  service: text(
    /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/,
    'an origin in small letters, such as https://bsky.social',
  )
    .default('https://bsky.social')
    .meta({ description: 'The server that holds the account, where that is another one than bsky.social.' }),
  practice: flag(
    'People practise: the desk runs a Bluesky of its own, and nothing goes to the real one. It needs no app password.',
  ),
  practicePage,
});
