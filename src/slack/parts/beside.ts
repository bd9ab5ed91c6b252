import type { Button, Overflow, SectionBlock } from '@slack/web-api';
import { escapeMarkdown, escapeText, type Inline } from './blocks.js';

/**
 * Lines with a menu or button beside them, which takes no height of its own. Rich text has no place for one, so the lines are
 * mrkdwn; with `verbatim` Slack makes no links of bare addresses and names.
 * https://docs.slack.dev/reference/block-kit/blocks/section-block
 */
export function beside(
  lines: readonly (readonly Inline[])[],
  accessory: Button | Overflow | undefined,
): SectionBlock {
  const text = lines.map((inlines) => inlines.map(marked).join('')).join('\n');
  return {
    type: 'section',
    text: { type: 'mrkdwn', text, verbatim: true },
    ...(accessory ? { accessory } : {}),
  };
}

/** A part of a line in mrkdwn. */
function marked(one: Inline): string {
  if (one.type === 'user') return `<@${one.user_id}>`;
  const shown = escapeMarkdown(one.text ?? '');
  if (one.type === 'link') return `<${escapeText(one.url)}|${shown}>`;
  return one.style?.bold ? `*${shown}*` : shown;
}
