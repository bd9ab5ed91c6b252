import type { Readable, Writable } from 'node:stream';

/** Where questions are asked: a terminal, or what stands for one. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Gives a sentence about what is wrong with what was typed; undefined when it is good. */
type Test<T> = (given: T) => Promise<string | undefined> | string | undefined;

interface Choice<T> {
  readonly name: string;
  readonly value: T;
  /** How the answer is shown, where that is not the name. */
  readonly short?: string;
  /** A line that is shown while the choice is picked. */
  readonly description?: string;
}

/** Asks one question each. Each takes no answer that its test refuses: the sentence is shown, and what was typed stays. */
export interface Prompts {
  say(line: string): void;
  line(message: string, usual: string | undefined, test: Test<string>): Promise<string>;
  /**
   * What is typed is not shown. With `kept`, Enter alone gives that. Nobody can edit what they don't see: whoever pastes a token
   * behind one that was refused means what stands from the last `begins` on.
   */
  secret(message: string, kept: string | undefined, test: Test<string>, begins?: string): Promise<string>;
  one<T>(message: string, choices: readonly Choice<T>[], usual?: T): Promise<T>;
  several<T>(
    message: string,
    choices: readonly (Choice<T> & { readonly checked: boolean })[],
    test: Test<readonly T[]>,
  ): Promise<readonly T[]>;
  yes(message: string, usual: boolean): Promise<boolean>;
}

/** The prompts of a terminal. They reject with an error named ExitPromptError when somebody presses Ctrl-C. */
export async function createPrompts(terminal: Terminal): Promise<Prompts> {
  const { checkbox, confirm, input, password, select } = await import('@inquirer/prompts');
  const judged =
    <T>(test: Test<T>, read: (given: T) => T = (given) => given) =>
    async (given: T): Promise<string | true> =>
      (await test(read(given))) ?? true;
  const trimmed = (text: string) => text.trim();

  return {
    say: (line) => terminal.output.write(`${line}\n`),
    line: async (message, usual, test) => {
      const usually = usual === undefined ? {} : { default: usual };
      return trimmed(await input({ message, ...usually, validate: judged(test, trimmed) }, terminal));
    },
    secret: async (message, kept, test, begins = '') => {
      const meant = (typed: string) => {
        const text = trimmed(typed) || kept || '';
        return begins === '' ? text : text.slice(Math.max(0, text.lastIndexOf(begins)));
      };
      const shown = kept ? `${message} (•••• kept; Enter leaves it)` : message;
      return meant(await password({ message: shown, mask: '•', validate: judged(test, meant) }, terminal));
    },
    one: (message, choices, usual) =>
      select({ message, choices, loop: false, ...(usual === undefined ? {} : { default: usual }) }, terminal),
    several: (message, choices, test) =>
      checkbox(
        {
          message,
          choices,
          loop: false,
          pageSize: 15,
          validate: async (picked) => (await test(picked.map(({ value }) => value))) ?? true,
        },
        terminal,
      ),
    yes: (message, usual) => confirm({ message, default: usual }, terminal),
  };
}
