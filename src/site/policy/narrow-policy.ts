import { createHash } from 'node:crypto';

const policyElement = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const charset = '<meta charset="utf-8">';

/**
 * A built page whose Content-Security-Policy stands before all that it governs and names no inline script or style but
 * the page's own. Astro writes it at the end of the head, with the hash of everything that some page might need.
 *
 * @throws {Error} if the page has no policy or no place for it, or an inline script or style that it does not name
 */
export function narrowPolicy(html: string): string {
	const [element, policy] = policyElement.exec(html) ?? [];
	if (element === undefined || policy === undefined) throw new Error('it has no policy; its layout needs a <head>');
	if (!html.includes(charset)) throw new Error(`it has no ${charset}, behind which its policy belongs`);
	const needed = hashesOf(html);
	const unnamed = needed.find((hash) => !policy.includes(hash));
	if (unnamed !== undefined) {
		throw new Error(`its policy refuses the inline script or style with ${unnamed}; make that a file of its own`);
	}
	const narrowed = policy.replace(/ '(sha256-[^']*)'/g, (kept, hash) => (needed.includes(hash) ? kept : ''));
	return html.replace(element, '').replace(charset, () => charset + element.replace(policy, () => narrowed));
}

/** As a policy names them: what stands in each inline script and style of a page. */
function hashesOf(html: string): string[] {
	const inline = /<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g;
	return [...html.matchAll(inline)].map(
		([, , text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
	);
}
