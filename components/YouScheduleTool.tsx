interface Props {
	label: string;
	press: () => void;
	/** As `aria-keyshortcuts` has it. */
	keys?: string;
}

/** A button whose label the style writes: what cannot be pressed without scripts is then no part of the text. */
export default function YouScheduleTool({ label, press, keys }: Props) {
	return (
		<button
			class="button said-button"
			type="button"
			aria-label={label}
			onClick={press}
			{...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
		/>
	);
}
