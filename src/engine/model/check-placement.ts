import { ModelError } from './model-error.ts';
import type { Node } from './node.ts';

/** @throws ModelError if an operation may not stand where a node has it: under a spinlock, without one, for that bit */
export function checkPlacement(node: Node): void {
	if (node.stop.kind === 'finished') {
		if (node.section === null) return;
		throw new ModelError('the thread ends inside spin_lock_irq(); give the lock back before', null);
	}
	const { name, place, parameters, primitive } = node.stop;
	if (
		node.section !== null &&
		(primitive.kind === 'sleep' || primitive.kind === 'spend' || primitive.blocks === true)
	) {
		throw new ModelError(`${name}() would sleep under a spinlock; spin_unlock_irq() comes first`, place);
	}
	if (node.section !== null && (primitive.kind === 'mark' || primitive.kind === 'ask')) {
		throw new ModelError(`${name}() under a spinlock, where it is no step of its own; call it before or behind`, place);
	}
	if (primitive.underLock === true && node.section !== parameters[0]) {
		throw new ModelError(`${name}() is called without the queue's lock; spin_lock_irq(&q->lock) comes first`, place);
	}
	const bit = parameters[0] as number;
	if (primitive.bits !== undefined && !primitive.bits.includes(bit)) {
		throw new ModelError(`${name}() is not known for bit ${bit} of page->flags`, place);
	}
}
