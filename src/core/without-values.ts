/**
 * A failed statement carries the values that it was asked with: citizens' words, hashes of tokens.
 * The log gets what failed and why, never with what; any other error stays as it is.
 */
export const withoutValues = (error: Error): Error => {
  if (!('query' in error && 'params' in error)) return error
  const { message, code } = (error.cause ?? {}) as { message?: string; code?: string }
  const bare = new Error(`${code ?? 'query'}: ${firstLine(message ?? 'failed')}`)
  bare.name = error.name
  bare.stack = `${bare.name}: ${bare.message}\n${framesOf(error)}`
  return Object.assign(bare, { query: error.query })
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

/** The stack begins with the message, values and all. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
