import { createInterface } from 'node:readline';
import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** The part of a process that talks with whoever started it. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

export interface Terminal {
  /** A line of what was asked for, on standard output. */
  print(line: string): void;
  /** Coloured on a terminal alone, and not where NO_COLOR is set. */
  paint(format: Format, text: string): string;
  /** How wide standard output is; undefined where it is no terminal. */
  readonly width: number | undefined;
  /** What is under way, in one line of standard error that the next one takes away; nothing where that is no terminal. */
  progress(what: string | undefined): void;
  /** What has to be done now, on standard error. */
  tell(text: string): void;
  /** Asks a question that yes or no answers; Enter alone means `usual`. Undefined where nobody can be asked. */
  confirm(question: string, usual: boolean): Promise<boolean | undefined>;
}

/** Goes back to the beginning of the line, and clears it. */
const clearLine = '\r\u001b[2K';

/** How a command talks with whoever runs it. A script, to which nobody answers, is asked nothing. */
export function createTerminal(
  { stdin, stdout, stderr }: Streams,
  { mayAsk, interrupted }: { readonly mayAsk: boolean; readonly interrupted?: () => void },
): Terminal {
  let isUnderWay = false;
  function progress(what: string | undefined): void {
    if (!stderr.isTTY || (what === undefined && !isUnderWay)) return;
    isUnderWay = what !== undefined;
    stderr.write(what === undefined ? clearLine : `${clearLine}  ${what}`);
  }
  return {
    width: stdout.isTTY ? stdout.columns || 80 : undefined,
    print: (line) => void stdout.write(`${line}\n`),
    paint: (format, text) => styleText(format, text, { stream: stdout, validateStream: true }),
    progress,
    tell(text) {
      progress(undefined);
      stderr.write(`  ${text}\n`);
    },
    async confirm(question, usual) {
      if (!mayAsk || !stdin.isTTY || !stderr.isTTY) return undefined;
      progress(undefined);
      const prompt = `  ${question} ${usual ? '[Y/n]' : '[y/N]'} `;
      const asking = createInterface({ input: stdin, output: stderr, prompt });
      // Ctrl-C is a key here, and no signal.
      asking.on('SIGINT', () => {
        stderr.write('\n');
        interrupted?.();
        asking.close();
      });
      try {
        asking.prompt();
        for await (const line of asking) {
          const answer = line.trim();
          if (answer === '') return usual;
          if (/^(?:y|yes|n|no)$/iu.test(answer)) return /^y/iu.test(answer);
          asking.prompt();
        }
        return undefined;
      } finally {
        asking.close();
      }
    },
  };
}
