/** The opening to which nothing was added, or undefined. White space, case and closing punctuation don't count. */
export function addedNothing(own: string, openings: readonly string[]): string | undefined {
  const said = bare(own);
  return openings.find((opening) => bare(opening) === said)?.trim();
}

function bare(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trimStart()
    .toLowerCase();
}
