import { siteContent } from '../content.ts';
import { experimentNamed } from '../passage/experiment.ts';
import type { SearchOrder } from './search-request.ts';
import { searchServer } from './search-server.ts';

const serve = searchServer(Promise.resolve({ content: siteContent, experimentNamed }));
self.onmessage = ({ data }: MessageEvent<SearchOrder>) => serve(data);
