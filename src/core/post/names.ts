// X puts the people who are being answered in front of a reply, as @names with spaces between them.
const LEADING_NAMES = /^\s*(?:[@＠]\w+(?:\s+|$))+/u;

/** The run of @names at the start of a post with the spaces around them, or "". */
export function leadingNames(text: string): string {
  return LEADING_NAMES.exec(text)?.[0] ?? '';
}
