import type { Setup } from '../../app/setup.js';
import type { AccountAnswers, MemberAnswers } from '../../config/setup/fresh-desk.js';
import type { Prompts } from './prompts.js';

/** By whom questions are asked, and who tests what is answered. */
export interface Asked {
  readonly prompts: Prompts;
  readonly setup: Setup;
}

/** What is known before the account is asked for. */
export interface Known<Answers> {
  readonly account: Answers;
  readonly staff: readonly MemberAnswers[];
  /** The secret of a variable; undefined when it is not set. */
  secret(name: string): string | undefined;
  /** Somebody has chosen the real network already. */
  readonly isLive: boolean;
}

export interface Account<Answers = AccountAnswers> {
  readonly account: Answers;
  readonly staff: readonly MemberAnswers[];
  /** What .env has to say of it; nothing while people practise. */
  readonly variables: Readonly<Record<string, string>>;
}
