import { chromium } from 'playwright-core';
import { mkdirSync, readdirSync } from 'node:fs';
import { openTestApp } from './test/support/test-app.ts';
