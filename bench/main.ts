import { loadavg } from 'node:os';
import { benchAnswer } from './answer.ts';
import { benchAttack } from './attack.ts';
import { benchHighlights } from './highlights.ts';
import { benchRelease } from './release.ts';
import { benchReport } from './report.ts';

// `npm run bench -- [answer|report|release|highlights|attack] [--quick]`: one JSON line a measure on
// stdout, the machine's load on stderr. `answer` prints its yardstick `commit` beside each of its
// lines; `highlights` counts how often a report names a difference, `attack` what an
// attack finds in seeded nations; both run only when they are asked for.
const BENCHES = {
  answer: benchAnswer,
  commit: benchAnswer,
  report: benchReport,
  release: benchRelease,
  highlights: benchHighlights,
  attack: benchAttack,
};

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const asked = words.filter((word) => !word.startsWith('--'));
const names = asked.length > 0 ? asked : ['answer', 'report', 'release'];
for (const name of names) {
  const bench = Object.entries(BENCHES).find(([known]) => known === name)?.[1];
  if (!bench) {
    process.stderr.write(`There is no bench "${name}". Benches: ${Object.keys(BENCHES).join(', ')}.\n`);
    process.exit(1);
  }
  process.stderr.write(
    `${name}: load ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}\n`,
  );
  await bench(quick);
}
