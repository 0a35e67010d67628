import type { Installation } from '../open-installation.ts'

/** The government named, or the only one there is. */
export const governmentOf = async (
  { configurations }: Installation,
  named: string | undefined,
): Promise<string | null> => {
  const known = (await configurations.current())?.governments.map(({ id }) => id) ?? []
  const found = named ? known.find((id) => id === named) : known.length === 1 ? known[0] : undefined
  if (found) return found
  const problem = named ? `Pemerintah daerah "${named}" tidak dikenal` : 'Sebutkan --government'
  process.stderr.write(`${problem}; yang ada: ${known.join(', ')}.\n`)
  return null
}
