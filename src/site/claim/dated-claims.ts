import type { Claim } from '../../experiment/claim/claims.ts';
import { type ClaimMaker, claimMaker } from './claim-maker.ts';
import { siteClaims } from './claims.ts';

/** A claim with who makes it. */
export interface DatedClaim extends Claim {
	readonly maker: ClaimMaker;
}

/** All claims in the order in which they were made; those of which no day is known come last. */
export async function datedClaims(): Promise<DatedClaim[]> {
	const claims = await Promise.all(siteClaims().map(async (claim) => ({ ...claim, maker: await claimMaker(claim) })));
	const dateOf = ({ maker }: DatedClaim) => maker.date ?? '9999';
	return claims.sort((one, other) => dateOf(one).localeCompare(dateOf(other)));
}
