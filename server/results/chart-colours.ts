/** Colours of drawings. Each is a variable of the page, `--chart-<name>`, so that dark mode and print work. */
export const CHART_COLOURS = [
  'own',
  'field',
  'nation',
  'paper',
  'grid',
  'interval',
  'link',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'step6',
  'on-step1',
  'on-step2',
  'on-step3',
  'on-step4',
  'on-step5',
  'on-step6',
] as const;
export type ChartColour = (typeof CHART_COLOURS)[number];
export type StepColour = Extract<ChartColour, `step${number}`>;

const PREFIX = '#0A00';

/** A colour that stands for the variable while Chart.js draws: a canvas knows no variables. */
export function standIn(colour: ChartColour): string {
  return PREFIX + String(CHART_COLOURS.indexOf(colour) + 1).padStart(2, '0');
}

/** Puts the page's variables in the place of the stand-ins. */
export function withPageColours(svg: string): string {
  return svg.replace(new RegExp(`${PREFIX}(\\d\\d)`, 'gi'), (whole, index: string) => {
    const colour = CHART_COLOURS[Number(index) - 1];
    return colour ? `var(--chart-${colour})` : whole;
  });
}
