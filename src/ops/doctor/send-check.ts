import type { Desk } from '../../core/desk/desk.js';
import type { Check } from '../../core/doctor/check.js';
import type { PostId } from '../../core/ids.js';
import { postPrice, priceText } from '../../core/money/bill.js';
import type { BudgetOf } from '../../core/money/budget-use.js';
import { networkAddress } from '../../core/network/networks.js';
import { say } from '../../core/words/words.js';
import { isStorageFault, KeysRefused } from '../../errors.js';
import { note, ok, unknown, wrong } from './probe.js';
import { type DeskOnNetwork, howToPermit } from './x-desk.js';

/** What became of the post. */
type Became =
  | { readonly became: 'paused' | 'not-agreed' | 'deleted' }
  | { readonly became: 'over-budget'; readonly of: BudgetOf }
  | { readonly became: 'refused' | 'unknown'; readonly fault: Error }
  | { readonly became: 'left'; readonly id: PostId; readonly fault: Error };

interface Sending {
  readonly desk: DeskOnNetwork & Pick<Desk, 'words'>;
  /** Puts a question to whoever runs it; undefined where nobody can be asked. */
  readonly agree: (question: string) => Promise<boolean | undefined>;
  /** Writes the text and deletes it, once `agree` said yes. Throws where the store can't be read. */
  readonly send: (text: string, agree: () => Promise<boolean>) => Promise<Became>;
  /** Unix ms. */
  readonly now: number;
}

const idOf = ({ network }: Pick<Desk, 'network'>): string => `${network.id}.send`;

/** `--send`: proves that the desk can write, by one post that is deleted at once. Only somebody at a terminal may agree to it. */
export async function sendCheck({ agree, desk, now, send }: Sending): Promise<readonly Check[]> {
  const { account, network } = desk;
  const id = idOf(desk);
  if (account.practice || account.linkOnly) {
    const why = account.practice ? 'people practise here' : 'this desk never writes there';
    return [note(id, `${network.name}: nothing was sent, because ${why}.`)];
  }
  // The network refuses the same words twice.
  const time = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
  const text = say(desk.words, 'test.post', { time });
  try {
    const price = postPrice(network.prices, text, false) + (network.prices?.delete ?? 0);
    let answer: boolean | undefined;
    const outcome = await send(text, async () => {
      answer = await agree(questionOf(desk, text, price));
      return answer === true;
    });
    const isUnasked = outcome.became === 'not-agreed' && answer === undefined;
    return [isUnasked ? nobodyThere(id, network.name) : checkOf(desk, price, outcome)];
  } catch (fault) {
    if (!isStorageFault(fault)) throw fault;
    const found = `${network.name}: nothing was sent, because nobody knows whether sending is stopped (${fault.message}).`;
    return [wrong(id, found, 'Repair Redis (REDIS_URL) first.')];
  }
}

/** Without one of these nothing can be sent. */
const needed = ['account', 'right', 'plan', 'limits'];

/** What is known of an account, and then of sending; nothing is sent where the keys are not those of the account, or may only read. */
export async function checksWithSend(
  desk: Pick<Desk, 'network'>,
  checks: readonly Check[],
  send: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  const { id: network } = desk.network;
  const isHopeless = ({ id, mark }: Check) =>
    mark === 'wrong' && needed.some((name) => id === `${network}.${name}`);
  if (checks.some(isHopeless))
    return [...checks, unknown(idOf(desk), 'Nothing was sent: see what is said of the account.')];
  const sent = await send();
  const isProven = sent.some(({ mark }) => mark === 'ok');
  return [
    ...checks.filter((one) => !(isProven && one.id === `${network}.right` && one.mark === 'unknown')),
    ...sent,
  ];
}

const nobodyThere = (id: string, network: string): Check =>
  wrong(
    id,
    `${network}: nothing was sent, because nobody is at a terminal who could agree to it.`,
    'Run `greeting-desk doctor --send` in a terminal.',
  );

function questionOf({ account, network }: DeskOnNetwork, text: string, price: number): string {
  return [
    `Write this as @${account.handle} on ${network.name}, and delete it at once?`,
    `    ${text}`,
    '  Followers may see it, and be notified of it, before it is gone.',
    `  ${network.name} bills ${price > 0 ? priceText(price) : 'nothing'} for both.`,
  ].join('\n');
}

function checkOf(desk: DeskOnNetwork, price: number, outcome: Became): Check {
  const { account, network } = desk;
  const { name, origin, paths, places } = network;
  const id = idOf(desk);
  const because = 'fault' in outcome ? outcome.fault.message.replace(/\.$/u, '') : '';
  const profile = networkAddress(origin, paths.profile, { handle: account.handle });
  switch (outcome.became) {
    case 'deleted':
      return ok(
        id,
        `${name}: a post was written and deleted${price > 0 ? ` (${priceText(price)}, on the desk's bill)` : ''}.`,
      );
    case 'not-agreed':
      return unknown(id, `${name}: nothing was sent, because nobody agreed to it.`);
    case 'paused':
      return unknown(id, `${name}: nothing was sent, because sending is paused.`, 'In Slack: /greet resume.');
    case 'over-budget': {
      const [whose, where] =
        outcome.of === 'desk'
          ? ["the desk's budget of this month", `desks.${desk.id}.budget`]
          : ['the budget of this month for all desks together', 'budget (not that of a desk)'];
      return unknown(
        id,
        `${name}: nothing was sent, because ${whose} is used up.`,
        `Raise ${where} in desk.yaml, or wait for the next month.`,
      );
    }
    case 'refused': {
      const isNotPermitted = outcome.fault instanceof KeysRefused && outcome.fault.reason === 'not-permitted';
      return isNotPermitted
        ? wrong(
            id,
            `${name}: the access token may only read (${because}).`,
            howToPermit(desk, 'read and write'),
          )
        : wrong(
            id,
            `${name}: the post was not taken (${because}).`,
            'See the other lines about the account.',
          );
    }
    case 'unknown':
      return wrong(
        id,
        `${name} did not say whether it took the post, which is not sent again.`,
        `Look at ${profile}, and delete the post there if you see it.`,
      );
    case 'left':
      return wrong(
        id,
        `${name}: a post was written, but not deleted (${because}).`,
        `Delete it yourself: ${networkAddress(origin, paths.post, places.post(outcome.id))}`,
      );
  }
}
