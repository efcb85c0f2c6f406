/** A packed text that is damaged, or that unpacks to more than it may. */
export class PackedTextError extends Error {
	constructor(what: string) {
		super(what);
		this.name = 'PackedTextError';
	}
}

/** A text made small, in characters that a link may hold: deflated, and written in base64url. */
export async function packText(text: string): Promise<string> {
	const packed = await read(through(new TextEncoder().encode(text), new CompressionStream('deflate-raw')), null);
	let binary = '';
	for (const byte of packed) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The text again.
 *
 * @param bytesMax where unpacking stops, so that a small text cannot become a large one
 * @throws PackedTextError
 */
export async function unpackText(packed: string, bytesMax: number): Promise<string> {
	if (!/^[\w-]+$/.test(packed)) throw new PackedTextError('it is not written in base64url');
	try {
		const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
		const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
		const unpacked = await read(through(bytes, new DecompressionStream('deflate-raw')), bytesMax);
		return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
	} catch (error) {
		if (error instanceof PackedTextError) throw error;
		throw new PackedTextError('it does not unpack: cut short, or changed on the way');
	}
}

function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
	return new Blob([bytes]).stream().pipeThrough(stream);
}

async function read(stream: ReadableStream<Uint8Array>, bytesMax: number | null): Promise<Uint8Array> {
	const reader = stream.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		length += next.value.length;
		if (bytesMax !== null && length > bytesMax) {
			await reader.cancel();
			throw new PackedTextError(`it unpacks to more than ${bytesMax} bytes`);
		}
		chunks.push(next.value);
	}
	const all = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}
