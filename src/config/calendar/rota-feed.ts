import type { FeedReading, RotaSource } from '../../core/rota/feed.js';
import type { Rota } from '../../core/rota/rota.js';
import type { Span } from '../../core/rota/spans.js';
import { FeedDown } from '../../errors.js';
import { readCalendarFile } from './calendar-file.js';
import { readInThread } from './calendar-thread.js';
import { downloadCalendar } from './download.js';
import { Unreadable } from './unreadable.js';

/** Of the download, and then of what is read from it: each takes a second at most where all is well. */
const usualDeadlineMs = 5_000;

/** Reads a rota from the address or the file of a calendar; implements the port RotaFeed. */
export function createRotaFeed(source: RotaSource, deadlineMs = usualDeadlineMs) {
  const where = shown(source.from);
  return {
    where,
    async read(rota: Rota, window: Span): Promise<FeedReading> {
      try {
        const text = await textOf(source, deadlineMs);
        return await readInThread(text, rota, window, deadlineMs);
      } catch (fault) {
        if (fault instanceof Unreadable) throw new FeedDown(where, fault.why);
        throw fault;
      }
    },
  };
}

const textOf = ({ from, mayBePrivate }: RotaSource, deadlineMs: number): Promise<string> =>
  isAddress(from) ? downloadCalendar(from, { deadlineMs, mayBePrivate }) : readCalendarFile(from);

const isAddress = (from: string): boolean => /^https?:\/\//.test(from);

/** A private calendar's address is a password: only its host is ever said. */
const shown = (from: string): string => (isAddress(from) ? new URL(from).host : from);
