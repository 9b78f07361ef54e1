import { loadavg } from 'node:os';
import { benchAnswer } from './answer.ts';
import { benchAttack } from './attack.ts';
import { benchForms } from './forms.ts';
import { benchHighlights } from './highlights.ts';
import { benchImport } from './import.ts';
import { benchRelease } from './release.ts';
import { benchReport } from './report.ts';
import { benchRush } from './rush.ts';
import { benchSend } from './send.ts';
import { benchWeight } from './weight.ts';

// `npm run bench -- [answer|report|release|forms|highlights|attack|send|rush|import|weight] [--quick]`: one JSON line a
// measure on stdout, the machine's load on stderr. `answer` prints its yardstick `commit` beside each of its
// lines. Seven run only when they are asked for: `forms` writes all reports of a nation in every form and
// compares them, `highlights` counts how often a report names a difference, `attack` what an attack finds
// in seeded nations, `send` sends invitations while its workers are killed, `rush` lets 200
// graduates come at once, `import` brings 200,000 people in, `weight` tells what a phone loads.
const BENCHES = {
  answer: benchAnswer,
  commit: benchAnswer,
  report: benchReport,
  release: benchRelease,
  forms: benchForms,
  highlights: benchHighlights,
  attack: benchAttack,
  send: benchSend,
  rush: benchRush,
  import: benchImport,
  weight: benchWeight,
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
  await bench(quick, words);
}
