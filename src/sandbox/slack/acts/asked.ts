import type { Fields } from '../blocks/json.js';
import { canSee } from '../model/channels.js';
import type { Sender } from '../model/interaction.js';
import { isPerson } from '../model/people.js';
import type { Channel, Person, State } from '../model/state.js';

/** The checked arguments of one act. Each reader throws an Error that says what was found and what is allowed. */
export interface Asked {
  text(name: string): string;
  maybe(name: string): string | undefined;
  flag(name: string): boolean;
  whole(name: string, standard: number): number;
  oneOf<T extends string>(name: string, allowed: readonly T[], standard: T): T;
  /** `team` and `app`: another workspace or app than the sandbox's, as a forged payload says it. */
  sender(): Sender;
  /** Somebody who can act: known, not deactivated, no bot. By id or by name. */
  person(name?: string): Person;
  /** By id, name or #name; one that the person can see, if a person is given. */
  channel(name: string, seenBy?: Person): Channel;
}

/** Checks the names of `args` at once; values as they are read. */
export function asked(act: string, state: State, args: Fields, allowed: readonly string[]): Asked {
  for (const name of Object.keys(args)) {
    if (!allowed.includes(name)) {
      throw new Error(`${act} takes ${allowed.join(', ') || 'nothing'}; '${name}' is not one of them.`);
    }
  }
  const maybe = (name: string): string | undefined => {
    const value = args[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string')
      throw new Error(`${act}: ${name} must be a string, not ${JSON.stringify(value)}.`);
    return value;
  };
  const text = (name: string): string => {
    const value = maybe(name);
    if (value === undefined) throw new Error(`${act} needs ${name}.`);
    return value;
  };
  return {
    text,
    maybe,
    flag(name) {
      const value = args[name];
      if (value !== undefined && typeof value !== 'boolean') {
        throw new Error(`${act}: ${name} must be true or false, not ${JSON.stringify(value)}.`);
      }
      return value === true;
    },
    whole(name, standard) {
      const value = args[name] ?? standard;
      if (!Number.isInteger(value) || Number(value) < 1) {
        throw new Error(`${act}: ${name} must be a whole number from 1, not ${JSON.stringify(value)}.`);
      }
      return Number(value);
    },
    sender: () => ({ team: maybe('team'), app: maybe('app') }),
    oneOf(name, choices, standard) {
      const value = maybe(name) ?? standard;
      const found = choices.find((choice) => choice === value);
      if (!found) throw new Error(`${act}: ${name} must be one of ${choices.join(', ')}, not '${value}'.`);
      return found;
    },
    person(name = 'user') {
      const given = text(name);
      const person = state.people[given] ?? Object.values(state.people).find((each) => each.name === given);
      if (!person || !isPerson(person)) {
        throw new Error(`${act}: no person '${given}'. There are: ${namesOf(state)}.`);
      }
      if (person.deleted) throw new Error(`${act}: ${person.realName} is deactivated and can do nothing.`);
      return person;
    },
    channel(name, seenBy) {
      const given = text(name);
      const bare = given.replace(/^#/, '');
      const found = state.channels[given] ?? Object.values(state.channels).find((each) => each.name === bare);
      if (!found || (seenBy && !canSee(state, seenBy, found))) {
        const seen = Object.values(state.channels).filter((each) => !seenBy || canSee(state, seenBy, each));
        const list = seen.map(({ id, name: shown }) => (shown ? `#${shown} (${id})` : id)).join(', ');
        throw new Error(
          `${act}: ${seenBy?.realName ?? 'the workspace'} has no channel '${given}'. There are: ${list}.`,
        );
      }
      return found;
    },
  };
}

function namesOf({ people }: State): string {
  return Object.values(people)
    .filter(isPerson)
    .map(({ id, name }) => `${name} (${id})`)
    .join(', ');
}
