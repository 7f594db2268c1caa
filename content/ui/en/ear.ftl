ear-title = Listening with headphones
ear-only = The voice is heard in the headphones only.
ear-ask = The screen can be covered, so that nobody beside you can read it.
ear-leave = Go on as it is
ear-cover = Cover the screen

settings-mask = Screen cover
mask-shown = Show the screen
mask-hidden = Cover the screen
mask-title = In use
mask-by-ear = Somebody is using this by ear.
mask-away = Show the screen

idle-asks = If nothing is pressed, the first page returns. What you wrote and looked at is erased.
