export { estimateAt } from '../../experiment/estimate-at.ts';
