import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { accountRoutes } from './account-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { passkeySignInRoutes } from './passkey-sign-in-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { createAttempts } from './sign-in-attempts.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { userRoutes } from './user-routes.ts';

/** Accounts of those who run surveys and read reports. */
export async function staffRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const attempts = createAttempts(deps.now);
  await app.register(signInRoutes, { deps, attempts });
  await app.register(passkeySignInRoutes, { deps, attempts });
  await app.register(providerRoutes, deps);
  await app.register(accountRoutes, deps);
  await app.register(passkeyRoutes, deps);
  await app.register(userRoutes, deps);
}
