import twitter from 'twitter-text';
import { hasLink } from '../model/compose.js';
import { cutShort } from '../model/cut-short.js';
import { versions, whyUnseen } from '../model/people.js';
import { isSummoned, whyRefused } from '../model/posting-rules.js';
import { type Draft, publish } from '../model/publish.js';
import type { Post, ReplySettings } from '../model/state.js';
import { answerBody, includedWith } from '../wire/answer.js';
import { readId, readObject } from '../wire/body.js';
import { prices } from '../wire/meter.js';
import { forbidden, invalidRequest, type PartialError, Problem, partialError } from '../wire/problems.js';
import { idsQuery, postQuery, readPath } from '../wire/query.js';
import type { Call, Outcome, Route } from '../wire/route.js';
import { showPost } from '../wire/show-post.js';

export const posts: readonly Route[] = [
  {
    call: 'GET /2/tweets',
    limits: { user: 5000, app: 3500 },
    needs: 'read',
    query: idsQuery(postQuery),
    answer: (call) => lookup(call, [...new Set(call.query.lists.ids)], 'ids'),
  },
  {
    call: 'GET /2/tweets/:id',
    limits: { user: 900, app: 450 },
    needs: 'read',
    query: postQuery,
    answer: (call) => lookup(call, [readPath('id', call.path.id ?? '')], 'id'),
  },
  {
    call: 'POST /2/tweets',
    limits: { user: 100, appDay: 10_000 },
    needs: 'write',
    query: {},
    answer: create,
  },
  {
    call: 'DELETE /2/tweets/:id',
    limits: { user: 50 },
    needs: 'write',
    query: {},
    answer: remove,
  },
];

function lookup(call: Call, ids: readonly string[], parameter: 'id' | 'ids'): Outcome {
  const { x, account, query } = call;
  const found: Post[] = [];
  const missing: PartialError[] = [];
  for (const id of ids) {
    const post = x.state.posts[id];
    const unseen = whyUnseen(x, account, post);
    if (post && !unseen) found.push(post);
    else missing.push(partialError(unseen ?? 'not-found', 'tweet', parameter, id));
  }
  if (parameter === 'id' && missing[0]) throw new Problem(404, { ...missing[0], status: 404 });
  const { includes, errors } = includedWith(x, account, found, query);
  const data = found.map((post) => showPost(x, post, query, account));
  return {
    body: answerBody({
      data: parameter === 'id' ? data[0] : data,
      includes,
      errors: [...missing, ...errors],
    }),
    priced: found.map((post) => ({ resource: `post:${post.id}`, mills: prices.post })),
    journal: { count: found.length },
  };
}

const createShape = {
  text: 'string',
  reply: 'object',
  quote_tweet_id: 'string',
  reply_settings: 'string',
  made_with_ai: 'boolean',
  paid_partnership: 'boolean',
  card_uri: 'unsupported',
  community_id: 'unsupported',
  direct_message_deep_link: 'unsupported',
  edit_options: 'unsupported',
  for_super_followers_only: 'unsupported',
  geo: 'unsupported',
  media: 'unsupported',
  nullcast: 'unsupported',
  poll: 'unsupported',
  share_with_followers: 'unsupported',
} as const;

const replyShape = {
  in_reply_to_tweet_id: 'string',
  exclude_reply_user_ids: 'array',
  auto_populate_reply_metadata: 'boolean',
} as const;

const replySettings: readonly string[] = ['following', 'mentionedUsers', 'subscribers', 'verified'];

function create(call: Call): Outcome {
  const { x, account } = call;
  const draft = readDraft(call.body);
  const refused = whyRefused(x, account, draft, 'api');
  if (refused) throw forbidden(refused);
  const target = draft.replyTo === undefined ? undefined : x.state.posts[draft.replyTo];
  const summoned = target !== undefined && isSummoned(x, account, target);
  const post = publish(x, account, draft, 'api');
  const mills = hasLink(draft.written)
    ? prices.createWithLink
    : summoned
      ? prices.createSummoned
      : prices.create;
  return {
    status: 201,
    body: {
      data: {
        id: post.id,
        text: cutShort(post)?.text ?? post.text,
        edit_history_tweet_ids: versions(x, post),
      },
    },
    priced: [{ mills }],
    journal: { id: post.id, shown: post.text, conversation_id: post.conversationId },
  };
}

function readDraft(body: unknown): Draft {
  const object = readObject(body, createShape);
  const written = String(object.text ?? '')
    .normalize('NFC')
    .trim();
  if (written === '') throw invalidRequest('$.text', '', '$.text: a post needs text or media');
  if (twitter.hasInvalidCharacters(written)) {
    throw invalidRequest('$.text', written, '$.text: contains invalid characters');
  }
  const reply = object.reply === undefined ? undefined : readObject(object.reply, replyShape, '$.reply');
  const settings = object.reply_settings;
  if (settings !== undefined && !replySettings.includes(String(settings))) {
    throw invalidRequest(
      '$.reply_settings',
      String(settings),
      `$.reply_settings: [${settings}] is not one of [${replySettings.join(',')}]`,
    );
  }
  return {
    written,
    ...(reply && { replyTo: readId(reply.in_reply_to_tweet_id, '$.reply.in_reply_to_tweet_id') }),
    ...(reply?.exclude_reply_user_ids !== undefined && {
      withoutNames: (reply.exclude_reply_user_ids as unknown[]).map((id) =>
        readId(id, '$.reply.exclude_reply_user_ids'),
      ),
    }),
    ...(object.quote_tweet_id !== undefined && { quotes: readId(object.quote_tweet_id, '$.quote_tweet_id') }),
    ...(settings !== undefined && { replySettings: settings as ReplySettings }),
  };
}

/** Deleting one version of a post deletes all its versions. */
function remove(call: Call): Outcome {
  const { x, account } = call;
  const id = readPath('id', call.path.id ?? '');
  const post = x.state.posts[id];
  if (!post || post.deleted) {
    throw new Problem(404, { ...partialError('not-found', 'tweet', 'id', id), status: 404 });
  }
  if (post.authorId !== account.id) throw forbidden('You are not authorized to delete this Tweet.');
  for (const version of versions(x, post)) {
    const one = x.state.posts[version];
    if (one) one.deleted = true;
  }
  return { body: { data: { deleted: true } }, priced: [{ mills: prices.delete }], journal: { id } };
}
