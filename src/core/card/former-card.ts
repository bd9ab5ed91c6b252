import { leadingNames, plainText } from '../post/plain.js';
import type { Link } from '../post/post.js';
import type { Answer, Card, Mention } from './card.js';

/** A link as cards of format 1 have it: `shown` is the short address in the text, `display` what people read. */
interface FormerLink {
  readonly shown: string;
  readonly expanded: string;
  readonly display: string;
}

/** A mention of format 1: its text has `&amp;` `&lt;` `&gt;` and short addresses, and photos are only counted. */
type FormerMention = Omit<Mention, 'links' | 'media'> & {
  readonly links: readonly FormerLink[];
  readonly photos: number;
};

/** A card as version 0.1.0 stored it. */
export type FormerCard = Omit<Card, 'format' | 'acts'> & {
  readonly format: 1;
  readonly acts: readonly (Exclude<Card['acts'][number], Mention> | FormerMention)[];
};

/** A card of format 1 in today's format, in which texts stand as people read them. */
export function fromFormat1(card: FormerCard): Card {
  return {
    ...card,
    format: 2,
    acts: card.acts.map((act) => (act.kind === 'mention' ? plainMention(act) : act)),
    answers: card.answers.map(plainAnswer),
  };
}

function plainMention({ photos, ...act }: FormerMention): Mention {
  return {
    ...act,
    ...withDisplayedLinks(plainText(act.text), act.links),
    media: Array.from({ length: photos }, () => ({ kind: 'photo' as const })),
  };
}

function withDisplayedLinks(text: string, links: readonly FormerLink[]): { text: string; links: Link[] } {
  const known = new Map(links.filter(({ shown }) => shown !== '').map((one) => [one.shown, one]));
  if (known.size === 0) return { text, links: [] };
  const found: Link[] = [];
  let shown = '';
  for (const part of text.split(/(https?:\/\/[\w./-]+)/u)) {
    const link = known.get(part);
    const start = shown.length;
    shown += link ? link.display || part : part;
    if (link) found.push({ start, end: shown.length, url: link.shown, expanded: link.expanded });
  }
  return { text: shown, links: found };
}

function plainAnswer(answer: Answer): Answer {
  const text = plainText(answer.text);
  return { ...answer, text: text.slice(leadingNames(text).length) };
}
