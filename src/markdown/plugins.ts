import type { HastPluginList } from 'satteri';
import { codeBlocks } from './code-blocks.ts';
import { notes } from './notes.ts';

/** What is done to the tree of each Markdown and MDX page, in this order, before its headings get their ids. */
export const hastPlugins: HastPluginList = [notes, codeBlocks];
