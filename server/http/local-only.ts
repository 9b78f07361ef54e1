const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
/** A proxy passed the request on: whoever sent it may be anywhere. */
const FORWARDED = /^(?:x-forwarded-.*|forwarded|x-real-ip|via|cf-connecting-ip|true-client-ip)$/;

/** What of a request tells where it comes from. */
export type Origin = {
  method: string;
  /** Of the socket itself, whatever headers say. */
  remoteAddress: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

/**
 * Whether a request comes from a browser on this machine, at a page of ours: over the loopback, past no
 * proxy, by a name of this machine (a name of someone else's that resolves to it is refused), and, where
 * it may change something, from a page of this same address. Our pages send no referrer, so browsers
 * give "null" as the origin of a form and say by Sec-Fetch-Site that it is the same.
 */
export function isLocal({ method, remoteAddress, headers }: Origin): boolean {
  const host = headers['host'];
  if (!LOOPBACK.test(remoteAddress ?? '')) return false;
  if (Object.keys(headers).some((name) => FORWARDED.test(name))) return false;
  if (typeof host !== 'string' || !OWN_HOST.test(host)) return false;
  if (method === 'GET' || method === 'HEAD') return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers['origin'] === `http://${host}`;
}

/** Whether a server that listens on this host is reached from its own machine alone. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || LOOPBACK.test(host);
}
