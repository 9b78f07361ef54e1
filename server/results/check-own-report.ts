import { checkReport, FIGURE_KINDS } from '../../reports/check-report.ts';
import { ownReportSchema, type OwnReport } from '../../reports/own-report.ts';
import { itemsOf, type FigureDefinition, type ReportDefinition } from '../../reports/report-definition.ts';
import { nearest } from '../csv/nearest.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { zodFindings } from '../engine/zod-findings.ts';

/** What is wrong, where in the file, and what to do. */
type Problem = { place: string; message: string };
export type CheckedReport =
  { kind: 'good'; own: OwnReport; report: ReportDefinition } | { kind: 'bad'; problems: readonly Problem[] };

/**
 * Checks a report of one institution against the surveys: only questions that are asked and have figures
 * may be named, each in a chart that can show it. `common`: the report of a survey that all institutions have.
 */
export function checkOwnReport(
  content: unknown,
  surveys: readonly Survey[],
  common: (survey: string) => ReportDefinition | undefined,
): CheckedReport {
  const parsed = ownReportSchema.safeParse(content);
  if (!parsed.success) return { kind: 'bad', problems: zodFindings(parsed.error) };
  const own = parsed.data;
  const versions = surveys.filter(({ definition }) => definition.survey === own.survey);
  const standard = common(own.survey);
  if (!standard || versions.length === 0) {
    const known = [...new Set(surveys.map(({ definition }) => definition.survey))];
    const message = `There is no survey "${own.survey}". Surveys: ${known.join(', ')}.`;
    return { kind: 'bad', problems: [{ place: 'survey', message }] };
  }
  const { headlines, sections } = own;
  const upperHalf = { ...standard.upperHalf, ...own.upperHalf };
  const { forGraduates } = standard;
  const report: ReportDefinition = { survey: own.survey, headlines, sections, upperHalf, forGraduates, leftOut: [] };
  const problems = [...wrongInstitution(own, versions), ...wrongItems(own, versions)];
  if (problems.length > 0) return { kind: 'bad', problems };
  const others = checkReport(report, versions, false).map((message) => ({ place: 'report', message: `${message}.` }));
  return others.length > 0 ? { kind: 'bad', problems: others } : { kind: 'good', own, report };
}

function wrongInstitution({ institution }: OwnReport, versions: readonly Survey[]): Problem[] {
  const known = versions.flatMap((survey) => registerList(survey, 'institution').codes.map(({ code }) => code));
  if (known.includes(institution)) return [];
  return [{ place: 'institution', message: `There is no institution "${institution}".${meant(institution, known)}` }];
}

function wrongItems({ survey, headlines, sections }: OwnReport, versions: readonly Survey[]): Problem[] {
  const questions = versions.flatMap((version) => [...version.questions.values()]);
  const wrong = (place: string, item: string, figure: FigureDefinition['kind'] | null): Problem[] => {
    const kinds = new Set(questions.filter(({ code }) => code === item).map(({ kind }) => kind));
    if (kinds.size === 0) {
      const codes = questions.map(({ code }) => code);
      const message = `No version of ${survey} asks "${item}".${meant(item, codes)} Only questions of the survey can be shown.`;
      return [{ place, message }];
    }
    if (figure === null || [...kinds].every((kind) => FIGURE_KINDS[figure].includes(kind))) return [];
    const fitting = Object.entries(FIGURE_KINDS).flatMap(([name, fits]) =>
      [...kinds].every((kind) => fits.includes(kind)) ? [name] : [],
    );
    const mend = fitting.length > 0 ? `Use ${fitting.join(' or ')}.` : 'It has no figures: leave it out.';
    return [{ place, message: `"${item}" (${[...kinds].join(', ')}) cannot be shown as ${figure}. ${mend}` }];
  };
  return [
    ...headlines.flatMap(({ item }, index) => wrong(`headlines[${index}].item`, item, null)),
    ...sections.flatMap(({ figures }, section) =>
      figures.flatMap((figure, index) =>
        itemsOf(figure).flatMap((item, number) => {
          const part = 'items' in figure ? `items[${number}]` : 'item';
          return wrong(`sections[${section}].figures[${index}].${part}`, item, figure.kind);
        }),
      ),
    ),
  ];
}

function meant(text: string, known: readonly string[]): string {
  const near = nearest(text, [...new Set(known)]);
  return near === null ? '' : ` Did you mean "${near}"?`;
}
