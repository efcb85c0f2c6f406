import { queueSemaphore } from './queue-semaphore.ts';
import { handoffSemaphore, v420Semaphore } from './stealing-semaphore.ts';
import { v53Semaphore } from './v5.3-semaphore.ts';

/** The rules for who gets mmap_sem, by the name that a recipe gives them. */
export const rwSemaphores = {
	queue: queueSemaphore,
	'v4.20': v420Semaphore,
	handoff: handoffSemaphore,
	'v5.3': v53Semaphore,
};

export type RwSemaphoreName = keyof typeof rwSemaphores;
