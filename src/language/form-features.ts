/** How a post is built, whatever it is about: its outlines and the signs of who speaks. */
import { type FormSource, outlineHashes } from './form-outline.ts'
import { formSigns } from './form-signs.ts'
import { hashText } from './hash.ts'

/** Hashes; one that occurs twice counts once. */
export interface Forms {
  outlines: Uint32Array
  signs: Uint32Array
}

const SIGN_SEED = 37

export const formsOf = (source: FormSource): Forms => ({
  outlines: outlineHashes(source),
  signs: Uint32Array.from(formSigns(source.text), (sign) => hashText(sign, SIGN_SEED)),
})

export const NO_FORMS: Forms = { outlines: new Uint32Array(), signs: new Uint32Array() }
