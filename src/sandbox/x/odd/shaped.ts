import type { Faults } from '../../world/faults.js';
import type { Route } from '../wire/route.js';
import { makeOdd } from './make-odd.js';
import { refuseFields } from './refuse-fields.js';

/** The route for one call with these parameters: without refused fields, and with odd posts, as they are planned. */
export function shaped(faults: Faults, route: Route, params: URLSearchParams): Route {
  return {
    ...route,
    query: refuseFields(faults, route.call, params, route.query),
    answer: (call) => makeOdd(faults, route.call, call.query, route.answer(call)),
  };
}
