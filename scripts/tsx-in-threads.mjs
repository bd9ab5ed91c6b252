// Node's `--import` of this file lets a worker thread read TypeScript. tsx does so by itself in the main thread alone.
import { register } from 'tsx/esm/api';

register();
