import { Cursor, SyntaxFailure } from './cursor.ts';
import { parseDefine } from './parse-define.ts';
import { parseFunction, skipDeclaration } from './parse-function.ts';
import type { Report } from './report.ts';
import type { SourceFile } from './source.ts';
import type { FunctionDefinition, ParsedFile } from './syntax.ts';
import { type Token, tokenise } from './tokens.ts';

/** Parses a file of model C. Errors go to the report; what could be parsed is returned. */
export function parseFile(file: SourceFile, report: Report): ParsedFile {
	const { tokens, directives } = tokenise(file, report);
	const constants = withoutBranches(directives)
		.map((line) => parseDefine(line, report))
		.filter((constant) => constant !== null);
	const functions: FunctionDefinition[] = [];
	const doubtful: string[] = [];
	const cursor = new Cursor(tokens, report);
	while (cursor.token.kind !== 'end' && !report.isFull) {
		const start = cursor.index;
		if (cursor.accept(';')) continue;
		try {
			cursor.depth = 0;
			functions.push(parseFunction(cursor));
		} catch (failure) {
			if (!(failure instanceof SyntaxFailure)) throw failure;
			doubtful.push(...skipDeclaration(cursor, start));
		}
	}
	return { constants, functions, doubtful };
}

// The #if has been refused: to refuse its #else and #endif as well would say nothing new.
function withoutBranches(directives: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
	const first = directives.findIndex(([, word]) => word?.text.startsWith('if'));
	if (first < 0) return directives;
	return directives.filter(([, word], index) => index < first || !/^(?:elif|else|endif)$/.test(word?.text ?? ''));
}
