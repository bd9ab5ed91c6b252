import { attempt, bluesky, call, x } from '../act.js';
import { h } from '../dom.js';
import { toast } from '../ui.js';

const fault = (planned) => call('/faults', planned);
const failing = (calls, planned) => Promise.all(calls.map((one) => fault({ ...planned, call: one })));

const put = 'POST com.atproto.repo.putRecord';

const outages = [
  {
    of: 'x',
    name: 'X times out after posting',
    about: 'The next answer is published, but X never says so.',
    begin: () => fault({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'hang' }),
  },
  {
    of: 'x',
    name: 'X is over capacity',
    about: 'X turns away the next three answers.',
    begin: () => fault({ side: 'x', call: 'POST /2/tweets', how: 'status', status: 503, times: 3 }),
  },
  {
    of: 'x',
    name: 'X cannot be reached',
    about: 'No connection for twenty seconds.',
    begin: () => fault({ side: 'x', how: 'refused', ms: 20_000 }),
  },
  {
    of: 'x',
    name: 'X shows posts late',
    about: 'Our own posts take a minute to appear in our timeline.',
    begin: () => x('lag', { timelineMs: 60_000 }),
  },
  {
    of: 'x',
    name: 'X leaves out words',
    about: 'The newest mention comes without its text, five times.',
    begin: () =>
      fault({ side: 'x', call: 'GET /2/users/:id/mentions', how: 'odd', odd: 'no-text', times: 5 }),
  },
  {
    of: 'x',
    name: 'Spend cap reached',
    about: 'The X account has no money left this month.',
    begin: () => x('money', { spendCapUsd: 0 }),
  },
  {
    of: 'bluesky',
    name: 'Bluesky times out after posting',
    about: 'The next answer is published, but Bluesky never says so.',
    begin: () => fault({ side: 'bluesky', call: put, when: 'after', how: 'hang' }),
  },
  {
    of: 'bluesky',
    name: 'Bluesky is over capacity',
    about: 'Bluesky turns away the next three answers.',
    begin: () => fault({ side: 'bluesky', call: put, how: 'status', status: 503, times: 3 }),
  },
  {
    of: 'bluesky',
    name: 'Bluesky cannot be reached',
    about: 'No connection for twenty seconds.',
    begin: () => fault({ side: 'bluesky', how: 'refused', ms: 20_000 }),
  },
  {
    of: 'bluesky',
    name: 'Bluesky shows posts late',
    about: 'What is written appears a minute later.',
    begin: () => bluesky('lag', { ms: 60_000 }),
  },
  {
    of: 'bluesky',
    name: 'Bluesky cannot be read',
    about: 'Posts and followers cannot be read; what is written still arrives.',
    begin: () => bluesky('appView', { down: true }),
  },
  {
    of: 'slack',
    name: 'Slack is rate limited',
    about: 'Slack asks to wait ten seconds, four times.',
    begin: () =>
      failing(['chat.postMessage', 'chat.update'], {
        side: 'slack',
        how: 'status',
        status: 429,
        headers: { 'retry-after': '10' },
        body: { ok: false, error: 'ratelimited' },
        times: 2,
      }),
  },
  {
    of: 'slack',
    name: 'Slack drops its connections',
    about: 'Every open connection is cut; the desk has to come back.',
    begin: () => call('/slack/disconnect', { reason: 'cut', all: true }),
  },
];

async function endAll() {
  await call('/faults', undefined, 'DELETE');
  await x('money', { creditsUsd: -1, spendCapUsd: -1 });
  await x('lag', { timelineMs: 0, mentionsMs: 0, followersMs: 0 });
  await bluesky('lag', { ms: 300 });
  await bluesky('appView', { down: false });
  toast('Everything works again.');
}

/** What can go wrong, by name. */
export function outageList() {
  const begin = async (outage) => {
    await outage.begin();
    toast(`${outage.name}.`);
  };
  return h(
    'div',
    { class: 'outages' },
    outages.map((outage) =>
      h(
        'button',
        {
          type: 'button',
          class: `choice ${outage.of === 'slack' ? 'with-slack' : `of-${outage.of}`}`,
          onclick: () => attempt(() => begin(outage)),
        },
        h('b', {}, outage.name),
        h('span', {}, outage.about),
      ),
    ),
    h(
      'button',
      { type: 'button', class: 'button primary', onclick: () => attempt(endAll) },
      'Everything works again',
    ),
  );
}
