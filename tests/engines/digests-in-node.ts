// For compare-engines: prints, as an array in JSON, what the first so many recipes come to in the Node that runs it.
//   node tests/engines/digests-in-node.ts COUNT
import { readContent } from '../../src/cli/content.ts';
import { digestsOf } from './digests-of.ts';
import { randomRecipes } from './random-recipes.ts';

const content = readContent();
const recipes = randomRecipes(Number(process.argv[2]), content);
console.log(JSON.stringify(recipes.map((recipe) => digestsOf(recipe, content))));
