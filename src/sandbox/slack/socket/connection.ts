import { performance } from 'node:perf_hooks';
import type { WebSocket } from 'ws';
import { type Fields, isFields } from '../blocks/json.js';
import type { WireTimes } from './wire.js';

type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Fields;
  /** Whether the ack may have a payload. */
  readonly acceptsResponse: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/**
 * How a delivery ended, and how long after it was sent (ms). `operation_timeout`: no ack within `ackMs`. `dispatch_failed`: nobody is
 * connected, or the connection broke.
 */
export type Delivery =
  | { readonly acked: true; readonly payload: Fields; readonly ms: number }
  | {
      readonly acked: false;
      readonly error: 'operation_timeout' | 'dispatch_failed';
      readonly ms: number;
      /** The connection that it was sent on. */
      readonly connection?: number;
    };

/** One WebSocket of the app. */
export interface Connection {
  readonly id: number;
  /** By the sandbox's clock (Unix ms). */
  readonly since: number;
  readonly leaving: boolean;
  send(envelopeId: string, envelope: Envelope): Promise<Delivery>;
  /** Takes no new envelopes, and tells the app to close once all acks have come. */
  leave(reason: DisconnectReason): void;
  /** Cuts it without telling the app. */
  cut(): void;
  /** Sends a ping. Cuts a connection that has not answered for too long. */
  beat(): void;
}

type Outcome = Fields | 'late' | 'broken';

/** Takes over an open WebSocket. */
export function createConnection(ws: WebSocket, id: number, since: number, wire: WireTimes): Connection {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let lastPongAt = performance.now();
  let goodbye: DisconnectReason | undefined;

  ws.on('pong', () => {
    lastPongAt = performance.now();
  });
  // An ack counts only on the connection that got the envelope.
  ws.on('message', (data) => {
    const ack = readAck(String(data));
    if (ack) waiting.get(ack.envelopeId)?.(ack.payload);
  });
  ws.on('close', () => {
    for (const settle of [...waiting.values()]) settle('broken');
  });
  const goWhenIdle = () => {
    if (goodbye && waiting.size === 0) sayGoodbye(ws, goodbye, wire.leaveMs);
  };

  return {
    id,
    since,
    get leaving() {
      return goodbye !== undefined;
    },
    send(envelopeId, envelope) {
      const sentAt = performance.now();
      return new Promise((resolve) => {
        const settle = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(envelopeId);
          goWhenIdle();
          const ms = performance.now() - sentAt;
          if (typeof outcome !== 'string') return resolve({ acked: true, payload: outcome, ms });
          const error = outcome === 'late' ? 'operation_timeout' : 'dispatch_failed';
          resolve({ acked: false, error, ms, connection: id });
        };
        const timer = setTimeout(() => settle('late'), wire.ackMs);
        waiting.set(envelopeId, settle);
        ws.send(JSON.stringify(onTheWire(envelopeId, envelope)));
      });
    },
    leave(reason) {
      goodbye = reason;
      goWhenIdle();
    },
    cut: () => ws.terminate(),
    beat() {
      if (performance.now() - lastPongAt > wire.pongMs) ws.terminate();
      else ws.ping('Ping from applink-sandbox');
    },
  };
}

/** Tells the app to close the connection, and cuts it after `leaveMs`. */
export function sayGoodbye(ws: WebSocket, reason: DisconnectReason, leaveMs: number): void {
  ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sandbox' } }));
  const timer = setTimeout(() => ws.close(1000), leaveMs).unref();
  ws.once('close', () => clearTimeout(timer));
}

function onTheWire(id: string, { type, acceptsResponse, payload, retry }: Envelope): Fields {
  return {
    envelope_id: id,
    type,
    accepts_response_payload: acceptsResponse,
    payload,
    ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
  };
}

function readAck(text: string): { envelopeId: string; payload: Fields } | undefined {
  try {
    const message: unknown = JSON.parse(text);
    if (!isFields(message) || typeof message.envelope_id !== 'string') return undefined;
    return { envelopeId: message.envelope_id, payload: isFields(message.payload) ? message.payload : {} };
  } catch {
    return undefined;
  }
}
