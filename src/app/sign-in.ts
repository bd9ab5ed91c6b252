import type { AppKeys } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { beginSignIn, type SignIn } from '../x/sign-in.js';

/** Begins to sign an account in to the app of these keys. Throws what `beginSignIn` throws. */
export const signIn = ({ apiUrl, ...app }: AppKeys, handle: string): Promise<SignIn> =>
  beginSignIn({ ...app, handle, origin: apiUrl, deadlineMs: timings.readDeadlineMs });
