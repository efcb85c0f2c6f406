// Puts in place what `npm start`, `npm test` and `npm run dev` need, and says nothing when it is all there.
// It runs on whatever Node the machine has (18 or later) and therefore uses nothing but Node itself.
//
// The build needs a newer Node than many machines have. Where it does, a plain Node binary comes from the npm
// registry into a folder of its own (scripts/node, with its own lock); the project's packages are then installed by
// that Node, since npm under an old one silently leaves out native packages; and it is linked as
// node_modules/.bin/node, the folder that npm puts first in the PATH of every script.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const rootFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const nodeFolder = path.join(rootFolder, 'scripts', 'node');
const oldestNode = [22, 19];

try {
	const node = findRecentNode();
	installPackages(node);
	linkNode(node);
} catch (error) {
	console.error(`Set-up stopped: ${error.message}`);
	process.exitCode = 1;
}

/** The path of a Node that can build the project: the running one if it is recent enough, else one that is fetched. */
function findRecentNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	const isRecent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
	// npm looks for programs in the node_modules of this folder and of all above it: a Node that was fetched, for this
	// project or for another, must not count as the machine's own.
	const isFetched = process.execPath.split(path.sep).includes('node_modules');
	if (isRecent && !isFetched) return process.execPath;
	return fetchNode();
}

/** Installs the Node binary of scripts/node/package-lock.json, once per lock file; returns its path. */
function fetchNode() {
	const wanted = `Node ${oldestNode.join('.')} or newer is needed and the machine's own is older`;
	const name = `node-${process.platform}-${process.arch}`;
	const lockText = readFileSync(path.join(nodeFolder, 'package-lock.json'), 'utf8');
	if (!lockText.includes(`"node_modules/${name}"`)) {
		throw new Error(
			`${wanted}, with none to fetch for ${process.platform}-${process.arch}; install one from https://nodejs.org.`,
		);
	}
	const node = path.join(nodeFolder, 'node_modules', name, 'bin', 'node');
	const stamp = path.join(nodeFolder, 'node_modules', '.setup-stamp');
	if (isStamped(stamp, lockText) && existsSync(node)) return node;

	console.log(`${wanted}: fetching one for this project alone.`);
	// npm calls it a success when an optional package fails to download, hence the look.
	if (!npmCi(process.execPath, nodeFolder) || !existsSync(node)) {
		throw new Error(
			`${wanted}, but npm could not fetch one; connect to the network, or install one from https://nodejs.org.`,
		);
	}
	const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
	if (answer.status !== 0) {
		throw new Error(
			`${wanted}, but the one fetched does not run here (${answer.error?.message ?? answer.stderr.trim()}); install one from https://nodejs.org.`,
		);
	}
	writeStamp(stamp, lockText);
	return node;
}

/** Installs the packages of package-lock.json with `node`, once per lock file. */
function installPackages(node) {
	const lockText = readFileSync(path.join(rootFolder, 'package-lock.json'), 'utf8');
	const stamp = path.join(rootFolder, 'node_modules', '.setup-stamp');
	if (isStamped(stamp, lockText)) return;

	// As npm's postinstall, under a recent Node, the packages have just been put there.
	const isInstalled = process.env.npm_lifecycle_event === 'postinstall' && node === process.execPath;
	if (!(isInstalled && nativePackagesLoad(node))) {
		console.log('Installing the packages of package-lock.json.');
		// npm says nothing when an optional native package fails to download, hence the look and the second try.
		const isComplete = [1, 2].some(() => npmCi(node, rootFolder) && nativePackagesLoad(node));
		if (!isComplete) {
			throw new Error(
				'npm could not install the packages of package-lock.json (its reason is above); mend that, or connect to the network, and run the same command again.',
			);
		}
	}
	writeStamp(stamp, lockText);
}

/** Links a fetched Node where npm's scripts and bin/polite look first. A Node of the machine needs no link. */
function linkNode(node) {
	if (!node.startsWith(nodeFolder)) return;
	const link = path.join(rootFolder, 'node_modules', '.bin', 'node');
	if (existsSync(link)) return;
	rmSync(link, { force: true });
	mkdirSync(path.dirname(link), { recursive: true });
	symlinkSync(path.relative(path.dirname(link), node), link);
}

/** Runs `npm ci` in `folder` with `node`; returns whether it succeeded. No package of ours needs an install script. */
function npmCi(node, folder) {
	const npmArguments = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const environment = {
		...process.env,
		PATH: path.dirname(node) + path.delimiter + process.env.PATH,
		// A Node that does not come from the machine's vendor shall trust the certificates that the machine trusts.
		NODE_USE_SYSTEM_CA: process.env.NODE_USE_SYSTEM_CA ?? '1',
	};
	const options = { cwd: folder, env: environment, stdio: 'inherit' };
	const npmScript = process.env.npm_execpath ?? '';
	// Debian's npm finds its own modules only through a path compiled into Debian's Node.
	if (npmScript.startsWith('/usr/share/nodejs/')) environment.NODE_PATH = '/usr/share/nodejs';
	const run = npmScript.endsWith('npm-cli.js')
		? spawnSync(node, [npmScript, ...npmArguments], options)
		: spawnSync('npm', npmArguments, { ...options, shell: process.platform === 'win32' });
	if (run.error) console.error(`npm does not start: ${run.error.message}`);
	return run.status === 0;
}

/** Whether the packages that carry native code for this platform can be loaded by `node`. */
function nativePackagesLoad(node) {
	const program = "await Promise.all([import('vite'), import('satteri')])";
	const run = spawnSync(node, ['--input-type=module', '--eval', program], { cwd: rootFolder, encoding: 'utf8' });
	if (run.status !== 0) console.error(run.stderr.trim());
	return run.status === 0;
}

function isStamped(stamp, lockText) {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampText(lockText);
}

function writeStamp(stamp, lockText) {
	writeFileSync(stamp, stampText(lockText));
}

/** A stamp changes with the lock file, and with the platform, for folders shared between machines. */
function stampText(lockText) {
	const digest = createHash('sha256').update(lockText).digest('hex');
	return `${digest} ${process.platform}-${process.arch}\n`;
}
