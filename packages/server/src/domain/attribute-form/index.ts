export { type FormFieldView, fieldsFor } from './fields.ts'
export { asks, fillForm } from './fill-form.ts'
export { type FormRow, selectForms } from './form.sql.ts'
export { sendForm } from './send-form.ts'
