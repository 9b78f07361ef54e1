/**
 * The value of a cookie, or null. The first of that name counts: browsers send the most specific first.
 *
 * @example readCookie('a=1; uras=xyz', 'uras') // 'xyz'
 */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';').slice(0, 50)) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/**
 * A cookie for pages of ours alone, out of reach of scripts, gone with the browser. Over https its name
 * begins with `__Host-`, so that no other host of the domain can set it.
 */
export function cookieHeader(name: string, value: string, { secure }: { secure: boolean }): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
