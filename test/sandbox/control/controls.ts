import type { Sandbox } from '../../../src/sandbox/sandbox.js';

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One call of the controls, as anybody makes it: over HTTP. A string goes out as it is. */
export async function control(
  { controlUrl }: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${controlUrl}${path}`, { method, ...(text !== undefined && { body: text }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
