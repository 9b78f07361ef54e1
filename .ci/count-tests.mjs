// `count-tests.mjs REPORT FOLDER`: fails when jest's report has no executed test in that folder, or
// has one that was skipped. `count-tests.mjs REPORT REPORT …`: prints the sum of the reports and what failed.
import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Of what a failed test says, so that the end of a long log names each. */
const LINES = 12;

const words = process.argv.slice(2);
const files = words.filter((word) => word.endsWith('.json'));
const folder = words.find((word) => !word.endsWith('.json'));

const unwritten = files.filter((file) => !existsSync(file));
if (unwritten.length > 0) {
  console.log('jest wrote no report: no test was run.');
  process.exit(1);
}
const root = process.cwd();
const results = files
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).testResults)
  .flatMap((suite) =>
    suite.assertionResults.map((one) => ({
      name: one.fullName,
      why: one.failureMessages,
      status: one.status,
      file: relative(root, suite.name).split(sep).join('/'),
    })),
  );
const count = (status, where = '') =>
  results.filter((one) => one.status === status && one.file.startsWith(where)).length;

const passed = count('passed');
const wrong = count('failed');
const skipped = results.length - passed - wrong;

if (folder) {
  const executed = count('passed', folder) + count('failed', folder);
  console.log(`${executed} tests of ${folder} were run; ${skipped} of all were skipped.`);
  if (executed === 0 || skipped > 0) process.exit(1);
} else {
  console.log(`tests: ${passed} passed, ${wrong} failed, ${skipped} skipped`);
  for (const { file, name, why } of results.filter((one) => one.status === 'failed')) {
    console.log(`\nfailed: ${file}: ${name}\n${why.join('\n').split('\n').slice(0, LINES).join('\n')}`);
  }
}
