import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By where the tests stand that are to kill mutants, in the order in which they run. Which are slow come last: the first that fails ends it. */
const inOrder = [
	/\/kernel\//,
	/\/check\/(?!expected-marks|exploration|lasso)/,
	/\/check\/expected-marks/,
	/\/check\/exploration/,
	/\/simulate\//,
	/\/laws\//,
	/\/check\/lasso/,
];

class SlowestLast extends BaseSequencer {
	override async sort(files: TestSpecification[]) {
		const place = ({ moduleId }: TestSpecification) => inOrder.findIndex((part) => part.test(moduleId));
		return files.sort((one, other) => place(one) - place(other) || (one.moduleId < other.moduleId ? -1 : 1));
	}
}

export default defineConfig({
	test: {
		include: [
			'src/engine/{kernel,check}/*.test.ts',
			'src/engine/simulate/simulate.test.ts',
			'tests/laws/page-lock-v*.test.ts',
		],
		isolate: false,
		testTimeout: 60_000,
		sequence: { sequencer: SlowestLast },
	},
});
