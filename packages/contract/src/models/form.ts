import { model, oneOf, Type } from '../schema.ts'

/** One thing that a form asks for: an attribute of contacts. */
export const FormField = model('form_field', {
  name: Type.String(),
  /** As the workspace calls it. */
  label: Type.String(),
  kind: oneOf('text', 'email', 'phone', 'number', 'date', 'boolean', 'choice'),
  /** Of a choice. */
  options: Type.Array(Type.String()),
})
