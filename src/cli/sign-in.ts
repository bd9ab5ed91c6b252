import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { type DeskConfig, loadDeskFile } from '../config/desk-file.js';
import { hasAccessToken, loadEnvFile, readAppKeys } from '../config/env.js';
import { withVariables } from '../config/setup/env-text.js';
import { ConfigError } from '../errors.js';
import { writeFiles } from './init/write-files.js';

interface Files {
  readonly desk: string;
  readonly env: string;
}

/** Adds `sign-in`, which gets the access token of an account that uses the developer app of another one. */
export function addSignIn(program: Command): void {
  program
    .command('sign-in')
    .description("get an access token for an account that shares another account's developer app, by a PIN")
    .argument('[desk-id]', 'the desk of the account; may be left out where there is one desk')
    .option('--desk <file>', 'the desks, their rota and their words', 'desk.yaml')
    .option('--env <file>', 'secrets and addresses, to which the token is written', '.env')
    .action(signInDesk);
}

async function signInDesk(id: string | undefined, files: Files): Promise<void> {
  const desk = chosen((await loadDeskFile(files.desk)).desks, id);
  const { handle, ownsApp, secrets } = desk.account;
  const names = { token: `X_${secrets}_ACCESS_TOKEN`, secret: `X_${secrets}_ACCESS_SECRET` };
  refuseIfElsewhere(Object.values(names));
  const env = loadEnvFile(files.env, process.env);
  const app = readAppKeys(env, secrets);
  console.log(advice(desk));
  if (ownsApp) {
    console.log(
      `desks.${desk.id}.x.ownsApp is true. For an account that does not own the app it has to be false, or the bill is counted too low.`,
    );
  }
  const questions = createQuestions();
  try {
    if (hasAccessToken(env, secrets)) {
      const answer = await questions.ask(
        `${files.env} has an access token of ${secrets}. Replace it? (y/N) `,
      );
      if (!/^y(es)?$/i.test(answer)) return console.log('Nothing was changed.');
    }
    const { signIn } = await import('../app/sign-in.js');
    const begun = await signIn(app, handle);
    console.log(
      `\nOpen this page in a browser, signed in to X as @${handle}, and authorize the app:\n${begun.page}\n`,
    );
    const pin = await questions.ask('The PIN that X then shows: ');
    const { accessSecret, accessToken, handle: signedIn } = await begun.finish(pin);
    if (signedIn.toLowerCase() !== handle.toLowerCase()) {
      throw new ConfigError([
        `@${signedIn} authorized the app, and desks.${desk.id}.x.handle is ${handle}. Nothing was written: sign in to X as @${handle} and begin again.`,
      ]);
    }
    const text = withVariables(existsSync(files.env) ? readFileSync(files.env, 'utf8') : '', {
      [names.token]: accessToken,
      [names.secret]: accessSecret,
    });
    await writeFiles([{ path: files.env, text, mode: 0o600 }]);
    console.log(
      `${names.token} and ${names.secret} of @${signedIn} are in ${files.env}, which only you may read.`,
    );
  } finally {
    questions.close();
  }
}

function chosen(desks: readonly DeskConfig[], id: string | undefined): DeskConfig {
  const named = desks.find((one) => one.id === id);
  if (named && named.network.id !== 'x') {
    throw new ConfigError([
      `desks.${named.id} is on ${named.network.name}, whose accounts have app passwords: put one into BLUESKY_${named.account.secrets}_APP_PASSWORD of .env.`,
    ]);
  }
  const real = desks.filter(({ account, network }) => network.id === 'x' && !account.practice);
  const [desk, another] = id === undefined ? real : real.filter((one) => one.id === id);
  if (desk && !another) return desk;
  const ids = real.map((one) => one.id).join(', ') || 'none on X that needs keys';
  throw new ConfigError([
    id === undefined
      ? `Which desk? Say it: sign-in <desk-id>. There are: ${ids}.`
      : `No desk '${id}'. There are: ${ids}.`,
  ]);
}

/** What stands in the environment of this shell wins over the file, so a token written there would never be used. */
function refuseIfElsewhere(names: readonly string[]): void {
  const set = names
    .flatMap((name) => [name, `${name}_FILE`])
    .filter((name) => process.env[name] !== undefined);
  if (set.length === 0) return;
  throw new ConfigError(
    set.map((name) => `${name} is set in the environment, which wins over the file; allowed: without it.`),
  );
}

const advice = ({ account: { handle } }: DeskConfig): string =>
  `The best is one developer app for each account: X bills whoever does not own the app 5 to 10 times as much for reading its
own posts, mentions and followers. This signs @${handle} in to the app of another account all the same.`;

/** Questions on the terminal. An input that ends answers nothing: it throws. */
function createQuestions() {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  return {
    ask: (question: string): Promise<string> =>
      lines
        .question(question, { signal: ended.signal })
        .then((answer) => answer.trim())
        .catch(() => {
          throw new ConfigError(['\nNo answer. Nothing was written.']);
        }),
    close: () => lines.close(),
  };
}
