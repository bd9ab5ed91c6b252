import { boolean, byType, enumeration, integer, list, object, type Rule, string, url } from './shape.js';

/** Rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const styles = object(
  {},
  { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
);
const mentionStyle = object(
  {},
  {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
);

const inline = byType({
  text: object({ text: string(12_000, 1) }, { style: styles }),
  link: object({ url: url(3000) }, { text: string(12_000, 1), unsafe: boolean, style: styles }),
  user: object({ user_id: string(255, 1) }, { style: mentionStyle }),
  usergroup: object({ usergroup_id: string(255, 1) }, { style: mentionStyle }),
  channel: object({ channel_id: string(255, 1) }, { style: mentionStyle }),
  emoji: object(
    { name: string(255, 1) },
    { unicode: string(255, 1), skin_tone: integer(1, 6), style: styles },
  ),
  broadcast: object({ range: enumeration('here', 'channel', 'everyone') }, { style: mentionStyle }),
  color: object({ value: string(255, 1) }),
  date: object(
    { timestamp: integer(0, Number.MAX_SAFE_INTEGER), format: string(255, 1) },
    { url: url(3000), fallback: string(3000, 1), style: styles },
  ),
});

const anyNumber = 10_000;
const border = { border: integer(0, 1) };
const section = object({ elements: list(inline, 1, anyNumber) });

export const richTextBlock: Rule = object(
  {
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_list: object(
          {
            style: enumeration('bullet', 'ordered'),
            elements: list(byType({ rich_text_section: section }), 1, anyNumber),
          },
          { indent: integer(0, 8), offset: integer(0, anyNumber), ...border },
        ),
        rich_text_quote: object({ elements: list(inline, 1, anyNumber) }, border),
        rich_text_preformatted: object(
          { elements: list(inline, 1, anyNumber) },
          { ...border, language: string(100) },
        ),
      }),
      1,
      anyNumber,
    ),
  },
  { block_id: string(255, 1) },
);
