/** Whether a time is known and before another one (Unix ms): one that can't be read is not, so that its post is looked at. */
export const isBefore = (time: string, sinceMs: number): boolean => Date.parse(time) < sinceMs;

/** Unix ms; 0 for a time that can't be read, before which no mark moves. */
export const timeOf = (time: string): number => Date.parse(time) || 0;

/** Page after page of a list, until it ends. */
export async function* pages<Page extends { readonly cursor?: string | undefined }>(
  read: (cursor: string | undefined) => Promise<Page>,
): AsyncIterable<Page> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield page;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
