import type { HeadlineDefinition } from '../../reports/report-definition.ts';
import { exactCellOf } from './cell-texts.ts';
import { dividedUnits } from './divided-groups.ts';
import {
  tableFigure,
  type DividedUnit,
  type Figure,
  type FigureContext,
  type Section,
  type ShownGroup,
} from './figure.ts';
import { groupContext } from './group-context.ts';
import { answersCell, shareCell } from './table-cells.ts';

/**
 * The main figures of an institution, a field and the nation by gender and age: a table for each unit and background
 * variable of which anything is shown. No section where nothing is.
 */
export function toDividedSections(
  context: FigureContext,
  headlines: readonly HeadlineDefinition[],
  groups: readonly ShownGroup[],
): Section[] {
  const { texts } = context;
  const figures = dividedUnits(groups, context).map((unit, index) => toFigure(context, headlines, { unit, index }));
  if (figures.length === 0) return [];
  return [{ code: 'divided', title: texts.question.divided, note: texts.question.dividedHint, figures }];
}

function toFigure(
  context: FigureContext,
  headlines: readonly HeadlineDefinition[],
  { unit, index }: { unit: DividedUnit; index: number },
): Figure {
  const { texts, language } = context;
  const groups = unit.groups.map(({ name, shown }) => ({ name, context: groupContext(context, shown) }));
  const shown = headlines.filter(({ item }) => unit.groups.some(({ shown: { cells } }) => cells.has(item)));
  return tableFigure({
    code: `divided-${index}`,
    title: unit.title,
    table: {
      caption: `${unit.title}. ${texts.intervalNote}`,
      columns: [texts.headlines, unit.variable, texts.share, texts.n],
      bodies: shown.map(({ item, title, label, categories }) => ({
        head: `${title[language]}: ${label[language]}`,
        rows: groups.map(({ name, context: own }) => ({
          head: name,
          cells: [shareCell(own, 'own', item, categories), answersCell(own, exactCellOf(own, 'own', item))],
        })),
      })),
    },
  });
}
