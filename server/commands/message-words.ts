import { findingText } from '../messages/finding-text.ts';
import type { Finding } from '../messages/finding.ts';
import type { Refusal } from '../messages/schedule-step.ts';
import { CommandError } from './context.ts';
import { unavailableRound } from './import-messages.ts';

/** Findings as lines: what stops a step first. */
export function findingLines(findings: readonly Finding[]): string[] {
  const ordered = [...findings.filter(({ blocking }) => blocking), ...findings.filter(({ blocking }) => !blocking)];
  return ordered.map((finding) => `${finding.blocking ? '✕' : '!'} ${finding.place}: ${findingText(finding, 'en')}`);
}

/** Findings for a program: the place, the kind and the words. */
export function findingsJson(findings: readonly Finding[]) {
  return findings.map((finding) => ({ ...finding, text: findingText(finding, 'en') }));
}

type Failing = Refusal | { kind: 'not_sent'; problem: string } | { kind: 'not_scheduled' } | { kind: 'overtaken' };

/** Why nothing was done, and how to mend it. */
export function refusal(roundId: string, step: string, outcome: Failing): CommandError {
  const said = wordsOfRefusal(roundId, step, outcome);
  return said instanceof CommandError ? said : new CommandError(said);
}

function wordsOfRefusal(roundId: string, step: string, outcome: Failing): string | CommandError {
  switch (outcome.kind) {
    case 'no_plan':
      return `Round ${roundId} has no plan yet. Write the offered one with: uras messages plan ${roundId} --write plan.json, then save it with --file plan.json.`;
    case 'unknown_step':
      return `The plan has no step ${step}. Its steps: ${outcome.steps.join(', ')}.`;
    case 'blocked':
      return [`Step ${step} cannot be sent as it is:`, ...findingLines(outcome.findings)].join('\n');
    case 'not_tested':
      return `The template ${outcome.template} was changed since its test, or never tested. Send a test: uras messages test ${roundId} ${step} --to YOUR-ADDRESS`;
    case 'channel_off':
      return `Nothing sends ${outcome.channel} here: set ${SETTINGS[outcome.channel]}.`;
    case 'no_base_url':
      return 'Links need an address that people can open: set URAS_BASE_URL.';
    case 'scheduled_before':
      return `Step ${step} is ${outcome.state} already. uras messages status ${roundId}`;
    case 'nobody':
      return `Nobody would get a message of step ${step} now.`;
    case 'unknown_version':
      return `The plan of round ${roundId} has no such version.`;
    case 'not_sent':
      return `The test could not be sent (${outcome.problem}). Nothing was noted.`;
    case 'not_scheduled':
      return `Step ${step} of round ${roundId} is not scheduled. uras messages status ${roundId}`;
    case 'overtaken':
      return 'Somebody else saved a plan at the same moment. Look at it and save again.';
    case 'unknown_round':
    case 'frozen':
    case 'keys_missing':
    case 'definition_missing':
      return unavailableRound(roundId, outcome);
    default:
      return outcome satisfies never;
  }
}

const SETTINGS = {
  mail: 'URAS_SMTP_URL and URAS_MAIL_FROM',
  sms: 'URAS_SMS_URL or URAS_SMS_FILE',
  letter: 'URAS_LETTER_DIR',
};
