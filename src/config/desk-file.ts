import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Desk } from '../core/desk/desk.js';
import { deskId } from '../core/ids.js';
import { type TopicWords, topicWords } from '../core/post/topic.js';
import type { RotaSource } from '../core/rota/feed.js';
import { underCurrentKeys } from '../core/words/history-words.js';
import type { Checks } from '../core/writing/finding.js';
import { ConfigError } from '../errors.js';
import { type Finding, refusalsOf } from './rules/findings.js';
import { locate, type Path, pathText, type SourcePosition, yamlFaults } from './rules/locate.js';
import { type Reading, readable } from './rules/rule-parts.js';
import { rules, warningRules } from './rules/rules.js';
import { keyOf, toNudges, toRota, toStandards } from './schema/rota-entry.js';
import { type DeskEntry, type DeskFileInput, deskFileSchema } from './schema/schema.js';

/** One desk as desk.yaml describes it. */
export interface DeskConfig extends Desk {
  readonly x: Desk['x'] & {
    /** NAME in the environment's X_NAME_APP_KEY and its siblings. */
    readonly secrets: string;
    /** X bills an account less for its own lists when it owns the developer app. */
    readonly ownsApp: boolean;
    /** Unsaid until the owner has asked X. */
    readonly governmentUse?: 'enterprise' | 'notGovernment';
  };
}

export interface DeskFile {
  readonly desks: readonly DeskConfig[];
  /** Legal, but worth a look; each with its place. */
  readonly warnings: readonly string[];
}

/** Reads desk.yaml from disk. Throws ConfigError like `readDeskFile`, also when the file cannot be read. */
export async function loadDeskFile(path: string): Promise<DeskFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') throw new ConfigError([`${path}: a folder; allowed: a file such as desk.yaml`]);
    throw new ConfigError([
      code === 'ENOENT'
        ? `${path}: not found; copy desk.example.yaml there and fill it in`
        : `${path}: cannot be read: ${message}`,
    ]);
  }
  return readDeskFile(text, path);
}

/**
 * Reads the text of desk.yaml. Throws ConfigError with every problem at once, each as
 * `path:line:column: where: what was found; what is allowed`, in the order of the file.
 */
export function readDeskFile(text: string, path: string): DeskFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const remark = (finding: Finding, label: string): Remark => ({
    place: locate(document, lines, finding.path, finding.at ?? 'value'),
    message: `${where(finding.path)}${finding.found}; ${label}: ${finding.allowed}`,
  });

  const faults = yamlFaults(document, lines);
  if (faults.some((fault) => fault.fatal)) throw new ConfigError(inOrder(faults, path));

  const raw: unknown = document.toJS();
  const result = deskFileSchema.safeParse(raw);
  const refusals = refusalsOf(result.error?.issues ?? [], raw);
  const refusedPaths = refusals.map((refusal) => refusal.path);
  const reading: Reading = {
    file: readable<DeskFileInput>(raw, refusedPaths),
    refused: (above) => refusedPaths.some((refused) => above.every((step, index) => refused[index] === step)),
  };
  const findings = [...refusals, ...rules.flatMap((rule) => [...rule(reading)])];
  const problems = [...faults, ...findings.map((finding) => remark(finding, 'allowed'))];
  if (problems.length || !result.success) throw new ConfigError(inOrder(problems, path));

  const warnings = warningRules.flatMap((rule) => [...rule(reading)]);
  return {
    desks: Object.entries(result.data.desks).map(([id, desk]) => toDesk(id, desk, dirname(path))),
    warnings: inOrder(
      warnings.map((finding) => remark(finding, 'usual')),
      path,
    ),
  };
}

interface Remark {
  readonly place: SourcePosition;
  readonly message: string;
}

function inOrder(remarks: readonly Remark[], path: string): string[] {
  return remarks
    .toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .map(({ place, message }) => `${path}:${place.line}:${place.column}: ${message}`);
}

function where(path: Path): string {
  return path.length ? `${pathText(path)}: ` : '';
}

function toDesk(id: string, entry: DeskEntry, folder: string): DeskConfig {
  const { channel, x, send, budget, language, words, fallback, standards, nudges, staff } = entry;
  const { governmentUse, practice, ...account } = x;
  return {
    id: deskId(id),
    channel,
    x: { ...account, ...(governmentUse && { governmentUse }), ...(practice && { practice }) },
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

/** An address, or a file that stands where the desk file does. */
function feedOf({ ics, privateAddress }: NonNullable<DeskEntry['rota']>, folder: string): RotaSource {
  const address = ics.replace(/^webcal:/, 'https:');
  return { from: address.includes('://') ? address : resolve(folder, ics), mayBePrivate: privateAddress };
}

/** How a desk writes, from its entry in the file. */
function toWriting(entry: DeskEntry): Pick<Desk, 'checks' | 'greetings' | 'topicWords' | 'voice'> {
  const { checks: settings, greetings, ours, blockedWords, personalWords, voice, starters } = entry;
  const checks: Checks = { settings, ours, blockedWords, personalWords };
  return {
    checks,
    greetings,
    topicWords: topicWordsOf(entry.topicWords),
    voice: {
      helpDesk: voice.helpDesk,
      starters: Object.entries(starters).map(([id, starter]) => ({ id, ...starter })),
    },
  };
}

/** Posts are read in lower case. */
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
