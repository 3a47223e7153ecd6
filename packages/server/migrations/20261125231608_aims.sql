-- Whom banners and news are for, as the query of a search of contacts, whose dates may be {"days_ago": 30}: instead of an audience.
alter table banners add column aim jsonb, add constraint banners_one_aim check (aim is null or audience_id is null);
alter table news_items add column aim jsonb, add constraint news_items_one_aim check (aim is null or audience_id is null);
