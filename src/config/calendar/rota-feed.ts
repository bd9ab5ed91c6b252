import { readFile } from 'node:fs/promises';
import type { FeedReading } from '../../core/rota/feed.js';
import type { Rota } from '../../core/rota/rota.js';
import type { Span } from '../../core/rota/spans.js';
import { FeedDown } from '../../errors.js';
import { NoCalendar, readCalendar } from './calendar.js';

/** Total deadline of one read. */
const deadlineMs = 15_000;
/** Far more than ten years of a large library's shifts. */
const mostBytes = 10_000_000;

/** Reads a rota from the address or the file of a calendar; implements the port RotaFeed. */
export function createRotaFeed(from: string, fetchFrom: typeof fetch = fetch) {
  return {
    where: shown(from),
    async read(rota: Rota, window: Span): Promise<FeedReading> {
      const text = isAddress(from) ? await download(from, fetchFrom) : await load(from);
      try {
        return readCalendar(text, rota, window);
      } catch (fault) {
        if (fault instanceof NoCalendar) throw new FeedDown(shown(from), 'it is no calendar');
        throw fault;
      }
    },
  };
}

async function download(from: string, fetchFrom: typeof fetch): Promise<string> {
  try {
    const response = await fetchFrom(from, { signal: AbortSignal.timeout(deadlineMs) });
    if (!response.ok) throw new FeedDown(shown(from), `it answers ${response.status}`);
    const text = await response.text();
    if (text.length > mostBytes) throw new FeedDown(shown(from), 'it is too large');
    return text;
  } catch (fault) {
    if (fault instanceof FeedDown) throw fault;
    const isLate = fault instanceof Error && fault.name === 'TimeoutError';
    throw new FeedDown(shown(from), isLate ? 'it does not answer' : "it can't be reached");
  }
}

async function load(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FeedDown(path, code === 'ENOENT' ? 'there is no such file' : message);
  }
}

const isAddress = (from: string): boolean => /^https?:\/\//.test(from);

/** A private calendar's address is a password: only its host is ever said. */
const shown = (from: string): string => (isAddress(from) ? new URL(from).host : from);
