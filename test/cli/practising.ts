import { afterAll, beforeAll, expect } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { changedDeskFile } from '../e2e/desk-file.js';
import { pollNow } from './poll-now.js';
import { type Running, run, start } from './program.js';

/** Desks that practise, as processes of the built program over a sandbox of Slack; `account` is theirs in desk.yaml. */
export function usePractice(account: string) {
  let slack: Sandbox;
  const started: Running[] = [];
  beforeAll(async () => {
    slack = await createSandbox();
  });
  afterAll(async () => {
    for (const { process } of started) process.kill('SIGKILL');
    await slack.close();
  });

  const deskFile = () => changedDeskFile((text) => text.replace(/x: \{[^}]*\}/u, account));
  /** Slack alone: no address of a network, and no secrets of one. */
  const environment = (prefix: string, more: Record<string, string> = {}) => ({
    SLACK_BOT_TOKEN: 'xoxb-sandbox',
    SLACK_APP_TOKEN: 'xapp-sandbox',
    SLACK_API_URL: slack.slackUrl,
    REDIS_URL: process.env.REDIS_URL ?? '',
    REDIS_PREFIX: prefix,
    ...more,
  });
  const act = async (name: string, args: Record<string, unknown>) =>
    (await slack.slack.acts[name]?.(args)) as Record<string, unknown>;
  const cardsOf = async (words: string): Promise<readonly ShownMessage[]> => {
    const { messages } = (await act('messages', { channel })) as { messages: ShownMessage[] };
    return messages.filter((one) => !one.thread_ts && wordsOf(one.blocks).includes(words));
  };

  return {
    slack: () => slack,
    deskFile,
    act,
    cardsOf,

    /** Runs a command with this desk file to its end. */
    run: async (command: readonly string[], prefix: string, more?: Record<string, string>) =>
      run([...command, '--desk', await deskFile(), '--env', '/dev/null'], environment(prefix, more)),

    /** Starts the desk. Gives the program, and its page with the token, as the log says them. */
    async begin(file: string, prefix: string, more?: Record<string, string>) {
      const desk = start(['run', '--desk', file, '--env', '/dev/null'], environment(prefix, more));
      started.push(desk);
      let log = '';
      desk.process.stderr?.on('data', (part: Buffer) => {
        log += part.toString();
      });
      await desk.says('"started"');
      const [, address = ''] = /the patrons of this desk at (http:[^"\s]+)/.exec(log) ?? [];
      const { origin: page, searchParams } = new URL(address);
      return { desk, page, token: searchParams.get('token') ?? '' };
    },

    /** Waits for the one card with these words, while the desk looks early. */
    async card(prefix: string, poll: 'followers' | 'mentions', words: string): Promise<ShownMessage> {
      const soon = { timeout: 20_000, interval: 500 };
      const look = async () => {
        await pollNow(prefix, poll, 'central-practice');
        return cardsOf(words);
      };
      await expect.poll(look, soon).toHaveLength(1);
      const [found] = await cardsOf(words);
      if (!found) throw new Error(`No card says ${words}.`);
      return found;
    },
  };
}

/** Acts on the network of a practice page. */
export const actsOn =
  (page: string, network: 'x' | 'bluesky', token: string) =>
  async (name: string, args: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const body = JSON.stringify(args);
    const answered = await fetch(`${page}/${network}/${name}?token=${token}`, { method: 'POST', body });
    return (await answered.json()) as Record<string, unknown>;
  };
