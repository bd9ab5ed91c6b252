import type { Sandbox } from '../../src/sandbox/sandbox.js';

/** A network of the sandbox, as people who write to the library use it. */
export type NetworkId = 'x' | 'bluesky';

/** What people do on a network; a name is what X takes for one. */
export interface Patrons {
  /** A new account, unless there is one of this name. */
  introduce(name: string, shown: string): Promise<void>;
  /** Somebody writes, or answers a post. Gives the id of the post. */
  writes(by: string, text: string, answersTo?: string): Promise<string>;
  follows(by: string): Promise<void>;
}

/** The library's handle on a network, or that of one of its branches. */
export const ourHandle = (network: NetworkId, name = 'centrallibrary'): string =>
  network === 'x' ? name : `${name}.test`;

/** The account of a desk as desk.yaml has it; `more` begins with a comma. */
export const accountText = (network: NetworkId, more = '', name?: string, secrets = 'SANDBOX'): string =>
  `${network}: { handle: ${ourHandle(network, name)}, secrets: ${secrets}${network === 'x' ? ', plan: self-serve' : ''}${more} }`;

export function patronsOn(sandbox: Sandbox, network: NetworkId): Patrons {
  const act = async (name: string, args: Record<string, unknown>) =>
    (await sandbox[network].acts[name]?.(args)) as Record<string, unknown>;
  const handleOf = (name: string) => (network === 'x' ? name : `${name.replaceAll('_', '-')}.test`);
  return {
    async introduce(name, shown) {
      const { accounts } = (await act('accounts', {})) as { accounts: { handle: string }[] };
      const handle = handleOf(name);
      if (!accounts.some((one) => one.handle === handle)) await act('addAccount', { handle, name: shown });
    },
    async writes(by, text, answersTo) {
      const under = network === 'x' ? { in_reply_to: answersTo } : { reply_to: answersTo };
      const made = await act('post', { by: handleOf(by), text, ...(answersTo && under) });
      return String(network === 'x' ? made.id : made.uri);
    },
    follows: async (by) => void (await act('follow', { by: handleOf(by) })),
  };
}
