import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import type { SideName } from '../../src/site/lab/side.ts';

/** Where each recipe starts, and whether there are two. */
export default function LabStart({ lab }: { lab: Laboratory }) {
	const { sides, opened } = lab;
	const { a, b } = sides.value;
	return (
		<section aria-labelledby="lab-start">
			<h2 id="lab-start">Start</h2>
			<p class="lab-opened" role="status">
				{opened.value}
			</p>
			<div class={b === null ? 'lab-sides' : 'lab-sides two'}>
				<Start lab={lab} which="a" label={b === null ? 'Start from' : 'A starts from'} />
				{b !== null && <Start lab={lab} which="b" label="B starts from" />}
			</div>
			<p class="lab-buttons">
				{b === null ? (
					<button
						class="button"
						type="button"
						onClick={() => {
							sides.value = { a, b: a };
						}}
					>
						Compare with a second recipe
					</button>
				) : (
					<>
						<button
							class="button"
							type="button"
							onClick={() => {
								sides.value = { a, b: null };
							}}
						>
							Leave B out
						</button>
						<button
							class="button"
							type="button"
							onClick={() => {
								sides.value = { a: b, b: a };
							}}
						>
							Swap A and B
						</button>
					</>
				)}
			</p>
		</section>
	);
}

function Start({ lab: { sides, choices }, which, label }: { lab: Laboratory; which: SideName; label: string }) {
	const side = sides.value[which];
	if (side === null) return null;
	const { from, typed } = side;
	const changes = Object.keys(typed).length;
	const start = (name: string | null) => {
		sides.value = { ...sides.value, [which]: { from: name, typed: {} } };
	};
	return (
		<div class="lab-start">
			<label>
				{label}
				<select value={from ?? ''} onChange={({ currentTarget: { value } }) => start(value === '' ? null : value)}>
					{choices.experiments.map(({ name, title }) => (
						<option key={name} value={name} selected={name === from}>
							{name}: {title}
						</option>
					))}
					<option value="" selected={from === null}>
						nobody: an empty recipe
					</option>
				</select>
			</label>
			<p class="lab-note">
				{choices.experiments.find(({ name }) => name === from)?.description ??
					'Nobody is there until you ask for them.'}
			</p>
			<p class="lab-note">
				{changes === 0
					? 'As it starts.'
					: `${changes} ${changes === 1 ? 'value is' : 'values are'} changed: ${Object.keys(typed).join(', ')}.`}{' '}
				<button class="button" type="button" disabled={changes === 0} onClick={() => start(from)}>
					Reset {which === 'b' ? 'B' : sides.value.b === null ? 'all knobs' : 'A'}
				</button>
			</p>
		</div>
	);
}
