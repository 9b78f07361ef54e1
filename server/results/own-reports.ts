import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReports, type Reports } from '../../reports/index.ts';
import type { OwnReport } from '../../reports/own-report.ts';
import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Surveys } from '../../survey-definitions/index.ts';
import type { Language } from '../engine/text.ts';
import { checkOwnReport } from './check-own-report.ts';
import { variantTexts } from './texts/variant-texts.ts';

/** A report that one institution has beside the common one. */
export type OwnReportChoice = Pick<OwnReport, 'institution' | 'code' | 'title' | 'survey'> & {
  report: ReportDefinition;
  /** Tells its drawings from those of other reports, and from those of an earlier state of its own. */
  mark: string;
};

/** The common reports, and those that institutions have of their own. */
export type AllReports = Reports & {
  own: (survey: string, institution: string) => readonly OwnReportChoice[];
};

/** What a report prints of being an institution's own; nothing for the common one. */
export function variantOf(
  own: OwnReportChoice | undefined,
  language: Language,
): { variant?: { title: string; mark: string } } {
  return own ? { variant: { title: variantTexts(language).is(own.title[language]), mark: own.mark } } : {};
}

/** Every report. `folder`: where own ones lie as JSON. Throws with every problem of every file, its place and its mend. */
export function loadAllReports(surveys: Surveys, folder: string | undefined): AllReports {
  const reports = loadReports(surveys);
  const own = folder === undefined ? [] : readFolder(folder, surveys, reports);
  return {
    ...reports,
    own: (survey, institution) => own.filter((one) => one.survey === survey && one.institution === institution),
  };
}

function readFolder(folder: string, surveys: Surveys, reports: Reports): OwnReportChoice[] {
  const problems: string[] = [];
  const read = new Map<string, { file: string; choice: OwnReportChoice }>();
  for (const file of filesOf(folder)) {
    const text = readFileSync(file, 'utf8');
    const checked = checkOwnReport(
      contentOf(text),
      surveys.all.map(({ survey }) => survey),
      reports.find,
    );
    if (checked.kind === 'bad') {
      problems.push(...checked.problems.map(({ place, message }) => `${file}: ${place || 'file'}: ${message}`));
      continue;
    }
    const { institution, code, title, survey } = checked.own;
    const key = `${survey} ${institution} ${code}`;
    const other = read.get(key);
    if (other)
      problems.push(
        `${file}: code: ${other.file} has the report "${code}" of ${institution} already. Choose another code.`,
      );
    const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
    read.set(key, { file, choice: { institution, code, title, survey, report: checked.report, mark } });
  }
  if (problems.length > 0)
    throw new Error(
      `Reports of institutions (URAS_REPORTS_DIR) cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  return [...read.values()].map(({ choice }) => choice);
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new Error(
      `URAS_REPORTS_DIR names ${folder}, which cannot be read. Make the folder, or take the setting away.`,
      { cause },
    );
  }
}

/** What is no JSON fits no schema either: the check says so. */
function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
}
