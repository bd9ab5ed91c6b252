import { LogLevel, type Logger as SdkLogger } from '@slack/web-api';
import type { Logger } from '../../log.js';

/** What Slack's libraries say, in the desk's log; their debug lines carry people's words and are left out. */
export function sdkLogger(log: Logger): SdkLogger {
  return loggerAt(log, { info: 'info', warn: 'warn', error: 'error' });
}

/** The same for what the desk says itself, once: here each try is a line. */
export function quietSdkLogger(log: Logger): SdkLogger {
  return loggerAt(log, { info: 'debug', warn: 'debug', error: 'debug' });
}

type Level = 'info' | 'warn' | 'error';

function loggerAt(log: Logger, levels: Record<Level, Level | 'debug'>): SdkLogger {
  const say =
    (level: Level) =>
    (...words: unknown[]) =>
      log[levels[level]]({ from: 'slack' }, words.map(String).join(' '));
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
