import { z } from 'zod';
import { gzipPart } from '../http/gzip-texts.ts';
import { printingApart, printView } from '../http/views.ts';
import type { Language } from '../engine/text.ts';
import type { PrintedReport } from './drawings.ts';
import type { HighlightsView } from './highlights.ts';
import { addressedQuery } from './page-frame.ts';
import { textsOf, type ReportTexts } from './texts/index.ts';

// A report in two parts: its head, which each page sets among what differs from reader to reader, and its figures,
// which are printed and compressed once.

const text = z.string();

/** What is kept of a head beside its words. */
export const headSchema = z.strictObject({
  invented: z.boolean(),
  degree: text,
  institution: text,
  round: text,
  built: text,
  answered: text,
  variant: z.strictObject({ title: text }).optional(),
  who: z.strictObject({
    reliability: z.strictObject({ sign: text, text }),
    cautions: z.array(text),
    balance: text.nullable(),
    details: z.array(text),
  }),
  comparisons: z.array(z.strictObject({ name: text, answered: text })),
  highlights: z.strictObject({
    message: text.nullable(),
    cards: z.array(z.strictObject({ title: text, facts: text, anchor: text, item: text })),
    method: text.nullable(),
    /** All comparisons as a table. */
    printedTable: text.nullable(),
  }),
});

/** A report without its figures, as its page prints it. */
export type ReportHead = z.infer<typeof headSchema> & { texts: ReportTexts };

/** `body`: a part of a page as `gzipPart` makes it. */
export type ReportParts = { head: ReportHead; body: Buffer };

export type PartsPlace = {
  language: Language;
  /** As the address of the page ends. */
  degree: string;
  /** The group of the address that highlights are compared with; '' where it asks for none. */
  compare: string;
  /** Codes of the questions that have a page of their own. */
  questions: ReadonlySet<string>;
  /** How small the figures become: 1 (quick) to 9. */
  level?: number;
};

/** The two parts of a report. Links of its figures are relative, so that they hold no key. */
export function partsOf(
  report: PrintedReport,
  { language, degree, compare, questions, level }: PartsPlace,
): ReportParts {
  const { print, parts } = printingApart();
  const kept = addressedQuery(language, compare);
  const body = printView('results/views/report-body', {
    report,
    texts: report.texts,
    links: { methods: `../../methods?lang=${language}` },
    apart: print,
    depth: (id: string) => {
      const code = id.replace(/^headline-/, '');
      return questions.has(code) ? `${encodeURIComponent(degree)}/question/${code}?${kept}` : null;
    },
  });
  return { head: headOf(report), body: gzipPart(parts(body), level) };
}

function headOf({
  headlines: _1,
  sections: _2,
  quadrant: _3,
  variant,
  highlights,
  ...head
}: PrintedReport): ReportHead {
  return {
    ...head,
    ...(variant && { variant: { title: variant.title } }),
    who: { ...head.who, cautions: [...head.who.cautions], details: [...head.who.details] },
    comparisons: [...head.comparisons],
    highlights: withPrinted(highlights, head.texts),
  };
}

/** What stands out, with its table of all comparisons printed. */
export function withPrinted(
  { comparisons, cards, ...said }: HighlightsView,
  texts: ReportTexts,
): ReportHead['highlights'] {
  const label = texts.tableLabel(texts.highlights.all);
  const printedTable = comparisons && printView('results/views/table', { table: comparisons.table, label });
  return { ...said, cards: [...cards], printedTable };
}

/** A head as it is kept: its words are those of the language that it is kept for. */
export function keptHead({ texts: _, ...head }: ReportHead): z.infer<typeof headSchema> {
  return head;
}

/** A head that was kept. Throws on what is none. */
export function readHead(kept: unknown, language: Language): ReportHead {
  return { ...headSchema.parse(kept), texts: textsOf(language) };
}
