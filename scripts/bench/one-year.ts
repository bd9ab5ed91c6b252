import { measureYear } from './year.js';

// A year in a process of its own, because two fit on two cores: its options come as JSON, and what was measured goes out so.

const { quick, ...options } = JSON.parse(process.argv[2] ?? '{}');
console.log(JSON.stringify(await measureYear(options, quick)));
