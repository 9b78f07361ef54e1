import * as client from 'openid-client';
import { insertAuditEvent } from '../audit/store.ts';
import type { OidcConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { insertIdentity, selectIdentity } from './credential-store.ts';
import { seal, unseal } from './secrets.ts';
import { todayOf } from './sessions.ts';
import { selectPerson } from './store.ts';

const PURPOSE = 'provider-round-trip';
const ROUND_TRIP_MS = 10 * 60_000;

/** What signing in through an organisation takes along, sealed in a cookie: nothing is stored until it is done. */
export type RoundTrip = { verifier: string; state: string; nonce: string; next: string; kept: string; until: number };

export type Provider = {
  /** Where to send the browser, and what it takes along. */
  begin: (goOn: { next: string; kept: string }) => Promise<{ address: string; cookie: string }>;
  /** Who came back; null where the answer is not the one that was asked for. */
  finish: (query: string, cookie: string) => Promise<(Claims & { next: string; kept: string }) | null>;
};
export type Claims = { issuer: string; subject: string; email: string | null };

/**
 * An OpenID Connect provider: code flow with PKCE, state and nonce. It is asked what it can when somebody
 * first signs in, so that the service starts without it.
 */
export function openProvider(
  deps: Pick<Deps, 'keys' | 'now' | 'log'>,
  { config, callback }: { config: OidcConfig; callback: string },
): Provider {
  let known: Promise<client.Configuration> | null = null;
  const configuration = () => {
    known ??= discover(config).catch((error: unknown) => {
      known = null; // the next one asks again
      throw error;
    });
    return known;
  };
  return {
    async begin({ next, kept }) {
      const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
      const asked = {
        redirect_uri: callback,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      };
      const address = client.buildAuthorizationUrl(await configuration(), asked).href;
      const trip: RoundTrip = { verifier, state, nonce, next, kept, until: deps.now().getTime() + ROUND_TRIP_MS };
      const plain = Buffer.from(JSON.stringify(trip));
      return { address, cookie: seal(deps.keys, PURPOSE, { plain, owner: 'browser' }).toString('base64url') };
    },
    async finish(query, cookie) {
      const trip = openTrip(deps.keys, cookie);
      if (!trip || trip.until < deps.now().getTime()) return null;
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), new URL(`${callback}${query}`), {
          pkceCodeVerifier: trip.verifier,
          expectedState: trip.state,
          expectedNonce: trip.nonce,
          idTokenExpected: true,
        });
        const claims = claimsOf(tokens.claims(), config.subjectClaim);
        return claims && { ...claims, next: trip.next, kept: trip.kept };
      } catch (error) {
        // The name of the fault alone: a message may hold what the provider said of a person.
        deps.log.error(`Signing in through an organisation failed: ${kindOf(error)}`);
        return null;
      }
    },
  };
}

/** Who it is: an address counts only where the provider says that it has checked it. */
function claimsOf(claims: client.IDToken | undefined, subjectClaim: string): Claims | null {
  const subject = claims?.[subjectClaim];
  if (!claims || typeof subject !== 'string' || subject === '') return null;
  const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : null;
  return { issuer: claims.iss, subject, email };
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
  const server = new URL(issuer);
  // Plain http for a provider on this machine alone, in development and tests.
  const isLocal = server.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
  const options = isLocal ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(server, clientId, clientSecret, client.ClientSecretBasic(clientSecret), options);
}

function openTrip(keys: Deps['keys'], cookie: string): RoundTrip | null {
  try {
    const plain = unseal(keys, PURPOSE, { sealed: Buffer.from(cookie, 'base64url'), owner: 'browser' });
    return JSON.parse(plain.toString()) as RoundTrip; // sealed by us
  } catch {
    return null;
  }
}

/**
 * The account of whom a provider knows: by its subject for good. The first time it is the account with the
 * address that the provider says it has checked, and that is linked to no other subject yet. Null where
 * there is none, or where it is closed.
 */
export async function personOfClaims(deps: Pick<Deps, 'db' | 'now'>, claims: Claims): Promise<string | null> {
  const { issuer, subject, email } = claims;
  const known = await selectIdentity(deps.db, issuer, { subject });
  if (known !== null) return openAccount(deps, known);
  const person = email === null ? null : await selectPerson(deps.db, { email: email.trim().toLowerCase() });
  if (!person || person.disabled_on !== null) return null;
  if ((await selectIdentity(deps.db, issuer, { personId: person.id })) !== null) return null;
  const on = todayOf(deps);
  await deps.db.transaction().execute(async (trx) => {
    await insertIdentity(trx, { issuer, subject, person_id: person.id, linked_on: on });
    const event = { on_date: on, kind: 'staff_identity_linked', round_id: null, detail: { person: person.id } };
    await insertAuditEvent(trx, event);
  });
  return person.id;
}

async function openAccount({ db }: Pick<Deps, 'db'>, id: string): Promise<string | null> {
  const person = await selectPerson(db, { id });
  return person && person.disabled_on === null ? id : null;
}
