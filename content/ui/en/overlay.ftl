language-title = ことば Language
language-intro = ことばを えらんで ください。Choose a language.
language-close = Keep this one

help-title = How to use
help-what = Here you find town information and can practise with a smartphone. Anyone may use it, free of charge.
help-forgets = Your name is not asked. Nothing about you is kept.
help-where = You are on the page “{ $title }”.
help-touch = Touch the screen with a finger. Pressing slowly is fine.
help-keys = On a keyboard, the arrow keys move, Enter chooses, Esc goes back.
help-pad = On a game pad, the cross moves, A chooses, B goes back.
help-switch = Two switches are enough: one moves on, the other chooses.
help-voice = Press a key and it is read aloud. “Stop” ends it.
help-close = Close
help-sources = Sources and licences
help-staff = For staff

leave-title = Finished
leave-thanks = Thank you for coming.
leave-forgets = Nothing about you is kept.
leave-now = To the first page
leave-stay = Keep using

idle-title = Are you still here?
idle-left = { $seconds } seconds left.
idle-stay = Keep using
idle-end = Finish (erase)

language-no-letters = The letters of this language are not here.
language-beside = With Japanese beside it, you can point at a line for the staff.
