import type { Faults } from '../../world/faults.js';
import type { Route } from '../wire/route.js';
import { makeOdd } from './make-odd.js';
import { refuseFields } from './refuse-fields.js';

/** The route with what is planned for its answers: refused fields, and odd posts. */
export function shaped(faults: Faults, route: Route): Route {
  return {
    ...route,
    answer(call) {
      refuseFields(faults, route.call, call.query);
      return makeOdd(faults, route.call, call.query, route.answer(call));
    },
  };
}
