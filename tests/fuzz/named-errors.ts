import { CheckError } from '../../src/engine/check/check-error.ts';
import { ModelError } from '../../src/engine/model/model-error.ts';
import { EraError } from '../../src/experiment/eras.ts';
import { LinkError } from '../../src/experiment/link/link-error.ts';
import { CompileError } from '../../src/experiment/model.ts';
import { ExperimentError } from '../../src/experiment/named-experiments.ts';
import { PatchError } from '../../src/experiment/patch/patch-error.ts';
import { ExportError } from '../../src/experiment/promela/export-error.ts';

/** The errors that tell a reader what is wrong with what they gave; any other is a fault of the notebook's. */
const kinds = [CheckError, ModelError, EraError, LinkError, CompileError, ExperimentError, PatchError, ExportError];

/** The name of such an error. Throws on whatever is none, or says nothing. */
export function nameOfError(error: unknown): string {
	const kind = kinds.find((each) => error instanceof each);
	if (kind === undefined || (error as Error).message.trim() === '') throw error;
	return kind.name;
}
