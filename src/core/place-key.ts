import type { Place } from './reading.ts'

const KIND_OF_PLACE =
  /^(jalan|jln|jl|desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota|dusun|gang|gg|ruas)[\s.]+/i

/** "Jl. Hibrida" and "jalan hibrida" are one place. */
export function placeKey(place: Place): string {
  return place.name
    .toLowerCase()
    .replace(KIND_OF_PLACE, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
