/** Texts of a name in DNS; null = it could not be looked up. An empty list = there are none. */
export type Texts = readonly string[] | null;

export type DomainState =
  /** Nobody could be asked: nothing is known. */
  | 'unknown'
  | 'missing'
  /** Two or more, which receivers take for none. */
  | 'several'
  | 'good'
  /** There, and it asks receivers for nothing. */
  | 'weak'
  /** There, and it is not ours. */
  | 'other';

/**
 * Whether a domain says which servers may send its mail (RFC 7208). One that lets everybody ('+all', '?all') is weak.
 *
 * @example spfState(['v=spf1 mx -all']) // 'good'
 */
export function spfState(texts: Texts): DomainState {
  if (texts === null) return 'unknown';
  const records = texts.filter((text) => /^v=spf1(\s|$)/i.test(text));
  if (records.length !== 1) return records.length === 0 ? 'missing' : 'several';
  return /\s[-~]all\b|\sredirect=/i.test(records[0] ?? '') ? 'good' : 'weak';
}

/**
 * Whether a domain asks receivers to do something with mail that is not its own (RFC 7489).
 *
 * @example dmarcState(['v=DMARC1; p=none']) // 'weak'
 */
export function dmarcState(texts: Texts): DomainState {
  if (texts === null) return 'unknown';
  const records = texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
  if (records.length !== 1) return records.length === 0 ? 'missing' : 'several';
  return /;\s*p\s*=\s*(quarantine|reject)\b/i.test(records[0] ?? '') ? 'good' : 'weak';
}

/**
 * Whether the key with which mails are signed stands in DNS (RFC 6376). `publicKey`: ours, in base64.
 *
 * @example dkimState(['v=DKIM1; k=rsa; p=MIIB'], 'MIIB') // 'good'
 */
export function dkimState(texts: Texts, publicKey: string): DomainState {
  if (texts === null) return 'unknown';
  const keys = texts.flatMap(
    (text) => /(?:^|;)\s*p\s*=\s*([A-Za-z0-9+/=\s]*)/.exec(text)?.[1]?.replace(/\s/g, '') ?? [],
  );
  if (keys.length === 0) return 'missing';
  return keys.includes(publicKey) ? 'good' : 'other';
}
