/** The few forms that every configuration document is made of. */
import { type TProperties, type TSchema, Type } from 'typebox'

/** An object that refuses keys it does not know. */
export const closed = <Fields extends TProperties>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false })

/** A list that may be left out of the file: it is empty then. */
export const list = <Item extends TSchema>(item: Item) => Type.Array(item, { default: [] })

export const texts = () => list(Type.String())

export const orNull = <Schema extends TSchema>(schema: Schema) =>
  Type.Union([schema, Type.Null()], { default: null })
