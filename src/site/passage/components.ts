import ArgumentFigure from '../../../components/ArgumentFigure.astro';
import Comparison from '../../../components/Comparison.astro';
import EraDiff from '../../../components/EraDiff.astro';
import Follow from '../../../components/Follow.astro';
import LockFigure from '../../../components/LockFigure.astro';
import Measured from '../../../components/Measured.astro';
import Setting from '../../../components/Setting.astro';
import Sweep from '../../../components/Sweep.astro';
import Switch from '../../../components/Switch.astro';
import Value from '../../../components/Value.astro';
import Verdict from '../../../components/Verdict.astro';
import VerdictTable from '../../../components/VerdictTable.astro';

/** The components of a passage, which chapters write without importing them. */
export const passageComponents = {
	ArgumentFigure,
	Comparison,
	EraDiff,
	Follow,
	LockFigure,
	Measured,
	Setting,
	Sweep,
	Switch,
	Value,
	Verdict,
	VerdictTable,
};
