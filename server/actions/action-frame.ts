import type { Language } from '../engine/text.ts';
import { reportFrame, type ReportFrame } from '../results/page-frame.ts';
import { labelIn } from '../results/view-model.ts';
import type { DegreeCodes, DegreeFacts } from './load-degree.ts';
import { actionTexts, type ActionTexts } from './texts/index.ts';

/** What every page of the action log prints around its content. */
export type ActionFrame = ReportFrame & {
  t: ActionTexts;
  place: string;
  /** Address of the log, without its query. */
  home: string;
  /** The newest report of the degree, or null. */
  report: string | null;
};
export type Asked = { language: Language; key: string; codes: DegreeCodes };

/** The frame of a degree's log. */
export function frameOf(
  { language, key, codes }: Asked,
  { survey, releases }: DegreeFacts,
  title: string,
): ActionFrame {
  const degree = labelIn(survey, 'degree', codes.degree, language);
  const institution = labelIn(survey, 'institution', codes.institution, language);
  const newest = releases.at(-1);
  const frame = reportFrame({
    language,
    title: `${title}: ${degree}, ${institution}`,
    invented: newest?.invented ?? false,
    key,
    notices: [],
  });
  return {
    ...frame,
    styles: [...frame.styles, 'answer.css', 'actions.css'],
    t: actionTexts(language),
    place: `${degree}, ${institution}`,
    home: `/reports/${key}/actions/${codes.institution}/${codes.degree}`,
    report: newest ? `/reports/${key}/${newest.id}/${codes.institution}/${codes.degree}?lang=${language}` : null,
  };
}
