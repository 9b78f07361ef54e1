import { constants, setPriority } from 'node:os';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './figure.ts';
import { answerMessages } from './helper-process.ts';

// Draws charts before anybody reads them, in a process of its own: whoever answers or reads goes first.

setPriority(constants.priority.PRIORITY_LOW);

answerMessages((drawings: readonly Drawing[]) => drawings.map(({ chart, height }) => drawChart(chart, height)));
