import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The first `digits` hexadecimal digits of a text's SHA-256. */
export function digest(text: string, digits: number): string {
	return bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);
}
