import ArgumentFigure from '../../components/ArgumentFigure.astro';
import ChapterList from '../../components/ChapterList.astro';
import Claim from '../../components/Claim.astro';
import ClaimList from '../../components/ClaimList.astro';
import Comparison from '../../components/Comparison.astro';
import Detail from '../../components/Detail.astro';
import Distribution from '../../components/Distribution.astro';
import EraDiff from '../../components/EraDiff.astro';
import ExpectedRetries from '../../components/ExpectedRetries.astro';
import FlagTable from '../../components/FlagTable.astro';
import Follow from '../../components/Follow.astro';
import Heading2 from '../../components/Heading2.astro';
import Heading3 from '../../components/Heading3.astro';
import KernelTrace from '../../components/KernelTrace.astro';
import Link from '../../components/Link.astro';
import LockFigure from '../../components/LockFigure.astro';
import Measured from '../../components/Measured.astro';
import NoteReference from '../../components/NoteReference.astro';
import Says from '../../components/Says.astro';
import Sensitivity from '../../components/Sensitivity.astro';
import Setting from '../../components/Setting.astro';
import SideNote from '../../components/SideNote.astro';
import SourceNote from '../../components/SourceNote.astro';
import Sweep from '../../components/Sweep.astro';
import Switch from '../../components/Switch.astro';
import Table from '../../components/Table.astro';
import Term from '../../components/Term.astro';
import Traced from '../../components/Traced.astro';
import Value from '../../components/Value.astro';
import Verdict from '../../components/Verdict.astro';
import VerdictTable from '../../components/VerdictTable.astro';
import YouSchedule from '../../components/YouSchedule.astro';

/**
 * What home and chapters are written with. A component stands in the text by its name, without an import; what Markdown
 * makes of links, headings and tables is ours, so that headings have an address and wide tables scroll.
 */
export const textComponents = {
	h2: Heading2,
	h3: Heading3,
	a: Link,
	table: Table,
	ArgumentFigure,
	ChapterList,
	Claim,
	ClaimList,
	Comparison,
	Detail,
	Distribution,
	EraDiff,
	ExpectedRetries,
	FlagTable,
	Follow,
	KernelTrace,
	LockFigure,
	Measured,
	NoteReference,
	Says,
	Sensitivity,
	Setting,
	SideNote,
	SourceNote,
	Sweep,
	Switch,
	Term,
	Traced,
	Value,
	Verdict,
	VerdictTable,
	YouSchedule,
};
