/** A refusal of X: the status and the exact body that the caller gets. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
    readonly headers: Record<string, string> = {},
    /** The reason for the journal, where the body does not say it. */
    readonly because?: string,
  ) {
    super(String(body.detail ?? body.title ?? status));
  }
}

/** The `type` of a problem: an address of X's. */
function problemType(name: string): string {
  return `https://api.x.com/2/problems/${name}`;
}

function plain(status: number, title: string, detail = title, because?: string): Problem {
  return new Problem(status, { title, type: 'about:blank', status, detail }, {}, because);
}

/** Missing or wrong credentials. Only the journal has the reason. */
export function unauthorized(because: string): Problem {
  return plain(401, 'Unauthorized', 'Unauthorized', because);
}

/** The account of the caller is suspended. Seen: https://github.com/akrherz/iembot/issues/156 */
export function callerSuspended(): Problem {
  return new Problem(403, {
    title: 'Forbidden',
    type: problemType('user-suspended'),
    status: 403,
    detail: 'The user used for authentication is suspended',
  });
}

/** X does not allow this to this account. */
export function forbidden(detail: string): Problem {
  return plain(403, 'Forbidden', detail);
}

/** There is no such route. */
export function notFound(): Problem {
  return plain(404, 'Not Found');
}

/** The route exists with another HTTP method. */
export function methodNotAllowed(): Problem {
  return plain(405, 'Method Not Allowed');
}

/** One parameter is wrong; `message` says what X allows. */
export function invalidRequest(parameter: string, value: string, message: string): Problem {
  const body = {
    errors: [{ parameters: { [parameter]: [value] }, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: problemType('invalid-request'),
  };
  return new Problem(400, body, {}, message);
}

/** X refuses a read with the old body and a write with the new one; clients must understand both. */
export function tooManyRequests(write: boolean, headers: Record<string, string>): Problem {
  const body = write
    ? { title: 'Too Many Requests', type: 'about:blank', status: 429, detail: 'Too Many Requests' }
    : { errors: [{ code: 88, message: 'Rate limit exceeded' }] };
  return new Problem(429, body, headers);
}

/** Both bodies were seen on X. Here reads get one and writes the other. */
export function creditsDepleted(write: boolean): Problem {
  if (write) {
    return new Problem(402, {
      title: 'Payment Required',
      detail: 'credits depleted',
      status: 402,
      type: problemType('credits-depleted'),
    });
  }
  return new Problem(402, {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: problemType('credits'),
  });
}

/** The month costs as much as its owner allows. */
export function spendCapReached(resetDate: string): Problem {
  return new Problem(403, {
    title: 'SpendCapReached',
    detail: 'Your enrolled account has reached its billing cycle spend cap.',
    reset_date: resetDate,
    type: problemType('credits'),
  });
}

/** The route needs the enterprise plan. */
export function notEnrolled(): Problem {
  return new Problem(403, {
    title: 'Client Forbidden',
    detail: 'This endpoint is not available on your current access level.',
    required_enrollment: 'Appropriate Level of API Access',
    reason: 'client-not-enrolled',
    type: problemType('client-forbidden'),
    status: 403,
  });
}

/** The keys do not allow this call. */
export function wrongPermissions(): Problem {
  return new Problem(403, {
    title: 'Forbidden',
    detail:
      'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
    type: problemType('oauth1-permissions'),
    status: 403,
  });
}

/** The error for a post that X gives without one of its fields, or not at all, because it could not read it. */
export function hydrationFailure(id: string, field: string): PartialError {
  return {
    title: 'Field Hydration Failure',
    detail: `Could not hydrate field [${field}] of tweet with id: [${id}].`,
    type: problemType('field-hydration-failure'),
    field,
    section: 'data',
    value: id,
    resource_id: id,
    resource_type: 'tweet',
  };
}

/** An entry of `errors[]` beside (or instead of) `data`: a resource that X does not give. */
export interface PartialError extends Record<string, unknown> {
  readonly title: string;
  readonly detail: string;
  readonly type: string;
}

type Missing = 'not-found' | 'not-authorized' | 'suspended';

/** The error for one post or user that X does not give. */
export function partialError(
  kind: Missing,
  resource: 'tweet' | 'user',
  parameter: string,
  value: string,
): PartialError {
  const common = { value, resource_id: value, resource_type: resource, parameter };
  switch (kind) {
    case 'not-found':
      return {
        ...common,
        title: 'Not Found Error',
        detail: `Could not find ${resource} with ${parameter}: [${value}].`,
        type: problemType('resource-not-found'),
      };
    case 'not-authorized':
      return {
        ...common,
        title: 'Authorization Error',
        detail: `Sorry, you are not authorized to see the ${resource === 'tweet' ? 'Tweet' : 'user'} with ${parameter}: [${value}].`,
        type: problemType('not-authorized-for-resource'),
      };
    case 'suspended':
      return {
        ...common,
        title: 'Forbidden',
        detail: `User has been suspended: [${value}].`,
        type: problemType('resource-not-found'),
      };
  }
}

/** The error for a field of one post that X gives to nobody but its author. Seen with other fields. */
export function fieldError(
  section: 'data' | 'includes',
  parameter: string,
  id: string,
  field: string,
): PartialError {
  return {
    value: id,
    resource_id: id,
    resource_type: 'tweet',
    parameter,
    section,
    field,
    title: 'Field Authorization Error',
    detail: `Sorry, you are not authorized to access '${field}' on the Tweet with ${parameter} : [${id}].`,
    type: problemType('not-authorized-for-field'),
  };
}
