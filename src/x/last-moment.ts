import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NotSent } from '../errors.js';

interface Asks {
  /** Asked when the connection stands and the request's bytes are next. */
  readonly mayLeave: () => boolean;
  /** Told when X is reached. */
  readonly reached: () => void;
  /** Ends the connecting. */
  readonly signal: AbortSignal;
}

/**
 * The way of one call to X. The request gets its connection only once that stands, so nothing of it is written before:
 * connecting takes time, and a process may stand still meanwhile. Where it may not leave by then the request fails with
 * NotSent, and nothing was sent.
 */
export function lastMomentAgent(protocol: string, { mayLeave, reached, signal }: Asks): HttpAgent {
  const isPlain = protocol === 'http:';
  const agent = isPlain ? new HttpAgent({ keepAlive: false }) : new HttpsAgent({ keepAlive: false });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, ready) => {
    const socket = connect(options);
    if (!socket || !ready) return socket;
    const cut = () => socket.destroy(new Error('Cut off while it connected.'));
    const failed = (fault: Error) => {
      signal.removeEventListener('abort', cut);
      ready(fault, socket);
    };
    socket.once('error', failed);
    socket.once('connect', reached);
    socket.once(isPlain ? 'connect' : 'secureConnect', () => {
      socket.off('error', failed);
      if (!mayLeave()) {
        failed(new NotSent());
        socket.destroy();
        return;
      }
      signal.removeEventListener('abort', cut);
      ready(null, socket);
    });
    if (signal.aborted) cut();
    signal.addEventListener('abort', cut);
    return undefined;
  };
  return agent;
}
