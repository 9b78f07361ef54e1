import { parseArgs } from 'node:util';
import { ALL_RULES, type Switches } from '../../server/disclosure/switches.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { buildFromFiles } from '../../server/releases/build-from-files.ts';
import { writeReleaseFiles } from '../../server/releases/write-release-files.ts';

// A release from files as `uras releases from-files` makes it, with rules of the disclosure control
// switched off: what must leak, so that an attack can show that it would find it.
// node server/run.mjs test/support/release-without.ts --without gate,routing --survey amk-career
//   --version 2 --population population.csv --responses responses.csv --out folder

const { values } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    splits: { type: 'string' },
    survey: { type: 'string', default: '' },
    version: { type: 'string', default: '' },
    population: { type: 'string', default: '' },
    responses: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
});

const listed = (text: string): string[] => text.split(',').filter((word) => word !== '');
const unknown = listed(values.without).filter((rule) => !(rule in ALL_RULES));
if (unknown.length > 0) throw new Error(`no such rule: ${unknown.join()}. Rules: ${Object.keys(ALL_RULES).join()}`);
const survey = loadSurveys().find(values.survey, Number(values.version));
if (!survey) throw new Error(`there is no version ${values.version} of "${values.survey}"`);
const switches: Partial<Switches> = Object.fromEntries(listed(values.without).map((rule) => [rule, false]));
const outcome = await buildFromFiles(survey, {
  population: values.population,
  responses: values.responses,
  progress: () => undefined,
  trial: { switches, ...(values.splits === undefined ? {} : { splits: listed(values.splits) }) },
});
if (outcome.kind === 'unusable') throw new Error(`${outcome.file} cannot be read`);
await writeReleaseFiles(values.out, outcome.files);
