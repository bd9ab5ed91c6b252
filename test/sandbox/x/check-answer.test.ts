import { expect, test } from 'vitest';
import { built, library, useX } from './build.js';
import { wrongIn } from './check-answer.js';

useX();

const post = { id: '1', text: 'hello', edit_history_tweet_ids: ['1'] };
const answered = (body: unknown, more = {}) => ({
  method: 'GET',
  path: '/2/users/1/mentions',
  status: 200,
  contentType: 'application/json',
  body,
  ...more,
});
const refused = (body: unknown, more = {}) =>
  answered(body, { status: 403, contentType: 'application/problem+json', ...more });

const missing = {
  title: 'Not Found Error',
  detail: 'gone',
  type: 'https://api.twitter.com/2/problems/resource-not-found',
  resource_type: 'tweet',
};
const forbidden = { title: 'Forbidden', detail: 'no', type: 'about:blank', status: 403 };

test.each([
  ['an answer in the old names', answered({ data: [post], meta: { result_count: 1 } })],
  ['an answer in the new names', answered({ data: [{ id: '1', edit_history_post_ids: ['1'] }] })],
  ['errors beside the data', answered({ data: [post], errors: [missing] })],
  ['a problem', refused(forbidden)],
  ['errors without a type', refused({ errors: [{ code: 88, message: 'Rate limit exceeded' }] })],
])('%s is right', (_name, one) => {
  expect(wrongIn(one)).toEqual([]);
});

test.each([
  ['a misspelt field', answered({ data: [{ ...post, lang_: 'en' }] }), '/data/0 must NOT have additional'],
  ['a field of another kind', answered({ data: [{ ...post, lang: 5 }] }), '/data/0/lang must be string'],
  [
    'a time that is none',
    answered({ data: [{ ...post, created_at: 'today' }] }),
    'must match format "date-time"',
  ],
  [
    'an empty list',
    answered({ data: [{ ...post, entities: { urls: [] } }] }),
    '/data/0/entities/urls is empty',
  ],
  ['a status that is another', answered({ data: [post] }, { status: 201 }), 'is 200 in the specification'],
  ['an error without its kind', answered({ errors: [{ ...missing, type: 'gone' }] }), '/errors/0'],
  ['an error that lacks a field', answered({ errors: [{ ...missing, detail: undefined }] }), '/errors/0'],
  ['a route of nobody', answered({ data: [] }, { path: '/2/lists' }), 'is no route of the specification'],
  ['a problem sent as JSON', refused(forbidden, { contentType: 'application/json' }), 'is a problem sent as'],
  ['a problem with another status', refused({ ...forbidden, status: 404 }), 'says 404 in its body'],
  ['a problem of an unknown type', refused({ ...forbidden, type: 'https://api.x.com/2/problems/no' }), '/ '],
  [
    'a problem without a detail',
    refused({ title: 'Forbidden', type: 'about:blank', status: 403 }),
    "'detail'",
  ],
  ['a page for people', refused('<html></html>'), 'has no JSON object for a body'],
  ['a refusal that says nothing', refused({}), 'has neither a type nor errors'],
])('%s is found', (_name, one, what) => {
  expect(wrongIn(one).join('\n')).toContain(what);
});

test('the client of the tests holds every answer against it', async () => {
  built.person('maya_reads');
  const id = built.post('maya_reads', '@centrallibrary #hello');
  const snapshot = JSON.stringify(built.x.snapshot());
  built.x.restore(JSON.parse(snapshot.replace(/"hashtags":\[[^\]]*\]/, '"hashtags":[]')));
  const read = built.client().v2.userMentionTimeline(library.id, { 'tweet.fields': 'entities' });
  await expect(read).rejects.toThrow('/data/0/entities/hashtags is empty');
  built.x.restore(JSON.parse(snapshot));
  expect((await built.client().v2.singleTweet(id, { 'tweet.fields': 'entities' })).data.id).toBe(id);
});
