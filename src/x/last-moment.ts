import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NotSent } from '../errors.js';

interface LastMoment {
  /** The last check: asked on a connection that stands, when the request's bytes are next. */
  readonly mayStillSend: () => boolean;
  /** Called when a connection to X stands, before it is encrypted. */
  readonly onConnected: () => void;
  /** When it is aborted, an attempt to connect ends. */
  readonly signal: AbortSignal;
}

/**
 * The agent of one call to X, which makes the last check before the request leaves: connecting takes time, and the
 * process may be suspended between any two steps. When the check says no, nothing is sent and the request fails with
 * NotSent; when the check throws, the request fails with that. `protocol` is `http:` or `https:`.
 *
 * Node writes the request as soon as it has a socket, so it gets the socket only after the check.
 */
export function lastMomentAgent(
  protocol: string,
  { mayStillSend, onConnected, signal }: LastMoment,
): HttpAgent {
  const isPlain = protocol === 'http:';
  const agent = isPlain ? new HttpAgent({ keepAlive: false }) : new HttpsAgent({ keepAlive: false });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, ready) => {
    const socket = connect(options);
    if (!socket || !ready) return socket;
    const cutOff = () => socket.destroy(new Error('Cut off while it connected.'));
    const fail = (fault: Error) => {
      signal.removeEventListener('abort', cutOff);
      ready(fault, socket);
    };
    socket.once('error', fail);
    socket.once('connect', onConnected);
    socket.once(isPlain ? 'connect' : 'secureConnect', () => {
      socket.off('error', fail);
      const refusal = askLast(mayStillSend);
      if (refusal) {
        fail(refusal);
        socket.destroy();
        return;
      }
      signal.removeEventListener('abort', cutOff);
      ready(null, socket);
    });
    if (signal.aborted) cutOff();
    signal.addEventListener('abort', cutOff);
    return undefined;
  };
  return agent;
}

/** Why the request may not leave; undefined when it may. A listener of a socket must not throw: that ends the process. */
function askLast(mayStillSend: () => boolean): Error | undefined {
  try {
    return mayStillSend() ? undefined : new NotSent();
  } catch (mistake) {
    return mistake instanceof Error ? mistake : new NotSent();
  }
}
