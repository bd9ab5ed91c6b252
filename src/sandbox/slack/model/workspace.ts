import type { World } from '../../world/world.js';
import type { Socket } from '../socket/socket.js';
import type { State } from './state.js';
import type { Triggers } from './triggers.js';

/** What all parts of the Slack sandbox share. Reset and restore replace `state` as a whole. */
export interface Workspace {
  readonly world: World;
  state: State;
  readonly socket: Socket;
  readonly triggers: Triggers;
  /** The server's own origin, for response URLs and Socket Mode tickets. */
  readonly origin: string;
  /** How long Slack looks a file through after its upload (real ms). */
  readonly fileMs: number;
  /** Aborted when the sandbox closes. */
  readonly ended: AbortSignal;
}

/** The ts of a new message, `seconds.microseconds`: unique in the workspace and greater than all before. */
export function nextTs({ world, state }: Pick<Workspace, 'world' | 'state'>): string {
  state.lastMicros = Math.max(Math.floor(world.clock.now() * 1000), state.lastMicros + 1);
  return `${Math.floor(state.lastMicros / 1e6)}.${String(state.lastMicros % 1e6).padStart(6, '0')}`;
}

/** A new id that begins with `letter`, as Slack's do: U for people, C for channels, V for views. */
export function newId({ world }: Pick<Workspace, 'world'>, letter: string, length = 10): string {
  return `${letter}0${world.random.text(length - 1)}`;
}
