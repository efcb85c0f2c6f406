import { engineVersion } from '../engine/engine-version.ts';
import { eraNames, type ModelContent } from './content.ts';
import { digest } from './digest.ts';
import { runnableModel } from './model.ts';

/** By which engine and which models a page was made. */
export interface Identity {
	readonly engineVersion: string;
	/** 8 hexadecimal digits over the models of every policy with every page lock. */
	readonly modelDigest: string;
}

/** The identity of all that the content can run. Throws EraError, CompileError, ModelError. */
export function identityOf(content: ModelContent): Identity {
	const digests = eraNames(content, 'page-lock').flatMap((pageLock) =>
		eraNames(content, 'policy').map((policy) => {
			return `${pageLock} ${policy} ${runnableModel(content, { policy, 'page-lock': pageLock }).digest}`;
		}),
	);
	return { engineVersion, modelDigest: digest(digests.join('\n'), 8) };
}
