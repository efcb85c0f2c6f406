import { identityOf } from '../experiment/identity.ts';
import { siteContent } from './content.ts';

/** What computed the figures of this site, for the foot of each page. */
export const siteIdentity = identityOf(siteContent);
