import type { SurveyDefinition } from '../definition.ts';
import type { Finding } from '../finding.ts';

/** The minutes that the first page promises, and those of the core: see `checkCore`. */
export function checkMinutes(definition: SurveyDefinition): Finding[] {
  const { minutes } = definition;
  if (minutes.from <= minutes.to) return checkCore(definition);
  const message = `Answering takes from ${minutes.from} to ${minutes.to} minutes: put the smaller number first.`;
  return [{ place: 'minutes.to', rule: 'empty_range', message }];
}

/**
 * What is wrong with the core of a definition: it ends with a page that there is, something follows it, and it
 * takes less time than the whole.
 */
function checkCore({ core, pages, minutes }: SurveyDefinition): Finding[] {
  if (!core) return [];
  const findings: Finding[] = [];
  const index = pages.findIndex(({ code }) => code === core.lastPage);
  if (index === -1) {
    const known = pages.map(({ code }) => code).join(', ');
    const message = `There is no page "${core.lastPage}" to end the core. Use one of: ${known}.`;
    findings.push({ place: 'core.lastPage', rule: 'unknown_page', message });
  } else if (index === pages.length - 1) {
    const message =
      'The core ends with the last page, so there is nothing to leave out. Name an earlier page, or leave core out.';
    findings.push({ place: 'core.lastPage', rule: 'core_is_everything', message });
  }
  if (core.minutes >= minutes.to) {
    const message = `The core takes ${core.minutes} minutes and the whole at most ${minutes.to}. Give the core less.`;
    findings.push({ place: 'core.minutes', rule: 'core_is_everything', message });
  }
  return findings;
}
