import { codeListSchema, type CodeLists } from '../../server/engine/code-list.ts';
import { countries } from './countries.ts';
import { degrees } from './degrees.ts';
import { fields } from './fields.ts';
import { institutions } from './institutions.ts';
import { regions } from './regions.ts';
import { universities } from './universities.ts';
import { universityDegrees } from './university-degrees.ts';

/** Every classification that a survey may name, by its name. */
export const codeLists: CodeLists = new Map(
  [institutions, degrees, universities, universityDegrees, fields, regions, countries].map((list) => [
    list.name,
    codeListSchema.parse(list),
  ]),
);
