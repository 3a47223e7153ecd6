import { model, nullable, oneOf, Type } from '../schema.ts'

/** A banner as a page shows it. Its body is sanitised HTML. */
export const MessengerBanner = model('messenger_banner', {
  /** By which it is dismissed and clicked. */
  view_id: Type.String(),
  title: nullable(Type.String()),
  body: Type.String(),
  style: oneOf('inline', 'floating'),
  position: oneOf('top', 'bottom'),
  dismissible: Type.Boolean(),
  action: nullable(
    Type.Object({
      label: nullable(Type.String()),
      /** An address of the web, or of mail. */
      target: nullable(Type.String()),
      /** Emojis to pick one of. */
      reactions: Type.Array(Type.String()),
    }),
  ),
})

export const MessengerBannerList = model('messenger_banner_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerBanner),
})
