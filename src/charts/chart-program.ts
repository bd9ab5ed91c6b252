import { stdin, stdout } from 'node:process';
import { json } from 'node:stream/consumers';
import type { Chart } from '../core/report/chart.js';
import { drawChart } from './draw-chart.js';
import { toPng } from './rasterise.js';

// The program that `createCharts` starts: draws the chart that it reads as JSON, and writes the picture.
stdout.write(toPng(drawChart((await json(stdin)) as Chart)));
