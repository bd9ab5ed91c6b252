import {
  aloneReasons,
  type ComparedGroup,
  comparedGroups,
  type OutcomeFigures,
  type Share,
} from '../board/outcome-report.js';
import { listOf } from '../sentences/phrases.js';
import { monthName } from '../words/language.js';
import { say, sayCount, type Texts } from '../words/words.js';
import { canTell } from './outcome-figures.js';

/** Figures in sentences, for a report: each with its range, and always what they do not show. */
export function outcomeLines(texts: Texts, figures: OutcomeFigures): readonly string[] {
  const { words } = texts;
  const { against, gone, notKnown, people } = figures;
  const months = listOf(
    texts,
    figures.months.map((month) => monthText(texts, month)),
  );
  if (figures.months.length === 0) return [say(words, 'outcome.no-months')];
  if (people === undefined) return [say(words, 'outcome.none', { months })];
  return [
    sayCount(texts, 'outcome.title', people, { months }),
    ...comparedGroups.flatMap((group) => linesOf(texts, figures, group)),
    ...reasonsLine(texts, figures),
    ...(against.greeted ? [say(words, `outcome.greeted-${against.greeted}`)] : []),
    ...(against.hello ? [say(words, `outcome.hello-${against.hello}`)] : []),
    ...(gone === undefined ? [] : [sayCount(texts, 'outcome.gone', gone)]),
    ...(notKnown === undefined ? [] : [sayCount(texts, 'outcome.not-known', notKnown)]),
    say(words, 'outcome.no-cause'),
  ];
}

function linesOf(texts: Texts, { groups }: OutcomeFigures, group: ComparedGroup): readonly string[] {
  const { after7, after30, wrote } = groups[group];
  const { of } = after7;
  if (!canTell(after7) && !canTell(after30))
    return [
      of === undefined
        ? say(texts.words, `outcome.fewest-${group}`)
        : sayCount(texts, `outcome.few-${group}`, of),
    ];
  return [
    ...shareLine(texts, `stayed-${group}`, after7, { days: 7 }),
    ...shareLine(texts, `stayed-${group}`, after30, { days: 30 }),
    ...shareLine(texts, `wrote-${group}`, wrote),
  ];
}

/** A share in words; none where it is of too few people. */
function shareLine(
  texts: Texts,
  what: `${'stayed' | 'wrote'}-${ComparedGroup}`,
  share: Share,
  fill: { readonly days?: number } = {},
): readonly string[] {
  const { count, of, range } = share;
  if (of === undefined || !canTell(share)) return [];
  if (count === undefined || !range) return [say(texts.words, `outcome.few-${what}`, { of, ...fill })];
  const shown = { of, low: percent(range.low), high: percent(range.high), ...fill };
  return [sayCount(texts, `outcome.${what}`, count, shown)];
}

const percent = (share: number): number => Math.round(share * 100);

function reasonsLine(texts: Texts, { reasons }: OutcomeFigures): readonly string[] {
  const { words } = texts;
  const said = aloneReasons.flatMap((reason) => {
    const count = reasons[reason];
    if (count === undefined) return [];
    return [say(words, 'outcome.reason', { reason: say(words, `outcome.reason-${reason}`), count })];
  });
  return said.length > 0 ? [say(words, 'outcome.reasons', { reasons: listOf(texts, said) })] : [];
}

/** A month such as `2026-11`, in words. */
function monthText({ language, words }: Texts, id: string): string {
  const [year = '', month = ''] = id.split('-');
  const name = words[`long-month.${Number(month)}`] ?? monthName(language, Number(month), 'long');
  return say(words, 'outcome.month', { month: name, year });
}
