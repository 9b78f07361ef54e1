import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

const CLIENT = { client_id: 'uraseuranta', client_secret: 'a secret of the test, long enough' };

/** What the provider says of somebody. */
export type ProvidedPerson = { email: string; email_verified: boolean };

export type LocalProvider = {
  /** Subject → person: whoever types a subject at the provider's page is that person. */
  people: Map<string, ProvidedPerson>;
  /** Settings of a service that signs in through it. */
  settings: Readonly<Record<string, string>>;
  close: () => void;
};

/** A real OpenID Connect provider on this machine, as an organisation would run one, for a service at `base`. */
export async function startProvider(base: string): Promise<LocalProvider> {
  const people: LocalProvider['people'] = new Map();
  const listening = createServer();
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`; // listens on TCP
  const oidc = new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [`${base}/staff/provider/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
    cookies: { keys: ['of the test'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...people.get(sub) }),
    }),
  });
  listening.on('request', (request, response) => void oidc.callback()(request, response));
  return {
    people,
    settings: {
      URAS_OIDC_ISSUER: issuer,
      URAS_OIDC_CLIENT_ID: CLIENT.client_id,
      URAS_OIDC_CLIENT_SECRET: CLIENT.client_secret,
      URAS_OIDC_NAME: 'Esimerkkikirjautuminen',
    },
    close() {
      listening.closeAllConnections();
      listening.close();
    },
  };
}
