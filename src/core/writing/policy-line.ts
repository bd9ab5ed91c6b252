/**
 * The words of a private answer with the line at their end that names our privacy policy, which X wants in messages of support;
 * once, also when they have it already. https://docs.x.com/developer-guidelines
 */
export const withPolicyLine = (text: string, line: string): string =>
  [withoutPolicyLine(text, line), line].filter((part) => part !== '').join('\n\n');

/** The words without that line at their end. */
export function withoutPolicyLine(text: string, line: string): string {
  const trimmed = text.trimEnd();
  return line !== '' && trimmed.endsWith(line) ? trimmed.slice(0, -line.length).trimEnd() : text;
}
