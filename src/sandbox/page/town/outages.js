import { attempt, call, x } from '../act.js';
import { h } from '../dom.js';
import { toast } from '../ui.js';

const fault = (planned) => call('/faults', planned);
const failing = (calls, planned) => Promise.all(calls.map((one) => fault({ ...planned, call: one })));

const outages = [
  {
    name: 'X times out after posting',
    about: 'The next answer is published, but X never says so.',
    begin: () => fault({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'hang' }),
  },
  {
    name: 'X is over capacity',
    about: 'X turns away the next three answers.',
    begin: () => fault({ side: 'x', call: 'POST /2/tweets', how: 'status', status: 503, times: 3 }),
  },
  {
    name: 'X cannot be reached',
    about: 'No connection for twenty seconds.',
    begin: () => fault({ side: 'x', how: 'refused', ms: 20_000 }),
  },
  {
    name: 'X shows posts late',
    about: 'Our own posts take a minute to appear in our timeline.',
    begin: () => x('lag', { timelineMs: 60_000 }),
  },
  {
    name: 'X leaves out words',
    about: 'The newest mention comes without its text, five times.',
    begin: () =>
      fault({ side: 'x', call: 'GET /2/users/:id/mentions', how: 'odd', odd: 'no-text', times: 5 }),
  },
  {
    name: 'Spend cap reached',
    about: 'The X account has no money left this month.',
    begin: () => x('money', { spendCapUsd: 0 }),
  },
  {
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
    name: 'Slack drops its connections',
    about: 'Every open connection is cut; the desk has to come back.',
    begin: () => call('/slack/disconnect', { reason: 'cut', all: true }),
  },
];

async function endAll() {
  await call('/faults', undefined, 'DELETE');
  await x('money', { creditsUsd: -1, spendCapUsd: -1 });
  await x('lag', { timelineMs: 0, mentionsMs: 0, followersMs: 0 });
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
          class: outage.name.startsWith('Slack') ? 'choice with-slack' : 'choice',
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
