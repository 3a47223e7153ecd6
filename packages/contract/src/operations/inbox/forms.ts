import { family } from '../../operation.ts'
import { model, Type } from '../../schema.ts'

export const SendFormRequest = model('send_form_request', {
  /** What is said above it. */
  body: Type.String(),
  /** `name`, `email`, `phone`, and attributes of contacts that the workspace has defined. */
  attributes: Type.Array(Type.String()),
})

/** Asking customers to fill in attributes of theirs, which the public API does not. */
export const forms = family({
  send: {
    method: 'POST',
    path: '/app/api/conversations/{id}/forms',
    scope: 'write_conversations',
    summary: 'Write a message with a form to fill in',
    body: SendFormRequest,
    status: 201,
    answer: model('form_sent', { type: Type.Literal('form_sent'), part_id: Type.String() }),
  },
})
