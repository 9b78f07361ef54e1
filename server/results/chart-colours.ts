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
  'band',
] as const;
export type ChartColour = (typeof CHART_COLOURS)[number];
export type StepColour = Extract<ChartColour, `step${number}`>;

/** The colours of light pages and of paper, as charts.css has them. */
export const PRINT_COLOURS: Readonly<Record<ChartColour, string>> = {
  own: '#12436d',
  field: '#c2540a',
  nation: '#5b5b5b',
  paper: '#ffffff',
  grid: '#d5d9de',
  interval: '#8f979f',
  link: '#1a1d21',
  step1: '#8a3800',
  step2: '#cf6a1b',
  step3: '#f3c08d',
  step4: '#a6cdee',
  step5: '#3a7fbd',
  step6: '#123f6b',
  'on-step1': '#ffffff',
  'on-step2': '#000000',
  'on-step3': '#000000',
  'on-step4': '#000000',
  'on-step5': '#000000',
  'on-step6': '#ffffff',
  band: '#d3deea',
};

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

/** A drawing of a page as a picture of its own, for files: colours instead of variables, and its name space. */
export function inPrintColours(svg: string): string {
  const coloured = svg.replace(/var\(--chart-([a-z0-9-]+)\)/g, (whole, name: string) => {
    const colour = CHART_COLOURS.find((one) => one === name);
    return colour ? PRINT_COLOURS[colour] : whole;
  });
  return coloured.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans" ');
}
