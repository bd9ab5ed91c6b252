import type { World } from '../../world/world.js';
import type { Socket } from '../socket/socket.js';
import type { State } from './state.js';
import type { Triggers } from './triggers.js';

/** What every part of the Slack sandbox works on. `state` is replaced as a whole by reset and restore. */
export interface Workspace {
  readonly world: World;
  state: State;
  readonly socket: Socket;
  readonly triggers: Triggers;
  /** The server's own origin, for response URLs and Socket Mode tickets. */
  readonly origin: string;
  /** Aborted when the sandbox closes. */
  readonly ended: AbortSignal;
}

/** A new `seconds.microseconds`, unique and rising in the workspace. */
export function nextTs({ world, state }: Pick<Workspace, 'world' | 'state'>): string {
  state.lastMicros = Math.max(Math.floor(world.clock.now() * 1000), state.lastMicros + 1);
  return `${Math.floor(state.lastMicros / 1e6)}.${String(state.lastMicros % 1e6).padStart(6, '0')}`;
}

export function newId({ world }: Pick<Workspace, 'world'>, letter: string, length = 10): string {
  return `${letter}0${world.random.text(length - 1)}`;
}
