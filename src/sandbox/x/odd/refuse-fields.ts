import type { Faults } from '../../world/faults.js';
import type { Rules } from '../wire/query.js';

/** The rules of a call without the fields that planned faults refuse, so that X refuses them as fields it has not. */
export function refuseFields(faults: Faults, call: string, params: URLSearchParams, rules: Rules): Rules {
  let left = rules;
  for (const shape of faults.shapes('x', call)) {
    if (shape.how !== 'refused-field') continue;
    const isAsked = [...params].some(
      ([name, value]) => hasFields(name) && value.split(',').includes(shape.field),
    );
    if (!isAsked) continue;
    faults.used(shape);
    left = without(left, shape.field);
  }
  return left;
}

/** An expansion may have the name of a field, and is not refused with it. */
function hasFields(parameter: string): boolean {
  return parameter.endsWith('.fields');
}

function without(rules: Rules, field: string): Rules {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) =>
      rule.kind === 'names' && hasFields(name)
        ? [name, { ...rule, names: rule.names.filter((one) => one !== field) }]
        : [name, rule],
    ),
  );
}
