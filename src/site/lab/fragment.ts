/** A link as it stands in the laboratory's own address, behind '#'. */
export function fragmentOf(link: string): string {
	return link.replace(/^lab\/#/, '');
}
