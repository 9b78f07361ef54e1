import { get } from './follow.ts';
import { isReport, type Page } from './pages.ts';
import { populationsOf, type Tables } from './told.ts';

const LANGUAGES = ['fi', 'sv', 'en'];
const MOST_HIDDEN = 30;
/** What a page may hang on its degree: each is refused where the degree is. */
const BELOW = ['', '/report.json', '/report.csv', '/report.xlsx', '/question/degree_satisfaction'];
/** Filters that no page has: nothing may change. */
const FILTERS = ['gender=female', 'split=age_band&value=under_25', 'period=2018-2020', 'release=none&degree=x'];

/**
 * T1: what is not shown is refused in one way, whether it is hidden, does not exist or cannot be; in
 * each language, and for each kind of file. Filters that there are not change nothing.
 */
export async function attackRefusals(
  link: string,
  pages: readonly Page[],
  tables: readonly Tables[],
): Promise<{ problems: string[]; asked: number }> {
  const report = pages.find((page) => isReport(page) && !page.address.includes('&'));
  if (!report) return { problems: [], asked: 0 };
  const start = partsOf(report.address).slice(0, 4).join('/');
  const refused = await refusedDegrees(link, start, tables);
  const releases = await unknownReleases(link, report);
  const filters = await withFilters(report);
  return {
    problems: [...refused.problems, ...releases.problems, ...filters.problems],
    asked: refused.asked + releases.asked + filters.asked,
  };
}

async function refusedDegrees(link: string, start: string, tables: readonly Tables[]) {
  const places = withoutReport(tables);
  const problems: string[] = [];
  let asked = 0;
  for (const language of LANGUAGES) {
    for (const below of BELOW) {
      // A whole list once; of the others the beginning and the end, where the invented ones stand.
      const some = below === '' && language === 'en' ? places : [...places.slice(0, 3), ...places.slice(-3)];
      const kinds = await kindsOf(some.map((one) => new URL(`${start}/${one}${below}?lang=${language}`, link).href));
      asked += some.length;
      if (kinds > 1)
        problems.push(
          `degrees without a report are refused in ${kinds} ways (${below || 'page'}, ${language}: ${some.slice(0, 5).join(', ')} …)`,
        );
    }
  }
  return { problems, asked };
}

/** Degrees that the tables name in groups only, and some that nobody gave. */
function withoutReport(tables: readonly Tables[]): string[] {
  const populations = tables.flatMap(populationsOf);
  const shown = new Set(
    populations.filter(({ level }) => level === 'degree').map(({ institution, degree }) => `${institution}/${degree}`),
  );
  const members = populations.filter(({ level }) => level === 'others').flatMap(({ degree }) => degree.split('|'));
  const hidden = [...new Set(members)]
    .map((member) => member.replace('-', '/'))
    .filter((member) => member.includes('/') && !shown.has(member));
  return [
    ...hidden.slice(0, MOST_HIDDEN),
    ...[...shown].slice(0, 5).map((one) => `${one}x`),
    'X9999/none',
    'X0101/none',
  ];
}

async function unknownReleases(link: string, report: Page) {
  const parts = partsOf(report.address);
  const paths = ['none-2020', 'amk-career.v9.1900', 'x'].map((name) => parts.with(3, name).join('/'));
  const kinds = await kindsOf(paths.map((path) => new URL(`${path}?lang=en`, link).href));
  return { problems: kinds > 1 ? [`unknown releases are refused in ${kinds} ways`] : [], asked: paths.length };
}

async function withFilters(report: Page) {
  const separator = report.address.includes('?') ? '&' : '?';
  const plain = await get(report.address);
  const problems: string[] = [];
  for (const filter of FILTERS) {
    const page = await get(`${report.address}${separator}${filter}`);
    if (
      page.status !== plain.status ||
      page.body.replaceAll(`&amp;${filter.replaceAll('&', '&amp;')}`, '') !== plain.body
    )
      problems.push(`${report.address} is another page with ${filter}`);
  }
  return { problems, asked: FILTERS.length };
}

async function kindsOf(addresses: readonly string[]): Promise<number> {
  const answers = [];
  for (const address of addresses) answers.push(await get(address));
  return new Set(answers.map(({ status, body }) => `${status} ${body}`)).size;
}

function partsOf(address: string): string[] {
  return new URL(address).pathname.split('/');
}
