import { timings } from '../core/due/timings.js';
import { KeysRefused } from '../errors.js';
import type { Session } from '../ports/sessions.js';
import { type Answer, answer } from './setup-answer.js';

/** Asks Bluesky whether what somebody typed is good. Writes nothing there. */
export interface BlueskySetup {
  /** Where the account of a handle is; refused where nobody has it. Without a server where nobody says which one holds it. */
  place(handle: string): Promise<Answer<{ readonly server?: string }>>;
  /** Whether a server (an origin) is one of Bluesky's network; it need not hold the account. */
  server(origin: string): Promise<Answer<true>>;
  /** Whether this is an app password of the account; refused for the account's own password. */
  appPassword(account: SignIn): Promise<Answer<true>>;
}

export interface SignIn {
  readonly handle: string;
  readonly service: string;
  readonly password: string;
}

const bskySocial = 'https://bsky.social';
const plcDirectory = 'https://plc.directory';
const now = () => Date.now();

/** `url` is an origin that stands for bsky.social and for the directory of accounts, such as a sandbox's. */
export function createBlueskySetup(url: string | undefined): BlueskySetup {
  const places = {
    service: url ?? bskySocial,
    directory: url ?? plcDirectory,
    deadlineMs: timings.readDeadlineMs,
    now,
  };
  return {
    place: (handle) =>
      answer(async () => {
        const { findAccount } = await import('../bluesky/find-account.js');
        const found = await findAccount(handle, places);
        if (!found) return { refused: nobody(handle) };
        return { found: found.server === undefined ? {} : { server: found.server } };
      }, noAnswer),
    server: (origin) =>
      answer(async () => {
        const { resolveHandle } = await import('../bluesky/find-account.js');
        await resolveHandle('bsky.app', { ...places, service: origin });
        return { found: true };
      }, noAnswer),
    appPassword: ({ handle, password, service }) =>
      answer(
        async () => {
          const [{ createNetwork }, { isOfOwnPassword }] = await Promise.all([
            import('../bluesky/client.js'),
            import('../bluesky/password-kind.js'),
          ]);
          let session: Session | undefined;
          const sessions = {
            get: async () => session,
            replace: async (_: Session | undefined, next: Session) => {
              session = next;
              return next;
            },
          };
          await createNetwork({ handle, password, service, sessions, timings, now }).me();
          return session && isOfOwnPassword(session.access) ? { refused: ownPassword } : { found: true };
        },
        (fault) => refusedPassword(fault, handle),
      ),
  };
}

const noAnswer = () => undefined;

const nobody = (handle: string): string =>
  `Nobody has the name ${handle} on Bluesky. It stands on the account's profile, behind the @.`;

const howToMake = 'on Bluesky, Settings, Privacy and security, App passwords';

const ownPassword = `This is the account's own password, which may do everything. Make an app password for the desk: ${howToMake}.`;

function refusedPassword(fault: Error, handle: string): string | undefined {
  if (!(fault instanceof KeysRefused)) return undefined;
  if (/taken? ?down|suspend|deactivat/iu.test(fault.detail))
    return `Bluesky has closed the account of @${handle}. Sign in there: it says what to do.`;
  // It asks for a code in addition to the own password alone.
  if (/sign.?in code/iu.test(fault.detail)) return ownPassword;
  return `Bluesky doesn't take this password for @${handle}. Copy it again, or make a new one: ${howToMake}.`;
}
