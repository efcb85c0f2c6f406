import { useId } from 'preact/hooks';
import type { EraKey, Key } from '../../src/experiment/keys.ts';
import { TIME_MAX_NS } from '../../src/experiment/time.ts';
import { inForm, type TimeForm, timeFields, timeForms, timeText } from '../../src/site/lab/time-text.ts';

interface Props {
	of: Key;
	/** Whose control it is; null if there is one for all. */
	side: 'a' | 'b' | null;
	/** As typed. */
	text: string;
	eras: Readonly<Record<EraKey, readonly string[]>>;
	/** What is wrong with it, or null. */
	problem: string | null;
	turn: (text: string) => void;
}

/** The control of one key of a recipe. What is wrong stays as it was typed, with the reason below. */
export default function LabKnob(props: Props) {
	const { of: key, side, problem } = props;
	const id = useId();
	return (
		<div class="lab-control">
			{side !== null && (
				<span class="lab-side" aria-hidden="true">
					{side.toUpperCase()}
				</span>
			)}
			<Control {...props} label={side === null ? key.name : `${key.name}, ${side.toUpperCase()}`} problemId={id} />
			{problem !== null && (
				<p class="problem" id={id} role="alert">
					{problem}
				</p>
			)}
		</div>
	);
}

interface ControlProps extends Props {
	label: string;
	problemId: string;
}

function Control({ of: key, text, eras, problem, turn, label, problemId }: ControlProps) {
	const wrong = { 'aria-invalid': problem !== null, 'aria-describedby': problem === null ? undefined : problemId };
	switch (key.kind) {
		case 'era':
		case 'choice':
			return (
				<select aria-label={label} {...wrong} value={text} onChange={({ currentTarget }) => turn(currentTarget.value)}>
					{(key.kind === 'era' ? eras[key.name as EraKey] : key.choices).map((choice) => (
						<option key={choice} selected={choice === text}>
							{choice}
						</option>
					))}
				</select>
			);
		case 'whole':
			return (
				<span class="lab-number">
					<input
						type="number"
						aria-label={label}
						{...wrong}
						min={key.min}
						max={key.max}
						value={text}
						onInput={({ currentTarget }) => turn(currentTarget.value)}
					/>
					<span class="lab-unit">
						{key.unit} {key.min} to {key.max.toLocaleString('en-US')}
					</span>
				</span>
			);
		case 'time':
			return <Time label={label} text={text} wrong={wrong} turn={turn} />;
		case 'diff':
			return null;
	}
}

interface TimeProps {
	label: string;
	text: string;
	wrong: { 'aria-invalid': boolean; 'aria-describedby': string | undefined };
	turn: (text: string) => void;
}

function Time({ label, text, wrong, turn }: TimeProps) {
	const fields = timeFields(text);
	const { form, numbers } = fields;
	return (
		<span class="lab-time">
			<select
				aria-label={`${label}, how it is spread`}
				value={form}
				onChange={({ currentTarget }) => turn(timeText(inForm(fields, currentTarget.value as TimeForm)))}
			>
				{Object.entries(timeForms).map(([name, words]) => (
					<option key={name} value={name} selected={name === form}>
						{words}
					</option>
				))}
			</select>
			{numbers.map((number, index) => (
				<input
					key={index}
					type="number"
					step="any"
					min="0"
					max={TIME_MAX_NS / 1000}
					aria-label={numbers.length === 1 ? `${label}, in us` : `${label}, ${index === 0 ? 'from' : 'to'}, in us`}
					{...wrong}
					value={number}
					onInput={({ currentTarget }) =>
						turn(timeText({ form, numbers: numbers.map((each, at) => (at === index ? currentTarget.value : each)) }))
					}
				/>
			))}
			<span class="lab-unit">us</span>
		</span>
	);
}
