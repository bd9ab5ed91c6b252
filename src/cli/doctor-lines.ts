import type { Check } from '../core/doctor/check.js';
import type { Terminal } from './terminal.js';

const marks = {
  ok: { sign: '✓', colour: 'green' },
  note: { sign: '!', colour: 'yellow' },
  wrong: { sign: '✗', colour: 'red' },
  unknown: { sign: '?', colour: 'cyan' },
} as const satisfies Readonly<Record<Check['mark'], object>>;

/**
 * A check in one line: its mark, what was found, and what helps. On a terminal that is too narrow for it, what helps stands in
 * a line of its own, and both are broken between words.
 */
export function checkLine(
  { found, fix, mark }: Check,
  { paint, width }: Pick<Terminal, 'paint' | 'width'>,
): string {
  const { colour, sign } = marks[mark];
  const head = `  ${paint(colour, sign)} `;
  const whole = fix ? `${found} → ${fix}` : found;
  if (width === undefined || whole.length + 4 <= width) return `${head}${whole}`;
  const room = Math.max(width - 4, 20);
  const lines = [...broken(found, room), ...(fix ? broken(`→ ${fix}`, room) : [])];
  return `${head}${lines.join('\n    ')}`;
}

/** A text in lines of at most so many characters, broken between words; a longer word, such as an address, stays whole. */
function broken(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How it ended: "Fine: 8 ✓ · 1 !", or what is wrong. */
export function summaryLine(checks: readonly Check[]): string {
  const count = (mark: Check['mark']) => checks.filter((one) => one.mark === mark).length;
  const wrong = count('wrong');
  const others = (['ok', 'note', 'unknown'] as const).flatMap((mark) =>
    count(mark) > 0 ? `${count(mark)} ${marks[mark].sign}` : [],
  );
  const said = wrong === 0 ? 'Nothing is wrong' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong`;
  return `${said} (${[...(wrong > 0 ? [`${wrong} ${marks.wrong.sign}`] : []), ...others].join(', ')}).`;
}
