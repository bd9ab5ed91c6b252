import { randomUUID } from 'node:crypto';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { Update, WriteContext } from '../../ports/documents.js';

/** After how many tries a change gives up because other writes came first: more than the desk's processes ever need. */
const maxTries = 200;

/** A document and its world at one moment. */
interface Read<Doc> {
  readonly doc: Doc | undefined;
  readonly world: WriteContext;
}

/** Reads and writes the documents of one kind. */
interface Access<Doc, R extends Read<Doc>> {
  /** What error messages call a document. */
  describe(id: string): string;
  /** What this process wrote last or read ahead, which counts as read until it is taken. */
  takeKnown(id: string): Promise<R | undefined>;
  read(id: string): Promise<R>;
  /** Gives what is stored instead, when another write came first. */
  write(id: string, op: string, before: R, doc: Doc | undefined): Promise<R | undefined>;
  /** A document as it may be stored. */
  asKept(doc: Doc): Doc;
}

/** Somebody waits for a change of a document. */
interface PendingChange<Doc> {
  readonly update: Update<Doc, unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** What an update made of a document: its result or refusal, or what it threw. */
type Outcome = { readonly result: unknown } | { readonly fault: unknown };

/** Several updates applied, one after the other. */
interface Applied<Doc> {
  readonly doc: Doc | undefined;
  readonly outcomes: readonly Outcome[];
  /** One of them was no refusal. */
  readonly isChange: boolean;
}

/**
 * Changes documents, each atomically. Those that this process makes to one document never meet: what is asked for while one is
 * written is then written together, in the order in which it was asked for.
 */
export function createChanges<Doc, R extends Read<Doc>>(access: Access<Doc, R>) {
  const { describe, read, takeKnown, write } = access;
  /** What is still to do, of the documents at which somebody works. */
  const waiting = new Map<string, PendingChange<Doc>[]>();

  /** Makes all changes that are pending, and those that come meanwhile. One that fails holds up no later one. */
  async function drain(id: string, pending: PendingChange<Doc>[]): Promise<void> {
    while (pending.length > 0) {
      const waited = pending.length;
      let batch: readonly PendingChange<Doc>[] = [];
      try {
        const known = await takeKnown(id);
        const first = known ?? (await read(id));
        batch = pending.splice(0);
        const outcomes = await changed(id, first, batch, known);
        // A removal ends with the write: what comes after it begins anew.
        pending.unshift(...batch.slice(outcomes.length));
        for (const [at, outcome] of outcomes.entries()) settle(batch[at], outcome);
      } catch (fault) {
        // Nobody fails by a read or a write that was begun before they asked.
        for (const { reject } of batch.length > 0 ? batch : pending.splice(0, waited)) reject(fault);
      }
    }
    waiting.delete(id);
  }

  /** Writes what updates make of a document; gives an outcome for each that was written. */
  async function changed(
    id: string,
    first: R,
    batch: readonly PendingChange<Doc>[],
    known: R | undefined,
  ): Promise<readonly Outcome[]> {
    const op = randomUUID();
    let before = first;
    for (let tries = 0; tries < maxTries; tries++) {
      const { doc, isChange, outcomes } = apply(before, batch);
      if (!isChange) {
        if (before !== known) return outcomes;
        // Nobody is refused for what may have changed since.
        before = await read(id);
        continue;
      }
      const newer = await write(id, op, before, doc);
      if (!newer) return outcomes;
      before = newer;
    }
    throw new Error(`${describe(id)} could not be written in ${maxTries} tries.`);
  }

  function apply({ doc: first, world }: R, batch: readonly PendingChange<Doc>[]): Applied<Doc> {
    let doc = first;
    let isChange = false;
    const outcomes: Outcome[] = [];
    for (const { update } of batch) {
      try {
        const updated = update(doc, world);
        if (isRefusal(updated)) {
          outcomes.push({ result: updated });
          continue;
        }
        const { next, result } = updated;
        const isRemoved = doc !== undefined && next === undefined;
        doc = next && next !== doc ? access.asKept(next) : next;
        isChange = true;
        outcomes.push({ result });
        if (isRemoved) break;
      } catch (fault) {
        outcomes.push({ fault });
      }
    }
    return { doc, isChange, outcomes };
  }

  return <T>(id: string, update: Update<Doc, T>): Promise<T | Refusal> =>
    new Promise((resolve, reject) => {
      const one: PendingChange<Doc> = { update, resolve: (result) => resolve(result as T | Refusal), reject };
      const others = waiting.get(id);
      if (others) {
        others.push(one);
        return;
      }
      const asked = [one];
      waiting.set(id, asked);
      void drain(id, asked);
    });
}

function settle(
  asked: Pick<PendingChange<unknown>, 'reject' | 'resolve'> | undefined,
  outcome: Outcome,
): void {
  if ('fault' in outcome) asked?.reject(outcome.fault);
  else asked?.resolve(outcome.result);
}
