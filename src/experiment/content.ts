/** The texts that shape a model, as data: whoever knows files or bundles reads them. */
export interface ModelContent {
	/** The model's C by its path, as in 'mm/filemap.c'. */
	readonly model: Readonly<Record<string, string>>;
	/** Unified diffs by kind and name, as in 'policy/rfc'. */
	readonly eras: Readonly<Record<string, string>>;
}

/** All that a run by name needs. */
export interface Content extends ModelContent {
	/** The text of each experiment's JSON file, by the file's name without '.json'. */
	readonly experiments: Readonly<Record<string, string>>;
}

/** Names of the eras of one kind, 'policy' or 'page-lock', sorted. */
export function eraNames(content: ModelContent, kind: string): string[] {
	const prefix = `${kind}/`;
	return Object.keys(content.eras)
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length))
		.sort();
}
