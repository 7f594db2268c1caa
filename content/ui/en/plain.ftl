### The page of letters only, after the kiosk stopped again and again.

plain-title = One moment, please
plain-wait = It will begin again in about 1 minute.
plain-ask = If it is urgent, please ask the staff nearby.
