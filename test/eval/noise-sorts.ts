/** Sorts of noise: the label `sort` of every post of the corpus that is no service matter. */
export const NOISE_SORTS = {
  news: 'news: media, and accounts that pass events on',
  pr: 'official PR, announcements and warnings',
  reply: "agencies' own replies",
  ad: 'advertisements, vacancies, gambling, fraud',
  joke: 'idioms, jokes, films, games',
  sport: 'football and other sports',
  politics: 'politics, protest, officials in general',
  private: 'complaints about private firms',
  malay: 'Malay from Malaysia',
  chat: 'everyday talk, greetings, memories, sighs',
} as const

export type NoiseSort = keyof typeof NOISE_SORTS

/** They tell of a real defect, or of its repair, with its exact place. */
export const TOLD: readonly NoiseSort[] = ['news', 'pr']
