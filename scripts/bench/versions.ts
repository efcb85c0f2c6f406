import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readContent } from '../../src/cli/content.ts';
import { edition } from '../../src/cli/edition.ts';
import { identityOf } from '../../src/experiment/identity.ts';
import { findBrowser } from '../find-browser.mjs';

/** What was measured, and with what; null for what is not there. */
export interface Versions {
	readonly node: string;
	readonly chromium: string | null;
	readonly spin: string | null;
	readonly gcc: string | null;
	/** The tag under which this edition is published, or will be. */
	readonly edition: string;
	readonly engine: string;
	/** 8 hexadecimal digits over the models of all eras. */
	readonly modelDigest: string;
	/** The commit, with a '+' if what is measured was changed since; null outside of a clone. */
	readonly revision: string | null;
}

const root = path.join(import.meta.dirname, '..', '..');

const measuredFolders = ['src', 'content', 'components', 'scripts', 'tests/check', 'package-lock.json'];

/** The versions of all that takes part. */
export async function versions(): Promise<Versions> {
	const { engineVersion, modelDigest } = identityOf(readContent());
	return {
		node: process.versions.node,
		chromium: await chromiumVersion(),
		spin: firstNumber('spin', ['-V']),
		gcc: firstNumber('gcc', ['-dumpfullversion']),
		edition: edition(),
		engine: engineVersion,
		modelDigest,
		revision: revision(),
	};
}

async function chromiumVersion(): Promise<string | null> {
	const browser = await findBrowser().catch(() => null);
	return browser === null ? null : firstNumber(browser.executablePath, ['--version'], browser.env);
}

/** The first number with points in what a program prints; null if it is not there. */
function firstNumber(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string | null {
	const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', env });
	return status === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? null) : null;
}

function revision(): string | null {
	const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
	const { status, stdout } = git('rev-parse', '--short=10', 'HEAD');
	if (status !== 0) return null;
	const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', ...measuredFolders).stdout !== '';
	return stdout.trim() + (isChanged ? '+' : '');
}
