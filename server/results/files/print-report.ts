import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../engine/text.ts';
import { inPrintColours, PRINT_COLOURS } from '../chart-colours.ts';
import type { PrintedReport } from '../drawings.ts';
import { aboutLines } from './about-lines.ts';
import { comparedSection, shownSections } from './report-rows.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const TEMPLATE = new URL('report.typ', import.meta.url);
const FONTS = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

type Printed = { language: Language; release: string; address: string };

/**
 * A report as a tagged PDF (PDF/UA-1), A4, every chart with its table. The typesetter refuses a chart
 * without words, a missing title or a skipped heading. Words reach it as JSON, so none acts as a command.
 */
export async function printReport(report: PrintedReport, printed: Printed): Promise<Buffer> {
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: [FONTS] }] });
  const mainFileContent = await readFile(TEMPLATE, 'utf8');
  const inputs = { report: JSON.stringify(sheetOf(report, printed)) };
  return compiler.pdf({ mainFileContent, inputs }, { pdfStandard: 'ua-1' });
}

function sheetOf(report: PrintedReport, { language, release, address }: Printed) {
  const { texts } = report;
  const [degree = '', institution = '', ...about] = aboutLines(report);
  return {
    language,
    degree,
    institution,
    about,
    footer: [report.round, report.answered, release, address].filter((part) => part !== '').join(' · '),
    colours: PRINT_COLOURS,
    words: { showTable: texts.tableOf, whoAnswered: texts.whoAnswered },
    // What stands out is told above; all that was compared is for the end of a printed report.
    sections: [...shownSections(report), ...comparedSection(report)].map(({ title, note, figures }) => ({
      title,
      note: note ?? null,
      figures: figures.map(({ rows, ...figure }) => ({
        ...figure,
        rows: rows.map(({ svg, ...row }) => ({ ...row, svg: svg && inPrintColours(svg) })),
      })),
    })),
  };
}
