import type { PopulationRow } from '../invitations/population-file.ts';

/** The register side of a person. Addresses are no part of answers or releases. */
export type RegisterPerson = Omit<PopulationRow, 'contact_language' | 'email' | 'phone'>;
