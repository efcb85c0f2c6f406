import { siteContent } from '../content.ts';
import { experimentNamed } from '../passage/experiment.ts';
import { hearOrders } from '../worker/hear-orders.ts';
import { searchServer } from './search-server.ts';

hearOrders(searchServer(Promise.resolve({ content: siteContent, experimentNamed })));
