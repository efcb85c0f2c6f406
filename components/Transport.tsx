import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Playback } from '../src/site/passage/playback.ts';

interface Props {
	playback: Playback;
	/** The point in time and what happens there, for those who do not see the drawing. */
	valueText: ReadonlySignal<string>;
	/** How playing maps to the model's time. */
	children: ComponentChildren;
}

const icons = {
	play: 'M6 4L16 10L6 16Z',
	pause: 'M6 4H9V16H6ZM11 4H14V16H11Z',
	back: 'M14 4L6 10L14 16ZM4 4H6V16H4Z',
	on: 'M6 4L14 10L6 16ZM14 4H16V16H14Z',
	reset: 'M10 4A6 6 0 1 1 4.2 8.4L6.1 9A4 4 0 1 0 10 6V9L5.5 5L10 1Z',
} as const;

/** The few buttons of every figure that moves, and the scrubber. Without scripts there is nothing that they could do. */
export default function Transport({ playback, valueText, children }: Props) {
	const { scene, time_ns, playing } = playback;
	const { from_ns, to_ns } = scene.value;
	return (
		<div class="transport">
			<input
				class="scrubber needs-scripts"
				type="range"
				aria-label="Time"
				aria-valuetext={valueText.value}
				min={from_ns}
				max={to_ns}
				step="1"
				value={time_ns.value}
				onInput={(event) => playback.seek(Number(event.currentTarget.value))}
			/>
			<div class="transport-buttons">
				<span class="transport-keys needs-scripts">
					<Button
						name={playing.value ? 'pause' : 'play'}
						label={playing.value ? 'Pause' : 'Play'}
						press={playback.toggle}
					/>
					<Button name="back" label="One step back" press={() => playback.move(-1)} />
					<Button name="on" label="One step on" press={() => playback.move(1)} />
					<Button name="reset" label="Reset" press={playback.reset} />
				</span>
				<span class="speed">{children}</span>
			</div>
		</div>
	);
}

function Button({ name, label, press }: { name: keyof typeof icons; label: string; press: () => void }) {
	return (
		<button class="button transport-button" type="button" aria-label={label} title={label} onClick={press}>
			<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
				<path d={icons[name]} />
			</svg>
		</button>
	);
}
