import Claim from '../../components/Claim.astro';
import ClaimList from '../../components/ClaimList.astro';
import Detail from '../../components/Detail.astro';
import Heading2 from '../../components/Heading2.astro';
import Heading3 from '../../components/Heading3.astro';
import Link from '../../components/Link.astro';
import NoteReference from '../../components/NoteReference.astro';
import Says from '../../components/Says.astro';
import SideNote from '../../components/SideNote.astro';
import SourceNote from '../../components/SourceNote.astro';
import Table from '../../components/Table.astro';
import Term from '../../components/Term.astro';

/** What a page's `<Content components={…} />` needs, so that headings are links, notes have their places, wide tables scroll, and claims are made sure of. */
export const proseComponents = {
	a: Link,
	Claim,
	ClaimList,
	Detail,
	h2: Heading2,
	h3: Heading3,
	NoteReference,
	Says,
	SideNote,
	SourceNote,
	table: Table,
	Term,
};
