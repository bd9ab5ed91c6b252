import type { Fields } from '../blocks/json.js';
import { createArgs } from './args.js';
import { readContent, requireSomething } from './content.js';
import { findMessage, postMessage, removeMessage } from './messages.js';
import { Refused } from './refused.js';
import type { ResponseUrl } from './state.js';
import { nextTs, type Workspace } from './workspace.js';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const uses = 5;
const lifeMs = 30 * 60_000;

type Target = Pick<ResponseUrl, 'user' | 'channel' | 'messageTs'>;

/** A new response URL of an interaction. It works five times within 30 minutes of the sandbox's clock. */
export function issueResponseUrl(slack: Workspace, kind: 'actions' | 'commands', target: Target): string {
  const path = `/${kind}/${slack.state.team.id}/${slack.world.random.text(13, '0123456789')}/${slack.world.random.text(24)}`;
  slack.state.responseUrls[path] = { ...target, usesLeft: uses, expiresAt: slack.world.clock.now() + lifeMs };
  return `${slack.origin}${path}`;
}

/** Uses a response URL once. Throws Refused: `expired_url`, `used_url`, or what is wrong with the message. */
export function useResponseUrl(slack: Workspace, path: string, payload: Fields): void {
  const target = slack.state.responseUrls[path];
  if (!target) throw new Refused('invalid_url');
  if (slack.world.clock.now() >= target.expiresAt) throw new Refused('expired_url');
  if (target.usesLeft === 0) throw new Refused('used_url');
  answer(slack, target, payload);
  target.usesLeft -= 1;
}

/** Shows the app's answer: to the person alone, to the channel, or in place of the message with the button. */
export function answer(slack: Workspace, target: Target, payload: Fields): void {
  const { state, world } = slack;
  const args = createArgs(payload);
  const content = readContent(args, world.random);
  const channel = state.channels[target.channel];
  if (!channel) throw new Refused('channel_not_found');
  if (channel.archived) throw new Refused('is_archived');
  const detail = { user: target.user, channel: target.channel, ...payload };
  if (args.flag('delete_original')) {
    removeOriginal(slack, target);
  } else if (args.flag('replace_original')) {
    requireSomething(content);
    replaceOriginal(slack, target, content);
  } else {
    requireSomething(content);
    const threadTs = args.text('thread_ts');
    if (args.text('response_type') === 'in_channel') {
      if (channel.restricted) throw new Refused('restricted_action');
      postMessage(slack, { ...content, channel, user: state.app.botUser, threadTs });
    } else {
      state.ephemerals.push({
        ...content,
        ts: nextTs(slack),
        channel: channel.id,
        user: target.user,
        text: content.text ?? '',
        ...(threadTs && { threadTs }),
      });
    }
  }
  world.journal.write('slack', 'response_url', detail);
}

function ephemeralOf({ state }: Workspace, { messageTs, user }: Target) {
  return state.ephemerals.find((each) => each.ts === messageTs && each.user === user);
}

function removeOriginal(slack: Workspace, target: Target): void {
  const { state } = slack;
  const ephemeral = ephemeralOf(slack, target);
  if (ephemeral) state.ephemerals = state.ephemerals.filter((each) => each !== ephemeral);
  const message = target.messageTs && findMessage(state, target.channel, target.messageTs);
  if (message) removeMessage(state, message);
}

function replaceOriginal(slack: Workspace, target: Target, content: ReturnType<typeof readContent>): void {
  const ephemeral = ephemeralOf(slack, target);
  const message = target.messageTs ? findMessage(slack.state, target.channel, target.messageTs) : undefined;
  const original = ephemeral ?? message;
  if (!original) throw new Refused('message_not_found');
  original.text = content.text ?? '';
  if (content.blocks) original.blocks = content.blocks;
  else delete original.blocks;
  if (content.attachments) original.attachments = content.attachments;
  else delete original.attachments;
  if (message && !content.blocks?.length)
    message.edited = { user: slack.state.app.botUser, ts: nextTs(slack) };
}
