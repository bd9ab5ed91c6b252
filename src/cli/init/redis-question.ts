import type { Setup } from '../../app/setup.js';
import type { Prompts } from './prompts.js';

const usual = 'redis://127.0.0.1:6379';
const later = 'later';

export interface RedisAnswer {
  readonly url: string;
  /** What the desk can live with, or that nobody looked. */
  readonly notes: readonly string[];
}

/** Asks where Redis is, and looks there. One that is not there yet can be left for later. */
export async function askRedis(
  { prompts, setup }: { readonly prompts: Prompts; readonly setup: Setup },
  present: string | undefined,
): Promise<RedisAnswer> {
  let notes: readonly string[] = [];
  const test = async (typed: string) => {
    if (typed === later) return undefined;
    const answer = await setup.redis(typed);
    if ('refused' in answer) return `${answer.refused} Enter tries again; ${later} goes on without it.`;
    notes = answer.found;
    return undefined;
  };
  prompts.say(
    '  It keeps what the desk knows: Redis 7 or newer, or Valkey. Docker Compose brings one: type later.',
  );
  const isSecret = present !== undefined && /@/u.test(present);
  const typed = isSecret
    ? await prompts.secret('Address of Redis', present, test)
    : await prompts.line('Address of Redis', present ?? usual, test);
  if (typed !== later) return { url: typed, notes };
  return {
    url: present ?? usual,
    notes: ['Redis was not looked at: greeting-desk doctor does so when it is there.'],
  };
}
