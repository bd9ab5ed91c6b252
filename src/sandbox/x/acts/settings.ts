import { oneOf, readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import type { X } from '../model/state.js';
import { needAccount } from './needed.js';
import { readOmits } from './omits.js';

/** Acts that change how X behaves: plan, lag, money, permissions. */
export function settingActs(x: X): Acts {
  const write = (kind: string, detail: Record<string, unknown>) => x.world.journal.write('x', kind, detail);
  const mills = (usd: number | undefined, before: number | null) => {
    if (usd === undefined) return before;
    return usd < 0 ? null : Math.round(usd * 1000);
  };
  return {
    plan(args) {
      const { plan } = readArguments('plan', args, { plan: 'string' });
      x.state.plan = oneOf('plan', 'plan', plan, ['self-serve', 'enterprise']);
      write('plan', { plan });
    },

    lag(args) {
      const read = readArguments('lag', args, {
        timelineMs: 'number?',
        mentionsMs: 'number?',
        followersMs: 'number?',
      });
      const { lag } = x.state;
      x.state.lag = {
        timelineMs: read.timelineMs ?? lag.timelineMs,
        mentionsMs: read.mentionsMs ?? lag.mentionsMs,
        followersMs: read.followersMs ?? lag.followersMs,
      };
      write('lag', { ...x.state.lag });
    },

    duplicates(args) {
      const { taken } = readArguments('duplicates', args, { taken: 'boolean' });
      x.state.takesDuplicates = taken;
      write('duplicates', { taken });
    },

    /** How X gives and bills posts. What is not named stays as it is. */
    settings(args) {
      const read = readArguments('settings', args, {
        includesBilled: 'boolean?',
        ownPostsOmit: 'strings?',
        noCallback: 'boolean?',
      });
      if (read.noCallback !== undefined) x.state.noCallback = read.noCallback;
      if (read.includesBilled !== undefined) x.state.includesBilled = read.includesBilled;
      if (read.ownPostsOmit) x.state.ownPostsOmit = readOmits('settings', read.ownPostsOmit);
      const { includesBilled = false, ownPostsOmit = [] } = x.state;
      write('settings', { includesBilled, ownPostsOmit });
      return { includesBilled, ownPostsOmit };
    },

    /** In dollars. A number below 0 means no limit. */
    money(args) {
      const { creditsUsd, spendCapUsd } = readArguments('money', args, {
        creditsUsd: 'number?',
        spendCapUsd: 'number?',
      });
      x.state.creditsMills = mills(creditsUsd, x.state.creditsMills);
      x.state.spendCapMills = mills(spendCapUsd, x.state.spendCapMills);
      write('money', {
        ...(creditsUsd !== undefined && { creditsUsd }),
        ...(spendCapUsd !== undefined && { spendCapUsd }),
      });
    },

    /** The field names that answers have, and those that requests may have. */
    spelling(args) {
      const { answers, takes } = readArguments('spelling', args, { answers: 'string?', takes: 'string?' });
      if (answers !== undefined) {
        x.state.spelling = oneOf('spelling', 'answers', answers, ['asked', 'old', 'new']);
      }
      if (takes !== undefined) {
        const taken = oneOf('spelling', 'takes', takes, ['both', 'old', 'new']);
        if (taken === 'both') delete x.state.takes;
        else x.state.takes = taken;
      }
      write('spelling', { ...(answers !== undefined && { answers }), ...(takes !== undefined && { takes }) });
    },

    summons(args) {
      const { plainReply } = readArguments('summons', args, { plainReply: 'boolean' });
      x.state.plainReplySummons = plainReply;
      write('summons', { plainReply });
    },

    followers(args) {
      const { oldestFirst } = readArguments('followers', args, { oldestFirst: 'boolean' });
      x.state.oldestFollowersFirst = oldestFirst;
      write('followers', { oldestFirst });
    },

    permissions(args) {
      const { handle, may } = readArguments('permissions', args, { handle: 'string', may: 'string' });
      const account = needAccount(x, 'permissions', handle);
      if (!account.credentials) throw new Error(`permissions: @${account.handle} has no credentials.`);
      const permissions = oneOf('permissions', 'may', may, ['read', 'write', 'messages']);
      account.credentials = { ...account.credentials, permissions };
      write('permissions', { handle: account.handle, may });
    },
  };
}
