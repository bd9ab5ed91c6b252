import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Desk } from '../core/desk/desk.js';
import { practiceId } from '../core/desk/practice-id.js';
import { areTogether } from '../core/desk/together.js';
import { type DeskId, deskId } from '../core/ids.js';
import { followThanks, topicWords } from '../core/languages/languages.js';
import { together } from '../core/languages/word-lists.js';
import type { Budget } from '../core/money/bill.js';
import { asCompared } from '../core/post/topic.js';
import { stopWords } from '../core/private/stop-words.js';
import type { RotaSource } from '../core/rota/feed.js';
import { underCurrentKeys } from '../core/words/former-keys.js';
import type { Checks } from '../core/writing/finding.js';
import { ConfigError } from '../errors.js';
import { type AccountConfig, accountOf, isPractice, nameOf } from './account.js';
import { withLikes } from './like.js';
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
  readonly account: AccountConfig;
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

  const { file: raw, findings: likes, isFromOther } = withLikes(document.toJS());
  const result = deskFileSchema.safeParse(raw);
  const refusals = refusalsOf(result.error?.issues ?? [], raw);
  const reading: Reading = {
    file: readable<DeskFileInput>(raw, refusals.paths),
    refused: refusedAmong(refusals.paths),
  };
  const findings = [
    ...likes,
    ...[...refusals.findings, ...rules.flatMap((rule) => [...rule(reading)])].filter(
      ({ path: place }) => !isFromOther(place),
    ),
  ];
  const problems = [...repeated.map(remarkOfFault), ...findings.map(remark)];
  if (problems.length || !result.success) throw new ConfigError(problemLines(problems, path));

  const warnings = warningRules
    .flatMap((rule) => [...rule(reading)])
    .filter(({ path: place }) => !isFromOther(place));
  const { desks, budget } = result.data;
  /** The desk of an entry is another one while people practise there. */
  const practises = (entry: string) => isPractice(desks[entry] ?? {});
  const idOf = (entry: string) => deskId(practises(entry) ? practiceId(entry) : entry);
  /** What is agreed on while people practise holds for no real rota, so a desk has only what desk.yaml says of one of the other kind. */
  const likeOf = ({ like, ...entry }: DeskEntry) =>
    like !== undefined && practises(like) === isPractice(entry) ? idOf(like) : undefined;
  return {
    desks: withSharedBudget(
      Object.entries(desks)
        .map(([id, desk]) => toDesk({ idOf, likeOf }, id, desk, dirname(path)))
        .map((desk, _, all) => ({
          ...desk,
          ...(all.filter((one) => areTogether(one, desk)).length > 1 && { amongSeveral: true }),
        })),
      budget,
    ),
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

/** The desks with the budget of all of them together. Those that nobody bills, as in practice, cost nothing, and nothing holds them up. */
function withSharedBudget(desks: readonly DeskConfig[], budget: Budget | undefined): readonly DeskConfig[] {
  if (!budget) return desks;
  const billed = desks.filter(({ account, network: { prices } }: Desk) => prices && !account.practice);
  const budgetTogether = { ...budget, desks: billed.map(({ id }) => id) };
  return desks.map((desk) => (billed.includes(desk) ? { ...desk, budgetTogether } : desk));
}

/** `likeOf` gives the id of the desk whose people and rota this one has. */
function toDesk({ idOf, likeOf }: Ids, id: string, entry: DeskEntry, folder: string): DeskConfig {
  const { channel, send, budget, language, words, fallback, standards, nudges, pictures, keep, staff } =
    entry;
  const like = likeOf(entry);
  const { privateMessages } = entry.x ?? {};
  const { greetings, ...writing } = toWriting(entry);
  return {
    id: idOf(id),
    channel,
    ...accountOf(entry),
    rota: toRota(entry),
    // The other desk reads the calendar that both have.
    ...(entry.rota && !like && { feed: feedOf(entry.rota, folder) }),
    ...(like && { like }),
    membership: staff === 'channel' ? 'channel' : 'list',
    ...(fallback && { fallback: keyOf(entry, fallback) }),
    responseTargets: toStandards(standards),
    nudges: toNudges(nudges),
    keep: { openDays: keep.openDays, ...(keep.hold && { hold: true }) },
    send: { undoMs: send.undoSeconds * 1000, goodForMs: send.goodForMinutes * 60_000 },
    ...(budget && { budget }),
    ...(pictures === 'onPress' && { picturesOnPress: true }),
    ...writing,
    // Nobody who practises follows a library: a count of them would tell nothing.
    ...(entry.outcomes && !isPractice(entry) && { outcomes: true }),
    // Whoever we follow may write to us in private: that is offered where somebody reads it, or where following is a press.
    greetings: {
      ...greetings,
      followBack: greetings.followBack && (privateMessages !== undefined || entry.bluesky !== undefined),
    },
    ...(privateMessages && { privateMessages: inPrivateOf(entry, privateMessages) }),
    language,
    words: { ...nameOf(entry), ...underCurrentKeys(words) },
  };
}

interface Ids {
  readonly idOf: (entry: string) => DeskId;
  readonly likeOf: (entry: DeskEntry) => DeskId | undefined;
}

function inPrivateOf(
  { privacyPolicy = '' }: DeskEntry,
  { channel, stopWords: own }: NonNullable<NonNullable<DeskEntry['x']>['privateMessages']>,
): NonNullable<Desk['privateMessages']> {
  return { channel, stopWords: own ?? stopWords, privacyPolicy };
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
  const thanks = listsOf(followThanks, entry.followThanks);
  const checks: Checks = { settings, ours, blockedWords, personalWords, followThanks: thanks };
  return {
    checks,
    greetings,
    topicWords: listsOf(topicWords, entry.topicWords),
    urgentWords: entry.urgentWords.map(asCompared),
    voice: {
      helpDesk: voice.helpDesk,
      starters: Object.entries(starters).map(([id, starter]) => ({ id, ...starter })),
    },
  };
}

/** The lists of a desk: its own in place of the usual ones, where it has them, and what it adds to them. */
function listsOf<Name extends string>(usual: Lists<Name>, written: WrittenLists<NoInfer<Name>>): Lists<Name> {
  const names = Object.keys(usual) as Name[];
  const own = names.map((name) => [name, written[name] ?? usual[name]]);
  return together(Object.fromEntries(own) as Lists<Name>, ...Object.values(written.also));
}

type Lists<Name extends string> = Readonly<Record<Name, readonly string[]>>;
type SomeLists<Name extends string> = { readonly [One in Name]?: readonly string[] | undefined };
type WrittenLists<Name extends string> = SomeLists<Name> & {
  readonly also: Readonly<Record<string, SomeLists<Name>>>;
};
