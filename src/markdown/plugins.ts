import type { HastPluginList } from 'satteri';
import { codeBlocks } from './code-blocks.ts';
import { notes } from './notes.ts';
import { places } from './places.ts';
import { sourced } from './sourced.ts';
import { typedNumbersLint } from './typed-numbers-lint.ts';

/** What is done to the tree of each Markdown and MDX page, in this order, before its headings get their ids. */
export const hastPlugins: HastPluginList = [typedNumbersLint, places, sourced, notes, codeBlocks];
