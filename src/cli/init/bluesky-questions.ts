import type { BlueskyAnswers } from '../../config/setup/fresh-desk.js';
import { blueskyHandleFrom, fieldProblem } from '../../config/setup/typed-field.js';
import type { Account, Asked, Known } from './asked.js';
import { askPractice } from './begin-question.js';

const usualServer = 'https://bsky.social';

/** Asks whether people practise first, and for the account on Bluesky. */
export async function askBluesky(
  asked: Asked,
  known: Known<BlueskyAnswers>,
): Promise<Account<BlueskyAnswers>> {
  const { account, isLive, staff } = known;
  const live = "Needs an app password of the library's account. Bluesky bills nothing.";
  const isPractice =
    !isLive && (await askPractice(asked.prompts, account.practice, { network: 'Bluesky', live }));
  const practising = (handle: string) => ({
    account: { ...account, handle, practice: true },
    staff,
    variables: {},
  });
  if (isPractice) return practising((await askHandle(asked, account.handle)).handle);

  const found = await askHandle(asked, account.handle, (handle) => asked.setup.bluesky.place(handle));
  const { handle } = found;
  const service = found.server ?? (await askServer(asked, account.service));
  if (service !== usualServer) asked.prompts.say(`  Its server is ${service}.`);
  const name = `BLUESKY_${account.secrets}_APP_PASSWORD`;
  const password = await askPassword(asked, { handle, service }, known.secret(name));
  if (password === undefined) return practising(handle);
  return {
    account: { ...account, handle, service, practice: false },
    staff,
    variables: { [name]: password },
  };
}

interface Found {
  readonly handle: string;
  readonly server?: string;
}

type Look = Asked['setup']['bluesky']['place'];

/** The handle, and where `look` says that its account is. */
async function askHandle({ prompts }: Asked, present: string, look?: Look): Promise<Found> {
  let server: string | undefined;
  const typed = await prompts.line("The library's handle on Bluesky", present || undefined, async (text) => {
    const handle = blueskyHandleFrom(text);
    const problem = fieldProblem('blueskyHandle', handle);
    if (problem !== undefined || !look) return problem;
    const answer = await look(handle);
    if ('refused' in answer) return answer.refused;
    server = answer.found.server;
    return undefined;
  });
  return { handle: blueskyHandleFrom(typed), ...(server !== undefined && { server }) };
}

/** Nobody says which server holds the account, so whoever set it up is asked. */
async function askServer({ prompts, setup }: Asked, present: string): Promise<string> {
  prompts.say("  The directory of accounts doesn't say which server holds it.");
  return prompts.line('The server that holds the account', present, async (typed) => {
    const problem = fieldProblem('service', typed);
    if (problem !== undefined) return problem;
    const answer = await setup.bluesky.server(typed);
    return 'refused' in answer ? answer.refused : undefined;
  });
}

/** The app password, once Bluesky has signed in by it; undefined where somebody gives up. */
async function askPassword(
  { prompts, setup }: Asked,
  account: Found & { readonly service: string },
  present: string | undefined,
): Promise<string | undefined> {
  prompts.say(
    '  On Bluesky, signed in as the library: Settings, Privacy and security, App passwords, Add App Password.',
  );
  let kept = present;
  for (;;) {
    const password = await prompts.secret('App password (xxxx-xxxx-xxxx-xxxx)', kept, (typed) =>
      /^\S+$/u.test(typed) ? undefined : 'An app password is one word. Copy it with its button.',
    );
    const answer = await setup.bluesky.appPassword({ ...account, password });
    if ('found' in answer) return password;
    prompts.say(`  ${answer.refused}`);
    kept = undefined;
    const isOver = await prompts.one('Then', [
      { name: 'Try again', value: false },
      { name: 'Practise on', value: true },
    ]);
    if (isOver) return undefined;
  }
}
