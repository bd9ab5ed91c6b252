import type { Words } from './words.js';

/** What a desk says that only links to what people write. */
export const linkOnlyWords = {
  'link-only.mentions.one': 'Somebody mentioned us',
  'link-only.mentions.other': 'Somebody mentioned us {count} times',
  'link-only.follow': 'Somebody followed us',
  'link-only.urgent': '🚨 Urgent',
  'link-only.about': '{what} · {time}',
  'link-only.line': '{to}, somebody mentioned us. Open it in {network}. What you type here stays in Slack.',
  'link-only.line-urgent':
    '{to}, somebody mentioned us, and it is urgent. Open it in {network}. What you type here stays in Slack.',
  'button.done': 'Done',
  'refused.link-only':
    '{network} wants an Enterprise plan before a public body reads here what people write, so this desk only links to it. Press Open in {network} and answer there.',
} as const satisfies Words;
