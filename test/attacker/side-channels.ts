import type { Finding, ReleaseFiles, Test } from './input.ts';
import type { Register } from './register.ts';
import { memberOf } from './release-rules.ts';
import { nameOf, type Tables, type Told } from './told.ts';

/** T9: what files tell beside their figures: order, missing rows, totals, other files. */
export function attackSideChannels(release: ReleaseFiles, tables: Tables): Finding[] {
  return [
    ...orderOf(release, tables),
    ...missingRows(release, tables),
    ...manifestOf(release, tables),
    ...filesOf(release, tables),
  ];
}

/** T11: open answers have no place in these files. */
export function attackTexts(release: ReleaseFiles, { people }: Pick<Register, 'people'>): Finding[] {
  const texts = new Set(people.flatMap(({ said }) => Object.values(said)).filter((text) => /\S\s+\S/.test(text)));
  return [...release.files].flatMap(([name, text]) => {
    const found = stringsOf(name, text).find((one) => texts.has(one.trim()));
    return found === undefined
      ? []
      : [finding('T11', release, `${name} holds an open answer ("${found.slice(0, 40)}")`)];
  });
}

/** Strings that could be sentences. */
function stringsOf(name: string, text: string): string[] {
  if (name.endsWith('.json'))
    return [...text.matchAll(/"((?:[^"\\]|\\.)*\s(?:[^"\\]|\\.)*)"/g)].map(([, inside]) => unescaped(inside ?? ''));
  return text
    .split(/[,\n]/)
    .filter((one) => /\S\s+\S/.test(one))
    .map((one) => one.replaceAll('"', ''));
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function orderOf(release: ReleaseFiles, { lines }: Tables): Finding[] {
  const body = lines.slice(1).filter((line) => line !== '');
  const at = body.findIndex((line, index) => index > 0 && line < (body[index - 1] ?? ''));
  if (at < 0) return [];
  return [
    finding('T9', release, `row ${at + 2} of tables.csv stands out of order: an order can tell what figures do not`),
  ];
}

/** A category without a row where others have one: a row left out is a number told. */
function missingRows(release: ReleaseFiles, { told }: Tables): Finding[] {
  const wanted = new Map<string, Set<string>>();
  const key = ({ item, option }: Told) => `${item}/${option}`;
  const exact = told.filter(({ counts }) => counts.size > 0);
  for (const one of exact) {
    const names = wanted.get(key(one)) ?? new Set();
    for (const name of one.counts.keys()) names.add(name);
    wanted.set(key(one), names);
  }
  return exact.flatMap((one) => {
    const missing = [...(wanted.get(key(one)) ?? [])].filter((name) => !one.counts.has(name));
    if (missing.length === 0) return [];
    return [
      finding(
        'T9',
        release,
        `${one.item}: ${nameOf(one.population)} has no row for ${missing.join(', ')}, others have`,
      ),
    ];
  });
}

const MANIFEST = [
  'format',
  'release',
  'survey',
  'version',
  'definition_hash',
  'period',
  'code_version',
  'rules',
  'target',
  'respondents',
  'cells',
  'cells_by_level',
  'coverage',
  'windows',
  'groups',
  'later',
  'files',
];

/** Totals of the whole nation are allowed; groups must be populations of the tables, of two at least. */
function manifestOf(release: ReleaseFiles, { sizes }: Tables): Finding[] {
  const text = release.files.get('manifest.json');
  if (text === undefined) return [];
  const manifest: unknown = JSON.parse(text);
  const found: Finding[] = [];
  const unknown = Object.keys(Object(manifest) as object).filter((name) => !MANIFEST.includes(name));
  const perPlace = unknown.filter((name) => hasCounts(memberOf(manifest, name)));
  if (perPlace.length > 0)
    found.push(
      finding('T9', release, `manifest.json counts something that the tables do not (${perPlace.join(', ')})`),
    );
  const groups = memberOf(manifest, 'groups');
  const shown = new Set(
    sizes
      .filter(({ population }) => population.level === 'others')
      .flatMap(({ population: { institution, field, degree } }) =>
        [institution, field, degree].flatMap((column) => (column.includes('|') ? [column] : [])),
      ),
  );
  for (const group of Array.isArray(groups) ? (groups as unknown[]) : []) {
    const members: unknown = memberOf(group, 'members');
    const names = Array.isArray(members) ? members.map(String) : [];
    if (names.length < 2)
      found.push(finding('T9', release, `the group ${String(memberOf(group, 'key'))} has one member only`));
    else if (!shown.has(names.join('|')))
      found.push(
        finding('T9', release, `manifest.json names a group that no row of the tables speaks of (${names.join(', ')})`),
      );
  }
  return found;
}

function hasCounts(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasCounts);
}

/** Degree files: one for each degree that the tables speak of, with the figures of the tables and no others. */
function filesOf(release: ReleaseFiles, { told, sizes }: Tables): Finding[] {
  const figures = new Map<string, Told>(
    told.map((one) => [`${placeOf(one.population)} ${one.item}/${one.option}`, one]),
  );
  const spoken = new Set(sizes.map(({ population }) => placeOf(population)));
  return [...release.files].flatMap(([name, text]) => {
    if (!name.startsWith('degrees/') && !name.startsWith('windows/')) return [];
    const report: unknown = JSON.parse(text);
    const period = textOf(report, 'period');
    return ['own', 'field', 'nation'].flatMap((part) => {
      const said = memberOf(report, part);
      if (said === null || said === undefined) return [];
      const population = memberOf(said, 'population');
      const place = placeOf({
        level: textOf(population, 'level'),
        institution: textOf(population, 'institution'),
        field: textOf(population, 'field'),
        degree: textOf(population, 'degree'),
        split: '',
        splitValue: '',
        period,
      });
      if (!spoken.has(place)) return [finding('T9', release, `${name} speaks of ${place}, which the tables do not`)];
      const cells = memberOf(said, 'cells');
      return (Array.isArray(cells) ? (cells as unknown[]) : []).flatMap((cell) =>
        cellLeak(release, name, place, cell, figures),
      );
    });
  });
}

function cellLeak(
  release: ReleaseFiles,
  file: string,
  place: string,
  cell: unknown,
  figures: ReadonlyMap<string, Told>,
): Finding[] {
  const [id, item] = [textOf(cell, 'id'), textOf(cell, 'item')];
  const option = id === item ? '' : id.slice(item.length + 1);
  // A bound of an option has no n row, so that the tables do not say that it is an option.
  const told = figures.get(`${place} ${item}/${option}`) ?? figures.get(`${place} ${item}/`);
  if (!told) return [finding('T9', release, `${file} has figures of ${id} in ${place}, which the tables have not`)];
  const counts = memberOf(cell, 'categories');
  const differing = (Array.isArray(counts) ? (counts as unknown[]) : []).filter(
    (one) => told.counts.get(textOf(one, 'code')) !== memberOf(one, 'count'),
  );
  const n = memberOf(cell, 'n');
  const bound = memberOf(cell, 'bound');
  if (
    differing.length === 0 &&
    (n === undefined || n === told.n) &&
    (bound === undefined || bound === told.bound?.least)
  )
    return [];
  return [finding('T2', release, `${file} and tables.csv differ on ${id} in ${place}`)];
}

type Place = Pick<Told['population'], 'period' | 'level' | 'institution' | 'field' | 'degree' | 'split' | 'splitValue'>;

function placeOf({ period, level, institution, field, degree, split, splitValue }: Place): string {
  return [period, level, institution, field, degree, split, splitValue].filter((part) => part !== '').join(' ');
}

function textOf(value: unknown, name: string): string {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : '';
}

function finding(test: Test, { name }: ReleaseFiles, says: string): Finding {
  return { test, says: `${name}: ${says}`, item: '', group: '', people: 0, rows: [], derived: {}, confirmed: null };
}
