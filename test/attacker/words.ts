import type { AttackResult, Finding } from './input.ts';
import type { CrawlTried } from './crawl.ts';

const SHOWN = 200;

/** The outcome in plain words: what was tried, then each group or person that can be pinned and how. */
export function printed({ findings, recovered, tried }: AttackResult, pages: readonly CrawlTried[]): string {
  const small = recovered.reduce((sum, one) => sum + one.small, 0);
  const known = recovered.reduce((sum, one) => sum + one.recovered, 0);
  const single = recovered.reduce((sum, one) => sum + one.single, 0);
  const lines = [
    `${tried.releases} releases, ${tried.rows} rows, ${tried.respondents} respondents in ${tried.atoms} groups that the tables tell apart.`,
    `${tried.cells} questions, options and parts; ${tried.vectors} sums; ${tried.insiders} insiders; ${tried.programs} linear programs.`,
    `Groups below the threshold, question by question: ${small}, of which ${known} can be recomputed (${single} of one person).`,
    ...(tried.unsolved > 0 ? [`${tried.unsolved} of these took too long: what they ask counts as not pinned.`] : []),
    ...pages.map(crawledWords),
    '',
    findings.length === 0 ? 'Nothing found.' : `Found ${findings.length}:`,
    ...findings.slice(0, SHOWN).flatMap(wordsOf),
    ...(findings.length > SHOWN ? [`… and ${findings.length - SHOWN} more (all of them with --json)`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function crawledWords({ pages, files, languages, figures, refusals, left }: CrawlTried): string {
  const rest = left > 0 ? ` ${left} links were not followed: see --pages.` : '';
  return `${pages} pages in ${languages} languages and ${files} files, ${figures} figures, ${refusals} refusals.${rest}`;
}

function wordsOf({ test, says, rows, confirmed }: Finding): string[] {
  const most = test === 'T0' ? 3 : 20;
  const truth = confirmed === null ? '' : confirmed ? ' The true answers agree.' : ' THE TRUE ANSWERS DIFFER.';
  return [
    '',
    `${test}  ${says}.${truth}`,
    ...rows.slice(0, most).map(({ factor, row }) => `      ${factor === '' ? '' : `${factor} × `}${row}`),
    ...(rows.length > most ? [`      … and ${rows.length - most} more rows`] : []),
  ];
}
