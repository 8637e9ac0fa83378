type About = { environmentId: string; relation: { id: string } | null };

/** The address with which every page about this client starts: one's own, or that of somebody whom one helps. */
export const clientPlace = ({ environmentId, relation }: About): string =>
  relation ? `/mijn/${environmentId}/voor/${encodeURIComponent(relation.id)}` : `/mijn/${environmentId}`;
