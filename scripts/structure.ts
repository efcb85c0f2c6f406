/*
 * Tells how the project's code is built: modules and imports by folder, circles of imports, long files, long functions.
 *
 *     npm run structure
 *
 * That there is no circle and no import upward, `npm test` holds; the rest is for who tidies up.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { circleIn, outsideOfEngine, projectModules, roomOf, upwardIn } from '../tests/structure/modules.ts';

/** Lines above which a file, and a function, is named. */
const FILE_LINES_MAX = 250;
const FUNCTION_LINES_MAX = 70;

const modules = projectModules();
const paths = new Set(modules.map(({ path }) => path));

const importsIn = (some: typeof modules) =>
	some.flatMap(({ imports }) => imports.filter((imported) => paths.has(imported))).length;
for (const [room, inRoom] of Map.groupBy(modules, ({ path }) => roomOf(path) ?? 'tests/, scripts/')) {
	console.log(`${room}: ${inRoom.length} modules, ${importsIn(inRoom)} imports`);
}
console.log(
	`All: ${modules.length} modules, ${importsIn(modules)} imports; in a circle: ${circleIn(modules).length}; imports upward: ${upwardIn(modules).length}; ` +
		`from the engine outward: ${outsideOfEngine(modules).length}`,
);

const styles = readdirSync('src/styles', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
const files = [...paths, ...styles.map((file) => `src/styles/${file}`)];
console.log(`Files of more than ${FILE_LINES_MAX} lines, of ${files.length}:`);
tell(
	files.map((file) => ({ name: file, lines: linesOf(readFileSync(file, 'utf8')) })),
	FILE_LINES_MAX,
);

console.log(`Functions of more than ${FUNCTION_LINES_MAX} lines:`);
tell([...paths].filter((path) => /\.tsx?$/.test(path)).flatMap(functionsIn), FUNCTION_LINES_MAX);

function tell(sized: readonly { readonly name: string; readonly lines: number }[], most: number): void {
	const long = sized.filter(({ lines }) => lines > most).sort((one, other) => other.lines - one.lines);
	for (const { name, lines } of long) console.log(`  ${lines} ${name}`);
	if (long.length === 0) console.log('  none');
}

function linesOf(text: string): number {
	return text.trimEnd().split('\n').length;
}

/** The functions of a file that have a name, and how long they are. */
function functionsIn(file: string): { name: string; lines: number }[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: { name: string; lines: number }[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isFunctionLike(node)) {
			const named = ts.isVariableDeclaration(node.parent) ? node.parent : node;
			const name = named.name?.getText(source);
			if (name !== undefined) found.push({ name: `${file}: ${name}`, lines: linesOf(node.getText(source)) });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
