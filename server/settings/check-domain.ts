import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import type { SendingConfig } from '../config.ts';
import { dkimState, dmarcState, spfState, type DomainState, type Texts } from './decide-domain.ts';

/** What mail providers see of the sender's domain. `dkim` null = this service does not sign. */
export type DomainCheck = { domain: string; spf: DomainState; dkim: DomainState | null; dmarc: DomainState };

type Smtp = NonNullable<SendingConfig['smtp']>;
const ASKED_FOR_MS = 10 * 60_000;
const kept = new Map<string, { at: number; check: Promise<DomainCheck> }>();

/** The address of a sender: of 'Name <address>', or as it is. */
export function addressOf(from: string): string {
  return /<([^<>]+)>/.exec(from)?.[1]?.trim() ?? from.trim();
}

/** Looks up the sender's domain, once in ten minutes; what could not be looked up is asked again at once. */
export function checkDomain(smtp: Smtp, now: Date): Promise<DomainCheck> {
  const key = `${smtp.from} ${smtp.dkim?.domain ?? ''} ${smtp.dkim?.selector ?? ''}`;
  const known = kept.get(key);
  if (known && now.getTime() - known.at < ASKED_FOR_MS) return known.check;
  const check = lookUpDomain(smtp, new Resolver({ timeout: 1500, tries: 2 }));
  kept.set(key, { at: now.getTime(), check });
  void check.then(({ spf, dkim, dmarc }) => {
    if ([spf, dkim, dmarc].includes('unknown')) kept.delete(key);
  });
  return check;
}

/** Asks DNS what the sender's domain says of its mail. Never fails: what nobody answers is 'unknown'. */
export async function lookUpDomain({ from, dkim }: Smtp, resolver: Pick<Resolver, 'resolveTxt'>): Promise<DomainCheck> {
  const domain = addressOf(from).split('@')[1]?.toLowerCase() ?? '';
  const [spf, dmarc, key] = await Promise.all([
    textsOf(resolver, domain),
    dmarcTexts(resolver, domain),
    dkim && textsOf(resolver, `${dkim.selector}._domainkey.${dkim.domain}`),
  ]);
  const publicKey = dkim && (await publicKeyOf(dkim.keyFile));
  return {
    domain,
    spf: spfState(spf),
    dkim: dkim && (publicKey === null ? 'unknown' : dkimState(key, publicKey)),
    dmarc: dmarcState(dmarc),
  };
}

/** Of the domain, or else of the organisation's domain above it: receivers look there too. */
async function dmarcTexts(resolver: Pick<Resolver, 'resolveTxt'>, domain: string): Promise<Texts> {
  const own = await textsOf(resolver, `_dmarc.${domain}`);
  const above = domain.split('.').slice(-2).join('.');
  if (own === null || own.length > 0 || above === domain) return own;
  return textsOf(resolver, `_dmarc.${above}`);
}

async function textsOf(resolver: Pick<Resolver, 'resolveTxt'>, name: string): Promise<Texts> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;
  }
}

async function publicKeyOf(keyFile: string): Promise<string | null> {
  try {
    const key = createPublicKey(await readFile(keyFile, 'utf8'));
    return key.export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    return null;
  }
}
