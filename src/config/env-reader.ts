import { readFileSync } from 'node:fs';
import { escaped, visible } from '../core/one-line.js';
import { ConfigError } from '../errors.js';
import { decode } from './text-file.js';

/** Reads values and collects what is wrong with them; what is missing or wrong reads as undefined. */
export interface EnvReader {
  readonly problems: readonly string[];
  /**
   * A secret that has to be there, from the variable or from the file that `<name>_FILE` names. `what` says which it is.
   * '' beside a problem; the value is never in one.
   */
  required(name: string, what: string, prefix?: string): string;
  /** An address that may hold a password, read like a secret; `allowed` says what `isOne` takes. */
  secretAddress(name: string, isOne: (text: string) => boolean, allowed: string): string | undefined;
  /** A secret that need not be there, of so many characters at least. */
  secret(name: string, atLeast: number): string | undefined;
  url(name: string, protocols: readonly string[]): URL | undefined;
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined;
  port(name: string): number | undefined;
  text(name: string, pattern: RegExp, allowed: string): string | undefined;
  refuse(problem: string): undefined;
}

/** A reader of the variables in `env`. */
export function createEnvReader(env: NodeJS.ProcessEnv): EnvReader {
  const problems: string[] = [];

  const refuse = (problem: string): undefined => {
    problems.push(escaped(problem));
  };

  // The example file has variables that are empty until somebody fills them in.
  const value = (name: string) => env[name]?.trim() || undefined;

  const secret = (name: string) => {
    const path = value(`${name}_FILE`);
    if (path === undefined) return value(name);
    if (value(name) !== undefined)
      return refuse(`${name} and ${name}_FILE are both set; allowed: one of them.`);
    try {
      return decode(readFileSync(path), path).trim() || refuse(`${name}_FILE: ${path} is empty.`);
    } catch (error) {
      if (error instanceof ConfigError) return refuse(`${name}_FILE: ${error.message}.`);
      return refuse(`${name}_FILE: ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
    }
  };

  const required = (name: string, what: string, prefix = '') => {
    const problemsBefore = problems.length;
    const found = secret(name);
    if (found?.startsWith(prefix)) return found;
    if (found !== undefined) refuse(`${name} does not start with ${prefix}; allowed: ${what}.`);
    else if (problems.length === problemsBefore)
      refuse(`${name} is not set; set it or ${name}_FILE to ${what}.`);
    return '';
  };

  const parseUrl = (name: string, found: string | undefined, protocols: readonly string[]) => {
    if (found === undefined) return undefined;
    const url = URL.canParse(found) ? new URL(found) : undefined;
    if (url && (url.username || url.password)) {
      return refuse(`${name} has a name or a password in it; allowed: the address without them.`);
    }
    if (url && protocols.includes(url.protocol)) return url;
    return refuse(`${name} is no address; allowed: one that starts with ${protocols.join('// or ')}//.`);
  };

  return {
    problems,
    required,
    refuse,
    secretAddress: (name, isOne, allowed) => {
      const found = secret(name);
      if (found === undefined || isOne(found)) return found;
      return refuse(`${name} is no address; allowed: ${allowed}.`);
    },
    secret: (name, atLeast) => {
      const found = secret(name);
      if (found === undefined || found.length >= atLeast) return found;
      return refuse(`${name} is too short; allowed: ${atLeast} characters or more.`);
    },
    url: (name, protocols) => parseUrl(name, value(name), protocols),
    oneOf: (name, choices) => {
      const found = value(name);
      const choice = choices.find((one) => one === found);
      if (found === undefined || choice !== undefined) return choice;
      return refuse(`${name} is ${visible(found)}; allowed: ${choices.join(', ')}.`);
    },
    text: (name, pattern, allowed) => {
      const found = value(name);
      if (found === undefined || pattern.test(found)) return found;
      return refuse(`${name} is ${visible(found)}; allowed: ${allowed}.`);
    },
    port: (name) => {
      const found = value(name);
      if (found === undefined) return undefined;
      if (/^\d+$/.test(found) && Number(found) <= 65_535) return Number(found);
      return refuse(`${name} is ${visible(found)}; allowed: 0 to 65535 (0 takes a free port).`);
    },
  };
}
