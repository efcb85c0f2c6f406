import Heading2 from '../../components/Heading2.astro';
import Heading3 from '../../components/Heading3.astro';
import Link from '../../components/Link.astro';
import NoteReference from '../../components/NoteReference.astro';
import SideNote from '../../components/SideNote.astro';
import SourceNote from '../../components/SourceNote.astro';
import Table from '../../components/Table.astro';

/** What a page's `<Content components={…} />` needs, so that headings are links, notes have their places and wide tables scroll. */
export const proseComponents = {
	a: Link,
	h2: Heading2,
	h3: Heading3,
	NoteReference,
	SideNote,
	SourceNote,
	table: Table,
};
