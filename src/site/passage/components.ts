import ArgumentFigure from '../../../components/ArgumentFigure.astro';
import Comparison from '../../../components/Comparison.astro';
import Distribution from '../../../components/Distribution.astro';
import EraDiff from '../../../components/EraDiff.astro';
import ExpectedRetries from '../../../components/ExpectedRetries.astro';
import FlagTable from '../../../components/FlagTable.astro';
import Follow from '../../../components/Follow.astro';
import KernelTrace from '../../../components/KernelTrace.astro';
import LockFigure from '../../../components/LockFigure.astro';
import Measured from '../../../components/Measured.astro';
import Sensitivity from '../../../components/Sensitivity.astro';
import Setting from '../../../components/Setting.astro';
import Sweep from '../../../components/Sweep.astro';
import Switch from '../../../components/Switch.astro';
import Traced from '../../../components/Traced.astro';
import Value from '../../../components/Value.astro';
import Verdict from '../../../components/Verdict.astro';
import VerdictTable from '../../../components/VerdictTable.astro';
import YouSchedule from '../../../components/YouSchedule.astro';

/** The components of a passage, which chapters write without importing them. */
export const passageComponents = {
	ArgumentFigure,
	Comparison,
	Distribution,
	EraDiff,
	ExpectedRetries,
	FlagTable,
	Follow,
	KernelTrace,
	LockFigure,
	Measured,
	Sensitivity,
	Setting,
	Sweep,
	Switch,
	Traced,
	Value,
	Verdict,
	VerdictTable,
	YouSchedule,
};
