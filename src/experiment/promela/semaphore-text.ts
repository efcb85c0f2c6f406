import type { RwSemaphoreName } from '../../engine/kernel/rw-semaphore.ts';

/** When each of the calls succeeds at once, and what a release does for those who queue. */
interface Rule {
	readonly mayRead: string;
	readonly mayTryToRead: string;
	readonly mayWrite: string;
	/** A statement. */
	readonly wake: string;
	/** What more there is to say: bits of `rwsem_first`, and what a writer that is first in line does by itself. */
	readonly more: string;
	/** Calls, with the mm left open, that a writer asleep and first in line may make: condition and statement. */
	readonly ofFirstWriter: readonly (readonly [string, string])[];
}

const closed = 'rwsem_writer[mm] == 0 && len(rwsem_wait[mm]) == 0';
const timedOut = '#define TIMED_OUT\t1\t/* has waited for the time-out: nobody steals any more */';

const grantAtHead = `do
	   :: rwsem_wait[mm]?[READER, _] -> rwsem_wait[mm]?_, first_thread; grant_to_reader(mm)
	   :: else -> break
	   od`;

/** A writer at the head keeps its place there, and is enabled by its own condition. */
const wakeOnly = `
	:: rwsem_wait[mm]?[WRITER, _]
	:: else -> ${grantAtHead}`;

const firstTakes = ['rwsem_is_free(MM)', 'first_takes_for_writing(MM)'] as const;
const firstTimesOut = (unless: string) => [unless, 'rwsem_first[MM] = rwsem_first[MM] | TIMED_OUT'] as const;

const rules: Readonly<Record<RwSemaphoreName, Rule>> = {
	queue: {
		mayRead: closed,
		mayTryToRead: closed,
		mayWrite: 'rwsem_is_free(mm) && len(rwsem_wait[mm]) == 0',
		wake: `
	:: rwsem_wait[mm]?[WRITER, _] -> rwsem_wait[mm]?_, first_thread;
	   take_for_writing(mm, first_thread);
	   wake_up_first_thread()
	:: else -> ${grantAtHead}`,
		more: '',
		ofFirstWriter: [],
	},
	'v4.20': {
		mayRead: closed,
		mayTryToRead: closed,
		mayWrite: 'rwsem_is_free(mm)',
		wake: wakeOnly,
		more: '',
		ofFirstWriter: [firstTakes],
	},
	handoff: {
		mayRead: closed,
		mayTryToRead: closed,
		mayWrite: 'rwsem_is_free(mm) && (rwsem_first[mm] & TIMED_OUT) == 0',
		wake: wakeOnly,
		more: timedOut,
		ofFirstWriter: [firstTakes, firstTimesOut('!rwsem_is_free(MM) && (rwsem_first[MM] & TIMED_OUT) == 0')],
	},
	'v5.3': {
		mayRead: `rwsem_writer[mm] == 0 && \\
	(len(rwsem_wait[mm]) == 0 || (rwsem_readers[mm] > 0 && (rwsem_first[mm] & ASKED) == 0))`,
		mayTryToRead: closed,
		mayWrite: 'rwsem_is_free(mm) && (rwsem_first[mm] & ASKED) == 0',
		wake: `
	:: rwsem_wait[mm]?[WRITER, _] -> rwsem_first[mm] = rwsem_first[mm] | WOKEN
	:: rwsem_wait[mm]?[READER, _] ->
	   do
	   :: rwsem_wait[mm]??[READER, _] -> rwsem_wait[mm]??READER, first_thread; grant_to_reader(mm)
	   :: else -> break
	   od
	:: else`,
		more: `#define TIMED_OUT\t1\t/* has waited for the time-out */
#define WOKEN\t\t2\t/* was woken, and has not looked yet */
#define ASKED\t\t4\t/* has asked that nobody enter ahead of it */

inline first_tries_to_write(mm)
{
	if
	:: rwsem_is_free(mm) -> first_takes_for_writing(mm)
	:: else ->
	   rwsem_first[mm] = rwsem_first[mm] & (TIMED_OUT | ASKED);
	   if
	   :: (rwsem_first[mm] & TIMED_OUT) != 0 -> rwsem_first[mm] = rwsem_first[mm] | ASKED
	   :: else
	   fi
	fi
}`,
		ofFirstWriter: [
			['(rwsem_first[MM] & WOKEN) != 0', 'first_tries_to_write(MM)'],
			firstTimesOut('(rwsem_first[MM] & (WOKEN | TIMED_OUT)) == 0'),
		],
	},
};

/** What a writer may do that sleeps and is first in line, as condition and statement; none where it must be granted the semaphore. */
export function stepsOfFirstWriter(discipline: RwSemaphoreName, mm: number): (readonly [string, string])[] {
	return rules[discipline].ofFirstWriter.map(([condition, statement]) => [
		`first_writer_is_me(${mm}) && ${condition.replaceAll('MM', String(mm))}`,
		statement.replaceAll('MM', String(mm)),
	]);
}

/** mmap_sem, one an mm, under a discipline. */
export function semaphoreText(discipline: RwSemaphoreName): string {
	const { mayRead, mayTryToRead, mayWrite, wake, more, ofFirstWriter } = rules[discipline];
	const first =
		more === '' ? '' : `byte rwsem_first[MMS];\t\t/* what the first in line, a writer, went through: */\n${more}\n`;
	return `/* mmap_sem, under the rule '${discipline}'. */
#define READER	0
#define WRITER	1

#define NOT_HELD		0
#define HELD_FOR_READING	1
#define HELD_FOR_WRITING	2

byte rwsem_writer[MMS];		/* 1 + the thread that writes; 0 for nobody */
byte rwsem_readers[MMS];	/* how many read */
byte held[MMS * THREADS];
chan rwsem_wait[MMS] = [THREADS] of { byte, byte };

#define how_held(mm, thread)	held[(mm) * THREADS + (thread)]
#define rwsem_is_free(mm)	(rwsem_readers[mm] == 0 && rwsem_writer[mm] == 0)

inline take_for_reading(mm, thread)
{
	assert(how_held(mm, thread) == NOT_HELD);
	rwsem_readers[mm]++;
	how_held(mm, thread) = HELD_FOR_READING
}

inline take_for_writing(mm, thread)
{
	assert(how_held(mm, thread) == NOT_HELD);
	rwsem_writer[mm] = thread + 1;
	how_held(mm, thread) = HELD_FOR_WRITING
}

inline grant_to_reader(mm)
{
	take_for_reading(mm, first_thread);
	wake_up_first_thread()
}
${ofFirstWriter.length > 0 ? ofFirstText(first) : ''}
#define may_read(mm)		(${mayRead})
#define may_try_to_read(mm)	(${mayTryToRead})
#define may_write(mm)		(${mayWrite})

inline queue_for_rwsem(mm, kind)
{
	rwsem_wait[mm]!kind, _pid;
	is_queued_somewhere[_pid] = true;
	task_state[_pid] = TASK_UNINTERRUPTIBLE
}

inline down_read(mm)
{
	assert(how_held(mm, _pid) == NOT_HELD);
	if
	:: may_read(mm) -> take_for_reading(mm, _pid)
	:: else -> queue_for_rwsem(mm, READER)
	fi
}

inline down_write(mm)
{
	assert(how_held(mm, _pid) == NOT_HELD);
	if
	:: may_write(mm) -> take_for_writing(mm, _pid)
	:: else -> queue_for_rwsem(mm, WRITER)
	fi
}

inline rwsem_wake(mm)
{
	if${wake}
	fi
}

inline up_read(mm)
{
	assert(how_held(mm, _pid) == HELD_FOR_READING);
	how_held(mm, _pid) = NOT_HELD;
	rwsem_readers[mm]--;
	if
	:: rwsem_readers[mm] == 0 -> rwsem_wake(mm)
	:: else
	fi
}

inline up_write(mm)
{
	assert(how_held(mm, _pid) == HELD_FOR_WRITING);
	how_held(mm, _pid) = NOT_HELD;
	rwsem_writer[mm] = 0;
	rwsem_wake(mm)
}
`;
}

/** @param bits where a rule keeps what the first in line went through; empty if nothing matters */
function ofFirstText(bits: string): string {
	return `
#define first_writer_is_me(mm)	(rwsem_wait[mm]?[WRITER, eval(_pid)])

inline first_takes_for_writing(mm)
{
	rwsem_wait[mm]?_, first_thread;
	take_for_writing(mm, first_thread);
	wake_up_first_thread()${bits === '' ? '' : ';\n\trwsem_first[mm] = 0'}
}

${bits}`;
}
