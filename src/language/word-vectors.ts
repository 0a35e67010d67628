/**
 * The main directions of a sparse symmetric matrix by orthogonal iteration from a random start:
 * N. Halko, P. Martinsson, J. Tropp, "Finding Structure with Randomness", SIAM Review 53 (2011).
 * Words that keep the same company get nearly the same row.
 */
import type { Sparse } from './neighbours.ts'

const ROUNDS = 2
/** More directions than are kept: the last ones are not settled yet. */
const SPARE = 8

/** @returns `size` rows of `width` numbers, each row of unit length or zero */
export function mainDirections(
  matrix: Sparse,
  size: number,
  width: number,
  random: () => number,
): Float32Array {
  const wide = width + SPARE
  let basis = Float64Array.from({ length: size * wide }, () => random() - 0.5)
  for (let round = 0; round < ROUNDS; round++) {
    basis = times(matrix, basis, wide)
    straighten(basis, wide)
  }
  return scaled(basis, strengths(basis, times(matrix, basis, wide), wide), wide, width)
}

function times({ starts, columns, values }: Sparse, basis: Float64Array, wide: number) {
  const result = new Float64Array(basis.length)
  for (let row = 0; row + 1 < starts.length; row++) {
    const into = row * wide
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const from = (columns[at] as number) * wide
      const value = values[at] as number
      for (let column = 0; column < wide; column++) {
        result[into + column] =
          (result[into + column] as number) + value * (basis[from + column] as number)
      }
    }
  }
  return result
}

/** Columns at right angles and of unit length (Gram-Schmidt by the Cholesky factor of BᵀB). */
function straighten(basis: Float64Array, wide: number): void {
  const factor = cholesky(products(basis, wide), wide)
  for (let row = 0; row < basis.length; row += wide) {
    for (let column = 0; column < wide; column++) {
      let value = basis[row + column] as number
      for (let before = 0; before < column; before++) {
        value -= (basis[row + before] as number) * (factor[column * wide + before] as number)
      }
      basis[row + column] = value / (factor[column * wide + column] as number)
    }
  }
}

/** Each column times each column that stands before it, or itself. */
function products(basis: Float64Array, wide: number): Float64Array {
  const result = new Float64Array(wide * wide)
  for (let row = 0; row < basis.length; row += wide) {
    for (let column = 0; column < wide; column++) {
      const value = basis[row + column] as number
      for (let before = 0; before <= column; before++) {
        const at = column * wide + before
        result[at] = (result[at] as number) + value * (basis[row + before] as number)
      }
    }
  }
  return result
}

/** Lower factor, in place; a direction that is none keeps a length, so that nothing is divided by 0. */
function cholesky(lower: Float64Array, wide: number): Float64Array {
  for (let column = 0; column < wide; column++) {
    for (let before = 0; before <= column; before++) {
      let value = lower[column * wide + before] as number
      for (let each = 0; each < before; each++) {
        value -= (lower[column * wide + each] as number) * (lower[before * wide + each] as number)
      }
      lower[column * wide + before] =
        before === column
          ? Math.sqrt(Math.max(value, 1e-9))
          : value / (lower[before * wide + before] as number)
    }
  }
  return lower
}

/** How strong the matrix is along each column. */
function strengths(basis: Float64Array, image: Float64Array, wide: number): Float64Array {
  const result = new Float64Array(wide)
  for (let at = 0; at < basis.length; at++) {
    const column = at % wide
    result[column] = (result[column] as number) + (basis[at] as number) * (image[at] as number)
  }
  return result.map(Math.abs)
}

/** The strongest columns, each by the root of its strength; rows to unit length. */
function scaled(basis: Float64Array, strong: Float64Array, wide: number, width: number) {
  const order = [...strong.keys()].sort((a, b) => (strong[b] as number) - (strong[a] as number))
  const kept = order.slice(0, width)
  const result = new Float32Array((basis.length / wide) * width)
  for (let row = 0; row < basis.length / wide; row++) {
    const values = kept.map(
      (column) => (basis[row * wide + column] as number) * Math.sqrt(strong[column] as number),
    )
    const length = Math.hypot(...values) || 1
    values.forEach((value, at) => {
      result[row * width + at] = value / length
    })
  }
  return result
}
