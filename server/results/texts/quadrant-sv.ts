import type { QuadrantTexts } from './quadrant-en.ts';

export const svQuadrant: QuadrantTexts = {
  title: 'Färdigheterna i fyra fält',
  lead: 'Lodrätt: betydelse i arbetet. Vågrätt: utveckling i studierna. Av skalan ritas bara de steg som behövs. Numren hänvisar till listan. En ring har ett intervall som går över en linje och kan inte placeras med visshet.',
  note: (importance, development) =>
    `Linjerna är hela landets medelvärden av alla färdigheter (betydelse ${importance}, utveckling ${development}). Var linjerna dras är en överenskommelse, så av kartan dras inga slutsatser.`,
  skill: (name, importance, development) => `${name}: betydelse ${importance}, utveckling ${development}`,
  fields: {
    high_low: 'Betydelsen över linjen, utvecklingen under den',
    high_high: 'Betydelsen och utvecklingen över linjerna',
    low_low: 'Betydelsen och utvecklingen under linjerna',
    low_high: 'Betydelsen under linjen, utvecklingen över den',
    unsure: 'Kan inte placeras',
  },
};
