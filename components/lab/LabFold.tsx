import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
	class?: string;
	summary: string;
	/** What is inside; it is made, and its code loaded, when it is opened for the first time. */
	children: () => ComponentChildren;
}

/** A part that is folded away until the reader wants it. */
export default function LabFold({ class: name, summary, children }: Props) {
	const [wasOpen, setOpen] = useState(false);
	return (
		<details class={name} onToggle={({ currentTarget }) => currentTarget.open && setOpen(true)}>
			<summary>{summary}</summary>
			{wasOpen && children()}
		</details>
	);
}
