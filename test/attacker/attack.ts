import highsModule from 'highs';
import { makeWorld } from './atoms.ts';
import { makeCells, type Cell } from './cells.ts';
import { attackAsInsiders, attackCertainty } from './certainty.ts';
import { groupsOf, type Group } from './groups.ts';
import type { AttackInput, AttackResult, Finding, Recovered, Tried } from './input.ts';
import { knowledgeOf } from './knowledge.ts';
import { attackNumbers, attackSums } from './linear.ts';
import { makePrograms, type Programs } from './programs.ts';
import { readRegister } from './register.ts';
import { rulesOf, type ReleaseRules } from './release-rules.ts';
import { attackRouting } from './routing.ts';
import { attackSideChannels, attackTexts } from './side-channels.ts';
import { withoutStanding } from './standing.ts';
import { attackInversion, attackSizes, attackThresholds } from './thresholds.ts';
import { populationsOf, readTables } from './told.ts';

// Its types describe the CommonJS module; imported as an ES module, the default is the loader itself.
const load = highsModule as unknown as typeof highsModule.default;
const highs = await load();

/** Insiders for whom linear programs are solved, for each cell; the others are tried by bounds. */
const INSIDERS_BY_PROGRAM = 200;
const LARGEST_PROGRAM = 6000;

/** What a reader of these releases can work out. Nothing found: an empty list. */
export function attack(input: AttackInput): Finding[] {
  return attackAll(input).findings;
}

/** The same, with how many withheld groups can be recomputed and what was tried. */
export function attackAll(input: AttackInput): AttackResult {
  const releases = input.releases.map(({ release }) => release);
  const rules = rulesOf(releases);
  const register = readRegister(input);
  const printedTables = releases.map(readTables);
  const { tables, findings: contradicted } = withoutStanding(printedTables);
  const world = makeWorld(register, tables, input.fields ?? new Map());
  const told = tables.flatMap((one) => one.told);
  const cells = makeCells(world, register, told, input.questions ?? []);
  const groups = groupsOf(world, tables.flatMap(populationsOf));
  const insiders = Math.min(INSIDERS_BY_PROGRAM, input.insiders ?? INSIDERS_BY_PROGRAM);
  const programs = makePrograms(highs, world, { rules, largest: input.largestProgram ?? LARGEST_PROGRAM, insiders });
  const unplaced = world.atoms
    .filter(({ field }) => field === '')
    .map(({ degree }) => `the field of degree ${degree} is not known: give --codes`);
  const findings: Finding[] = [...register.problems.slice(0, 20), ...new Set(unplaced)].map(misfit);
  findings.push(...contradicted);
  releases.forEach((release, index) => {
    const table = printedTables[index];
    if (table) findings.push(...attackSideChannels(release, table));
    findings.push(...attackTexts(release, register));
  });
  findings.push(...tables.flatMap((one) => attackSizes(world, one.sizes)));
  const context = { input, world, groups, rules, programs };
  const recovered: Recovered[] = [];
  const tried: Tried = {
    releases: releases.length,
    rows: printedTables.reduce((sum, { rows }) => sum + rows, 0),
    respondents: register.people.length,
    atoms: world.atoms.length,
    cells: cells.length,
    vectors: 0,
    insiders: 0,
    programs: 0,
    unsolved: 0,
  };
  for (const [index, cell] of cells.entries()) {
    input.progress?.(`attacked ${index} of ${cells.length} questions`);
    const one = attackCell(cell, context);
    findings.push(...one.findings);
    recovered.push(one.recovered);
    tried.vectors += one.vectors;
    tried.insiders += one.insiders;
  }
  findings.push(...byQuestion(cells).flatMap(([question, some]) => attackNumbers(world, question, some, groups)));
  findings.push(...attackRouting(world, cells, input.questions ?? [], rules));
  programs.close();
  const { solved, unsolved } = programs.counted();
  Object.assign(tried, { programs: solved, unsolved });
  return { findings: withEditions(findings, releases.length), recovered, tried };
}

type Context = {
  input: AttackInput;
  world: ReturnType<typeof makeWorld>;
  groups: readonly Group[];
  rules: ReleaseRules;
  programs: Programs;
};

function attackCell(cell: Cell, { input, world, groups, rules, programs }: Context) {
  const plain = [...attackThresholds(cell), ...attackInversion(cell)];
  const sums = attackSums(world, cell, groups);
  const people = world.atoms.map((atom) => atom.people.length);
  const knowledge = knowledgeOf(cell, rules, people);
  const findings = [...plain, ...sums.findings];
  if (!knowledge) return { findings, recovered: sums.recovered, vectors: sums.vectors, insiders: 0 };
  const certain = attackCertainty(world, cell, knowledge, programs);
  const most = input.insiders ?? Number.MAX_SAFE_INTEGER;
  const known = new Set(certain.map(({ group }) => group));
  const inside = attackAsInsiders(world, cell, knowledge, { programs, most, known });
  findings.push(...certain, ...inside.findings);
  return { findings, recovered: sums.recovered, vectors: sums.vectors, insiders: inside.insiders };
}

/** Cells whose number of answers is the same: options of one question, parts of a pair. */
function byQuestion(cells: readonly Cell[]): [string, Cell[]][] {
  const questions = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.answered) continue;
    const question = cell.id.split(/[/.]/)[0] ?? cell.id;
    questions.set(question, [...(questions.get(question) ?? []), cell]);
  }
  return [...questions];
}

/** T7 is T4 to T6 over several releases. */
function withEditions(findings: readonly Finding[], releases: number): Finding[] {
  if (releases < 2) return [...findings];
  const spans = ({ rows }: Finding) =>
    new Set(rows.map(({ row }) => /\(release (\d+)\)/.exec(row)?.[1] ?? '1')).size > 1;
  return findings.map((one) => (/^T[456]$/.test(one.test) && spans(one) ? { ...one, test: 'T7' as const } : one));
}

function misfit(problem: string): Finding {
  return { test: 'T0', says: problem, item: '', group: '', people: 0, rows: [], derived: {}, confirmed: null };
}
