import type { HighlightTexts } from './highlights-en.ts';

export const svHighlights: HighlightTexts = {
  title: 'Lyft',
  tooFew: 'Svaren är för få för att söka skillnader. Det betyder inte att skillnader saknas.',
  notComparable: 'Jämförelsegruppen är för liten. Här ses bara denna examens egna skillnader, utan jämförelse.',
  none: 'Inget resultat avviker tydligt från jämförelsegruppen.',
  /** Heads of columns. */
  elsewhere: {
    field: 'Annars inom området',
    nation: 'Annanstans i landet',
    institution: 'Annanstans i högskolan',
    degree_national: 'Vid andra högskolor',
    institution_field: 'Annanstans inom högskolans område',
    before: 'Föregående omgång',
    at: 'Vid den andra högskolan',
  },
  /** Follows a comparative. */
  than: {
    field: 'annars inom området',
    nation: 'annanstans i landet',
    institution: 'annanstans i högskolan',
    degree_national: 'vid andra högskolor',
    institution_field: 'annanstans inom högskolans område',
    before: 'i föregående omgång',
    at: 'vid den andra högskolan',
  },
  /** What a degree is compared with. */
  restOf: {
    field: 'det övriga området',
    nation: 'resten av landet',
    institution: 'resten av högskolan',
    degree_national: 'examen vid andra högskolor',
    institution_field: 'resten av högskolans område',
    before: 'föregående omgång',
    at: 'den andra högskolan',
  },
  development: {
    larger: (name, than) => `${name}: bedömd utveckling i studierna större än ${than}`,
    smaller: (name, than) => `${name}: bedömd utveckling i studierna mindre än ${than}`,
  },
  gap: {
    larger: (name, than) => `${name}: skillnaden mellan arbete och studier större än ${than}`,
    smaller: (name, than) => `${name}: skillnaden mellan arbete och studier mindre än ${than}`,
  },
  mean: {
    larger: (name, than) => `”${name}”: medelvärdet högre än ${than}`,
    smaller: (name, than) => `”${name}”: medelvärdet lägre än ${than}`,
  },
  share: {
    larger: (name, than) => `${name}: andelen större än ${than}`,
    smaller: (name, than) => `${name}: andelen mindre än ${than}`,
  },
  ownGap: (name) => `${name}: betydelsen i arbetet bedömd högre än utvecklingen i studierna`,
  points: (points) => `${points} procentenheter`,
  compared: (own, other, difference) => `${own}, annars ${other}. Skillnad ${difference}`,
  changed: (own, before, change) => `${own}, i föregående omgång ${before}. Förändring ${change}`,
  usual: 'Ett avvikande resultat återgår ofta av sig självt mot medelnivån.',
  interval: (range) => `(95\u00a0%-intervall ${range}).`,
  ownGapIs: (gap, range) => `Skillnad ${gap} (95\u00a0%-intervall ${range}).`,
  beside: (other) => `Annars ${other}.`,
  withoutComparison: 'Utan jämförelse.',
  counted: (own, other) => `Svar ${own} och ${other}.`,
  countedOwn: (own) => `Svar ${own}.`,
  method: (rest, compared) =>
    `Jämfört med ${rest}: ${compared} tal. Lyften är skillnader som knappast beror på slumpen.`,
  moreClear: (clear) => `En tydlig skillnad fanns i ${clear}; de tydligaste visas.`,
  methodLink: 'Så görs lyften',
  all: 'Alla jämförelser',
  caption: (rest, rule) =>
    `Alla jämförelser med ${rest} (de egna svaren ingår inte), regel ${rule}. Inom parentes 95\u00a0%-intervallet.`,
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
