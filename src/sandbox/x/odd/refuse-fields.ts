import type { Faults } from '../../world/faults.js';
import { invalidRequest } from '../wire/problems.js';
import type { Query } from '../wire/query.js';

/** Throws X's 400 for a field that a planned fault refuses, as X does for one that it does not know. */
export function refuseFields(faults: Faults, call: string, { text, lists }: Query): void {
  for (const shape of faults.shapes('x', call)) {
    if (shape.how !== 'refused-field') continue;
    const { field } = shape;
    // An expansion may have the name of a field, and is not refused with it.
    const asked = Object.entries(lists).find(
      ([name, values]) => name.endsWith('.fields') && values.includes(field),
    );
    if (!asked) continue;
    faults.used(shape);
    const [name, values] = asked;
    const others = values.filter((one) => one !== field).join(',');
    throw invalidRequest(
      name,
      text[name] ?? field,
      `The \`${name}\` query parameter value [${field}] is not one of [${others}]`,
    );
  }
}
