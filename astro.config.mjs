import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { hastPlugins } from './src/markdown/plugins.ts';
import { clientInteraction } from './src/site/alive/client-interaction.ts';
import { servePictures } from './src/site/passage/serve-pictures.ts';
import { narrowPolicies } from './src/site/policy/narrow-policies.ts';

// Where the site will stand. Without an address it is built for any host, and has neither canonical links nor sitemap.
const address = process.env.SITE_URL;
const base = process.env.SITE_BASE ?? '/';

/** Search engines are given each text once: no variant of a page that only starts in another choice, nor all texts in one. */
const isListed = (page) => !/\/(?:(?:policy|page-lock|rwsem)\/[^/]+|whole)\/$/.test(page);

export default defineConfig({
	...(address ? { site: address } : {}),
	base,
	trailingSlash: 'always',
	integrations: [
		mdx(),
		preact(),
		clientInteraction(),
		servePictures(),
		narrowPolicies(),
		...(address ? [sitemap({ filter: isListed })] : []),
	],
	// Astro's own highlighter writes style attributes, which the policy below refuses; ours is among the plugins.
	markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins }) },
	build: { format: 'directory', inlineStylesheets: 'never' },
	devToolbar: { enabled: false },
	security: {
		// Scripts and styles are from the site itself or known by their hash: Astro adds them, narrowPolicies takes away again
		// those that a page has no use for.
		csp: {
			directives: [
				"default-src 'none'",
				"connect-src 'self'",
				"font-src 'self'",
				"img-src 'self'",
				"worker-src 'self'",
				"base-uri 'none'",
				"form-action 'none'",
			],
		},
	},
	vite: {
		build: {
			// Nothing becomes a data: URL, so that the policy above can do without them.
			assetsInlineLimit: 0,
			// Rolldown would warn of a directive in every .mdx file.
			rolldownOptions: { checks: { moduleLevelDirective: false } },
		},
		worker: { format: 'es' },
	},
});
