import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is loaded when it is shown for the first time; until then there is nothing in its place. */
export function later<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
	let known: ComponentType<Props> | null = null;
	return function Later(props: Props) {
		const [state, setState] = useState<'loading' | 'there' | 'lost'>(known === null ? 'loading' : 'there');
		useEffect(() => {
			if (known !== null) return;
			load().then(
				(loaded) => {
					known = loaded.default;
					setState('there');
				},
				() => setState('lost'),
			);
		}, []);
		if (state === 'lost') return <p class="problem">This part could not be loaded; reload the page and try again.</p>;
		const Known = known;
		return Known === null ? null : <Known {...props} />;
	};
}
