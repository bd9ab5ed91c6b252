import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../redis-process.js';

interface Closing {
  close(): Promise<void>;
}

/** The parts of `@atproto/dev-env` that are used here. */
interface DevEnv {
  readonly TestPlc: { create(given: object): Promise<Closing & { url: string }> };
  readonly TestBsync: {
    create(given: object): Promise<Closing & { url: string; ctx: Record<string, unknown> }>;
  };
  readonly TestBsky: {
    create(
      given: object,
    ): Promise<Closing & { url: string; ctx: { cfg: { serverDid: string }; dataplane: unknown } }>;
  };
  readonly TestPds: { create(given: object): Promise<Closing & { url: string }> };
  mockNetworkUtilities(pds: unknown, bsky: unknown): void;
}

/**
 * Starts the servers that bsky.social runs: a directory of accounts, a server that holds them, and the AppView that shows what they
 * write. `folder` is where `@atproto/dev-env` is installed. Moderation is left out: nothing here is labelled.
 */
export async function startServers(
  folder: string,
  { postgresUrl, redisHost }: { readonly postgresUrl: string; readonly redisHost: string },
): Promise<Closing & { readonly url: string }> {
  const path = createRequire(join(folder, 'package.json')).resolve('@atproto/dev-env');
  const { TestPlc, TestBsync, TestBsky, TestPds, mockNetworkUtilities } = (await import(
    pathToFileURL(path).href
  )) as DevEnv;
  const directory = await TestPlc.create({});
  const port = await freePort();
  const bsync = await TestBsync.create({ apiKeys: ['key'], dbUrl: postgresUrl, dbSchema: 'bsync' });
  const appView = await TestBsky.create({
    plcUrl: directory.url,
    pdsPort: port,
    bsyncApiKey: 'key',
    bsyncUrl: bsync.url,
    repoProvider: `ws://localhost:${port}`,
    dbPostgresSchema: 'appview',
    dbPostgresUrl: postgresUrl,
    redisHost,
  });
  bsync.ctx.dataplaneClients = [appView.ctx.dataplane];
  const holding = await TestPds.create({
    port,
    didPlcUrl: directory.url,
    bskyAppViewUrl: appView.url,
    bskyAppViewDid: appView.ctx.cfg.serverDid,
    inviteRequired: false,
  });
  mockNetworkUtilities(holding, appView);
  return {
    url: holding.url,
    async close() {
      await Promise.allSettled([holding, appView, bsync, directory].map((one) => one.close()));
    },
  };
}
