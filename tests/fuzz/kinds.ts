import { cText } from './c-text.ts';
import type { Kind } from './kind.ts';
import { linkText } from './link-text.ts';
import { mailText } from './mail-text.ts';
import { patchText } from './patch-text.ts';
import { recipeText } from './recipe-text.ts';

/** All of them. */
export const kinds: readonly Kind[] = [cText, patchText, linkText, recipeText, mailText];

/** The order in which they come, over and over: those oftener that are read sooner. */
export const turns: readonly Kind[] = [cText, linkText, recipeText, linkText, patchText, linkText, mailText, linkText];
