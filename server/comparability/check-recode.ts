import { repeatedCodes } from '../engine/checks/repeated-codes.ts';
import { placeOf, type Finding } from '../engine/finding.ts';
import type { Mapping, Recode } from './comparability-schema.ts';
import type { ItemFacts } from './item-facts.ts';
import { keepsOrder } from './recode.ts';

/**
 * Everything wrong with a recode: it must take every answer of both versions to a class, reach every class
 * from both, and keep the order of a scale (rule: statistics 4, rule 2). Places are relative to the recode.
 *
 * @example checkRecode('job_in_field', recode, sixSteps, fiveSteps)[0].rule // 'recode_not_total'
 */
export function checkRecode(item: string, recode: Recode, from: ItemFacts, to: ItemFacts): Finding[] {
  const wrong = [from, to].find(
    ({ sets, answers }) => answers === 'numbers' || answers === 'none' || sets.length === 0,
  );
  if (wrong) {
    const message = `"${item}" is no choice out of stated options (${wrong.kind}), so its answers cannot be sorted into classes. Declare another match and take the recode away.`;
    return [{ place: '', rule: 'not_recodable', message }];
  }
  return [
    ...repeatedCodes('common', recode.common, 'class'),
    ...checkSide(item, 'from', recode, from),
    ...checkSide(item, 'to', recode, to),
  ];
}

function checkSide(item: string, side: 'from' | 'to', recode: Recode, facts: ItemFacts): Finding[] {
  const mapping = recode[side];
  const options = optionCodes(facts);
  const version = side === 'from' ? 'earlier' : 'later';
  const at = (rule: string, message: string, code?: string): Finding => ({
    place: placeOf(code === undefined ? [side] : [side, code]),
    rule,
    message: `"${item}", ${version} version: ${message}`,
  });
  const missing = options.filter((code) => !Object.hasOwn(mapping, code));
  const unknown = Object.keys(mapping).filter((code) => !options.includes(code));
  const findings = [
    ...missing.map((code) =>
      at('recode_not_total', `the option "${code}" has no class. Name its class, so that no answer is lost.`),
    ),
    ...unknown.map((code) =>
      at('recode_unknown_option', `there is no option "${code}". Use one of: ${options.join(', ')}.`, code),
    ),
    ...checkClasses(recode, mapping, facts, at),
  ];
  return findings.length > 0 ? findings : checkShape(recode, mapping, facts, at);
}

type At = (rule: string, message: string, code?: string) => Finding;

function checkClasses({ common }: Recode, mapping: Mapping, { answers }: ItemFacts, at: At): Finding[] {
  const known = common.map(({ code }) => code);
  return Object.entries(mapping).flatMap(([option, target]) => {
    if (target === null) {
      if (answers === 'several') return [];
      const message = `the option "${option}" is left out, which changes whom the shares are of. Name its class.`;
      return [at('recode_leaves_out', message, option)];
    }
    if (known.includes(target)) return [];
    return [at('recode_unknown_class', `there is no class "${target}". Use one of: ${known.join(', ')}.`, option)];
  });
}

function checkShape({ common }: Recode, mapping: Mapping, facts: ItemFacts, at: At): Finding[] {
  const targets = Object.values(mapping);
  const findings = common
    .filter(({ code }) => !targets.includes(code))
    .map(({ code }) =>
      at('recode_not_onto', `no option leads to the class "${code}", which would be empty by construction. Join it.`),
    );
  if (facts.answers === 'steps' && !keepsOrder(optionCodes(facts), mapping, common)) {
    findings.push(at('recode_not_ordered', 'a higher step falls into a lower class. Keep the order of the scale.'));
  }
  const named = targets.filter((target) => target !== null);
  if (facts.answers === 'several' && new Set(named).size < named.length) {
    const message =
      'two options fall into one class. Who chose both would count twice: with several choices each option keeps a class of its own, or null.';
    findings.push(at('recode_joins_choices', message));
  }
  return findings;
}

/** Codes of the options, each once: the two sets of a pair have the same. */
function optionCodes({ sets }: ItemFacts): string[] {
  return [...new Set(sets.flatMap(({ options }) => options.map(({ code }) => code)))];
}
