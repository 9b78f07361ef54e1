import type { Language } from '../../engine/text.ts';

/** Clauses that follow "if", each said and denied. */
export type ConditionTexts = {
  and: string;
  or: string;
  answered: (question: string, holds: boolean) => string;
  chosen: (question: string, options: string, several: boolean, holds: boolean) => string;
  atLeast: (question: string, limit: string, holds: boolean) => string;
  atMost: (question: string, limit: string, holds: boolean) => string;
  background: (variable: string, values: string, holds: boolean) => string;
};

export const CONDITION_TEXTS: Readonly<Record<Language, ConditionTexts>> = {
  fi: {
    and: 'ja',
    or: 'tai',
    answered: (question, holds) => `${holds ? 'vastasit' : 'et vastannut'} kysymykseen ${question}`,
    chosen: (question, options, several, holds) => {
      if (holds) return `valitsit kysymyksessä ${question} ${several ? 'jonkin näistä:' : 'vaihtoehdon'} ${options}`;
      return `et valinnut kysymyksessä ${question} ${several ? 'mitään näistä:' : 'vaihtoehtoa'} ${options}`;
    },
    atLeast: (question, limit, holds) =>
      `vastauksesi kysymykseen ${question} ${holds ? 'on' : 'ei ole'} vähintään ${limit}`,
    atMost: (question, limit, holds) =>
      `vastauksesi kysymykseen ${question} ${holds ? 'on' : 'ei ole'} enintään ${limit}`,
    background: (variable, values, holds) => `rekisteritietosi ”${variable}” ${holds ? 'on' : 'ei ole'} ${values}`,
  },
  sv: {
    and: 'och',
    or: 'eller',
    answered: (question, holds) => `du ${holds ? '' : 'inte '}svarade på fråga ${question}`,
    chosen: (question, options, several, holds) =>
      `du i fråga ${question} ${holds ? '' : 'inte '}valde ${several ? 'något av dessa:' : 'alternativet'} ${options}`,
    atLeast: (question, limit, holds) => `ditt svar på fråga ${question} ${holds ? '' : 'inte '}är minst ${limit}`,
    atMost: (question, limit, holds) => `ditt svar på fråga ${question} ${holds ? '' : 'inte '}är högst ${limit}`,
    background: (variable, values, holds) => `din registeruppgift ”${variable}” ${holds ? '' : 'inte '}är ${values}`,
  },
  en: {
    and: 'and',
    or: 'or',
    answered: (question, holds) => `you ${holds ? 'answered' : 'did not answer'} question ${question}`,
    chosen: (question, options, several, holds) => {
      if (holds) return `in question ${question} you chose ${several ? 'one of these:' : 'option'} ${options}`;
      return `in question ${question} you did not choose ${several ? 'any of these:' : 'option'} ${options}`;
    },
    atLeast: (question, limit, holds) =>
      `your answer to question ${question} is ${holds ? '' : 'not '}at least ${limit}`,
    atMost: (question, limit, holds) => `your answer to question ${question} is ${holds ? '' : 'not '}at most ${limit}`,
    background: (variable, values, holds) => `your “${variable}” in the register is ${holds ? '' : 'not '}${values}`,
  },
};
