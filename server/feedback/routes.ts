import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { formRoutes } from './form-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { staffRoutes } from './staff-routes.ts';

/** Feedback on accessibility: anybody gives it, and those who run the survey answer. */
export async function feedbackRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(formRoutes, deps);
  await app.register(receiptRoutes, deps);
  await app.register(staffRoutes, deps);
}
