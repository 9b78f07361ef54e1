import type { CodeListInput } from '../../server/engine/code-list.ts';
import { bachelorDegreesHealth } from './bachelor-degrees-health.ts';
import { bachelorDegreesOther } from './bachelor-degrees-other.ts';
import { fields } from './fields.ts';
import { masterDegrees } from './master-degrees.ts';

// Results of a rare degree fall back on its field of education.
export const degrees = {
  name: 'degrees',
  codes: [...bachelorDegreesHealth, ...bachelorDegreesOther, ...masterDegrees],
  groups: fields.codes.map(({ code, label }) => ({ code, label })),
} satisfies CodeListInput;
