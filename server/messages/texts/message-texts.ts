import type { Template } from '../plan-schema.ts';

/** What every message says in its locked block, and around it. Each piece is one paragraph. */
export type MessageTexts = {
  /** Who asks, and why this person. */
  who: (facts: { institution: string; degree: string | null; year: string | null }) => string;
  /** Label of the link, the button of the HTML form. */
  link: string;
  /** Before the address itself in the plain form. */
  linkPlain: string;
  own: string;
  until: (facts: { closes: string; minutes: string }) => string;
  voluntary: string;
  privacy: string;
  decline: string;
  /** First line of a message that was sent to try it. */
  test: string;
  /** Before the code, on paper. */
  code: string;
};

/** Templates of the plan that is offered, by their code. */
export type DefaultTemplates = Readonly<Record<string, NonNullable<Template['fi']>>>;
