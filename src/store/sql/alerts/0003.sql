-- The last telegrams of one type are asked for when a kiosk begins.
CREATE INDEX telegram_code ON telegram (code, sent);
