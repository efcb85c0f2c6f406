import type { HastPluginList } from 'satteri';

/** What is done to the tree of each Markdown and MDX page, in this order, before its headings get their ids. */
export const hastPlugins: HastPluginList = [];
