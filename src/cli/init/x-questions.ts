import type { XKeys } from '../../app/setup.js';
import type { XAnswers } from '../../config/setup/fresh-desk.js';
import { fieldProblem, handleFrom } from '../../config/setup/typed-field.js';
import type { Account, Asked, Known } from './asked.js';
import { askPractice } from './begin-question.js';
import type { Prompts } from './prompts.js';

/** Asks whether people practise first, and for the account on X. */
export async function askX(asked: Asked, known: Known<XAnswers>): Promise<Account<XAnswers>> {
  const live =
    "Needs a developer app of the library's account with its four keys, and X bills what is read and written.";
  const isPractice =
    !known.isLive && (await askPractice(asked.prompts, known.account.practice, { network: 'X', live }));
  if (!isPractice) return askRealAccount(asked, known);
  const handle = await askHandle(asked.prompts, known.account.handle);
  return practising(known, handle);
}

/** For practice everybody counts as signed in: on the desk's own X they are. */
const practising = ({ account, staff }: Known<XAnswers>, handle: string): Account<XAnswers> => ({
  account: { ...account, handle, practice: true },
  staff: staff.map((one) => ({ ...one, xSignIn: true })),
  variables: {},
});

async function askHandle(prompts: Prompts, present: string): Promise<string> {
  const typed = await prompts.line("The library's handle on X", present || undefined, (text) =>
    fieldProblem('handle', handleFrom(text)),
  );
  return handleFrom(typed);
}

/** Asks for all that the real X needs; practises on where that is not known, or the keys are refused. */
async function askRealAccount(asked: Asked, known: Known<XAnswers>): Promise<Account<XAnswers>> {
  const { prompts } = asked;
  const { account, staff } = known;
  const wanted = await askHandle(prompts, account.handle);
  const governmentUse = await askGovernmentUse(prompts, account.governmentUse);
  const taken = governmentUse && (await askKeys(asked, wanted, keysOf(known)));
  if (!taken) return practising(known, wanted);
  const { handle, keys } = taken;
  const ownsApp = await prompts.yes(
    `Does @${handle} own the developer app? (Else X bills more for reading.)`,
    account.ownsApp,
  );
  const monthlyUsd = await prompts.line(
    'What may X bill in a month, in dollars? The desk stops there.',
    String(account.monthlyUsd ?? 50),
    (typed) => fieldProblem('monthlyUsd', Number(typed)),
  );
  const signedIn =
    staff.length === 0
      ? []
      : await prompts.several(
          `Who is signed in to X as @${handle}? Only they can greet new followers.`,
          staff.map(({ key, name, xSignIn }) => ({
            name,
            value: key,
            checked: xSignIn && !account.practice,
          })),
          () => undefined,
        );
  const plan = governmentUse === 'enterprise' ? 'enterprise' : account.plan;
  return {
    account: {
      ...account,
      handle,
      practice: false,
      plan,
      ownsApp,
      governmentUse,
      monthlyUsd: Number(monthlyUsd),
    },
    variables: variablesOf(account.secrets, keys),
    staff: staff.map((one) => ({ ...one, xSignIn: signedIn.includes(one.key) })),
  };
}

/** Undefined where nobody knows yet. Nothing is said for the library by pressing Enter. */
async function askGovernmentUse(
  prompts: Prompts,
  present: XAnswers['governmentUse'],
): Promise<XAnswers['governmentUse']> {
  prompts.say(
    "  X's developer agreement wants an Enterprise plan for government bodies. Ask X before you go live.",
  );
  const said = await prompts.one<NonNullable<XAnswers['governmentUse']> | 'unknown'>(
    'Is the library part of a council, county or state body?',
    [
      { name: 'No', value: 'notGovernment' },
      { name: 'Yes, and it has an Enterprise plan of X', value: 'enterprise' },
      {
        name: 'Yes, and it has none',
        value: 'linkOnly',
        description: '  Cards carry no name, text or picture, only a link to X, where colleagues answer.',
      },
      { name: "I don't know yet: practise on", value: 'unknown' },
    ],
    present ?? 'unknown',
  );
  return said === 'unknown' ? undefined : said;
}

const keyNames = {
  appKey: 'API key',
  appSecret: 'API key secret',
  accessToken: 'Access token',
  accessSecret: 'Access token secret',
} as const;

/** The four keys, once X has said that they are the account's; undefined where somebody gives up. */
async function askKeys(
  { prompts, setup }: Asked,
  wanted: string,
  present: Partial<XKeys>,
): Promise<{ readonly handle: string; readonly keys: XKeys } | undefined> {
  prompts.say(
    '  At console.x.com, in your app: Keys and tokens. First set "Read and write", then make the access token.',
  );
  let kept: Partial<XKeys> = present;
  for (;;) {
    const ask = (name: keyof typeof keyNames) =>
      prompts.secret(keyNames[name], kept[name], (typed) =>
        /^\S{8,}$/u.test(typed)
          ? undefined
          : 'A key is one word of 8 letters or more. Copy it with its button.',
      );
    const keys: XKeys = {
      appKey: await ask('appKey'),
      appSecret: await ask('appSecret'),
      accessToken: await ask('accessToken'),
      accessSecret: await ask('accessSecret'),
    };
    kept = keys;
    const answer = await setup.account(keys);
    if ('found' in answer) {
      const { handle } = answer.found;
      if (handle.toLowerCase() === wanted.toLowerCase()) return { handle: wanted, keys };
      prompts.say(`  These are the keys of @${handle}, not of @${wanted}.`);
      const isOther = await prompts.one('Then', [
        { name: `Other keys, those of @${wanted}`, value: false },
        { name: `@${handle} is the account`, value: true },
      ]);
      if (isOther) return { handle, keys };
      continue;
    }
    prompts.say(`  ${answer.refused}`);
    const isOver = await prompts.one('Then', [
      { name: 'Try again (Enter leaves a key as it is)', value: false },
      { name: 'Practise on', value: true },
    ]);
    if (isOver) return undefined;
  }
}

const partOf = {
  appKey: 'APP_KEY',
  appSecret: 'APP_SECRET',
  accessToken: 'ACCESS_TOKEN',
  accessSecret: 'ACCESS_SECRET',
} as const;
const parts = Object.entries(partOf) as [keyof typeof partOf, string][];

function keysOf({ account, secret }: Known<XAnswers>): Partial<XKeys> {
  const found = parts.map(([key, part]) => [key, secret(`X_${account.secrets}_${part}`)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

const variablesOf = (name: string, keys: XKeys): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map(([key, part]) => [`X_${name}_${part}`, keys[key]]));
