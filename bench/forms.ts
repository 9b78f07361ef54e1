import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareForms } from '../test/support/report-forms.ts';
import { watchProcess } from './watch-process.ts';
import { printMeasure, round } from './measure.ts';
import { makeRelease } from './report.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** JSON first: with it the charts are drawn, which the others find. */
const FORMS = ['json', 'html', 'csv', 'xlsx', 'pdf'] as const;

/**
 * All reports of a national release in every form: what each form costs, and whether every figure is the
 * same in all of them. Ends with an error where one is not.
 */
export async function benchForms(quick: boolean): Promise<void> {
  const place = await openWorkplace();
  try {
    await makeRelease(place, quick ? 3000 : 26000);
    const out = join(place.folder, 'reports');
    for (const form of FORMS) await writeForm(place, out, form);
    await compareAll(out);
  } finally {
    await place.close();
  }
}

async function writeForm(place: Workplace, out: string, form: string): Promise<void> {
  const start = performance.now();
  const words = ['reports', 'export', '--round', 'bench-report', '--all', '--formats', form, '--out', out];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/uras.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, URAS_DATA_DIR: place.product.dataDir, DATABASE_URL: place.product.databaseUrl },
  });
  const usage = await watchProcess(child);
  const seconds = (performance.now() - start) / 1000;
  const reports = reportsIn(out, form).length;
  printMeasure({
    bench: 'forms',
    form,
    reports,
    seconds: round(seconds),
    ms_per_report: round((seconds * 1000) / Math.max(1, reports)),
    cpu_seconds: round(usage.cpuSeconds),
    max_rss_mb: usage.maxRssMb,
  });
}

/** Paths of a form's files, without their ending. */
function reportsIn(out: string, form: string): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('/') && name.endsWith(`.${form}`))
    .map((name) => join(out, name.slice(0, -form.length - 1)))
    .sort();
}

async function compareAll(out: string): Promise<void> {
  const reports = reportsIn(out, 'json');
  const sum = { cells: 0, numbers: 0 };
  const differences: string[] = [];
  for (const report of reports) {
    const compared = await compareForms(report);
    sum.cells += compared.cells;
    sum.numbers += compared.numbers;
    differences.push(...compared.differences.map((difference) => `${report}: ${difference}`));
  }
  printMeasure({
    bench: 'forms',
    form: 'all compared',
    reports: reports.length,
    ...sum,
    differences: differences.length,
  });
  if (differences.length > 0) throw new Error(`Forms differ:\n${differences.slice(0, 20).join('\n')}`);
}
