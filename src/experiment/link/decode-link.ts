import { didYouMean } from '../../engine/c/suggest.ts';
import type { Content } from '../content.ts';
import { type Experiment, namedExperiments } from '../named-experiments.ts';
import { decodeVersion1 } from './decode-v1.ts';
import { LINK_LIMITS } from './limits.ts';
import type { Link, Pairs } from './link.ts';
import { LinkError, quoted } from './link-error.ts';

/** Reads what stands behind 'v=…&' of a format. Kept for ever, one a format: links live in archives. */
type Decoder = (pairs: Pairs, experiment: Experiment | null, content: Content) => Promise<Link>;

const decoders: ReadonlyMap<string, Decoder> = new Map([['1', decodeVersion1]]);

/** The end of an address before its query: the experiment's page, or the laboratory's. */
const page = /(?:^|\/)(?:x\/([^/]*)|lab)\/?$/;

/**
 * Reads a link, relative or whole, in angle brackets or not. Nothing of it is executed: keys, values and patch are judged as those of a file.
 *
 * @throws LinkError, and nothing else
 */
export async function decodeLink(text: string, content: Content): Promise<Link> {
	if (text.length > LINK_LIMITS.characters) {
		throw new LinkError(
			`found a link of ${text.length} characters, at most ${LINK_LIMITS.characters} may be; ask its author for the recipe as a file`,
		);
	}
	const [, address = '', fragment] = /^([^#]*)#(.*)$/s.exec(text.trim().replace(/^<(.*)>$/s, '$1')) ?? [];
	const found = page.exec(address.replace(/\?.*$/s, ''));
	if (found === null || fragment === undefined) {
		throw new LinkError(
			`found ${quoted(text)}, expected a link as in 'x/NAME/#v=1&m=…' or 'lab/#v=1&m=…'; copy all of it`,
		);
	}
	const [, name] = found;
	const experiment = name === undefined ? null : find(name, content);
	const pairs = pairsOf(fragment, experiment?.name ?? null);
	const version = pairs.get('v');
	const decode = decoders.get(version ?? '');
	if (decode !== undefined) return decode(pairs, experiment, content);
	const known = [...decoders.keys()].join(', ');
	throw new LinkError(
		version === undefined
			? `found no format version, expected v=${known}; copy all of the link`
			: `found format version ${quoted(version)}, expected ${known}; a newer edition of the notebook may know it`,
		experiment?.name ?? null,
	);
}

function find(name: string, content: Content): Experiment {
	const experiments = namedExperiments(content);
	const found = experiments.find((experiment) => experiment.name === name);
	if (found !== undefined) return found;
	const names = experiments.map((experiment) => experiment.name);
	throw new LinkError(`no experiment ${quoted(name)}; ${didYouMean(name, names, `there are ${names.join(', ')}`)}`);
}

function pairsOf(fragment: string, experiment: string | null): Pairs {
	const pieces = fragment.split('&', LINK_LIMITS.keys + 1);
	if (pieces.length > LINK_LIMITS.keys) {
		throw new LinkError(`found more than ${LINK_LIMITS.keys} keys; ask for the link again`, experiment);
	}
	const pairs = new Map<string, string>();
	for (const piece of pieces) {
		const [, name, value] = /^([^=]+)=(.*)$/s.exec(plain(piece, experiment)) ?? [];
		if (name === undefined || value === undefined) {
			throw new LinkError(`found ${quoted(piece)}, expected a key and its value, as in 'policy=rfc'`, experiment);
		}
		if (pairs.has(name)) throw new LinkError(`found ${quoted(name)} twice; leave one of them out`, experiment);
		pairs.set(name, value);
	}
	return pairs;
}

/** Some programs write '%3A' for ':' when they pass a link on. */
function plain(piece: string, experiment: string | null): string {
	try {
		return decodeURIComponent(piece);
	} catch {
		throw new LinkError(`found ${quoted(piece)}, in which a '%' begins no character; copy the link anew`, experiment);
	}
}
