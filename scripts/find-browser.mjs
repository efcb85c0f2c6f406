import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const rootFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packageFolder = path.join(rootFolder, 'node_modules', '@sparticuz', 'chromium');

const commands = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge',
	'microsoft-edge-stable',
];
const programs = {
	darwin: [
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
	],
};

/**
 * Finds a browser of the Chromium family: the one that CHROMIUM_PATH names, an installed one, or the one that comes
 * as a package (Linux on x64), which is unpacked on first use.
 *
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} what Playwright's launch options take:
 *   the program, and the whole environment to start it in.
 * @throws {Error} if CHROMIUM_PATH names no program, or if there is no browser and no package for this platform.
 */
export async function findBrowser() {
	const environment = /** @type {Record<string, string>} */ ({ ...process.env });
	const named = process.env.CHROMIUM_PATH;
	if (named !== undefined && !isProgram(named)) {
		throw new Error(`CHROMIUM_PATH is '${named}', which is no program that can be run; correct it or unset it.`);
	}
	const executablePath = named ?? findInstalledBrowser();
	if (executablePath !== undefined) return { executablePath, env: environment };

	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error('No Chromium, Chrome or Edge was found; install one, or set CHROMIUM_PATH to its program.');
	}
	const folder = await unpackBrowser();
	const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
	return {
		executablePath: path.join(folder, 'chromium'),
		env: {
			...environment,
			LD_LIBRARY_PATH: libraries.join(path.delimiter),
			FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
		},
	};
}

function findInstalledBrowser() {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const inPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
	return [...inPath, ...(programs[process.platform] ?? [])].find(isProgram);
}

function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Unpacks the packaged browser, its libraries and fonts, once per version; returns their folder. */
async function unpackBrowser() {
	const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
	const folder = path.join(rootFolder, 'node_modules', '.cache', `chromium-${version}`);
	if (isProgram(path.join(folder, 'chromium'))) return folder;

	// Unpacked beside its place and renamed when whole, so that a run cut short leaves no half of a browser behind.
	const draft = `${folder}-${process.pid}`;
	mkdirSync(draft, { recursive: true });
	await inflateInto(draft, ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']);
	writeFileSync(path.join(draft, 'fonts.conf'), fontsConfiguration(folder));
	try {
		renameSync(draft, folder);
	} catch (error) {
		// Another run was first.
		if (!isProgram(path.join(folder, 'chromium'))) throw error;
		rmSync(draft, { recursive: true });
	}
	return folder;
}

/** The package unpacks into the folder for temporary files and nowhere else, so that is lent to it meanwhile. */
async function inflateInto(folder, archives) {
	const { inflate } = await import('@sparticuz/chromium');
	const temporaryFolder = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	try {
		await Promise.all(archives.map((archive) => inflate(path.join(packageFolder, 'bin', archive))));
	} finally {
		if (temporaryFolder === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = temporaryFolder;
	}
}

/** The package's own configuration names folders of another machine. */
function fontsConfiguration(folder) {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${path.join(folder, 'fonts')}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
