import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Desk } from '../core/desk/desk.js';
import { deskId } from '../core/ids.js';
import { networks } from '../core/network/networks.js';
import { asCompared, type TopicWords, topicWords } from '../core/post/topic.js';
import type { RotaSource } from '../core/rota/feed.js';
import { underCurrentKeys } from '../core/words/former-keys.js';
import type { Checks } from '../core/writing/finding.js';
import { ConfigError } from '../errors.js';
import { type Finding, refusalsOf } from './rules/findings.js';
import { locate, type Path } from './rules/locate.js';
import { problemLines, type Remark } from './rules/problem-lines.js';
import { type Reading, readable } from './rules/rule-parts.js';
import { rules, warningRules } from './rules/rules.js';
import { type YamlFault, yamlFaults } from './rules/yaml-faults.js';
import { keyOf, toNudges, toRota, toStandards } from './schema/rota-entry.js';
import { type DeskEntry, type DeskFileInput, deskFileSchema } from './schema/schema.js';
import { readTextFile } from './text-file.js';

/** One desk as desk.yaml describes it. */
export interface DeskConfig extends Desk {
  readonly account: Desk['account'] & {
    /** NAME in the environment's X_NAME_APP_KEY and its siblings. */
    readonly secrets: string;
    /** Whether the account owns the developer app: X then charges less for reading its own lists. */
    readonly ownsApp: boolean;
    /** X bills the people whom a page of posts includes, too. */
    readonly includesBilled: boolean;
    /** Missing until the owner of the desk has asked X. */
    readonly governmentUse?: 'enterprise' | 'notGovernment';
  };
}

interface DeskFile {
  readonly desks: readonly DeskConfig[];
  /** What is allowed but is probably a mistake; each line begins with its place. */
  readonly warnings: readonly string[];
}

/** One desk takes about 6 KB. The slowest text of the longest size takes about one second to check. */
const deskFile = { mostBytes: 256 * 1024, usual: 'desk.yaml', example: 'desk.example.yaml' };

/** Reads desk.yaml from disk. Throws ConfigError like `readDeskFile`, also when the file cannot be read. */
export async function loadDeskFile(path: string): Promise<DeskFile> {
  return readDeskFile(readTextFile(path, deskFile), path);
}

/**
 * Reads the text of desk.yaml. Throws ConfigError with every problem at once, each as
 * `path:line:column: where: what was found; what is allowed`, in the order of the file.
 */
export function readDeskFile(text: string, path: string): DeskFile {
  const lines = new LineCounter();
  // `yamlFaults` finds repeated keys: the parser compares each key with all others, which takes minutes in a large map.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const remark = (finding: Finding): Remark => ({
    place: locate(document, lines, finding.path, finding.at ?? 'value'),
    what: finding,
  });

  const { fatal, repeated } = yamlFaults(document, text, lines);
  if (fatal) throw new ConfigError(problemLines([remarkOfFault(fatal)], path));

  const raw: unknown = document.toJS();
  const result = deskFileSchema.safeParse(raw);
  const refusals = refusalsOf(result.error?.issues ?? [], raw);
  const reading: Reading = {
    file: readable<DeskFileInput>(raw, refusals.paths),
    refused: refusedAmong(refusals.paths),
  };
  const findings = [...refusals.findings, ...rules.flatMap((rule) => [...rule(reading)])];
  const problems = [...repeated.map(remarkOfFault), ...findings.map(remark)];
  if (problems.length || !result.success) throw new ConfigError(problemLines(problems, path));

  const warnings = warningRules.flatMap((rule) => [...rule(reading)]);
  return {
    desks: Object.entries(result.data.desks).map(([id, desk]) => toDesk(id, desk, dirname(path))),
    warnings: problemLines(warnings.map(remark), path, 'usual'),
  };
}

const remarkOfFault = ({ place, message }: YamlFault): Remark => ({ place, what: message });

/** Whether something was refused at a path or below it. */
function refusedAmong(refused: readonly Path[]): Reading['refused'] {
  const textOf = (path: Path) => JSON.stringify(path);
  const known = new Set(
    refused.flatMap((path) => [...path, ''].map((_, length) => textOf(path.slice(0, length)))),
  );
  return (path) => known.has(textOf(path));
}

function toDesk(id: string, entry: DeskEntry, folder: string): DeskConfig {
  const { channel, x, send, budget, language, words, fallback, standards, nudges, staff } = entry;
  const { governmentUse, practice, practicePage, readContext, ...account } = x;
  return {
    id: deskId(id),
    channel,
    network: networks.x,
    account: {
      ...account,
      ...(governmentUse && { governmentUse }),
      ...(readContext === 'always' && { readsContext: true }),
      ...(practice && { practice }),
      ...(practice && practicePage && { page: practicePage }),
    },
    rota: toRota(entry),
    ...(entry.rota && { feed: feedOf(entry.rota, folder) }),
    membership: staff === 'channel' ? 'channel' : 'list',
    ...(fallback && { fallback: keyOf(entry, fallback) }),
    responseTargets: toStandards(standards),
    nudges: toNudges(nudges),
    send: { undoMs: send.undoSeconds * 1000, goodForMs: send.goodForMinutes * 60_000 },
    ...(budget && { budget }),
    ...toWriting(entry),
    language,
    words: underCurrentKeys(words),
  };
}

/** Where the calendar is: its address, or its path, which is relative to the folder of the desk file. */
function feedOf({ ics, privateAddress }: NonNullable<DeskEntry['rota']>, folder: string): RotaSource {
  const address = ics.replace(/^webcal:/, 'https:');
  return { from: address.includes('://') ? address : resolve(folder, ics), mayBePrivate: privateAddress };
}

/** The part of a desk's entry that says how it writes. */
function toWriting(
  entry: DeskEntry,
): Pick<Desk, 'checks' | 'greetings' | 'topicWords' | 'urgentWords' | 'voice'> {
  const { checks: settings, greetings, ours, blockedWords, personalWords, voice, starters } = entry;
  const checks: Checks = { settings, ours, blockedWords, personalWords };
  return {
    checks,
    greetings,
    topicWords: topicWordsOf(entry.topicWords),
    urgentWords: entry.urgentWords.map(asCompared),
    voice: {
      helpDesk: voice.helpDesk,
      starters: Object.entries(starters).map(([id, starter]) => ({ id, ...starter })),
    },
  };
}

/** The desk's own lists of words, in lower case because posts are compared in lower case. */
function topicWordsOf(own: DeskEntry['topicWords']): TopicWords {
  const list = (name: keyof TopicWords) => own[name]?.map((one) => one.toLowerCase()) ?? topicWords[name];
  return {
    fillers: list('fillers'),
    openers: list('openers'),
    asking: list('asking'),
    complaint: list('complaint'),
    praise: list('praise'),
  };
}
