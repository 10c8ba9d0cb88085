/** The columns of `data/{id}/observations.csv`, in their order. */
export const columns = ['series', 'period', 'value', 'status', 'published', 'source'] as const
