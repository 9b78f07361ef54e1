import type { CodeListInput } from '../../server/engine/code-list.ts';
import { countriesAToL } from './countries-a-l.ts';
import { countriesMToZ } from './countries-m-z.ts';

// Countries, and a few areas with a labour market of their own. Results are by group.
export const countries = {
  name: 'countries',
  codes: [...countriesAToL, ...countriesMToZ],
  groups: [
    { code: 'finland', label: { fi: 'Suomi', sv: 'Finland', en: 'Finland' } },
    { code: 'nordic', label: { fi: 'Muut Pohjoismaat', sv: 'Övriga Norden', en: 'Other Nordic countries' } },
    { code: 'eu', label: { fi: 'Muut EU-maat', sv: 'Övriga EU-länder', en: 'Other EU countries' } },
    { code: 'europe', label: { fi: 'Muu Eurooppa', sv: 'Övriga Europa', en: 'Rest of Europe' } },
    { code: 'other', label: { fi: 'Muu maailma', sv: 'Övriga världen', en: 'Rest of the world' } },
  ],
} satisfies CodeListInput;
