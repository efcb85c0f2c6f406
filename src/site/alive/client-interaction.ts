import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Gives Astro the directive `client:interaction`. */
export function clientInteraction(): AstroIntegration {
	return {
		name: 'client-interaction',
		hooks: {
			'astro:config:setup': ({ addClientDirective }) => {
				const entrypoint = fileURLToPath(new URL('./interaction.ts', import.meta.url));
				addClientDirective({ name: 'interaction', entrypoint });
			},
		},
	};
}

declare module 'astro' {
	interface AstroClientDirectives {
		/** Comes to life with the first sign of a reader. */
		'client:interaction'?: boolean;
	}
}
