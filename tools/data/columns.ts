/** The columns of `data/{id}/observations.csv`, in their order. */
export const columns = ['series', 'period', 'value', 'status', 'flag', 'published', 'added', 'source'] as const
