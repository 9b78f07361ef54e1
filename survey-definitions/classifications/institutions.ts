import type { CodeListInput } from '../../server/engine/code-list.ts';
import { inventedInstitutions } from './invented-institutions.ts';
import { realInstitutions } from './real-institutions.ts';

// A round holds real or invented institutions, never both.
export const institutions = {
  name: 'institutions',
  codes: [...realInstitutions, ...inventedInstitutions],
} satisfies CodeListInput;
