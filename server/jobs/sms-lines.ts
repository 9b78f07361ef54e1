import { open } from 'node:fs/promises';
import type { Delivery, Line } from './channel.ts';

/** Appends each SMS as one JSON line to a file (0600), from which another program sends it. */
export function smsFileLine(file: string): Line {
  return {
    async deliver({ id, to, text }, handOver) {
      const handle = await open(file, 'a', 0o600);
      try {
        if ((await handOver()) === 'stop') return { kind: 'withdrawn' };
        await handle.appendFile(`${JSON.stringify({ id, to, text })}\n`);
        await handle.sync();
        return { kind: 'sent' };
      } finally {
        await handle.close();
      }
    },
    close: async () => undefined,
  };
}

type HttpSettings = { url: string; token: string | null; timeoutSeconds: number };

/**
 * Posts each SMS as JSON {id, to, text} with the message's id as Idempotency-Key. 2xx = taken, 429 and 503 = later,
 * other 4xx = refused. No answer, or a fault of the other side, leaves it uncertain whether it was sent.
 */
export function smsHttpLine({ url, token, timeoutSeconds }: HttpSettings): Line {
  return {
    async deliver({ id, to, text }, handOver) {
      if ((await handOver()) === 'stop') return { kind: 'withdrawn' };
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      };
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      const body = JSON.stringify({ id, to, text });
      try {
        const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
        await response.body?.cancel();
        return deliveryOfStatus(response.status);
      } catch (error) {
        // A connection that was never made has carried nothing.
        return wasRefused(error)
          ? { kind: 'later', problem: 'ECONNREFUSED', reached: false }
          : { kind: 'unknown', problem: 'no_reply' };
      }
    },
    close: async () => undefined,
  };
}

function deliveryOfStatus(status: number): Delivery {
  const problem = String(status);
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 429 || status === 503) return { kind: 'later', problem, reached: true };
  // A wrong token or address of the service is nobody's number being wrong.
  if (status === 401 || status === 403 || status === 404) return { kind: 'later', problem, reached: false };
  return status >= 400 && status < 500 ? { kind: 'refused', problem } : { kind: 'unknown', problem };
}

function wasRefused(error: unknown): boolean {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED';
}
