import { comparabilityMapSchema, type RegisteredMap } from '../server/comparability/comparability-schema.ts';
import { amkCareer1To2 } from './amk-career/comparability-1-2.ts';
import { amkCareer2To3 } from './amk-career/comparability-2-3.ts';

const MAPS: readonly { file: string; map: unknown }[] = [
  { file: 'survey-definitions/amk-career/comparability-1-2.ts', map: amkCareer1To2 },
  { file: 'survey-definitions/amk-career/comparability-2-3.ts', map: amkCareer2To3 },
];

/** Parses every comparability map. Throws for one that does not fit the schema, naming its file. */
export function loadMaps(): readonly RegisteredMap[] {
  return MAPS.map(({ file, map }) => {
    const parsed = comparabilityMapSchema.safeParse(map);
    if (parsed.success) return { file, map: parsed.data };
    const places = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${file} is not a comparability map:\n${places.join('\n')}`);
  });
}
