import type { Acting } from '../accounts/acting-for.ts';
import { queryOf } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { RULES } from '../disclosure/rules.ts';
import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { drawChart } from '../results/draw-chart.ts';
import { loadMonitor, type MonitorFacts } from './load-monitor.ts';
import { toMonitorView, type MonitorView } from './page-view-model.ts';
import { monitorTexts, type MonitorTexts } from './texts/index.ts';

type MonitorModel = Frame & { t: MonitorTexts; view: MonitorView; svg: string | null };
const monitorView = defineView<MonitorModel>('monitor/views/monitor');

/** Somebody at the monitor of a round: whose people it counts, and where else they may go. */
export type MonitorVisit = {
  roundId: string;
  acting: Acting;
  language: Language;
  /** Pages beside it that they may open: '/delivery'. */
  opens: ReadonlySet<string>;
};

/** How a round is being answered. Counts alone: nothing of what anybody answers. null = there is no such round. */
export async function monitorPage(
  deps: Pick<Deps, 'db' | 'surveys' | 'now'>,
  visit: MonitorVisit,
): Promise<PageAnswer | null> {
  const { roundId, acting, language } = visit;
  const facts = await loadMonitor(deps, { roundId, institution: acting.institution });
  const survey = facts && deps.surveys.find(facts.round.survey, facts.round.version);
  if (!facts || !survey) return null;
  const view = toMonitorView(facts, { ...visit, survey, threshold: RULES.threshold });
  if (view === null) return null;
  return page(monitorView, {
    ...frameOf(visit, facts, language),
    t: monitorTexts(language),
    view,
    svg: view.curve?.drawing ? drawChart(view.curve.drawing.chart, view.curve.drawing.height) : null,
  });
}

function frameOf({ acting, roundId }: MonitorVisit, { round }: MonitorFacts, language: Language): Frame {
  const kept = { institution: acting.institution };
  return {
    ...publicFrame({ language, title: `${monitorTexts(language).title} – ${roundId}` }),
    invented: round.invented === true,
    choices: languageLinks(language, (other) => `?${queryOf({ lang: other, ...kept })}`),
    styles: ['answer.css', 'staff.css', 'rounds.css', 'charts.css', 'monitor.css'],
  };
}
