## The practice phone. Short words, like those of a real phone.
glass-practice = Practice
glass-name = The practice phone
glass-back = Back
glass-home = Home
glass-recent = Recent
glass-up = Up
glass-down = Down
glass-shade = Notifications
glass-no-signal = No signal
glass-busy = One moment, please.

## Buttons that do what a finger does
glass-do-long = Press and hold
glass-do-double = Press twice
glass-do-left = Move left
glass-do-right = Move right
glass-do-up = Move up
glass-do-down = Move down
glass-do-in = Pinch
glass-do-out = Spread
glass-do-drag = Pick up and carry
glass-pick = Choose one thing on the phone.
glass-pick-onto = Where to? Choose on the phone.

## What the drawn hand shows
glass-hand-tap = Press here.
glass-hand-long = Press here and hold.
glass-hand-double = Press here twice.
glass-hand-move = Move your finger from here.
glass-hand-pinch = Touch with two fingers.

## The page of a lesson
lesson-pass-watch = Watch
lesson-pass-with = Together
lesson-pass-alone = On my own
lesson-pass-own = On my phone
lesson-count = Step { $step } of { $steps }
lesson-again = Say it again
lesson-show = Show me
lesson-undo = One step back
lesson-pause = Pause
lesson-go-on = Go on
lesson-next = Show the next step
lesson-previous = Back
lesson-done = Done
lesson-leave = Stop
lesson-begin = Begin
lesson-safe = Take your time.
lesson-poster = On the wall
lesson-own-lead = Please try it on your own phone.
lesson-scale-double = Make the phone very large
lesson-scale-large = Make the phone large
lesson-scale-real = Show the phone in real size
lesson-minutes = About { $minutes } minutes
lesson-other-tongue = This lesson is not in English yet. It is shown in { $tongue }.
lesson-gone = This lesson cannot be shown now.
lesson-gone-remedy = The other lessons can.
lesson-locked = There is a real warning now. Let us do this lesson later.

## The end
lesson-finished = You did it.
lesson-finished-watch = That was all.
lesson-finished-next = What would you like to do next?
lesson-more = Once more
lesson-to-with = Try it together
lesson-to-alone = Try it on my own
lesson-to-own = On my phone
lesson-other = Another lesson
lesson-warn = Before you begin
lesson-warn-note = You can stop at any time.

## The shelf, and free practice
lessons-title = Practise with a phone
lessons-free = Try anything you like
lessons-free-lead = Nothing you press can break.
practice-lead = Please touch anything. Nothing breaks, and nothing costs money.
practice-restart = Back to how it was
