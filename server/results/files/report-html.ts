import { styleText } from '../../http/assets.ts';
import { printView } from '../../http/views.ts';
import type { PrintedReport } from '../drawings.ts';
import { withPrinted } from '../report-parts.ts';
import type { Printed } from './pdf-sheet.ts';

const STYLES = ['main.css', 'charts.css', 'report.css', 'report-head.css'];

/**
 * A report as one web page that stands alone: its styles are in it, its methods at its end, and it links to
 * nothing outside itself, so that it holds no address of the service and can be passed on.
 */
export function reportHtml(report: PrintedReport, { language, release, address }: Printed): string {
  const body = printView('results/views/saved', {
    report,
    highlights: withPrinted(report.highlights, report.texts),
    texts: report.texts,
    links: { methods: '' },
    source: [report.round, report.built, release, address].filter((part) => part !== '').join(' · '),
  });
  const title = printText(`${report.degree}, ${report.institution}, ${report.round}`);
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Uraseuranta</title>
<style>
${STYLES.map(styleText).join('')}</style>
</head>
<body>
${body}</body>
</html>
`;
}

function printText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
