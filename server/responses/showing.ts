import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';
import type { PageOutcome } from './decide-page-save.ts';
import { fieldMessages } from './field-messages.ts';
import type { Invitation } from './find-invitation.ts';
import { pressOf } from './page-form.ts';
import type { Showing } from './part-view-model.ts';

/** How a page that stays is shown again, with what was typed. */
export function showingOf(
  { survey }: Invitation,
  language: Language,
  { form, outcome }: { form: RawForm; outcome: Exclude<PageOutcome, { kind: 'go' | 'kept' }> },
): Showing {
  switch (outcome.kind) {
    case 'invalid':
      return { kind: 'invalid', form, errors: fieldMessages(survey, outcome.problems, language) };
    case 'notice':
      return { kind: 'notice', form, blank: outcome.blank, implausible: outcome.implausible };
    case 'search': {
      const press = pressOf(form);
      return { kind: 'search', form, question: press.kind === 'search' ? press.question : null };
    }
    default:
      return outcome satisfies never;
  }
}
