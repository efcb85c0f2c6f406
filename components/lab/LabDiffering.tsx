import { differingStretches } from '../../src/site/lab/differing.ts';
import type { Scene } from '../../src/site/passage/scene.ts';
import { across, barTop, drawingHeight } from '../../src/site/timeline/geometry.ts';

interface Props {
	scene: Scene;
	/** The run beside it. */
	other: Scene;
	/** How many threads have a lane. */
	lanes: number;
}

/** A line over each bar where its thread does something else in the run beside it; drawn over a timeline. */
export default function LabDiffering({ scene, other, lanes }: Props) {
	const stretches = differingStretches(scene, other).filter(({ thread }) => thread < lanes);
	return (
		<svg class="lab-differing" width="100%" height={drawingHeight(lanes)} aria-hidden="true" focusable="false">
			{stretches.map(({ thread, from_ns, to_ns }) => (
				<line
					key={`${thread} ${from_ns}`}
					x1={`${across(from_ns, scene)}%`}
					x2={`${across(to_ns, scene)}%`}
					y1={barTop(thread) - 4}
					y2={barTop(thread) - 4}
				/>
			))}
		</svg>
	);
}
