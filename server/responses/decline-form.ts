import type { RawForm } from '../engine/question-types/question-type.ts';
import { textIn } from './page-form.ts';

const CHOICES = ['messages', 'delete', 'undo'] as const;
export type DeclineChoice = (typeof CHOICES)[number];

/**
 * What a posted refusal asks for, or null when nothing was chosen. A mail program's own unsubscribe
 * button posts `List-Unsubscribe=One-Click` (RFC 8058): no more messages.
 */
export function declineChoiceIn(form: RawForm): DeclineChoice | null {
  if (textIn(form, 'List-Unsubscribe') === 'One-Click') return 'messages';
  const choice = textIn(form, 'choice');
  return CHOICES.find((one) => one === choice) ?? null;
}
