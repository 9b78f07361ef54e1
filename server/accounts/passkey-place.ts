import { isIP } from 'node:net';
import type { Config } from '../config.ts';
import { isLoopbackHost } from '../http/local-only.ts';

/** Where passkeys of the service belong: the host name that devices know them by, and the origin of its pages. */
export type PasskeyPlace = { rpId: string; origin: string };

/**
 * Null where browsers would refuse: passkeys need a host name, which an IP address is not, and https, but for
 * `localhost`. Without URAS_BASE_URL a service that its own machine alone reaches is `localhost`.
 *
 * @example passkeyPlace({ baseUrl: 'https://survey.example.org', … }) // { rpId: 'survey.example.org', origin: … }
 */
export function passkeyPlace({ baseUrl, host, port }: Pick<Config, 'baseUrl' | 'host' | 'port'>): PasskeyPlace | null {
  const address = baseUrl ?? (isLoopbackHost(host) ? `http://localhost:${port}` : null);
  if (address === null) return null;
  const { protocol, hostname, origin } = new URL(address);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || isLocal ? { rpId: hostname, origin } : null;
}
