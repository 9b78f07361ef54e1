import type { Surveys } from '../survey-definitions/index.ts';
import { amkCareerReport } from './amk-career.ts';
import { checkReport } from './check-report.ts';
import { yoCareerReport } from './yo-career.ts';
import { reportDefinitionSchema, type ReportDefinition } from './report-definition.ts';

const DEFINITIONS: readonly { file: string; definition: unknown }[] = [
  { file: 'reports/amk-career.ts', definition: amkCareerReport },
  { file: 'reports/yo-career.ts', definition: yoCareerReport },
];

export type Reports = {
  /** The report of a survey, or undefined. */
  find: (survey: string) => ReportDefinition | undefined;
};

/** Parses every report and checks it against all versions of its survey. Throws, naming the file. */
export function loadReports(surveys: Surveys): Reports {
  const reports = DEFINITIONS.map(({ file, definition }) => {
    const parsed = reportDefinitionSchema.safeParse(definition);
    if (!parsed.success) {
      const places = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`${file} is not a report definition:\n${places.join('\n')}`);
    }
    const versions = surveys.all
      .map(({ survey }) => survey)
      .filter(({ definition: { survey } }) => survey === parsed.data.survey);
    const findings = checkReport(parsed.data, versions);
    if (findings.length > 0) throw new Error(`${file}:\n${findings.map((finding) => `  ${finding}`).join('\n')}`);
    return parsed.data;
  });
  const bySurvey = new Map(reports.map((report) => [report.survey, report]));
  return { find: (survey) => bySurvey.get(survey) };
}
