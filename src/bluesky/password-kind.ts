import * as z from 'zod';

const claims = z.object({ scope: z.string() });

/** Whether an access token came of the account's own password, as far as it says. https://atproto.com/specs/xrpc#authentication */
export function isOfOwnPassword(accessToken: string): boolean {
  try {
    const [, payload = ''] = accessToken.split('.');
    return (
      claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).scope === 'com.atproto.access'
    );
  } catch {
    return false;
  }
}
