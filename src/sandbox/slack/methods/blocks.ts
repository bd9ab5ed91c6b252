import { checkBlocks } from '../blocks/blocks.js';
import { type Fields, isFields } from '../blocks/json.js';
import type { Problem } from '../blocks/shape.js';
import { checkView } from '../blocks/view.js';
import { invalidArguments, Refused } from '../model/refused.js';
import type { Call, Method, MethodResult } from './method.js';

const maxLength = 100_000;
const surfaces = ['blocks', 'view', 'message'] as const;

/** `blocks.validate`: the checks of the other methods, with JSON pointers from the root of what was given. */
export const blockMethods: Record<string, Method> = {
  'blocks.validate': { tier: 'tier3', token: 'any', json: true, scopes: [], run: validate },
};

function validate({ args }: Call): MethodResult {
  const given = surfaces.filter((name) => args.has(name));
  const [surface] = given;
  if (!surface || given.length > 1) {
    throw new Refused('invalid_arguments', ['must provide exactly one of `blocks`, `view`, or `message`']);
  }
  const source = args.raw[surface];
  const length = typeof source === 'string' ? source.length : JSON.stringify(source).length;
  if (length > maxLength)
    throw invalidArguments(`must be less than ${maxLength + 1} characters [json-pointer:/${surface}]`);
  const value = parse(source, surface);
  const errors = problemsOf(surface, value);
  if (errors.length > 0) throw new Refused(`invalid_${surface}`, [], { errors });
  return { body: {} };
}

function parse(source: unknown, surface: string): unknown {
  if (typeof source !== 'string') return source;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    throw invalidArguments(`must provide valid JSON [json-pointer:/${surface}]`);
  }
}

function problemsOf(surface: (typeof surfaces)[number], value: unknown): Problem[] {
  if (surface === 'blocks') return checkBlocks(value, '', 50);
  if (surface === 'view') return checkView(value, '', ['modal', 'home']);
  const message: Fields = isFields(value) ? value : {};
  return isFields(value)
    ? checkBlocks(message.blocks ?? [], '/blocks', 50)
    : [
        {
          code: 'failed_constraint',
          message: 'must provide an object',
          pointer: '',
          constraint: { type: 'object' },
        },
      ];
}
