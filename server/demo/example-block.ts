import { ownBlockSchema } from '../engine/own-block.ts';

/** Own questions of an invented institution: what an institution may add, for whoever looks at the demonstration. */
export const EXAMPLE_BLOCK = ownBlockSchema.parse({
  format: 1,
  survey: 'amk-career',
  owner: { institution: 'X0101', degree: null },
  version: 1,
  intro: {
    fi: 'Nämä kysymykset ovat korkeakoulusi omia. Vastaukset raportoidaan vain ryhminä.',
    sv: 'De här frågorna är din högskolas egna. Svaren redovisas bara som grupper.',
    en: 'These questions are your institution’s own. Answers are reported for groups only.',
  },
  questions: [
    {
      kind: 'scale',
      code: 'own_x0101_1',
      text: {
        fi: 'Kuinka paljon Tuulisalmen ammattikorkeakoulu mielestäsi vaikuttaa alueensa työelämään?',
        sv: 'Hur mycket påverkar Vindsunds yrkeshögskola enligt dig arbetslivet i sin region?',
        en: 'How much do you think Tuulisalmi University of Applied Sciences influences working life in its region?',
      },
      scale: 'extent',
      cannotSay: { fi: 'En osaa sanoa', sv: 'Jag kan inte säga', en: 'I don’t know' },
    },
    {
      kind: 'single',
      code: 'own_x0101_2',
      text: {
        fi: 'Mikä seuraavista sopisi sinulle parhaiten, jos palaisit opiskelemaan Tuulisalmen ammattikorkeakouluun?',
        sv: 'Vilket av följande skulle passa dig bäst om du återvände till Vindsunds yrkeshögskola för att studera?',
        en: 'Which of these would suit you best if you returned to study at Tuulisalmi University of Applied Sciences?',
      },
      options: [
        {
          code: 'open_course',
          label: { fi: 'avoimet korkeakouluopinnot', sv: 'öppna högskolestudier', en: 'open studies' },
        },
        {
          code: 'specialisation',
          label: { fi: 'erikoistumiskoulutus', sv: 'specialiseringsutbildning', en: 'specialisation education' },
        },
        { code: 'master', label: { fi: 'ylempi tutkinto', sv: 'högre examen', en: 'a master’s degree' } },
        { code: 'none', label: { fi: 'ei mikään näistä', sv: 'inget av dessa', en: 'none of these' } },
      ],
    },
    {
      kind: 'text',
      code: 'own_x0101_3',
      text: {
        fi: 'Mitä Tuulisalmen ammattikorkeakoulun pitäisi tehdä alueensa hyväksi?',
        sv: 'Vad borde Vindsunds yrkeshögskola göra för sin region?',
        en: 'What should Tuulisalmi University of Applied Sciences do for its region?',
      },
      maxLength: 1000,
    },
  ],
});
