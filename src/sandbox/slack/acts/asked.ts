import type { Fields } from '../blocks/json.js';
import { canSee } from '../model/channels.js';
import type { Sender } from '../model/interaction.js';
import { isPerson } from '../model/people.js';
import type { Channel, Person, State } from '../model/state.js';

/** The checked arguments of one act. Each reader throws an Error that says what was found and what is allowed. */
export interface ActArguments {
  /** A string that must be given. */
  text(name: string): string;
  /** A string; undefined when it is not given. */
  maybe(name: string): string | undefined;
  /** False when it is not given. */
  flag(name: string): boolean;
  /** A whole number from 1. */
  whole(name: string, byDefault: number): number;
  oneOf<T extends string>(name: string, allowed: readonly T[], byDefault: T): T;
  /** `team` and `app`: ids of another workspace or app than the sandbox's, as a forged payload has them. */
  sender(): Sender;
  /** A person, by id or name, who is neither deactivated nor a bot. */
  person(name?: string): Person;
  /** A channel by id, name or #name. If a person is given, they must be able to see it. */
  channel(name: string, seenBy?: Person): Channel;
}

/** Checks the names of all arguments now, and each value when it is read. */
export function readActArguments(
  act: string,
  state: State,
  args: Fields,
  allowed: readonly string[],
): ActArguments {
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
    whole(name, byDefault) {
      const value = args[name] ?? byDefault;
      if (!Number.isInteger(value) || Number(value) < 1) {
        throw new Error(`${act}: ${name} must be a whole number from 1, not ${JSON.stringify(value)}.`);
      }
      return Number(value);
    },
    sender: () => ({ team: maybe('team'), app: maybe('app') }),
    oneOf(name, choices, byDefault) {
      const value = maybe(name) ?? byDefault;
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
