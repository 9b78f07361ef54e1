import type { QuadrantTexts } from './quadrant-en.ts';

export const fiQuadrant: QuadrantTexts = {
  title: 'Taidot nelikenttänä',
  lead: 'Pystyssä merkitys työssä, vaakasuunnassa kehittyminen opinnoissa. Asteikosta on piirretty vain tarvittavat portaat. Numerot viittaavat luetteloon. Renkaan väli ylittää viivan, joten sitä ei voi sijoittaa varmuudella.',
  note: (importance, development) =>
    `Viivat ovat koko maan keskiarvot kaikista taidoista (merkitys ${importance}, kehittyminen ${development}). Viivojen paikka on sopimus, joten kartasta ei päätellä mitään.`,
  skill: (name, importance, development) => `${name}: merkitys ${importance}, kehittyminen ${development}`,
  fields: {
    high_low: 'Merkitys viivan yläpuolella, kehittyminen alapuolella',
    high_high: 'Merkitys ja kehittyminen viivojen yläpuolella',
    low_low: 'Merkitys ja kehittyminen viivojen alapuolella',
    low_high: 'Merkitys viivan alapuolella, kehittyminen yläpuolella',
    unsure: 'Ei voi sijoittaa',
  },
};
