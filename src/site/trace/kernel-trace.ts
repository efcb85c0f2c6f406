import text from '../../../content/traces/6.1-h_L4.json?raw';
import type { TraceFile } from './trace-data.ts';

/** The trace of a real kernel that the site shows. */
export const kernelTrace: TraceFile = JSON.parse(text);
