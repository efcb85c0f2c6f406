import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { check } from './check.ts';
import { allRows, arguedRows, matrixCells, matrixScenarios } from './matrix.ts';

const content = readContent();

test('a row has an answer to each question, with the threads that it was asked for', () => {
	const [picture] = arguedRows;
	if (picture === undefined) throw new Error('the matrix has no rows');
	const cells = matrixCells(picture, (recipe) => check(recipe, content));
	expect(cells.map(({ property }) => property.name)).toEqual(matrixScenarios.flatMap(({ properties }) => properties));
	expect(cells.every(({ property }) => property.verdict !== 'UNKNOWN')).toBe(true);
	expect(cells[0]?.actors).toEqual({ victims: 1, lockers: 2, writers: 1, bystanders: 1 });
});

test('each argued row is one of all', () => {
	const all = allRows(content).map(({ eras }) => JSON.stringify(eras));
	for (const { eras } of arguedRows) expect(all).toContain(JSON.stringify(eras));
});
