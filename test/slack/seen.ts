import { expect } from 'vitest';
import { blocksLength, checkBlocks } from '../../src/sandbox/slack/blocks/blocks.js';
import { checkView } from '../../src/sandbox/slack/blocks/view.js';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesIn)] : [];
}

/** Every text that somebody sees or hears in blocks or a view, in the order of the screen. */
export function textsIn(shown: unknown): string[] {
  return nodesIn(shown).flatMap(({ type, text, alt_text, initial_value }) =>
    [type === 'mrkdwn' ? drawn(String(text)) : text, alt_text, initial_value].filter(
      (one) => typeof one === 'string',
    ),
  );
}

/** Our mrkdwn as Slack draws it: links by their words, what is bold without its stars. */
const drawn = (markdown: string): string =>
  markdown
    .replace(/<[^<>|]*\|([^<>]*)>/gu, '$1')
    .replace(/(?<!\S)\*([^*]+)\*(?!\S)/gu, '$1')
    .replace(/&(amp|lt|gt);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');

/** Every plain text: buttons, titles, labels, options. */
export const plainTextsIn = (shown: unknown): string[] =>
  nodesIn(shown).flatMap(({ type, text }) =>
    type === 'plain_text' && typeof text === 'string' ? [text] : [],
  );

/** What stands on the screen, as one text. */
export const screen = (shown: unknown): string => textsIn(shown).join(' ').replace(/\s+/gu, ' ');

/** Labels of the buttons and of the options in the overflow menu. */
export const buttonsIn = (shown: unknown): string[] =>
  elementsIn(shown).flatMap((element) => [
    ...(element.type === 'button' ? textsIn(element) : []),
    ...(element.type === 'overflow' ? textsIn(element).map((label) => `··· ${label}`) : []),
  ]);

export const actionIdsIn = (shown: unknown): unknown[] => elementsIn(shown).map(({ action_id }) => action_id);

export const elementsIn = (shown: unknown): Node[] =>
  nodesIn(shown).filter(({ type }) => type === 'button' || type === 'overflow');

export const linksIn = (shown: unknown): unknown[] =>
  nodesIn(shown).flatMap(({ type, text, url }) => {
    if (type === 'mrkdwn') return [...String(text).matchAll(/<([^<>|]*)\|/gu)].map(([, to]) => to);
    return type === 'link' ? [url] : [];
  });

/** Holds a message against everything that Slack refuses, and against our own limit of length. */
export function expectTaken({ text, blocks }: { text: string; blocks: unknown }): void {
  expect(checkBlocks(blocks, '/blocks', 50)).toEqual([]);
  expect(blocksLength(blocks)).toBeLessThan(9000);
  expect(text).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(4000);
  expectNothingFormats(blocks);
}

/** Holds any screen against what Slack refuses: a message, a modal or a Home. */
export function expectFits(shown: unknown): void {
  if (!isNode(shown)) return;
  if (shown.type === 'modal' || shown.type === 'home') {
    expect(checkView(shown, '/view', [shown.type])).toEqual([]);
    return;
  }
  expect(checkBlocks(shown.blocks, '/blocks', 50)).toEqual([]);
  expect(blocksLength(shown.blocks)).toBeLessThan(11_000);
}

export function expectOpens(view: unknown): void {
  expect(checkView(view, '/view', ['modal'])).toEqual([]);
  expectNothingFormats(view);
}

/** Slack makes nothing of what is written: in mrkdwn only our own links and names in bold stand out. */
function expectNothingFormats(shown: unknown): void {
  for (const { type, text, verbatim } of nodesIn(shown)) {
    expect(type).not.toBe('broadcast');
    if (type !== 'mrkdwn') continue;
    expect(verbatim).toBe(true);
    const others = String(text)
      .replace(/<https:\/\/x\.com\/[^<>|]*\|[^<>*_~`]*>/gu, '')
      .replace(/(?<!\S)\*[^*]+\*(?!\S)/u, '');
    expect(others).not.toMatch(/[<>*~`]|\b_|_\b|:[^\s:]+:/u);
  }
  expect(nodesIn(shown).filter(({ type, emoji }) => type === 'plain_text' && emoji !== false)).toEqual([]);
}
