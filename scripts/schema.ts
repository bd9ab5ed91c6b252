import { writeFile } from 'node:fs/promises';
import { deskJsonSchema } from '../src/config/schema/schema.js';

await writeFile('desk.schema.json', `${JSON.stringify(deskJsonSchema(), null, 2)}\n`);
