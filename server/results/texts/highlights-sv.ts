import type { HighlightTexts } from './highlights-en.ts';

export const svHighlights: HighlightTexts = {
  title: 'Lyft',
  tooFew: 'Svaren är för få för att söka skillnader. Det betyder inte att skillnader saknas.',
  notComparable: 'Jämförelsegruppen är för liten. Här ses bara denna examens egna skillnader, utan jämförelse.',
  none: 'Inget resultat avviker tydligt från jämförelsegruppen.',
  elsewhere: 'Annars inom området',
  development: {
    larger: (name) => `${name}: bedömd utveckling i studierna större än annars inom området`,
    smaller: (name) => `${name}: bedömd utveckling i studierna mindre än annars inom området`,
  },
  gap: {
    larger: (name) => `${name}: skillnaden mellan arbete och studier större än annars inom området`,
    smaller: (name) => `${name}: skillnaden mellan arbete och studier mindre än annars inom området`,
  },
  mean: {
    larger: (name) => `”${name}”: medelvärdet högre än annars inom området`,
    smaller: (name) => `”${name}”: medelvärdet lägre än annars inom området`,
  },
  share: {
    larger: (name) => `${name}: andelen större än annars inom området`,
    smaller: (name) => `${name}: andelen mindre än annars inom området`,
  },
  ownGap: (name) => `${name}: betydelsen i arbetet bedömd högre än utvecklingen i studierna`,
  points: (points) => `${points} procentenheter`,
  compared: (own, other, difference) => `${own}, annars ${other}. Skillnad ${difference}`,
  interval: (range) => `(95\u00a0%-intervall ${range}).`,
  ownGapIs: (gap, range) => `Skillnad ${gap} (95\u00a0%-intervall ${range}).`,
  beside: (other) => `Annars ${other}.`,
  withoutComparison: 'Utan jämförelse.',
  counted: (own, other) => `Svar ${own} och ${other}.`,
  countedOwn: (own) => `Svar ${own}.`,
  method: (compared) =>
    `Jämfört med det övriga området: ${compared} tal. Lyften är skillnader som knappast beror på slumpen.`,
  moreClear: (clear) => `En tydlig skillnad fanns i ${clear}; de tydligaste visas.`,
  methodLink: 'Så görs lyften',
  all: 'Alla jämförelser',
  caption: (rule) =>
    `Alla jämförelser med det övriga området (de egna svaren ingår inte), regel ${rule}. Inom parentes 95\u00a0%-intervallet.`,
  columns: {
    measure: 'Vad som jämförs',
    item: 'Punkt',
    difference: 'Skillnad',
    answers: 'Svar, denna examen',
    otherAnswers: 'Svar, annars',
  },
  measures: {
    development: 'Utvecklades i studierna (medelvärde)',
    gap: 'Skillnad, betydelse minus utveckling',
    mean: 'Påstående (medelvärde)',
    share: 'Andel',
  },
};
