import { digest } from '../../experiment/digest.ts';
import { sitePath } from '../path.ts';

/** The folder of the site that holds figures' pictures. */
export const PICTURES = 'pictures';

/** What pages are made with and what writes files are bundled apart, so that only the process is common to both. */
const common = globalThis as { pictureFiles?: Map<string, string> };

common.pictureFiles ??= new Map();

/** The files that the figures made so far lean on: name and text. */
export const pictureFiles: Map<string, string> = common.pictureFiles;

/** Lets a figure's pictures, what can be written as JSON, be a file of the site; returns its address, which is another if they change. */
export function publishPictures(experiment: string, pictures: object): string {
	const text = JSON.stringify(pictures);
	const file = `${experiment}-${digest(text, 8)}.json`;
	pictureFiles.set(file, text);
	return sitePath(`/${PICTURES}/${file}`);
}
