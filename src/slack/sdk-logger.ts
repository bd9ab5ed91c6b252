import { LogLevel, type Logger as SdkLogger } from '@slack/web-api';
import type { Logger } from '../log.js';

/** What Slack's libraries say, in the desk's log; their debug lines carry people's words and are left out. */
export function sdkLogger(log: Logger): SdkLogger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...words: unknown[]) =>
      log[level]({ from: 'slack' }, words.map(String).join(' '));
  return {
    debug: () => {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
