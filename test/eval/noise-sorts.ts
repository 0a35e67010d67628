/** The label `sort` of every post of the corpus that is no service matter: see config/README.md. */
export const NOISE_SORTS = {
  news: 'news',
  pr: 'official PR',
  reply: "agencies' own replies",
  ad: 'advertisements',
  joke: 'idioms, jokes, films',
  sport: 'football and other sports',
  politics: 'politics and protest',
  private: 'private firms',
  malay: 'Malay from Malaysia',
  chat: 'everyday talk',
} as const

export type NoiseSort = keyof typeof NOISE_SORTS

/** They tell of a real defect, or of its repair, with its exact place. */
export const TOLD: readonly NoiseSort[] = ['news', 'pr']
