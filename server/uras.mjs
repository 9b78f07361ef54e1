#!/usr/bin/env node
// The package's command: `uras …` is `npm run -s uras -- …` from any folder.
import { fileURLToPath } from 'node:url';
process.argv.splice(2, 0, fileURLToPath(new URL('./uras.ts', import.meta.url)));
await import('./run.mjs');
