import { ConfigError } from '../errors.js';
import type { DeskConfig } from './desk-file.js';

const question =
  'Is the library part of a council, county or state body? X wants an Enterprise plan for that. Ask X, then set x.governmentUse.';

/**
 * Throws ConfigError when a desk uses the real X and does not say whether the library is a government body.
 * https://docs.x.com/developer-terms/agreement
 */
export function refuseUnsaidGovernmentUse(desks: readonly DeskConfig[], xApiUrl: string | undefined): void {
  if (!isRealX(xApiUrl)) return;
  const onX = desks.filter(({ network }) => network.id === 'x');
  const unsaid = onX.filter(({ account }) => !account.practice && account.governmentUse === undefined);
  if (unsaid.length) throw new ConfigError(unsaid.map((desk) => `desks.${desk.id}.x: ${question}`));
}

function isRealX(apiUrl: string | undefined): boolean {
  return apiUrl === undefined || /(^|\.)(x|twitter)\.com$/.test(new URL(apiUrl).hostname);
}
