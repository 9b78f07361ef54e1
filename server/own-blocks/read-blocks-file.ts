import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { checkDefinition } from '../engine/check-definition.ts';
import { within } from '../engine/finding.ts';
import { blockId, composeSurvey, ownBlockSchema, type OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { zodFindings } from '../engine/zod-findings.ts';

/** The blocks in a file, or every reason why they cannot be used: place and mend. */
export type BlocksFile = { kind: 'blocks'; blocks: OwnBlock[] } | { kind: 'unusable'; reasons: string[] };

/** Reads a file of own questions: an array of blocks of a survey, one an owner, as `rounds own-blocks` prints it. */
export async function readBlocksFile(path: string, survey: Survey): Promise<BlocksFile> {
  const read = await readJson(path);
  if (read.kind === 'unreadable') return { kind: 'unusable', reasons: [read.reason] };
  const parsed = z.array(ownBlockSchema).safeParse(read.value);
  if (!parsed.success) {
    const reasons = zodFindings(parsed.error).map(({ place, message }) => `${place}: ${message}`);
    return { kind: 'unusable', reasons };
  }
  const reasons = parsed.data.flatMap((block, index) => problemsOf(survey, block, parsed.data.slice(0, index)));
  return reasons.length > 0 ? { kind: 'unusable', reasons } : { kind: 'blocks', blocks: parsed.data };
}

function problemsOf(survey: Survey, block: OwnBlock, earlier: readonly OwnBlock[]): string[] {
  const name = blockId(block);
  if (block.survey !== survey.definition.survey)
    return [`${name} belongs to ${block.survey}, not to ${survey.definition.survey}. Leave it out.`];
  const ofOwner = ({ owner }: OwnBlock) =>
    owner.institution === block.owner.institution && owner.degree === block.owner.degree;
  if (earlier.some(ofOwner)) return [`${name} is the second block of its owner. Leave one of them out.`];
  const page = survey.definition.pages.length;
  return checkDefinition(composeSurvey(survey, [block]))
    .filter(({ place }) => place.startsWith(`pages[${page}]`))
    .flatMap((finding) => within(name, [{ ...finding, place: finding.place.slice(`pages[${page}].`.length) }]))
    .map(({ place, message }) => `${place}: ${message}`);
}

async function readJson(
  path: string,
): Promise<{ kind: 'json'; value: unknown } | { kind: 'unreadable'; reason: string }> {
  try {
    return { kind: 'json', value: JSON.parse(await readFile(path, 'utf8')) };
  } catch (error) {
    const isAbsent = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    if (isAbsent) return { kind: 'unreadable', reason: 'there is no such file' };
    if (error instanceof SyntaxError) return { kind: 'unreadable', reason: `it is no JSON: ${error.message}` };
    throw error;
  }
}
